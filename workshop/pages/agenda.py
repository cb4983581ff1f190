"""The agenda: where a project leader changes what a workshop will do. Plain forms throughout."""

from collections.abc import Callable
from datetime import datetime

from flask import Blueprint, render_template, request
from sqlalchemy.orm import Session
from werkzeug import Response

import storage
import web
from language import Forbidden, NotFound, Refusal
from planning import get_project_led_by
from workshop.actions import arranging
from workshop.actions.looking import picture_of
from workshop.actions.rows import workshop_row
from workshop.arrangement import accept_stage, kinds
from workshop.methods import WAYS
from workshop.pages.telling import tell

pages = Blueprint("agenda", __name__, url_prefix="/workshops/<int:workshop_id>/agenda")

Act = Callable[[Session, int, datetime], object]
Answer = Response | tuple[str, int]
STEPS = {"up": -1, "down": 1}


@pages.get("")
def show_agenda(workshop_id: int) -> str:
    return _draw(workshop_id)


@pages.post("")
def add(workshop_id: int) -> Answer:
    def act(db: Session, person_id: int, now: datetime) -> None:
        arranging.add_stage(db, workshop_id, accept_stage(request.form), person_id, now)

    return _do(workshop_id, act, at="new")


@pages.post("/<int:stage_id>")
def change(workshop_id: int, stage_id: int) -> Answer:
    def act(db: Session, person_id: int, now: datetime) -> None:
        draft = accept_stage(request.form)
        arranging.change_stage(db, workshop_id, stage_id, draft, person_id, now)

    return _do(workshop_id, act, at=str(stage_id))


@pages.post("/<int:stage_id>/<any(up, down):way>")
def move(workshop_id: int, stage_id: int, way: str) -> Answer:
    def act(db: Session, person_id: int, now: datetime) -> None:
        arranging.move_stage(db, workshop_id, stage_id, STEPS[way], person_id, now)

    return _do(workshop_id, act, at=str(stage_id))


@pages.post("/<int:stage_id>/again")
def vote_again(workshop_id: int, stage_id: int) -> Answer:
    def act(db: Session, person_id: int, now: datetime) -> None:
        title = request.form.get("title", "")
        arranging.repeat_vote(db, workshop_id, stage_id, title, person_id, now)

    return _do(workshop_id, act, at=str(stage_id))


@pages.post("/<int:stage_id>/remove")
def remove(workshop_id: int, stage_id: int) -> Answer:
    def act(db: Session, person_id: int, now: datetime) -> None:
        arranging.remove_stage(db, workshop_id, stage_id, person_id, now)

    return _do(workshop_id, act, at=str(stage_id))


@pages.post("/template")
def keep(workshop_id: int) -> Answer:
    title = request.form.get("title", "")
    return _do(
        workshop_id,
        lambda db, _who, _now: arranging.keep_as_template(db, workshop_id, title),
        at="template",
    )


def _do(workshop_id: int, act: Act, at: str) -> Answer:
    """Let someone who leads the project do this; a refusal is told at the stage it is about."""
    person_id = web.visitor_id()
    try:
        with storage.transaction() as db:
            get_project_led_by(db, person_id, workshop_row(db, workshop_id).project_id)
            act(db, person_id, web.now())
    except Refusal as refusal:
        if web.wants_json() or isinstance(refusal, (Forbidden, NotFound, web.SignInFirst)):
            raise
        return _draw(workshop_id, refusal, at), 422
    tell(workshop_id)
    return web.done(f"/workshops/{workshop_id}/agenda#stage-{at}")


def _draw(workshop_id: int, refusal: Refusal | None = None, at: str = "") -> str:
    with storage.reading() as db:
        project_id = workshop_row(db, workshop_id).project_id
        project = get_project_led_by(db, web.visitor_id(), project_id)
        picture = picture_of(db, workshop_id)
    return render_template(
        "workshop/agenda.html",
        project=project,
        picture=picture,
        kinds=kinds(),
        ways=WAYS,
        refusal=refusal,
        at=at,
        typed=request.form,
    )
