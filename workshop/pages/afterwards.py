"""After the workshop: its minutes, and for each participant what became of their ideas."""

from io import BytesIO

from flask import Blueprint, render_template, request, send_file
from werkzeug import Response

import storage
import web
from documents import KINDS, draw
from language import catalogue_of
from planning import get_project, get_project_led_by
from workshop.actions.recording import afterwards_of, minutes_of
from workshop.actions.rows import workshop_row, workshop_with_code
from workshop.minutes import Minutes, Words, write_minutes
from workshop.seats import seat_token

pages = Blueprint("afterwards", __name__)


@pages.get("/workshops/<int:workshop_id>/minutes")
def show_minutes(workshop_id: int) -> str:
    minutes, project_id, _key = _minutes(workshop_id)
    return render_template(
        "workshop/minutes.html",
        workshop_id=workshop_id,
        project_id=project_id,
        municipality=minutes.municipality,
        paper=write_minutes(minutes, _words()),
    )


@pages.get("/workshops/<int:workshop_id>/minutes.<any(docx, pdf):kind>")
def download(workshop_id: int, kind: str) -> Response:
    minutes, _project_id, key = _minutes(workshop_id)
    file = BytesIO(web.aside(draw, write_minutes(minutes, _words()), kind))
    day = (minutes.started_at or minutes.drawn_at).astimezone()
    name = f"referat-{key}-{minutes.code}-{day:%Y-%m-%d}.{kind}"
    answer = send_file(file, KINDS[kind], as_attachment=True, download_name=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@pages.get("/w/<code>/mine")
def show_mine(code: str) -> str:
    with storage.reading() as db:
        token = seat_token(workshop_with_code(db, code).id)
    return _mine(code, token, request.host_url.rstrip("/") + personal_link(code, token))


@pages.get("/w/<code>/mine/<token>")
def show_mine_by_link(code: str, token: str) -> str:
    # Whoever has the link may look; it seats nobody and signs nobody in.
    return _mine(code, token)


def personal_link(code: str, token: str) -> str:
    """Where this participant finds what became of the ideas, also without the cookie."""
    return f"/w/{code}/mine/{token}"


def _mine(code: str, token: str, lasting: str = "") -> str:
    with storage.reading() as db:
        mine = afterwards_of(db, workshop_with_code(db, code).id, token)
        project = get_project(db, mine.project_id)
    return render_template(
        "workshop/afterwards.html", mine=mine, project=project, lasting=lasting, words=_words()
    )


def _minutes(workshop_id: int) -> tuple[Minutes, int, str]:
    """The minutes, and the id and the key of the project, for someone who leads it."""
    with storage.reading() as db:
        project_id = workshop_row(db, workshop_id).project_id
        project = get_project_led_by(db, web.visitor_id(), project_id)
        return minutes_of(db, workshop_id, web.now()), project.id, project.key


def _words() -> Words:
    return Words(catalogue_of("nb").gettext)
