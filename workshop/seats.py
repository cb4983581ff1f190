"""The seats of this browser: a token per workshop, in the signed session cookie."""

from flask import session

from workshop.actions.rows import NoSeat

MOST_SEATS = 8
"""A browser remembers the latest workshops it joined; a cookie has room for no more."""


def remember_seat(workshop_id: int, token: str) -> None:
    """This browser sits in the workshop from now on."""
    seats = {**session.get("seats", {}), str(workshop_id): token}
    session["seats"] = dict(list(seats.items())[-MOST_SEATS:])
    session.permanent = True


def seat_token(workshop_id: int) -> str:
    """The token of this browser's seat in the workshop. Refused when it has none."""
    token = session.get("seats", {}).get(str(workshop_id))
    if not isinstance(token, str):
        raise NoSeat
    return token
