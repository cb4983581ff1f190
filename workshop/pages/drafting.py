"""Strategy sentences: written on the phone, tidied at the desk."""

import uuid

from flask import Blueprint, request
from werkzeug import Response

import storage
import web
from language import N_, Refusal, Sentence
from workshop.actions import drafting
from workshop.actions.rows import workshop_with_code
from workshop.pages.leading import lead
from workshop.pages.phone import draw_phone
from workshop.pages.telling import tell
from workshop.seats import seat_token
from workshop.strategy_sentence import accept_sentence

pages = Blueprint("drafting", __name__)

RECEIVED = N_("The sentence is received")
TAKEN_BACK = N_("The sentence is taken back")


@pages.post("/w/<code>/sentences")
def write(code: str) -> Response | tuple[str, int]:
    form = request.form
    workshop_id, token = _seat(code)
    client_id = form.get("client_id", "")[:40] or str(uuid.uuid4())
    try:
        draft = accept_sentence(form.get("what", ""), form.get("purpose", ""))
        ideas = form.getlist("idea", type=int)
        with storage.transaction() as db:
            drafting.write_sentence(db, workshop_id, token, draft, ideas, client_id)
    except Refusal as refusal:
        if web.wants_json():
            raise
        return draw_phone(workshop_id, refusal=refusal, at="sentence"), 422
    tell(workshop_id)
    return web.done(f"/w/{code}#sentences", {"message": web.say(Sentence(RECEIVED))})


@pages.post("/w/<code>/sentences/<int:sentence_id>/remove")
def take_back(code: str, sentence_id: int) -> Response:
    workshop_id, token = _seat(code)
    with storage.transaction() as db:
        drafting.take_back_sentence(db, workshop_id, token, sentence_id)
    tell(workshop_id)
    return web.done(f"/w/{code}#sentences", {"message": web.say(Sentence(TAKEN_BACK))})


@pages.post("/workshops/<int:workshop_id>/sentences")
def enter(workshop_id: int) -> Response:
    form = request.form
    draft = accept_sentence(form.get("what", ""), form.get("purpose", ""))
    ideas = form.getlist("idea", type=int)
    client_id = form.get("client_id", "")[:40] or str(uuid.uuid4())
    return lead(
        workshop_id,
        lambda db, who, now: drafting.enter_sentence(
            db, workshop_id, draft, ideas, client_id, who, now
        ),
    )


@pages.post("/workshops/<int:workshop_id>/sentences/<int:sentence_id>/<any(hide, show):act>")
def hide_or_show(workshop_id: int, sentence_id: int, act: str) -> Response:
    do = drafting.hide_sentence if act == "hide" else drafting.show_sentence
    return lead(workshop_id, lambda db, who, now: do(db, workshop_id, sentence_id, who, now))


def _seat(code: str) -> tuple[int, str]:
    with storage.reading() as db:
        workshop_id = workshop_with_code(db, code).id
    return workshop_id, seat_token(workshop_id)
