"""The front page: where people type the code that is on the screen."""

from flask import Blueprint, redirect, render_template, request
from werkzeug import Response

import storage
from language import NotFound
from workshop.actions.rows import WorkshopEnded, running, workshop_with_code

pages = Blueprint("front", __name__)


@pages.get("/")
def show_front() -> str:
    return render_template("workshop/front.html", typed="", refusal=None)


@pages.post("/join")
def find_workshop() -> Response | tuple[str, int]:
    typed = request.form.get("code", "")[:40]
    try:
        with storage.reading() as db:
            code = running(workshop_with_code(db, typed)).code
    except (NotFound, WorkshopEnded) as refusal:
        return render_template("workshop/front.html", typed=typed, refusal=refusal), 422
    return redirect(f"/w/{code}", 303)
