"""Working at tables: sitting down, and taking ideas to the plenary."""

from flask import Blueprint, request
from werkzeug import Response

import storage
import web
from language import Refusal
from workshop.actions.rows import workshop_with_code
from workshop.actions.seating import sit_at, take_at_desk, take_or_leave
from workshop.pages.leading import lead
from workshop.pages.phone import draw_phone
from workshop.pages.telling import tell
from workshop.seats import seat_token

pages = Blueprint("seating", __name__)

Answer = Response | tuple[str, int]


@pages.post("/w/<code>/table")
def sit_down(code: str) -> Answer:
    number = request.form.get("table", 0, int)
    workshop_id, token = _seat(code)
    try:
        with storage.transaction() as db:
            sit_at(db, workshop_id, token, number)
    except Refusal as refusal:
        return _refused(workshop_id, refusal)
    tell(workshop_id)
    return web.done(f"/w/{code}#part")


@pages.post("/w/<code>/plenary")
def choose(code: str) -> Answer:
    idea, taken = request.form.get("idea", 0, int), request.form.get("act") == "take"
    workshop_id, token = _seat(code)
    try:
        with storage.transaction() as db:
            take_or_leave(db, workshop_id, token, idea, taken=taken)
    except Refusal as refusal:
        return _refused(workshop_id, refusal)
    tell(workshop_id)
    return web.done(f"/w/{code}#table-idea-{idea}")


@pages.post("/workshops/<int:workshop_id>/plenary/<int:idea_id>/<any(take, leave):act>")
def choose_at_desk(workshop_id: int, idea_id: int, act: str) -> Response:
    return lead(
        workshop_id,
        lambda db, who, now: take_at_desk(db, workshop_id, idea_id, who, now, taken=act == "take"),
    )


def _refused(workshop_id: int, refusal: Refusal) -> Answer:
    if web.wants_json():
        raise refusal
    return draw_phone(workshop_id, refusal=refusal, at="table"), 422


def _seat(code: str) -> tuple[int, str]:
    with storage.reading() as db:
        workshop_id = workshop_with_code(db, code).id
    return workshop_id, seat_token(workshop_id)
