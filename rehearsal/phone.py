"""One person's phone: a Socket.IO connection, and how long the server takes to acknowledge."""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import socketio
from socketio.exceptions import SocketIOError

from rehearsal.doors import Browser, DoorShut

NAMESPACE = "/workshop"
PATIENCE_S = 20

Answer = Mapping[str, Any]
"""What the server acknowledges an event with: "ok", then facts or a code and a message."""


@dataclass
class Journal:
    """What all phones together have seen: acknowledgement times and refusals."""

    ack_ms: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """By event."""
    accepted: Counter[str] = field(default_factory=Counter)
    """By event."""
    refusals: Counter[str] = field(default_factory=Counter)
    """By code."""

    def quantile_ms(self, share: float, *events: str) -> float:
        """The time within which this share of the events, in [0, 1], was acknowledged."""
        chosen = events or tuple(self.ack_ms)
        times = sorted(ms for event in chosen for ms in self.ack_ms.get(event, ()))
        return times[min(int(share * len(times)), len(times) - 1)] if times else 0.0


class Phone:
    """A phone in the room. It remembers what the server last said about the room."""

    def __init__(self, browser: Browser, code: str, journal: Journal) -> None:
        self.browser = browser
        self.code = code
        self.room: dict[str, Any] = {}
        self.news = asyncio.Event()
        """Set whenever the room has changed; whoever waits for it clears it."""
        self._journal = journal
        self._client: Any = None
        self._looking = False

    @property
    def version(self) -> int:
        """The version of the room that this phone shows; -1 before it has entered."""
        return int(self.room.get("version", -1))

    async def connect(self) -> Answer:
        """Connect by WebSocket, with the cookies of the browser, and enter the room."""
        self._client = socketio.AsyncClient(  # type: ignore[no-untyped-call]  # it has no types
            reconnection=False, http_session=self.browser.http, handle_sigint=False
        )
        self._client.on("news", self._hear, namespace=NAMESPACE)
        await self._client.connect(
            self.browser.server,
            namespaces=[NAMESPACE],
            transports=["websocket"],
            wait_timeout=PATIENCE_S,
        )
        return await self.enter()

    async def disconnect(self) -> None:
        """Lose the connection; the seat stays."""
        if self._client is not None:
            await self._client.disconnect()

    async def enter(self) -> Answer:
        """Enter the room, or look at it afresh. Raises DoorShut when refused."""
        answer = insist(await self.say("enter", {"code": self.code}))
        self._take(answer)
        return answer

    async def say(self, event: str, message: Mapping[str, object]) -> Answer:
        """Send an event and wait for its acknowledgement, which may be a refusal."""
        start = time.perf_counter()
        try:
            answer: Answer = await self._client.call(
                event, dict(message), namespace=NAMESPACE, timeout=PATIENCE_S
            )
        except SocketIOError as fault:
            answer = {"ok": False, "code": "no_answer", "message": f"{event}: {fault!r}"}
        self._journal.ack_ms[event].append(1000 * (time.perf_counter() - start))
        if answer["ok"]:
            self._journal.accepted[event] += 1
        else:
            self._journal.refusals[str(answer["code"])] += 1
        return answer

    async def _hear(self, news: Answer) -> None:
        if int(news["version"]) <= self.version:
            return
        if int(news["from"]) <= self.version:
            self._take(news)
        elif not self._looking:
            await self._look_again()

    async def _look_again(self) -> None:
        """Something was missed: look at the whole room, once at a time."""
        self._looking = True
        answer = await self.say("enter", {"code": self.code})
        self._looking = False
        if answer["ok"]:
            self._take(answer)

    def _take(self, news: Answer) -> None:
        """What is newer stays; ideas that are not in the news are as they were."""
        if int(news["version"]) < self.version:
            return
        ideas = {} if "mine" in news else dict(self.room.get("ideas", {}))
        for idea in news["ideas"]:
            ideas[int(idea["id"])] = idea
            if idea["gone"]:
                del ideas[int(idea["id"])]
        self.room |= {**news, "ideas": ideas}
        self.news.set()


def insist(answer: Answer) -> Answer:
    """The answer, which must not be a refusal. Raises DoorShut."""
    if not answer["ok"]:
        raise DoorShut(str(answer["code"]), str(answer["message"]))
    return answer
