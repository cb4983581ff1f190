"""The order in which this browser shows the ideas."""

from flask import current_app
from sqlalchemy.orm import Session

import web
from workshop.actions.ordering import Looks, ordered_ideas
from workshop.seats import seat_token

LOOKS = "workshop.looks"


def order_here(db: Session, workshop_id: int) -> list[int]:
    """The ids of the ideas in the order of the seat that asks. Refused without a seat."""
    looks: Looks = current_app.extensions[LOOKS]
    return ordered_ideas(db, looks, workshop_id, seat_token(workshop_id), web.now())
