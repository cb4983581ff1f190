"""A survey as those who lead the project see it."""

from flask import Blueprint, render_template, request, url_for
from werkzeug import Response

import planning
import storage
import web
from people import new_token
from surveys.actions.publishing import close_survey, get_survey, invite, reopen_survey
from surveys.actions.reading import desk_of

staff = Blueprint("staff", __name__)


@staff.get("/projects/<int:project_id>/surveys/<int:survey_id>")
def show_desk(project_id: int, survey_id: int) -> str:
    return _desk(project_id, survey_id)


@staff.post("/projects/<int:project_id>/surveys/<int:survey_id>/invitations")
def make_invitation(project_id: int, survey_id: int) -> str:
    token = new_token()
    organisation = request.form.get("organisation", "")
    stakeholder_type = request.form.get("stakeholder_type")
    with storage.transaction() as db:
        planning.get_project_led_by(db, web.visitor_id(), project_id)
        survey = get_survey(db, project_id, survey_id)
        invite(db, survey.id, organisation, stakeholder_type, token=token, now=web.now())
    link = url_for("surveys.answering.show_invitation", token=token, _external=True)
    return _desk(project_id, survey_id, made={"organisation": organisation, "link": link})


@staff.post("/projects/<int:project_id>/surveys/<int:survey_id>/close")
def close(project_id: int, survey_id: int) -> Response:
    with storage.transaction() as db:
        planning.get_project_led_by(db, web.visitor_id(), project_id)
        close_survey(db, project_id, survey_id, web.now())
    return web.done(url_for(".show_desk", project_id=project_id, survey_id=survey_id))


@staff.post("/projects/<int:project_id>/surveys/<int:survey_id>/reopen")
def reopen(project_id: int, survey_id: int) -> Response:
    with storage.transaction() as db:
        planning.get_project_led_by(db, web.visitor_id(), project_id)
        reopen_survey(db, project_id, survey_id)
    return web.done(url_for(".show_desk", project_id=project_id, survey_id=survey_id))


def _desk(project_id: int, survey_id: int, made: dict[str, str] | None = None) -> str:
    with storage.reading() as db:
        project = planning.get_project_led_by(db, web.visitor_id(), project_id)
        desk = desk_of(db, project_id, survey_id)
        types = planning.stakeholder_types_of(db, project_id)
    return render_template(
        "surveys/desk.html",
        project=project,
        desk=desk,
        types=types,
        made=made,
        link=url_for("surveys.answering.show_survey", link=desk.survey.link, _external=True),
    )
