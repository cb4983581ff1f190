"""The desk: what the facilitator sees and does. Every button is a plain form."""

import uuid
from collections.abc import Callable
from random import SystemRandom

from flask import Blueprint, render_template, request
from werkzeug import Response

import storage
import web
from planning import departments_of, get_project_led_by, goals_of
from workshop.actions import needs, steering, tidying
from workshop.actions.looking import picture_of
from workshop.actions.opening import make_workshop
from workshop.actions.parts import part_of
from workshop.actions.rows import workshop_row
from workshop.actions.undoing import undo_last
from workshop.hiding import LONGEST_REASON, REASON_NAMES, accept_reason
from workshop.need import NEED_NAMES, accept_need
from workshop.pages.telling import tell
from workshop.picture import DAY_MINUTES, Audience, news_for

pages = Blueprint("desk", __name__)


@pages.post("/projects/<int:project_id>/workshops")
def make(project_id: int) -> Response:
    form = request.form
    person_id = web.visitor_id()
    with storage.transaction() as db:
        get_project_led_by(db, person_id, project_id)
        opened = make_workshop(
            db,
            project_id,
            form.get("template", ""),
            person_id,
            web.now(),
            SystemRandom(),
            form.get("max_participants", type=int),
            form.get("title", ""),
            rehearsal="rehearsal" in form,
        )
    return web.done(f"/workshops/{opened.id}", {"workshop": opened.id, "code": opened.code})


@pages.get("/workshops/<int:workshop_id>")
def show_desk(workshop_id: int) -> str:
    with storage.reading() as db:
        project_id = workshop_row(db, workshop_id).project_id
        project = get_project_led_by(db, web.visitor_id(), project_id)
        picture = picture_of(db, workshop_id)
        departments = departments_of(db, project_id)
        goals = goals_of(db, project_id)
        part = part_of(db, picture)
    news = news_for(Audience.DESK, picture, since=0)
    return render_template(
        "workshop/desk.html",
        project=project,
        picture=picture,
        news=news,
        state=news["state"],
        part=part,
        client_id=uuid.uuid4(),
        departments=departments,
        goals=goals,
        reasons=REASON_NAMES,
        needs=NEED_NAMES,
        longest_reason=LONGEST_REASON,
    )


@pages.post("/workshops/<int:workshop_id>/stage")
def move(workshop_id: int) -> Response:
    to = request.form.get("to", "")
    return do(workshop_id, lambda db, who, now: steering.move_to(db, workshop_id, to, who, now))


@pages.post("/workshops/<int:workshop_id>/voting")
def open_or_close(workshop_id: int) -> Response:
    opening = request.form.get("act") == "open"
    act = steering.open_voting if opening else steering.close_voting
    return do(workshop_id, lambda db, who, now: act(db, workshop_id, who, now))


@pages.post("/workshops/<int:workshop_id>/timer")
def extend(workshop_id: int) -> Response:
    minutes = max(1, min(DAY_MINUTES, request.form.get("minutes", 2, int)))
    return do(
        workshop_id,
        lambda db, who, now: steering.extend_timer(db, workshop_id, minutes, who, now),
    )


@pages.post("/workshops/<int:workshop_id>/end")
def end(workshop_id: int) -> Response:
    return do(workshop_id, lambda db, who, now: steering.end_workshop(db, workshop_id, who, now))


@pages.post("/workshops/<int:workshop_id>/resume")
def resume(workshop_id: int) -> Response:
    return do(workshop_id, lambda db, who, now: steering.resume_workshop(db, workshop_id, who, now))


@pages.post("/workshops/<int:workshop_id>/undo")
def undo(workshop_id: int) -> Response:
    said: list[str] = []
    return do(
        workshop_id,
        lambda db, who, now: said.append(web.say(undo_last(db, workshop_id, who, now))),
        facts=lambda: {"message": said[0]},
    )


@pages.post("/workshops/<int:workshop_id>/ideas")
def enter_ideas(workshop_id: int) -> Response:
    texts = request.form.getlist("text") or request.form.get("lines", "").splitlines()
    goal_id = request.form.get("goal", type=int)
    entered: list[int] = []
    return do(
        workshop_id,
        lambda db, who, now: entered.extend(
            tidying.enter_ideas(db, workshop_id, [t for t in texts if t.strip()], goal_id, who, now)
        ),
        facts=lambda: {"ideas": entered},
    )


@pages.post("/workshops/<int:workshop_id>/ideas/<int:idea_id>/<any(hide, show):act>")
def hide_or_show(workshop_id: int, idea_id: int, act: str) -> Response:
    if act == "show":
        return do(
            workshop_id, lambda db, who, now: tidying.show_idea(db, workshop_id, idea_id, who, now)
        )
    return do(
        workshop_id,
        lambda db, who, now: tidying.hide_idea(db, workshop_id, idea_id, who, now, why(idea_id)),
    )


@pages.post("/workshops/<int:workshop_id>/needs")
def set_need(workshop_id: int) -> Response:
    ideas = list(dict.fromkeys(request.form.getlist("idea", type=int)))
    need = accept_need(request.form.get("need"))
    return do(
        workshop_id, lambda db, who, now: needs.set_need(db, workshop_id, ideas, need, who, now)
    )


@pages.post("/workshops/<int:workshop_id>/merge")
def merge(workshop_id: int) -> Response:
    ideas = request.form.getlist("idea", type=int)
    return do(
        workshop_id, lambda db, who, now: tidying.merge_ideas(db, workshop_id, ideas, who, now)
    )


@pages.post("/workshops/<int:workshop_id>/groups/<int:group_id>/split")
def split(workshop_id: int, group_id: int) -> Response:
    return do(
        workshop_id,
        lambda db, who, now: tidying.split_group(db, workshop_id, group_id, who, now),
    )


def why(hidden_id: int) -> str:
    """Why something is hidden: each row of the desk has a field of its own for it."""
    form = request.form
    return accept_reason(form.get("reason", ""), form.get(f"why-{hidden_id}", ""))


def do(
    workshop_id: int,
    act: Callable[..., object],
    facts: Callable[[], dict[str, object]] = dict,
) -> Response:
    """Let someone who leads the project do this, and tell the room."""
    person_id = web.visitor_id()
    with storage.transaction() as db:
        get_project_led_by(db, person_id, workshop_row(db, workshop_id).project_id)
        act(db, person_id, web.now())
    tell(workshop_id)
    return web.done(f"/workshops/{workshop_id}", facts())
