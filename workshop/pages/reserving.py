"""Reservations: said on the phone, read at the desk."""

import uuid

from flask import Blueprint, render_template, request
from werkzeug import Response

import storage
import web
from language import N_, Refusal, Sentence
from planning import get_project_led_by
from workshop.actions.looking import picture_of
from workshop.actions.reserving import reservations_in, reserve
from workshop.actions.rows import workshop_row, workshop_with_code
from workshop.pages.phone import draw_phone
from workshop.pages.telling import tell
from workshop.reservation import CRITERION_NAMES, accept_reservation
from workshop.seats import seat_token

pages = Blueprint("reserving", __name__)

RECEIVED = N_("The reservation is received")


@pages.post("/w/<code>/reservations")
def say_reservation(code: str) -> Response | tuple[str, int]:
    form = request.form
    with storage.reading() as db:
        workshop_id = workshop_with_code(db, code).id
    token = seat_token(workshop_id)
    try:
        said = accept_reservation(form.get("criterion", ""), form.get("text", ""))
        client_id = form.get("client_id", "")[:40] or str(uuid.uuid4())
        with storage.transaction() as db:
            reserve(db, workshop_id, token, form.get("idea", 0, int), said, client_id)
    except Refusal as refusal:
        if web.wants_json():
            raise
        return draw_phone(workshop_id, refusal=refusal, at="reserve"), 422
    tell(workshop_id)
    return web.done(f"/w/{code}#reserve", {"message": web.say(Sentence(RECEIVED))})


@pages.get("/workshops/<int:workshop_id>/reservations")
def show_reservations(workshop_id: int) -> str:
    with storage.reading() as db:
        project_id = workshop_row(db, workshop_id).project_id
        project = get_project_led_by(db, web.visitor_id(), project_id)
        picture = picture_of(db, workshop_id)
        said = reservations_in(db, workshop_id)
    return render_template(
        "workshop/reservations.html",
        project=project,
        picture=picture,
        said=said,
        criteria=CRITERION_NAMES,
    )
