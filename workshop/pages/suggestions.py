"""What the scripts of phone and desk ask for now and then: like ideas, the order, the coverage."""

from dataclasses import asdict

from flask import Blueprint, Response, jsonify, render_template, request

import storage
import web
from planning import get_project_led_by
from workshop.actions.ordering import coverage_of, exposures
from workshop.actions.rows import workshop_row, workshop_with_code
from workshop.actions.suggesting import similar_to, suggestions_in
from workshop.pages.ordering import order_here
from workshop.seats import seat_token

pages = Blueprint("suggestions", __name__)

MOST_APART = 200
"""More than one person presses «Not alike» in a meeting."""


@pages.post("/w/<code>/similar")
def find_similar(code: str) -> Response:
    with storage.reading() as db:
        workshop_id = workshop_with_code(db, code).id
        found = similar_to(db, workshop_id, seat_token(workshop_id), request.form.get("text", ""))
    return _unkept({"ok": True, "ideas": [asdict(idea) for idea in found]})


@pages.get("/w/<code>/order")
def tell_order(code: str) -> Response:
    with storage.reading() as db:
        workshop_id = workshop_with_code(db, code).id
        ideas = order_here(db, workshop_id)
    return _unkept({"ok": True, "ideas": ideas})


@pages.get("/workshops/<int:workshop_id>/suggestions")
def show_suggestions(workshop_id: int) -> str:
    typed = request.args.getlist("apart")[:MOST_APART]
    apart = [ideas for ideas in map(_ideas, typed) if ideas]
    with storage.reading() as db:
        workshop = workshop_row(db, workshop_id)
        project = get_project_led_by(db, web.visitor_id(), workshop.project_id)
        suggestions = suggestions_in(db, workshop_id, apart)
        covered = coverage_of(db, workshop_id)
    return render_template(
        "workshop/suggestions.html",
        project=project,
        workshop=workshop,
        suggestions=suggestions,
        apart=["-".join(map(str, ideas)) for ideas in apart],
        coverage=asdict(covered),
    )


@pages.get("/workshops/<int:workshop_id>/coverage")
def tell_coverage(workshop_id: int) -> Response:
    with storage.reading() as db:
        get_project_led_by(db, web.visitor_id(), workshop_row(db, workshop_id).project_id)
        covered = coverage_of(db, workshop_id)
        met = exposures(db, workshop_id)
    rows = [[idea, one.shown, one.passed, one.not_shown] for idea, one in met.items()]
    return _unkept({"ok": True, **asdict(covered), "exposure": rows})


def _ideas(typed: str) -> list[int]:
    """The ideas of a suggestion as it stands in an address, "12-14"; none when it is no such."""
    parts = typed.split("-")
    known = all(part.isascii() and part.isdigit() and len(part) < 16 for part in parts)  # noqa: PLR2004 (fits an id)
    return [int(part) for part in parts] if known else []


def _unkept(facts: dict[str, object]) -> Response:
    """An answer that is for this moment and this visitor alone."""
    answer = jsonify(facts)
    answer.headers["Cache-Control"] = "no-store"
    return answer
