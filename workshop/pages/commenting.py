"""Comments: said on the phone, hidden and shown again at the desk."""

import uuid

from flask import Blueprint, request
from werkzeug import Response

import storage
import web
from language import N_, Refusal, Sentence
from workshop.actions.commenting import comment, hide_comment, show_comment
from workshop.actions.rows import workshop_with_code
from workshop.pages.desk import do, why
from workshop.pages.phone import draw_phone
from workshop.pages.telling import tell
from workshop.seats import seat_token

pages = Blueprint("commenting", __name__)

RECEIVED = N_("The comment is received")


@pages.post("/w/<code>/comments")
def say_comment(code: str) -> Response | tuple[str, int]:
    form = request.form
    idea = form.get("comment", 0, int)
    with storage.reading() as db:
        workshop_id = workshop_with_code(db, code).id
    token = seat_token(workshop_id)
    # A page has one id and many fields for comments.
    on_page = f"{idea}-{form.get('client_id') or uuid.uuid4()}"
    client_id = (form.get("comment_id") or on_page)[:40]
    try:
        with storage.transaction() as db:
            comment(db, workshop_id, token, idea, form.get(f"comment-{idea}", ""), client_id)
    except Refusal as refusal:
        if web.wants_json():
            raise
        return draw_phone(workshop_id, refusal=refusal, at="ballot"), 422
    tell(workshop_id)
    return web.done(f"/w/{code}#idea-{idea}", {"message": web.say(Sentence(RECEIVED))})


@pages.post("/workshops/<int:workshop_id>/comments/<int:comment_id>/<any(hide, show):act>")
def hide_or_show(workshop_id: int, comment_id: int, act: str) -> Response:
    if act == "show":
        return do(
            workshop_id, lambda db, who, now: show_comment(db, workshop_id, comment_id, who, now)
        )
    return do(
        workshop_id,
        lambda db, who, now: hide_comment(db, workshop_id, comment_id, who, now, why(comment_id)),
    )
