"""The socket door: phones, desks and screens come in, vote, propose, and hear what is new."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask
from flask_socketio import Namespace, SocketIO, join_room

import storage
import web
from language import Refusal
from planning import get_project_led_by
from workshop.actions.commenting import comment
from workshop.actions.looking import own_of, picture_of
from workshop.actions.rows import NoSeat, workshop_id_of, workshop_row
from workshop.actions.taking_part import cast_vote, propose_idea, see_ideas
from workshop.broadcast import NAMESPACE, Hub, room
from workshop.lateness import Given, moment_of
from workshop.messages import CastVote, Enter, Malformed, Propose, Say, Seen, Watch, understood
from workshop.need import accept_need
from workshop.picture import Audience, Picture, news_for
from workshop.presence import Presence
from workshop.seats import seat_token_shown

Facts = dict[str, Any]

PRESENCE_S = 3
"""The desk is told at most so often who is there."""


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
    """The events of the namespace. Who is calling is in the cookie, not in the message.

    A phone shows its cookie when it enters; what it says afterwards (`propose`, `vote`, `seen`)
    needs no more of the web than that seat. So none of it is given a request of its own.
    """

    def __init__(self, app: Flask, hub: Hub) -> None:
        super().__init__(NAMESPACE)
        self._app = app
        self._hub = hub
        self._seats: dict[str, tuple[int, str]] = {}
        """Of each connection that has entered: the workshop, and the token of the seat."""
        self._presence = Presence()
        self._telling: set[int] = set()
        """The workshops whose desk is soon told who is there."""
        self._from_seats: dict[str, Callable[..., Facts]] = {
            "enter": self.enter,
            "propose": self.propose,
            "vote": self.vote,
            "comment": self.comment,
            "seen": self.seen,
        }

    def trigger_event(self, event: str, *said: Any) -> Any:
        """What was said, by whom (the first of `said`), to the one who answers it."""
        if not isinstance(event, str):
            return web.as_json(Malformed())
        if event in self._from_seats:
            return self._from_seats[event](*said)
        if event == "disconnect":
            self._seats.pop(said[0], None)
            self._tell_presence(self._presence.left(said[0]))
            return None
        return super().trigger_event(event, *said)

    @answered
    def enter(self, connection: str, *said: object) -> Facts:
        """A phone comes in, or back, with the cookie that its connection was made with."""
        code = understood(said, Enter).code
        environ = self.server.get_environ(connection, NAMESPACE)  # type: ignore[attr-defined]
        with storage.reading() as db:
            workshop_id = workshop_id_of(db, code)
            token = seat_token_shown(self._app, environ, workshop_id)
            own = own_of(db, workshop_id, token)
            picture = picture_of(db, workshop_id)
        self.enter_room(connection, room(workshop_id, Audience.PHONE))
        self._seats[connection] = workshop_id, token
        self._presence.came(connection, workshop_id, own.department_id, token)
        self._tell_presence(workshop_id)
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
        present = {"present": self._presence.here(message.workshop)}
        return {**_arrival(audience, picture), **(present if audience is Audience.DESK else {})}

    @answered
    def propose(self, connection: str, *said: object) -> Facts:
        """An idea from someone who has entered."""
        message = understood(said, Propose)
        workshop_id, token = self._seat(connection)
        text, goal, client_id, now = message.text, message.goal, message.client_id, web.now()
        need = accept_need(message.need)
        idea = storage.write(
            lambda db: propose_idea(db, workshop_id, token, text, goal, client_id, now, need)
        )
        self._hub.changed(workshop_id)
        return {"idea": idea}

    @answered
    def vote(self, connection: str, *said: object) -> Facts:
        """A vote from someone who has entered."""
        message = understood(said, CastVote)
        workshop_id, token = self._seat(connection)
        given = Given(web.now(), moment_of(message.at), message.stage)
        counted = storage.write(
            lambda db: cast_vote(db, workshop_id, token, message.idea, message.value, given)
        )
        self._hub.changed(workshop_id)
        return {"version": counted.version, "left": counted.left, "late": counted.late}

    @answered
    def comment(self, connection: str, *said: object) -> Facts:
        """A comment from someone who has entered."""
        message = understood(said, Say)
        workshop_id, token = self._seat(connection)
        idea, text, client_id = message.idea, message.text, message.client_id
        made = storage.write(lambda db: comment(db, workshop_id, token, idea, text, client_id))
        self._hub.changed(workshop_id)
        return {"comment": made}

    @answered
    def seen(self, connection: str, *said: object) -> None:
        """Ideas that were on the screen of someone who has entered."""
        ideas = understood(said, Seen).ideas
        workshop_id, token = self._seat(connection)
        storage.write(lambda db: see_ideas(db, workshop_id, token, ideas))

    def _tell_presence(self, workshop_id: int | None) -> None:
        """Tell the desk soon: many come and go in the same moment."""
        if workshop_id is None or workshop_id in self._telling or not self._hub.by_itself:
            return
        self._telling.add(workshop_id)
        self._server.start_background_task(self._tell_after_a_while, workshop_id)

    def _tell_after_a_while(self, workshop_id: int) -> None:
        self._server.sleep(PRESENCE_S)
        self._telling.discard(workshop_id)
        here = self._presence.here(workshop_id)
        desk = room(workshop_id, Audience.DESK)
        self._server.emit("present", here, to=desk, namespace=NAMESPACE)

    @property
    def _server(self) -> SocketIO:
        server: SocketIO = self.socketio  # type: ignore[attr-defined]
        return server

    def _seat(self, connection: str) -> tuple[int, str]:
        try:
            return self._seats[connection]
        except KeyError:
            raise NoSeat from None


def _arrival(audience: Audience, picture: Picture) -> Facts:
    """The whole news, and the server's clock in milliseconds."""
    now = int(web.now().timestamp() * 1000)
    return {"now": now, **news_for(audience, picture, since=0)}
