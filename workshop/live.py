"""The socket door: phones, desks and screens come in, vote, propose, and hear what is new."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import session
from flask_socketio import Namespace, join_room

import storage
import web
from language import Refusal
from planning import get_project_led_by
from workshop.actions.looking import own_of, picture_of
from workshop.actions.rows import workshop_row, workshop_with_code
from workshop.actions.taking_part import cast_vote, propose_idea, see_ideas
from workshop.broadcast import NAMESPACE, Hub, room
from workshop.messages import CastVote, Enter, Propose, Seen, Watch, understood
from workshop.picture import Audience, Picture, news_for
from workshop.seats import seat_here, seat_token

Facts = dict[str, Any]


def answered(act: Callable[..., Facts | None]) -> Callable[..., Facts]:
    """Every event is acknowledged: with facts when it is done, with a refusal when it is not."""

    @wraps(act)
    def answer(door: "WorkshopDoor", *said: object) -> Facts:
        try:
            return {"ok": True, **(act(door, *said) or {})}
        except Refusal as refusal:
            return web.as_json(refusal)

    return answer


class WorkshopDoor(Namespace):
    """The events of the namespace. Who is calling is in the cookie, not in the message."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(NAMESPACE)
        self._hub = hub

    @answered
    def on_enter(self, *said: object) -> Facts:
        code = understood(said, Enter).code
        with storage.reading() as db:
            workshop_id = workshop_with_code(db, code).id
            token = seat_token(workshop_id)
            own = own_of(db, workshop_id, token)
            picture = picture_of(db, workshop_id)
        join_room(room(workshop_id, Audience.PHONE))
        session["seat"] = (workshop_id, token)  # lasts as long as this connection
        mine = {"ideas": own.ideas, "votes": own.votes}
        return {"mine": mine, "left": own.left, **_arrival(Audience.PHONE, picture)}

    @answered
    def on_watch(self, *said: object) -> Facts:
        message = understood(said, Watch)
        audience = Audience(message.audience)
        person_id = web.visitor_id()
        with storage.reading() as db:
            get_project_led_by(db, person_id, workshop_row(db, message.workshop).project_id)
            picture = picture_of(db, message.workshop)
        join_room(room(message.workshop, audience))
        return _arrival(audience, picture)

    @answered
    def on_propose(self, *said: object) -> Facts:
        message = understood(said, Propose)
        workshop_id, token = seat_here()
        with storage.transaction() as db:
            idea = propose_idea(
                db, workshop_id, token, message.text, message.goal, message.client_id, web.now()
            )
        self._hub.changed(workshop_id)
        return {"idea": idea}

    @answered
    def on_vote(self, *said: object) -> Facts:
        message = understood(said, CastVote)
        workshop_id, token = seat_here()
        with storage.transaction() as db:
            counted = cast_vote(db, workshop_id, token, message.idea, message.value)
        self._hub.changed(workshop_id)
        return {"version": counted.version, "left": counted.left}

    @answered
    def on_seen(self, *said: object) -> None:
        ideas = understood(said, Seen).ideas
        workshop_id, token = seat_here()
        with storage.transaction() as db:
            see_ideas(db, workshop_id, token, ideas)


def _arrival(audience: Audience, picture: Picture) -> Facts:
    """The whole news, and the server's clock in milliseconds."""
    now = int(web.now().timestamp() * 1000)
    return {"now": now, **news_for(audience, picture, since=0)}
