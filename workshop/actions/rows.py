"""Fetching what the actions share: the workshop, its stages, the seat of a token."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select, update
from sqlalchemy.orm import Session

from language import N_, NotFound, Refusal
from people import hash_of
from storage import Prepared
from workshop.records import DeedRow, IdeaRow, ParticipantRow, StageRow, WorkshopRow
from workshop.room_code import as_code
from workshop.stage import Method, NoSuchStage, Stage, StageKind, stage_at

_hash_of = lru_cache(maxsize=10_000)(hash_of)
"""A seat says who it is with everything it does."""
NO_ID = 2**53
"""No row is numbered so high, and no database could be asked for it."""


class NoSuchCode(NotFound):
    """No workshop has this code."""

    code = "no_such_code"
    sentence = N_("No workshop has that code. Check the code on the screen and try again.")


class NoSuchWorkshop(NotFound):
    """The workshop is not there."""

    code = "no_such_workshop"
    sentence = N_("This workshop does not exist, or it has been removed.")


class WorkshopEnded(Refusal):
    """The workshop is over."""

    code = "workshop_ended"
    sentence = N_("This workshop has ended. Thank you for your interest.")


class NoSeat(Refusal):
    """The one who asks has not joined."""

    code = "no_seat"
    sentence = N_("You have not joined this workshop on this device. Join with the code first.")


class NoSuchIdea(NotFound):
    """The idea is not in this workshop, or it has been hidden."""

    code = "no_such_idea"
    sentence = N_("That idea is no longer in the workshop.")


@dataclass(frozen=True)
class Seat:
    """A seat in a workshop."""

    id: int
    department_id: int
    token_hash: str


@dataclass(frozen=True)
class Seated:
    """Someone with a seat in a running workshop, and where the workshop stands."""

    seat_id: int
    project_id: int
    stage: Stage


_STAGE_COLUMNS = tuple(StageRow.__table__.columns)
_STAGE_NAMES = tuple(column.key for column in _STAGE_COLUMNS)
_SEATED = Prepared(
    select(
        *_STAGE_COLUMNS,
        WorkshopRow.project_id,
        WorkshopRow.ended_at,
        ParticipantRow.id.label("seat_id"),
    )
    .select_from(WorkshopRow)
    .outerjoin(
        StageRow,
        and_(StageRow.workshop_id == WorkshopRow.id, StageRow.ordinal == WorkshopRow.position),
    )
    .outerjoin(
        ParticipantRow,
        and_(
            ParticipantRow.workshop_id == WorkshopRow.id,
            ParticipantRow.token_hash == bindparam("token_hash"),
        ),
    )
    .where(WorkshopRow.id == bindparam("workshop"))
)
_CODE = Prepared(select(WorkshopRow.id).where(WorkshopRow.code == bindparam("code")))
_SEAT = Prepared(
    select(ParticipantRow.id, ParticipantRow.department_id, ParticipantRow.token_hash).where(
        ParticipantRow.token_hash == bindparam("token_hash"),
        ParticipantRow.workshop_id == bindparam("workshop"),
    )
)
_STAGES = Prepared(
    select(*_STAGE_COLUMNS)
    .where(StageRow.workshop_id == bindparam("workshop"))
    .order_by(StageRow.ordinal)
)
_GROW = Prepared(
    update(WorkshopRow)
    .where(WorkshopRow.id == bindparam("workshop"))
    .values(version=WorkshopRow.version + 1)
    .returning(WorkshopRow.version)
)


def tables(db: Session) -> Connection:
    """The connection of this transaction, for statements that need no rows kept as objects."""
    db.flush()
    return db.bind if isinstance(db.bind, Connection) else db.connection()


def seated(db: Session, workshop_id: int, token: str) -> Seated:
    """Who holds this token, and the stage. Refused without a seat in a running workshop."""
    names = {"workshop": workshop_id, "token_hash": _hash_of(token)}
    row = _SEATED.one(tables(db), names)
    if row is None:
        raise NoSuchWorkshop
    if row.ended_at is not None:
        raise WorkshopEnded
    if row.seat_id is None:
        raise NoSeat
    if row.id is None:
        raise NoSuchStage
    return Seated(row.seat_id, row.project_id, _stage(row[: len(_STAGE_COLUMNS)]))


def workshop_with_code(db: Session, typed: str) -> WorkshopRow:
    """The workshop with this code, however it was typed. Refused when there is none."""
    row = db.scalar(select(WorkshopRow).where(WorkshopRow.code == as_code(typed)))
    if row is None:
        raise NoSuchCode
    return row


def workshop_id_of(db: Session, code: str) -> int:
    """The id of the workshop with this code. Refused when there is none."""
    row = _CODE.one(tables(db), {"code": as_code(code)})
    if row is None:
        raise NoSuchCode
    return int(row.id)


def workshop_row(db: Session, workshop_id: int) -> WorkshopRow:
    """The workshop with this id. Refused when there is none."""
    row = db.get(WorkshopRow, workshop_id)
    if row is None:
        raise NoSuchWorkshop
    return row


def running(row: WorkshopRow) -> WorkshopRow:
    """The same workshop, refused when it has ended."""
    if row.ended_at is not None:
        raise WorkshopEnded
    return row


def seat_of(db: Session, workshop_id: int, token: str) -> Seat:
    """The seat of whoever holds this token in this workshop. Refused when nobody does."""
    row = _SEAT.one(tables(db), {"workshop": workshop_id, "token_hash": _hash_of(token)})
    if row is None:
        raise NoSeat
    return Seat(row.id, row.department_id, row.token_hash)


def stages_of(db: Session, workshop_id: int) -> tuple[Stage, ...]:
    """The agenda, in its order."""
    return tuple(_stage(tuple(row)) for row in _STAGES.all(tables(db), {"workshop": workshop_id}))


def current_stage(db: Session, workshop: WorkshopRow) -> Stage:
    """The stage the workshop stands at."""
    return stage_at(stages_of(db, workshop.id), workshop.position)


def ideas_of(db: Session, workshop_id: int, ids: Sequence[int]) -> list[IdeaRow]:
    """These ideas, in this order. Refused when one of them is not in the workshop."""
    if any(not 0 < idea_id < NO_ID for idea_id in ids):
        raise NoSuchIdea
    query = select(IdeaRow).where(IdeaRow.workshop_id == workshop_id, IdeaRow.id.in_(ids))
    found = {row.id: row for row in db.scalars(query)}
    if found.keys() != set(ids):
        raise NoSuchIdea
    return [found[idea_id] for idea_id in ids]


def grow(db: Session, workshop_id: int) -> int:
    """The next version of the workshop, now that something in it changes."""
    return int(_GROW.one(tables(db), {"workshop": workshop_id}).version)


def log(
    db: Session, workshop_id: int, person_id: int, act: str, now: datetime, **details: Any
) -> None:
    """A line in the log of the workshop."""
    db.add(
        DeedRow(workshop_id=workshop_id, person_id=person_id, act=act, details=details, done_at=now)
    )


@lru_cache(maxsize=1_000)
def _stage(values: tuple[Any, ...]) -> Stage:
    """The stage of a row with these values. The same one is read with every vote."""
    row = dict(zip(_STAGE_NAMES, values, strict=True))
    return Stage(
        id=row["id"],
        ordinal=row["ordinal"],
        kind=StageKind(row["kind"]),
        title=row["title"],
        prompt=row["prompt"],
        notes=row["notes"],
        minutes=row["minutes"],
        method=Method(row["method"]) if row["method"] else None,
        votes=row["votes"],
        most_per_idea=row["most_per_idea"],
        closed=row["closed_at"] is not None,
    )
