"""The seats of this browser: a token per workshop, in the signed session cookie."""

from collections.abc import Mapping
from typing import Any

from flask import Flask, session

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
    return _token(session, workshop_id)


def seat_token_shown(app: Flask, environ: dict[str, Any], workshop_id: int) -> str:
    """The same, from the cookie that a connection came with."""
    shown = app.session_interface.open_session(app, app.request_class(environ))
    return _token(shown or {}, workshop_id)


def _token(cookie: Mapping[str, Any], workshop_id: int) -> str:
    token = cookie.get("seats", {}).get(str(workshop_id))
    if not isinstance(token, str):
        raise NoSeat
    return token
