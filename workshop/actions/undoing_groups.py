"""Undoing what was done at the desk for tables, groups and departments."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from language import N_
from workshop.actions import drafting, seating, tables, tidying
from workshop.actions.at_table import put_counts
from workshop.actions.owning import put_answer
from workshop.actions.rows import grow, log
from workshop.records import DeedRow
from workshop.table_count import Count

UNDONE: dict[str, str] = {
    "add_table": N_("Undone: the table is removed"),
    "remove_table": N_("Undone: the table is there again"),
    "enter_table_idea": N_("Undone: the table's idea is hidden"),
    "count_table": N_("Undone: the table's earlier numbers stand again"),
    "take_idea": N_("Undone: the idea is back at its table"),
    "leave_idea": N_("Undone: the idea goes to plenary again"),
    "enter_sentence": N_("Undone: the sentence you entered is hidden"),
    "hide_sentence": N_("Undone: the sentence is shown again"),
    "show_sentence": N_("Undone: the sentence is hidden again"),
    "record_ownership": N_("Undone: the department's earlier answer stands again"),
}


def _undo_adding(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    tables.remove_table(db, deed.workshop_id, deed.details["table_id"], person_id, now)


def _undo_removing(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    tables.restore_table(db, deed.workshop_id, deed.details["table_id"], person_id, now)


def _undo_entering(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    for idea in deed.details["ideas"]:
        tidying.hide_idea(db, deed.workshop_id, idea, person_id, now)


def _undo_counting(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    """The numbers that stood there before, also when the table itself has counted again since."""
    told = {name: value for name, value in deed.details.items() if name != "before"}
    before = {
        idea: None if numbers[0] is None else Count(*numbers)
        for idea, *numbers in deed.details["before"]
    }
    grow(db, deed.workshop_id)
    put_counts(db, told["stage_id"], told["table_id"], before)
    log(db, deed.workshop_id, person_id, "count_table", now, **told)


def _undo_recording(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    told = {name: value for name, value in deed.details.items() if name != "before"}
    where = told["stage_id"], told["department_id"], told["idea"]
    put_answer(db, *where, deed.details["before"], grow(db, deed.workshop_id))
    log(db, deed.workshop_id, person_id, "record_ownership", now, **told)


def _undo_hiding(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    drafting.show_sentence(db, deed.workshop_id, deed.details["sentence"], person_id, now)


def _undo_showing(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    drafting.hide_sentence(db, deed.workshop_id, deed.details["sentence"], person_id, now)


def _undo_taking(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    idea, taken = deed.details["idea"], deed.act == "leave_idea"
    seating.take_at_desk(db, deed.workshop_id, idea, person_id, now, taken=taken)


HOW: dict[str, Callable[[Session, DeedRow, int, datetime], object]] = {
    "add_table": _undo_adding,
    "remove_table": _undo_removing,
    "enter_table_idea": _undo_entering,
    "count_table": _undo_counting,
    "take_idea": _undo_taking,
    "leave_idea": _undo_taking,
    "enter_sentence": _undo_showing,
    "hide_sentence": _undo_hiding,
    "show_sentence": _undo_showing,
    "record_ownership": _undo_recording,
}
