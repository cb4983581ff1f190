"""The HTTP doors of a workshop: the front page, the phone, the desk, the screen and the rest."""

from flask import Flask

from workshop.actions.ordering import Looks
from workshop.first_paint import filled, holds
from workshop.pages import (
    afterwards,
    agenda,
    commenting,
    comparing,
    desk,
    drafting,
    front,
    owning,
    parts,
    phone,
    reserving,
    screen,
    seating,
    suggestions,
    tables,
)
from workshop.pages.ordering import LOOKS
from workshop.pages.shell import SHELLS, Shells
from workshop.results import ARROWS, SHIFTS

DOORS = (
    front, phone, desk, screen, agenda, suggestions, afterwards, reserving, tables, parts, owning,
    drafting, seating, commenting, comparing,
)  # fmt: skip


def open_doors(app: Flask) -> None:
    """Register every door, and the two rules by which their pages are drawn."""
    for door in DOORS:
        app.register_blueprint(door.pages)
    app.extensions[LOOKS] = Looks()
    app.extensions[SHELLS] = Shells()
    app.jinja_env.globals["shifts"] = SHIFTS
    app.jinja_env.globals["arrows"] = ARROWS
    app.jinja_env.filters["filled"] = filled
    app.jinja_env.filters["holds"] = holds
