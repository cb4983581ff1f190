"""Threads on a file database: what holds when everybody taps at the same moment."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from flask import Flask

import storage
from language import Refusal
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, ada_id, room_with_ideas, vote
from workshop.actions import steering
from workshop.actions.looking import own_of, picture_of
from workshop.actions.opening import take_seat
from workshop.actions.rows import workshop_row
from workshop.actions.taking_part import cast_vote
from workshop.lateness import Given

THREADS = 8
PEOPLE = 30


def fill_room(project: Project) -> tuple[int, list[int], list[str]]:
    with storage.transaction() as db:
        room, ideas = room_with_ideas(db, project)
        code = picture_of(db, room).code
        workshop_row(db, room).most_participants = PEOPLE + 2
        tokens = [f"token-{n}" for n in range(PEOPLE)]
        for token in tokens:
            take_seat(db, code, 1, token, NOW)
    return room, ideas, tokens


def try_vote(room: int, token: str, idea: int, dots: int) -> bool:
    try:
        with storage.transaction() as db:
            vote(db, room, token, idea, dots)
    except Refusal:
        return False
    return True


def test_no_vote_is_lost_and_none_counts_twice(house: Flask, project: Project) -> None:
    room, (one, two, three), tokens = fill_room(project)
    taps = [(token, idea, 1) for token in tokens for idea in (one, two, three)] * 2

    with ThreadPoolExecutor(THREADS) as crowd:
        stored = list(crowd.map(lambda tap: try_vote(room, *tap), taps))
    with storage.transaction() as db:
        steering.close_voting(db, room, ada_id(db), NOW)
        standings = picture_of(db, room).standings

    assert all(stored)
    assert standings is not None
    assert [(s.votes, s.voters) for s in standings] == [(PEOPLE, PEOPLE)] * 3


def test_two_tabs_of_one_person_cannot_overspend(house: Flask, project: Project) -> None:
    room, ideas, _ = fill_room(project)
    taps = [(idea, dots) for idea in ideas for dots in (1, 2, 2, 1)] * 5

    with ThreadPoolExecutor(THREADS) as tabs:
        list(tabs.map(lambda tap: try_vote(room, BEN, *tap), taps))

    with storage.reading() as db:
        own = own_of(db, room, BEN)
    assert own.left is not None
    assert own.left >= 0
    assert sum(value for value in own.votes.values() if isinstance(value, int)) == 3 - own.left


def test_the_result_announced_at_closing_never_changes_by_votes_without_a_stamp(
    house: Flask, project: Project
) -> None:
    room, ideas, tokens = fill_room(project)
    go = threading.Barrier(THREADS + 1)
    accepted: list[str] = []

    def crowd(part: int) -> None:
        go.wait()
        taps = [(token, idea) for token in tokens[part::THREADS] for idea in ideas]
        accepted.extend(token for token, idea in taps if try_vote(room, token, idea, 1))

    threads = [threading.Thread(target=crowd, args=(part,)) for part in range(THREADS)]
    for thread in threads:
        thread.start()
    go.wait()
    with storage.transaction() as db:
        steering.close_voting(db, room, ada_id(db), NOW)
        announced = picture_of(db, room).standings
    for thread in threads:
        thread.join()

    with storage.reading() as db:
        afterwards = picture_of(db, room).standings
    assert announced == afterwards
    assert sum(standing.votes for standing in afterwards or ()) == len(accepted)


def test_votes_given_before_the_closing_count_though_they_come_while_it_is_closed(
    house: Flask, project: Project
) -> None:
    room, (idea, *_), tokens = fill_room(project)
    with storage.reading() as db:
        stage_id = picture_of(db, room).stage.id

    def tap(token: str) -> bool:
        given = Given(came=NOW + timedelta(seconds=9), at=NOW, stage_id=stage_id)
        with storage.transaction() as db:
            return cast_vote(db, room, token, idea, 1, given).late

    def close(_: str) -> bool:
        with storage.transaction() as db:
            steering.close_voting(db, room, ada_id(db), NOW)
        return False

    acts: list[tuple[Callable[[str], bool], str]] = [(tap, token) for token in tokens]
    acts.insert(PEOPLE // 2, (close, ""))
    with ThreadPoolExecutor(THREADS) as crowd:
        came_late = list(crowd.map(lambda act: act[0](act[1]), acts))

    with storage.reading() as db:
        picture = picture_of(db, room)
    assert [(s.votes, s.voters) for s in picture.standings or ()] == [(PEOPLE, PEOPLE)]
    assert picture.late == sum(came_late) > 0


def test_no_two_changes_have_one_version(house: Flask, project: Project) -> None:
    room, (idea, *_), tokens = fill_room(project)
    versions: list[int] = []

    def tap(token: str) -> None:
        with storage.transaction() as db:
            vote(db, room, token, idea, 1)
            versions.append(picture_of(db, room).version)

    with ThreadPoolExecutor(THREADS) as crowd:
        list(crowd.map(tap, tokens))

    assert len(set(versions)) == PEOPLE
