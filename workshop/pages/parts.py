"""What is special to a stage: drawn into the page, and fetched anew when there is news."""

import uuid

from flask import Blueprint, make_response, render_template
from werkzeug import Response

import storage
import web
from planning import get_project_led_by
from workshop.actions.looking import picture_of
from workshop.actions.parts import part_of
from workshop.actions.rows import workshop_row, workshop_with_code
from workshop.ownership import ANSWER_NAMES
from workshop.picture import Picture
from workshop.seats import seat_token

pages = Blueprint("parts", __name__)


@pages.get("/w/<code>/part")
def show_phone_part(code: str) -> Response:
    with storage.reading() as db:
        workshop_id = workshop_with_code(db, code).id
        token = seat_token(workshop_id)
        picture = picture_of(db, workshop_id)
        part = part_of(db, picture, token)
    return _drawn("phone", picture, part)


@pages.get("/workshops/<int:workshop_id>/<any(desk, screen):audience>-part")
def show_wide_part(workshop_id: int, audience: str) -> Response:
    with storage.reading() as db:
        get_project_led_by(db, web.visitor_id(), workshop_row(db, workshop_id).project_id)
        picture = picture_of(db, workshop_id)
        part = part_of(db, picture)
    return _drawn(audience, picture, part)


@pages.app_context_processor
def words() -> dict[str, object]:
    """The names of the answers, for the parts that every page of a workshop may hold."""
    return {"answer_names": ANSWER_NAMES}


def _drawn(audience: str, picture: Picture, part: object) -> Response:
    page = render_template(
        f"workshop/parts/{audience}.html", picture=picture, part=part, client_id=uuid.uuid4()
    )
    answer = make_response(page)
    answer.headers["Cache-Control"] = "no-store"
    return answer
