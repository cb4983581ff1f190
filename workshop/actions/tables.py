"""Tables without phones: adding them, taking them out, finding them."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from language import N_, NotFound, Refusal
from planning import departments_of
from workshop.actions.opening import NoSuchDepartment
from workshop.actions.rows import NO_ID, grow, log, running, workshop_row
from workshop.group_records import PaperTableRow, TableIdeaRow
from workshop.records import WorkshopRow
from workshop.room_code import as_code, new_code
from workshop.table_count import accept_table

CODE_LENGTH = 10
"""One of 800 million million: nobody finds a table by trying."""


class NoSuchTable(NotFound):
    """The table is not in this workshop, or it has been removed."""

    code = "no_such_table"
    sentence = N_("That table is not in the workshop any more. Ask the facilitator.")


class TableNamed(Refusal):
    """Another table has this name."""

    code = "table_named"
    sentence = N_("There is a table with that name already. Give this one another name.")


@dataclass(frozen=True)
class PaperTable:
    """People at one table who have no phones of their own."""

    id: int
    workshop_id: int
    name: str
    people: int
    department_id: int | None
    code: str


def add_table(
    db: Session,
    workshop_id: int,
    name: str,
    people: int | None,
    department_id: int | None,
    person_id: int,
    now: datetime,
    chance: Random,
) -> int:
    """The id of a new table. Refused without a name and people, or with a name that is taken."""
    workshop = running(workshop_row(db, workshop_id))
    name, seated = accept_table(name, people)
    known = {department.id for department in departments_of(db, workshop.project_id)}
    if department_id not in {None, *known}:
        raise NoSuchDepartment
    grow(db, workshop_id)
    _refuse_named(db, workshop_id, name)
    row = PaperTableRow(
        workshop_id=workshop_id,
        name=name,
        people=seated,
        department_id=department_id,
        code=new_code(chance, CODE_LENGTH),
        added_at=now,
    )
    db.add(row)
    db.flush()
    log(db, workshop_id, person_id, "add_table", now, table=name, table_id=row.id, people=seated)
    return row.id


def remove_table(
    db: Session, workshop_id: int, table_id: int, person_id: int, now: datetime
) -> None:
    """Take the table out, and what it has counted with it; its ideas stay."""
    row = _row(db, workshop_id, table_id)
    row.removed_at = now
    grow(db, workshop_id)
    log(db, workshop_id, person_id, "remove_table", now, table=row.name, table_id=row.id)


def restore_table(
    db: Session, workshop_id: int, table_id: int, person_id: int, now: datetime
) -> None:
    """Put a removed table back, with what it had counted."""
    running(workshop_row(db, workshop_id))
    row = db.get_one(PaperTableRow, table_id)
    grow(db, workshop_id)
    _refuse_named(db, workshop_id, row.name)
    row.removed_at = None
    log(db, workshop_id, person_id, "restore_table", now, table=row.name, table_id=row.id)


def tables_in(db: Session, workshop_id: int) -> list[PaperTable]:
    """The tables of the workshop, in the order they were added."""
    here = PaperTableRow.workshop_id == workshop_id, PaperTableRow.removed_at.is_(None)
    rows = db.scalars(select(PaperTableRow).where(*here).order_by(PaperTableRow.id))
    return [_value(row) for row in rows]


def get_table(db: Session, workshop_id: int, table_id: int) -> PaperTable:
    """The table with this id. Refused when the workshop has none such."""
    return _value(_row(db, workshop_id, table_id, ended=True))


def table_with_code(db: Session, typed: str) -> PaperTable:
    """The table with this code, however it was typed. Refused when there is none."""
    there = PaperTableRow.removed_at.is_(None)
    row = db.scalar(select(PaperTableRow).where(PaperTableRow.code == as_code(typed), there))
    if row is None:
        raise NoSuchTable
    return _value(row)


def tables_of_ideas(db: Session, workshop_id: int) -> dict[int, PaperTable]:
    """For each idea that comes from a table, also from one that was removed, the table."""
    query = select(TableIdeaRow.idea_id, PaperTableRow).join(PaperTableRow)
    rows = db.execute(query.where(PaperTableRow.workshop_id == workshop_id))
    return {idea: _value(table) for idea, table in rows}


def people_at_tables(db: Session, project_id: int) -> int:
    """How many people have sat at tables without phones, in all workshops but rehearsals."""
    query = select(func.sum(PaperTableRow.people)).join(WorkshopRow)
    held = WorkshopRow.project_id == project_id, WorkshopRow.rehearsal.is_(False)
    return db.scalar(query.where(*held, PaperTableRow.removed_at.is_(None))) or 0


def _refuse_named(db: Session, workshop_id: int, name: str) -> None:
    if any(table.name == name for table in tables_in(db, workshop_id)):
        raise TableNamed


def _row(db: Session, workshop_id: int, table_id: int, *, ended: bool = False) -> PaperTableRow:
    workshop = workshop_row(db, workshop_id)
    row = db.get(PaperTableRow, table_id) if 0 < table_id < NO_ID else None
    if row is None or row.workshop_id != workshop_id or row.removed_at is not None:
        raise NoSuchTable
    if not ended:
        running(workshop)
    return row


def _value(row: PaperTableRow) -> PaperTable:
    return PaperTable(row.id, row.workshop_id, row.name, row.people, row.department_id, row.code)
