"""The people who lead a project, and the links by which they sign in."""

from flask import Blueprint, render_template, request
from werkzeug import Response

import people
import storage
import web
from language import Refusal
from planning.actions import get_project_led_by
from planning.colleagues import admit_facilitator, colleagues_of, give_sign_in_link

pages = Blueprint("planning", __name__, url_prefix="/projects/<int:project_id>/people")


@pages.get("")
def show_people(project_id: int) -> str:
    return _draw(project_id)


@pages.post("")
def admit(project_id: int) -> Response | tuple[str, int]:
    try:
        with storage.transaction() as db:
            get_project_led_by(db, web.visitor_id(), project_id)
            admit_facilitator(
                db, project_id, request.form.get("name", ""), request.form.get("email", "")
            )
    except Refusal as refusal:
        if refusal.code != "colleague_unclear":
            raise
        return _draw(project_id, refusal=refusal), 422
    return web.done(f"/projects/{project_id}/people")


@pages.post("/<int:person_id>/link")
def give_link(project_id: int, person_id: int) -> str:
    token = people.new_token()
    with storage.transaction() as db:
        get_project_led_by(db, web.visitor_id(), project_id)
        someone = give_sign_in_link(db, project_id, person_id, token, web.now())
    return _draw(project_id, link=f"{request.host_url}sign-in/{token}", linked=someone)


def _draw(
    project_id: int,
    *,
    refusal: Refusal | None = None,
    link: str = "",
    linked: people.Person | None = None,
) -> str:
    with storage.reading() as db:
        project = get_project_led_by(db, web.visitor_id(), project_id)
        colleagues = colleagues_of(db, project_id)
    return render_template(
        "planning/people.html",
        project=project,
        colleagues=colleagues,
        refusal=refusal,
        link=link,
        linked=linked,
        typed=request.form,
    )
