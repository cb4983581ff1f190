"""Connections that break, hang, come twice, or are no WebSocket at all."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from rehearsal.doors import Browser
from rehearsal.phone import Phone
from tests.faults.crowd import (
    Room,
    connected,
    drop,
    entering,
    p95_ms,
    room_with,
    run,
    seen,
    tell,
    until,
    upgraded,
    vote,
)
from tests.faults.server import Server

AWAY_S = 2.0


def test_phones_that_were_cut_off_come_back_to_the_present(server: Server) -> None:
    async def story() -> None:
        async with room_with(server, 40) as (room, phones):
            lost, stayed = phones[:8], phones[8:]
            await asyncio.gather(*(vote(phone, room.ideas[0], 1) for phone in phones))
            for phone in lost:
                drop(phone)
            await until(lambda: not any(map(connected, lost)))

            away = time.monotonic() + AWAY_S
            while time.monotonic() < away:
                given = (vote(phone, room.ideas[1], 2) for phone in stayed)
                assert all(answer["ok"] for answer in await asyncio.gather(*given))
            for stage in ("next", "previous", "3", "4"):
                await room.go(stage)
            await room.leader.send(f"/workshops/{room.id}/voting", [("act", "open")])
            back = await asyncio.gather(*(phone.connect() for phone in lost))

            assert [answer["mine"]["votes"] for answer in back] == [{str(room.ideas[0]): 1}] * 8
            given = (vote(phone, room.ideas[2], 1) for phone in lost)
            assert all(answer["ok"] for answer in await asyncio.gather(*given))
            fresh = seen(await room.fresh())
            await until(lambda: all(phone.version >= fresh["version"] for phone in phones))
            assert all(seen(phone.room) == fresh for phone in phones)
            ideas = dict(zip(room.ideas, [(40, 40), (64, 32), (8, 8)], strict=True))
            assert await room.results() == ideas

    run(story)


def test_two_tabs_of_one_person_cannot_overspend(server: Server) -> None:
    async def story() -> None:
        async with room_with(server, 1) as (room, [first]):
            second = await room.connect(first.browser)
            chance = Random(1)
            taps = [(chance.choice(room.ideas), chance.randrange(3)) for _ in range(120)]

            given = (
                vote(tab, *taps[n + i])
                for n in range(0, len(taps), 2)
                for i, tab in enumerate((first, second))
            )
            answers = await asyncio.gather(*given)

            accepted = [answer for answer in answers if answer["ok"]]
            assert all(0 <= answer["left"] <= 3 for answer in accepted)
            assert {a["code"] for a in answers if not a["ok"]} <= {"votes_spent"}
            own = await second.enter()
            spent = sum(own["mine"]["votes"].values())
            assert spent == 3 - own["left"] <= 3
            await second.disconnect()
            assert sum(votes for votes, _ in (await room.results()).values()) == spent

    run(story)


LONG_IDEAS = 400
TURNS = 24
SLOW = 8


def test_a_phone_that_never_reads_delays_nobody_and_fills_no_memory(server: Server) -> None:
    async def story() -> None:
        async with room_with(server, 10) as (room, phones):
            lines = [f"{n} {'Kommunen skal bygge. ' * 23}" for n in range(LONG_IDEAS)]
            await room.leader.send(f"/workshops/{room.id}/ideas", [("text", t) for t in lines])
            alone = await _times_of_turns(room, phones)
            async with Browser(server.address) as browser:
                await (await room.seat(browser)).disconnect()
                before = server.memory_mb
                with _who_never_read(room, browser):
                    together = await _times_of_turns(room, phones)
                    grown = server.memory_mb - before

            tell(
                f"news p95 {p95_ms(alone):.0f} ms, with {SLOW} phones that never read"
                f" {p95_ms(together):.0f} ms; server memory grew by {grown:.1f} MB"
            )
            assert p95_ms(together) < 3 * p95_ms(alone) + 250
            assert grown < 30

    run(story)


@contextmanager
def _who_never_read(room: Room, browser: Browser) -> Iterator[None]:
    sockets = [upgraded(room, browser, buffer_bytes=2048) for _ in range(SLOW)]
    try:
        for one in sockets:
            one.sendall(entering(room.code))
        yield
    finally:
        for one in sockets:
            one.close()


async def _times_of_turns(room: Room, phones: list[Phone]) -> list[float]:
    """Hide and show all ideas again and again; how long it took until each phone saw it."""
    times: list[float] = []
    for turn in range(TURNS):
        ordinal = 2 + turn % 2  # the silent stage, then the one that shows all
        start = time.monotonic()
        await room.go(str(ordinal))

        async def hears(phone: Phone, ordinal: int, start: float) -> None:
            await until(lambda: bool(phone.room["state"]["ordinal"] == ordinal))
            times.append(time.monotonic() - start)

        await asyncio.gather(*(hears(phone, ordinal, start) for phone in phones))
    return times
