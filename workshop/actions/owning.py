"""Departments say which of the top ideas they take responsibility for."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from planning import departments_of
from workshop.actions.counting import standings_of
from workshop.actions.opening import NoSuchDepartment
from workshop.actions.rows import (
    current_stage,
    grow,
    log,
    running,
    seat_of,
    stages_of,
    workshop_row,
)
from workshop.actions.seating import left_in
from workshop.group_records import OwnershipRow
from workshop.ownership import (
    USUAL,
    Answer,
    DepartmentAnswer,
    NotAskedAbout,
    NotOwning,
    Ownership,
    differs_after,
    top_ideas,
)
from workshop.records import IdeaGroupRow, IdeaRow, WorkshopRow
from workshop.results import result_rows
from workshop.stage import Stage, StageKind, result_stage

Kept = Sequence[object]
"""An answer as a line of the log keeps it."""


def asked_about(db: Session, workshop_id: int, stage: Stage) -> list[int]:
    """The ideas that departments are asked about in this stage; none while no vote is closed."""
    voted = result_stage(stages_of(db, workshop_id), stage.ordinal)
    if voted is None:
        return []
    left = left_in(db, workshop_id)
    standings = [one for one in standings_of(db, voted) if one.idea not in left]
    rows = result_rows(voted, [one.idea for one in standings], standings)
    return top_ideas(rows, stage.votes or USUAL)


def answer_for_department(
    db: Session, workshop_id: int, token: str, idea_id: int, given: Ownership
) -> None:
    """Store what someone answers for their department, in the place of what it answered before.

    Refused without a seat, outside the stage for it, and about an idea that is not asked about.
    """
    workshop = running(workshop_row(db, workshop_id))
    seat = seat_of(db, workshop_id, token)
    version = grow(db, workshop_id)
    stage = _owning(db, workshop, idea_id)
    row = _row(db, stage.id, seat.department_id, idea_id)
    before = _value(row) if row else None
    mine = row is not None and row.participant_id == seat.id
    row = row or _new(db, stage.id, seat.department_id, idea_id)
    row.differs = differs_after(before, given.answer, same_person=mine)
    row.answer, row.text = given.answer, given.text
    row.participant_id, row.version = seat.id, version
    db.flush()


def record_for_department(
    db: Session,
    workshop_id: int,
    department_id: int,
    idea_id: int,
    given: Ownership,
    person_id: int,
    now: datetime,
) -> None:
    """Store what a department has said in the room; it settles what its people did not agree on."""
    workshop = running(workshop_row(db, workshop_id))
    version = grow(db, workshop_id)
    stage = _owning(db, workshop, idea_id)
    titles = {d.id: d.title for d in departments_of(db, workshop.project_id)}
    if department_id not in titles:
        raise NoSuchDepartment
    row = _row(db, stage.id, department_id, idea_id)
    before = [row.participant_id, row.answer, row.text, row.differs] if row else None
    kept = [None, given.answer, given.text, False]
    put_answer(db, stage.id, department_id, idea_id, kept, version)
    about = {"department": titles[department_id], "department_id": department_id, "idea": idea_id}
    where = {"stage": stage.ordinal, "stage_id": stage.id, "before": before}
    log(db, workshop_id, person_id, "record_ownership", now, **about, **where)


def put_answer(
    db: Session, stage_id: int, department_id: int, idea_id: int, kept: Kept | None, version: int
) -> None:
    """Let this be the answer of the department; none at all for None."""
    of = OwnershipRow
    here = of.stage_id == stage_id, of.department_id == department_id, of.idea_id == idea_id
    db.execute(delete(of).where(*here))
    if kept is not None:
        names = ("participant_id", "answer", "text", "differs")
        row = _new(db, stage_id, department_id, idea_id)
        for name, value in zip(names, kept, strict=True):
            setattr(row, name, value)
        row.version = version
    db.flush()


def answers_in(db: Session, workshop_id: int) -> dict[int, dict[int, dict[int, Ownership]]]:
    """By stage, idea (or leading idea) and department, what was answered last.

    Hidden ideas are left out. Where ideas were merged, the latest answer about any of them counts.
    """
    thing = func.coalesce(IdeaGroupRow.lead_id, IdeaRow.id)
    query = (
        select(thing, OwnershipRow)
        .select_from(OwnershipRow)
        .join(IdeaRow, IdeaRow.id == OwnershipRow.idea_id)
        .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
        .where(IdeaRow.workshop_id == workshop_id, IdeaRow.hidden_at.is_(None))
        .order_by(OwnershipRow.version, OwnershipRow.id)
    )
    found: dict[int, dict[int, dict[int, Ownership]]] = {}
    for idea, row in db.execute(query):
        in_stage = found.setdefault(row.stage_id, {})
        in_stage.setdefault(idea, {})[row.department_id] = _value(row)
    return found


def latest_answers(
    stages: Sequence[Stage], answers: Mapping[int, Mapping[int, Mapping[int, Ownership]]]
) -> dict[int, dict[int, Ownership]]:
    """By idea and department, what was answered in the last of the stages that asked."""
    found: dict[int, dict[int, Ownership]] = {}
    for stage in stages:
        for idea, by_department in answers.get(stage.id, {}).items():
            found.setdefault(idea, {}).update(by_department)
    return found


def owners_of(
    db: Session, workshop_id: int, project_id: int
) -> dict[int, tuple[DepartmentAnswer, ...]]:
    """By idea, what each department has answered last, in the order of the departments."""
    latest = latest_answers(stages_of(db, workshop_id), answers_in(db, workshop_id))
    departments = departments_of(db, project_id) if latest else ()
    return {
        idea: tuple(
            DepartmentAnswer(department.title, by_department[department.id])
            for department in departments
            if department.id in by_department
        )
        for idea, by_department in latest.items()
    }


def _owning(db: Session, workshop: WorkshopRow, idea_id: int) -> Stage:
    stage = current_stage(db, workshop)
    if stage.kind is not StageKind.OWN:
        raise NotOwning
    if idea_id not in asked_about(db, workshop.id, stage):
        raise NotAskedAbout
    return stage


def _row(db: Session, stage_id: int, department_id: int, idea_id: int) -> OwnershipRow | None:
    of = OwnershipRow
    here = of.stage_id == stage_id, of.department_id == department_id, of.idea_id == idea_id
    return db.scalar(select(of).where(*here))


def _new(db: Session, stage_id: int, department_id: int, idea_id: int) -> OwnershipRow:
    row = OwnershipRow(stage_id=stage_id, department_id=department_id, idea_id=idea_id)
    db.add(row)
    return row


def _value(row: OwnershipRow) -> Ownership:
    return Ownership(Answer(row.answer), row.text, row.differs)
