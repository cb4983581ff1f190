"""Threads on a file database: two tabs of one person, and everybody at the same moment."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations

from flask import Flask
from sqlalchemy import select

import storage
from language import Refusal
from planning import Project
from tests.workshop.cast import BEN, CHI, vote
from tests.workshop.methods.rooms import room_voting_by
from workshop.actions.comparing import pairing_of
from workshop.actions.looking import own_of
from workshop.records import BallotRow, ComparisonRow
from workshop.stage import Method

THREADS = 8
Tap = tuple[str, int, int | str]


def at_once(room: int, taps: Iterable[Tap]) -> None:
    def tap(one: Tap) -> None:
        try:
            with storage.transaction() as db:
                vote(db, room, *one)
        except Refusal:
            pass

    with ThreadPoolExecutor(THREADS) as tabs:
        list(tabs.map(tap, taps))


def room_of(project: Project, method: Method, votes: int = 0) -> tuple[int, list[int]]:
    with storage.transaction() as db:
        return room_voting_by(db, project, method, 5, votes)


def read(ask: Callable[..., object], room: int) -> object:
    with storage.reading() as db:
        return ask(db, room, BEN)


def test_a_list_stays_a_list_when_two_tabs_move_ideas_on_it(house: Flask, project: Project) -> None:
    room, ideas = room_of(project, Method.RANKING, votes=3)

    at_once(room, [(BEN, idea, place) for place in (1, 0, 2, 3, 1) for idea in ideas] * 3)

    with storage.reading() as db:
        places = sorted(db.scalars(select(BallotRow.value)))
        own = own_of(db, room, BEN).votes
    assert places == [*range(1, len(places) + 1)]
    assert len(own) == len(places) <= 3


def test_a_pair_is_compared_once_however_many_tabs_there_are(
    house: Flask, project: Project
) -> None:
    room, ideas = room_of(project, Method.PAIRS)
    pairs = [*combinations(ideas, 2)]
    taps: list[Tap] = []
    for who in (BEN, CHI):
        taps += [(who, one, f"over-{other}") for one, other in pairs]
        taps += [(who, other, f"over-{one}") for one, other in pairs]

    at_once(room, taps * 2)

    with storage.reading() as db:
        rows = db.scalars(select(ComparisonRow)).all()
        assert len(pairing_of(db, room, BEN).chosen) == len(pairs)
    assert len(rows) == 2 * len(pairs)
