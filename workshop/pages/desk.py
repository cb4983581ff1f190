"""The desk: what the facilitator sees and does. Every button is a plain form."""

import uuid
from collections.abc import Callable
from random import SystemRandom

from flask import Blueprint, render_template, request
from werkzeug import Response

import storage
import web
from planning import departments_of, get_project_led_by, goals_of
from workshop.actions import steering, tidying
from workshop.actions.looking import picture_of
from workshop.actions.opening import make_workshop
from workshop.actions.parts import part_of
from workshop.actions.rows import workshop_row
from workshop.actions.undoing import undo_last
from workshop.pages.telling import tell
from workshop.picture import Audience, news_for

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
    )


@pages.post("/workshops/<int:workshop_id>/stage")
def move(workshop_id: int) -> Response:
    to = request.form.get("to", "")
    return _do(workshop_id, lambda db, who, now: steering.move_to(db, workshop_id, to, who, now))


@pages.post("/workshops/<int:workshop_id>/voting")
def open_or_close(workshop_id: int) -> Response:
    opening = request.form.get("act") == "open"
    act = steering.open_voting if opening else steering.close_voting
    return _do(workshop_id, lambda db, who, now: act(db, workshop_id, who, now))


@pages.post("/workshops/<int:workshop_id>/timer")
def extend(workshop_id: int) -> Response:
    minutes = max(1, min(60, request.form.get("minutes", 2, int)))
    return _do(
        workshop_id,
        lambda db, who, now: steering.extend_timer(db, workshop_id, minutes, who, now),
    )


@pages.post("/workshops/<int:workshop_id>/end")
def end(workshop_id: int) -> Response:
    return _do(workshop_id, lambda db, who, now: steering.end_workshop(db, workshop_id, who, now))


@pages.post("/workshops/<int:workshop_id>/resume")
def resume(workshop_id: int) -> Response:
    return _do(
        workshop_id, lambda db, who, now: steering.resume_workshop(db, workshop_id, who, now)
    )


@pages.post("/workshops/<int:workshop_id>/undo")
def undo(workshop_id: int) -> Response:
    said: list[str] = []
    return _do(
        workshop_id,
        lambda db, who, now: said.append(web.say(undo_last(db, workshop_id, who, now))),
        facts=lambda: {"message": said[0]},
    )


@pages.post("/workshops/<int:workshop_id>/ideas")
def enter_ideas(workshop_id: int) -> Response:
    texts = request.form.getlist("text") or request.form.get("lines", "").splitlines()
    goal_id = request.form.get("goal", type=int)
    entered: list[int] = []
    return _do(
        workshop_id,
        lambda db, who, now: entered.extend(
            tidying.enter_ideas(db, workshop_id, [t for t in texts if t.strip()], goal_id, who, now)
        ),
        facts=lambda: {"ideas": entered},
    )


@pages.post("/workshops/<int:workshop_id>/ideas/<int:idea_id>/<any(hide, show):act>")
def hide_or_show(workshop_id: int, idea_id: int, act: str) -> Response:
    do = tidying.hide_idea if act == "hide" else tidying.show_idea
    return _do(workshop_id, lambda db, who, now: do(db, workshop_id, idea_id, who, now))


@pages.post("/workshops/<int:workshop_id>/merge")
def merge(workshop_id: int) -> Response:
    ideas = request.form.getlist("idea", type=int)
    return _do(
        workshop_id, lambda db, who, now: tidying.merge_ideas(db, workshop_id, ideas, who, now)
    )


@pages.post("/workshops/<int:workshop_id>/groups/<int:group_id>/split")
def split(workshop_id: int, group_id: int) -> Response:
    return _do(
        workshop_id,
        lambda db, who, now: tidying.split_group(db, workshop_id, group_id, who, now),
    )


def _do(
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
