"""What an acknowledgement is worth: the server is killed in the middle of a burst of votes."""

import asyncio
import sqlite3
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

from rehearsal.phone import Phone
from tests.faults.crowd import connected, room_with, run, tell, until, vote
from tests.faults.server import served

PEOPLE = 60
ACKNOWLEDGED = 400
"""So many votes are acknowledged before the server dies."""

Votes = dict[int, int]


def test_no_acknowledged_vote_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    known: dict[int, Votes] = defaultdict(dict)
    """By person, the latest acknowledged vote on each idea."""
    asked: dict[int, tuple[int, int]] = {}
    """By person, the vote that was not acknowledged."""
    acknowledged = 0

    async def tap(number: int, phone: Phone, ideas: list[int]) -> None:
        nonlocal acknowledged
        chance = Random(number)
        while True:
            idea, dots = chance.choice(ideas), chance.randrange(3)
            asked[number] = (idea, dots)
            answer = await vote(phone, idea, dots)
            if answer["ok"]:
                known[number][idea] = dots
                acknowledged += 1
            elif answer["code"] != "votes_spent":
                return
            del asked[number]

    async def story() -> None:
        with served(tmp_path) as first:
            async with room_with(first, PEOPLE) as (room, phones):
                taps = [
                    asyncio.create_task(tap(n, phone, room.ideas)) for n, phone in enumerate(phones)
                ]
                await until(lambda: acknowledged >= ACKNOWLEDGED)
                first.kill()
                await until(lambda: not any(map(connected, phones)))
                for one in taps:
                    one.cancel()
                await asyncio.gather(*taps, return_exceptions=True)
                tell(f"{acknowledged} votes acknowledged, {len(asked)} on their way at the kill")

                with served(tmp_path) as second:
                    room.server = second
                    for browser in [room.leader, *(phone.browser for phone in phones)]:
                        browser.server = second.address
                    assert (await room.fresh())["state"]["voting"] == "dots"
                    given = [dict(await _own_votes(phone)) for phone in phones]
                    for number, votes in enumerate(given):
                        assert _explained(votes, known[number], asked.get(number))
                    assert await room.results() == _united(given, room.ideas)
                    assert _ballots_given_twice(tmp_path) == []

    run(story)


async def _own_votes(phone: Phone) -> Votes:
    answer = await phone.connect()
    return {int(idea): dots for idea, dots in answer["mine"]["votes"].items()}


def _explained(stored: Votes, known: Votes, asked: tuple[int, int] | None) -> bool:
    """What was acknowledged is there; of what was not, either."""
    acknowledged = {idea: dots for idea, dots in known.items() if dots}
    if asked is None:
        return stored == acknowledged
    with_it = {idea: dots for idea, dots in {**known, asked[0]: asked[1]}.items() if dots}
    return stored in (acknowledged, with_it)


def _united(given: list[Votes], ideas: list[int]) -> dict[int, tuple[int, int]]:
    votes, voters = Counter[int](), Counter[int]()
    for one in given:
        votes.update(one)
        voters.update(one.keys())
    return {idea: (votes[idea], voters[idea]) for idea in ideas}


def _ballots_given_twice(instance: Path) -> list[object]:
    with sqlite3.connect(instance / "idedugnad.sqlite") as database:
        twice = database.execute(
            "SELECT stage_id, participant_id, idea_id FROM ballot GROUP BY 1, 2, 3"
            " HAVING count(*) > 1"
        ).fetchall()
    database.close()
    return twice
