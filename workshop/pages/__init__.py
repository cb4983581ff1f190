"""The HTTP doors of a workshop: the front page, the phone, the desk and the screen."""

from flask import Flask

from workshop.first_paint import filled, holds
from workshop.pages import agenda, desk, front, phone, screen


def open_doors(app: Flask) -> None:
    """Register every door, and the two rules by which their pages are drawn."""
    for door in (front, phone, desk, screen, agenda):
        app.register_blueprint(door.pages)
    app.jinja_env.filters["filled"] = filled
    app.jinja_env.filters["holds"] = holds
