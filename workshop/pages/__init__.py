"""The HTTP doors of a workshop: the front page, the phone, the desk, the screen and the rest."""

from flask import Flask

from workshop.actions.ordering import Looks
from workshop.first_paint import filled, holds
from workshop.pages import (
    afterwards,
    agenda,
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

DOORS = (
    front, phone, desk, screen, agenda, suggestions, afterwards, reserving, tables, parts, owning,
    drafting, seating,
)  # fmt: skip


def open_doors(app: Flask) -> None:
    """Register every door, and the two rules by which their pages are drawn."""
    for door in DOORS:
        app.register_blueprint(door.pages)
    app.extensions[LOOKS] = Looks()
    app.jinja_env.filters["filled"] = filled
    app.jinja_env.filters["holds"] = holds
