"""Who takes responsibility: answered on the phone, recorded at the desk."""

from flask import Blueprint, request
from werkzeug import Response

import storage
import web
from language import N_, Refusal, Sentence
from workshop.actions.owning import answer_for_department, record_for_department
from workshop.actions.rows import workshop_with_code
from workshop.ownership import accept_answer
from workshop.pages.leading import lead
from workshop.pages.phone import draw_phone
from workshop.pages.telling import tell
from workshop.seats import seat_token

pages = Blueprint("owning", __name__)

RECEIVED = N_("The answer of your department is received")


@pages.post("/w/<code>/ownership")
def answer(code: str) -> Response | tuple[str, int]:
    form = request.form
    idea = form.get("idea", 0, int)
    with storage.reading() as db:
        workshop_id = workshop_with_code(db, code).id
    token = seat_token(workshop_id)
    try:
        given = accept_answer(form.get("answer", ""), form.get("text", ""))
        with storage.transaction() as db:
            answer_for_department(db, workshop_id, token, idea, given)
    except Refusal as refusal:
        if web.wants_json():
            raise
        return draw_phone(workshop_id, refusal=refusal, at=f"own-{idea}"), 422
    tell(workshop_id)
    return web.done(f"/w/{code}#own-{idea}", {"message": web.say(Sentence(RECEIVED))})


@pages.post("/workshops/<int:workshop_id>/ownership")
def record(workshop_id: int) -> Response:
    form = request.form
    department, idea = form.get("department", 0, int), form.get("idea", 0, int)
    given = accept_answer(form.get("answer", ""), form.get("text", ""))
    return lead(
        workshop_id,
        lambda db, who, now: record_for_department(
            db, workshop_id, department, idea, given, who, now
        ),
    )
