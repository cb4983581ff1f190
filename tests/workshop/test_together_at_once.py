"""Threads on a file database: tables and departments that answer at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

import storage
from language import Refusal
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, ada_id, room_with_ideas
from tests.workshop.test_owning import ERI, room_that_owns
from tests.workshop.test_seating import room_with_tables
from workshop import Answer, Ownership
from workshop.actions import at_table, owning, seating, tables
from workshop.actions.rows import current_stage, workshop_row
from workshop.group_records import OwnershipRow
from workshop.records import StageRow

THREADS = 8
Act = Callable[[Session], object]


def all_at_once(acts: list[Act]) -> int:
    """How many of these acts were not refused."""

    def done(act: Act) -> bool:
        try:
            with storage.transaction() as db:
                act(db)
        except Refusal:
            return False
        return True

    with ThreadPoolExecutor(THREADS) as crowd:
        return sum(crowd.map(done, acts))


def test_desk_and_device_together_give_no_more_than_the_table_has(
    house: Flask, project: Project
) -> None:
    with storage.transaction() as db:
        room, ideas = room_with_ideas(db, project)
        added = tables.add_table(db, room, "Bord 1", 4, None, ada_id(db), NOW, Random(1))
        table = tables.get_table(db, room, added)

    def count(idea: int, votes: int) -> Act:
        return lambda db: at_table.count_table(db, table, {idea: [str(votes)]}, NOW)

    done = all_at_once([count(idea, votes) for votes in (8, 3, 5) for idea in ideas] * 4)

    with storage.reading() as db:
        counts = at_table.counts_of(db, current_stage(db, workshop_row(db, room)), table.id)
    assert done
    assert sum(count.votes for count in counts.values()) <= 12


def test_colleagues_at_once_leave_one_answer_of_the_department(
    house: Flask, project: Project
) -> None:
    with storage.transaction() as db:
        room, (one, *_) = room_that_owns(db, project)

    def answer(who: str, said: Answer) -> Act:
        return lambda db: owning.answer_for_department(db, room, who, one, Ownership(said))

    acts = [answer(who, said) for who in (BEN, ERI) for said in (Answer.YES, Answer.NO)] * 5
    assert all_at_once(acts) == len(acts)
    with storage.reading() as db:
        assert db.scalar(select(func.count()).select_from(OwnershipRow)) == 1


def test_a_table_cannot_take_more_than_it_may_by_being_quick(
    house: Flask, project: Project
) -> None:
    with storage.transaction() as db:
        room, ideas = room_with_tables(db, project)
        limit_to_one(db, room)

    def take(who: str, idea: int) -> Act:
        return lambda db: seating.take_or_leave(db, room, who, idea, taken=True)

    all_at_once([take(who, idea) for idea in ideas[:3] for who in (BEN, ERI)] * 3)

    with storage.reading() as db:
        assert sum(idea.taken for idea in seating.table_ideas(db, room)) == 1


def limit_to_one(db: Session, room: int) -> None:
    stage = current_stage(db, workshop_row(db, room))
    db.get_one(StageRow, stage.id).most_per_idea = 1
