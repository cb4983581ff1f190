"""Telling everyone in a workshop what has changed, at most every tenth of a second.

What changed is read from the database once per audience and tick, whoever changed it, so a
message is always the truth of one version and never an answer to a single vote.
"""

from time import monotonic

from flask_socketio import SocketIO

import storage
from workshop.actions.looking import picture_of
from workshop.picture import Audience, news_for

NAMESPACE = "/workshop"
TICK_S = 0.1
REST = 1
"""After telling, it rests at least so many times as long, so that votes come through."""


class Hub:
    """Knows which workshops have changed, and up to which version it has told of each."""

    def __init__(self, socketio: SocketIO) -> None:
        self.by_itself = True
        """Whether it tells as soon as there is news; a test that wants it later says flush()."""
        self._socketio = socketio
        self._changed: set[int] = set()
        self._told: dict[int, tuple[int, bool]] = {}
        self._ticking = False

    def changed(self, workshop_id: int) -> None:
        """Say within a tick what is new in the workshop. Called after the commit, never before."""
        self._changed.add(workshop_id)
        if self.by_itself and not self._ticking:
            self._ticking = True
            self._socketio.start_background_task(self._tick)

    def flush(self) -> None:
        """Say at once what is new in every workshop that has changed."""
        while self._changed:
            self._tell(self._changed.pop())

    def _tick(self) -> None:
        try:
            while self._changed:
                start = monotonic()
                self.flush()
                took = monotonic() - start
                rest = max(TICK_S - took, REST * took)
                self._socketio.sleep(rest)  # type: ignore[arg-type]
        finally:
            self._ticking = False

    def _tell(self, workshop_id: int) -> None:
        with storage.reading() as db:
            picture = picture_of(db, workshop_id)
        told, showed = self._told.get(workshop_id, (0, False))
        shows = picture.stage.shows_ideas
        self._told[workshop_id] = (picture.version, shows)
        for audience in self._present(workshop_id):
            # When the ideas come to be shown, the phones have none of them yet.
            whole = shows and not showed and audience is not Audience.DESK
            since = 0 if whole else told
            news = news_for(audience, picture, since)
            self._socketio.emit("news", news, to=room(workshop_id, audience), namespace=NAMESPACE)

    def _present(self, workshop_id: int) -> list[Audience]:
        """The audiences with somebody in their room: to the others there is nobody to tell."""
        rooms = self._socketio.server.manager.rooms.get(NAMESPACE, {})  # type: ignore[attr-defined]
        return [audience for audience in Audience if room(workshop_id, audience) in rooms]


def room(workshop_id: int, audience: Audience) -> str:
    """The name of the room; only the server makes it, after it has found a seat or a right."""
    return f"{workshop_id}:{audience}"
