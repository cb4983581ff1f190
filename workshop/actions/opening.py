"""Making a workshop from a template, and joining it."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from language import N_, Refusal
from people import hash_of
from planning import departments_of
from workshop.actions.arranging import get_template
from workshop.actions.rows import grow, log, running, workshop_with_code
from workshop.records import ParticipantRow, StageRow, WorkshopRow
from workshop.room_code import new_code
from workshop.stage import Stage

MOST_PARTICIPANTS = 10_000
LONGEST_TITLE = 120


class WorkshopFull(Refusal):
    """Every seat is taken."""

    code = "workshop_full"
    sentence = N_("The workshop is full. Tell the facilitator, who can make room for more.")


class NoSuchDepartment(Refusal):
    """No department was chosen, or it is not one of the municipality's."""

    code = "no_such_department"
    sentence = N_("Choose your department")


class NotANumberOfParticipants(Refusal):
    """The number of participants is none that a workshop can have."""

    code = "not_a_number_of_participants"
    sentence = N_("A workshop can have from 1 to 10,000 participants.")


@dataclass(frozen=True)
class Opened:
    """A workshop that has just been made."""

    id: int
    code: str
    title: str


def make_workshop(
    db: Session,
    project_id: int,
    template_key: str,
    person_id: int,
    now: datetime,
    chance: Random,
    most_participants: int | None = None,
    title: str = "",
    *,
    rehearsal: bool = False,
) -> Opened:
    """A new workshop with the agenda of the template, standing at its first stage.

    It is called as the template unless it gets a title. A rehearsal is for practice only.
    """
    template = get_template(db, project_id, template_key)
    most = template.most_participants if most_participants is None else most_participants
    if not 1 <= most <= MOST_PARTICIPANTS:
        raise NotANumberOfParticipants
    row = WorkshopRow(
        project_id=project_id,
        title=" ".join(title.replace("\0", "").split())[:LONGEST_TITLE] or template.title,
        rehearsal=rehearsal,
        code=_free_code(db, chance),
        most_participants=most,
        position=1,
        made_at=now,
        version=1,
    )
    db.add(row)
    db.flush()
    db.add_all(_stage_row(row.id, stage) for stage in template.stages)
    log(db, row.id, person_id, "make", now, template=template_key)
    return Opened(row.id, row.code, row.title)


def take_seat(db: Session, code: str, department_id: int, token: str, now: datetime) -> int:
    """Seat whoever holds the token, and give the id of the workshop.

    Refused when the code is wrong, the workshop has ended or is full, or the department is
    not one of the municipality's.
    """
    workshop = running(workshop_with_code(db, code))
    if department_id not in {d.id for d in departments_of(db, workshop.project_id)}:
        raise NoSuchDepartment
    if _taken(db, workshop.id) >= workshop.most_participants:
        raise WorkshopFull
    db.add(
        ParticipantRow(
            workshop_id=workshop.id,
            department_id=department_id,
            token_hash=hash_of(token),
            joined_at=now,
        )
    )
    grow(db, workshop.id)
    return workshop.id


def _stage_row(workshop_id: int, stage: Stage) -> StageRow:
    return StageRow(
        workshop_id=workshop_id,
        ordinal=stage.ordinal,
        kind=stage.kind,
        title=stage.title,
        prompt=stage.prompt,
        notes=stage.notes,
        minutes=stage.minutes,
        method=stage.method,
        votes=stage.votes,
        most_per_idea=stage.most_per_idea,
    )


def _taken(db: Session, workshop_id: int) -> int:
    seats = select(func.count()).select_from(ParticipantRow)
    return db.scalar(seats.where(ParticipantRow.workshop_id == workshop_id)) or 0


def _free_code(db: Session, chance: Random) -> str:
    while True:
        code = new_code(chance)
        if db.scalar(select(WorkshopRow.id).where(WorkshopRow.code == code)) is None:
            return code
