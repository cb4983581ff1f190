"""People with phones in a real room, and what the tests do to their connections."""

import asyncio
import json
import socket
import struct
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from yarl import URL

from rehearsal import doors
from rehearsal.crowd import each
from rehearsal.doors import Browser
from rehearsal.phone import Answer, Journal, Phone
from tests.faults.server import Server

Result = TypeVar("Result")
PATIENCE_S = 20
MOST_S = 60
"""No test takes longer; one that does has failed."""
IDEAS = ("Leie-til-eie", "Bofellesskap", "Tilvisningsavtaler")


@dataclass
class Room:
    """A workshop with three dots each, at most two on one idea."""

    server: Server
    leader: Browser
    id: int
    code: str
    ideas: list[int]
    journal: Journal = field(default_factory=Journal)

    async def go(self, to: str) -> None:
        """To another stage: "next", "previous" or a number."""
        await self.leader.send(f"/workshops/{self.id}/stage", [("to", to)])

    async def seat(self, browser: Browser) -> Phone:
        """Join, and connect a phone."""
        department = next(iter(await doors.departments(browser, self.code)))
        await doors.join(browser, self.code, department)
        return await self.connect(browser)

    async def connect(self, browser: Browser) -> Phone:
        """Connect a phone of someone who has a seat."""
        phone = Phone(browser, self.code, self.journal)
        await phone.connect()
        return phone

    async def fresh(self) -> Mapping[str, Any]:
        """The room as someone sees it who comes just now."""
        async with Browser(self.server.address) as browser:
            phone = await self.seat(browser)
            await phone.disconnect()
        return phone.room

    async def results(self) -> dict[int, tuple[int, int]]:
        """Close the voting: the votes and voters of each idea."""
        await doors.close_voting(self.leader, self.id)
        return {row[0]: (row[1], row[2]) for row in (await self.fresh())["results"]}


@asynccontextmanager
async def room_with(
    server: Server, people: int, stage: str = "4"
) -> AsyncIterator[tuple[Room, list[Phone]]]:
    """A room in which so many people vote."""
    async with Browser(server.address) as leader:
        project = await doors.sign_in(leader, server.sign_in)
        workshop, code = await doors.create_workshop(leader, project, "kort45", people + 20)
        room = Room(server, leader, workshop, code, [])
        room.ideas = await doors.write_ideas(leader, workshop, IDEAS)
        await room.go(stage)
        browsers = [Browser(server.address) for _ in range(people)]
        try:
            phones = await each(room.seat, browsers)
            yield room, phones
            await asyncio.gather(*(phone.disconnect() for phone in phones))
        finally:
            await asyncio.gather(*(browser.http.close() for browser in browsers))


def run(story: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
    """Run it in a thread with a loop of its own: another loop may be at work in this one."""

    async def bounded() -> Result:
        async with asyncio.timeout(MOST_S):
            return await story()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(bounded())).result()


async def vote(phone: Phone, idea: int, value: int | None) -> Answer:
    """Vote, and wait for the acknowledgement."""
    return await phone.say("vote", {"idea": idea, "value": value})


async def until(sign: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Wait until this is so."""
    async with asyncio.timeout(patience_s):
        while not sign():  # noqa: ASYNC110 (a sign may be the state of a library)
            await asyncio.sleep(0.005)


def drop(phone: Phone) -> None:
    """Take the network away: the connection is reset, and nobody says goodbye."""
    websocket = phone._client.eio.ws  # noqa: SLF001 (no client offers this)
    websocket.get_extra_info("socket").setsockopt(
        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
    )
    websocket._response.connection.transport.abort()  # noqa: SLF001


def connected(phone: Phone) -> bool:
    """Whether the phone believes that it has a connection."""
    return bool(phone._client.connected)  # noqa: SLF001 (as above)


def seen(room: Mapping[str, Any]) -> dict[str, Any]:
    """What everyone sees of the room, without what is one person's own."""
    ideas = {int(idea["id"]): idea for idea in _listed(room["ideas"])}
    return {"ideas": ideas, **{key: room[key] for key in ("version", "state", "results")}}


def _listed(ideas: Any) -> list[dict[str, Any]]:
    return list(ideas.values()) if isinstance(ideas, dict) else ideas


def upgraded(room: Room, browser: Browser, buffer_bytes: int | None = None) -> socket.socket:
    """A bare WebSocket to the server, with the cookies of this browser."""
    bare = socket.socket()
    bare.settimeout(PATIENCE_S)
    if buffer_bytes:
        bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer_bytes)
    bare.connect(("127.0.0.1", room.server.port))
    cookies = browser.http.cookie_jar.filter_cookies(URL(room.server.address))
    bare.sendall(handshake("; ".join(f"{c.key}={c.value}" for c in cookies.values())))
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += bare.recv(1)
    assert b" 101 " in answer
    return bare


def handshake(cookies: str = "", key: str = "dGhlIHNhbXBsZSBub25jZQ==", version: int = 13) -> bytes:
    """The request that asks for a WebSocket."""
    return (
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: {version}\r\n"
        f"Cookie: {cookies}\r\n\r\n"
    ).encode()


def frame(payload: bytes, opcode: int = 1, *, final: bool = True) -> bytes:
    """A frame as a client sends it, masked with zeros; up to 64 kB."""
    first = bytes([opcode | (0x80 if final else 0)])
    if len(payload) < 126:
        return first + bytes([0x80 | len(payload)]) + bytes(4) + payload
    return first + b"\xfe" + struct.pack(">H", len(payload)) + bytes(4) + payload


def entering(code: str) -> bytes:
    """The frames by which a phone enters."""
    event = json.dumps(["enter", {"code": code}])
    return frame(b"40/workshop,") + frame(f"42/workshop,0{event}".encode())


def p95_ms(times_s: list[float]) -> float:
    """The time within which 95 of 100 were done."""
    return 1000 * sorted(times_s)[int(0.95 * len(times_s))]


def tell(figures: str) -> None:
    """Say it to whoever runs the tests with -s or -rP."""
    sys.stdout.write(f"\n{figures}\n")
