"""A disk in a cloud takes milliseconds to sync; two hundred people vote on it."""

import asyncio
from pathlib import Path
from random import Random

from rehearsal.phone import Phone
from tests.faults.crowd import room_with, run, tell, vote
from tests.faults.server import ON_A_SLOW_DISK, served

PEOPLE = 200
WITHIN_S = 3.0
PATIENCE_MS = 1000


def test_two_hundred_people_vote_on_a_slow_disk(tmp_path: Path) -> None:
    async def story() -> None:
        with served(tmp_path, ON_A_SLOW_DISK) as server:
            async with room_with(server, PEOPLE) as (room, phones):
                chance = Random(1)

                async def votes_twice(phone: Phone) -> bool:
                    answers = []
                    for idea in room.ideas[:2]:
                        await asyncio.sleep(chance.uniform(0, WITHIN_S / 2))
                        answers.append(await vote(phone, idea, 1))
                    return all(answer["ok"] for answer in answers)

                assert all(await asyncio.gather(*map(votes_twice, phones)))

                p95 = room.journal.quantile_ms(0.95, "vote")
                tell(f"on a disk of 5 ms, votes are acknowledged within {p95:.0f} ms (p95)")
                assert p95 < PATIENCE_MS
                assert sorted((await room.results()).values()) == [(0, 0)] + 2 * [(PEOPLE, PEOPLE)]

    run(story)
