"""People sit down at tables, and each table takes some of its ideas to the plenary."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from workshop.actions.rows import (
    NoSuchIdea,
    current_stage,
    grow,
    ideas_of,
    log,
    running,
    seat_of,
    stages_of,
    workshop_row,
)
from workshop.group_records import SeatingRow, TakenRow
from workshop.plenary import (
    NoTableChosen,
    NotAtTables,
    NotOfYourTable,
    TakenEnough,
    Way,
    left_behind,
    together,
)
from workshop.records import IdeaRow, ParticipantRow, WorkshopRow
from workshop.stage import Stage, StageKind


@dataclass(frozen=True)
class TableIdea:
    """An idea as its table sees it."""

    id: int
    table: int
    text: str
    taken: bool


def sit_at(db: Session, workshop_id: int, token: str, number: int) -> None:
    """Let this person sit at the table with this number, with the ideas they have written.

    Refused without a seat, outside the stage for it, and at a table that is not there.
    """
    workshop = running(workshop_row(db, workshop_id))
    seat = seat_of(db, workshop_id, token)
    stage = _tabling(db, workshop)
    if not 1 <= number <= stage.votes:
        raise NoTableChosen(tables=stage.votes)
    version = grow(db, workshop_id)
    db.execute(delete(SeatingRow).where(SeatingRow.participant_id == seat.id))
    db.add(SeatingRow(participant_id=seat.id, number=number))
    mine = IdeaRow.participant_id == seat.id
    db.execute(update(IdeaRow).where(mine).values(version=version))
    db.flush()


def take_or_leave(db: Session, workshop_id: int, token: str, idea_id: int, *, taken: bool) -> None:
    """Take an idea of one's own table to the plenary, or leave it at the table after all.

    Refused outside the stage for it, for an idea of another table, and beyond what a table may
    take.
    """
    workshop = running(workshop_row(db, workshop_id))
    seat = seat_of(db, workshop_id, token)
    grow(db, workshop_id)
    stage = _tabling(db, workshop)
    table = table_of(db, seat.id)
    if table is None:
        raise NoTableChosen(tables=stage.votes)
    ideas = {idea.id: idea for idea in table_ideas(db, workshop_id) if idea.table == table}
    if idea_id not in ideas:
        raise NotOfYourTable
    already = sum(idea.taken for idea in ideas.values() if idea.id != idea_id)
    if taken and stage.most_per_idea and already >= stage.most_per_idea:
        raise TakenEnough(most=stage.most_per_idea)
    _mark(db, workshop_id, idea_id, stage.id, seat.id, taken=taken)


def take_at_desk(
    db: Session, workshop_id: int, idea_id: int, person_id: int, now: datetime, *, taken: bool
) -> None:
    """Let the facilitator take an idea to the plenary, or put it back to its table, at any time."""
    running(workshop_row(db, workshop_id))
    idea = ideas_of(db, workshop_id, [idea_id])[0]
    tabling = [s for s in stages_of(db, workshop_id) if s.kind is StageKind.TABLE]
    if not tabling:
        raise NotAtTables
    if idea.hidden_at is not None or idea_id not in ways_in(db, workshop_id):
        raise NoSuchIdea
    grow(db, workshop_id)
    _mark(db, workshop_id, idea_id, tabling[-1].id, None, taken=taken)
    log(db, workshop_id, person_id, "take_idea" if taken else "leave_idea", now, idea=idea_id)


def table_of(db: Session, seat_id: int) -> int | None:
    """The number of the table where this person sits."""
    return db.scalar(select(SeatingRow.number).where(SeatingRow.participant_id == seat_id))


def table_ideas(db: Session, workshop_id: int) -> list[TableIdea]:
    """The ideas of everyone who sits at a table, each as it was written; hidden ones are not in."""
    query = (
        select(IdeaRow.id, SeatingRow.number, IdeaRow.text, TakenRow.id.is_not(None))
        .join(SeatingRow, SeatingRow.participant_id == IdeaRow.participant_id)
        .outerjoin(TakenRow, TakenRow.idea_id == IdeaRow.id)
        .where(IdeaRow.workshop_id == workshop_id, IdeaRow.hidden_at.is_(None))
        .order_by(IdeaRow.id)
    )
    return [TableIdea(*row) for row in db.execute(query)]


def seated_at(db: Session, workshop_id: int) -> dict[int, int]:
    """How many people sit at each table."""
    query = select(SeatingRow.number, func.count()).join(
        ParticipantRow, ParticipantRow.id == SeatingRow.participant_id
    )
    here = query.where(ParticipantRow.workshop_id == workshop_id)
    return dict(db.execute(here.group_by(SeatingRow.number).order_by(SeatingRow.number)).all())


def ways_in(db: Session, workshop_id: int) -> dict[int, Way]:
    """The way of every idea whose writer sits at a table."""
    query = (
        select(IdeaRow.id, SeatingRow.number, TakenRow.id.is_not(None))
        .join(SeatingRow, SeatingRow.participant_id == IdeaRow.participant_id)
        .outerjoin(TakenRow, TakenRow.idea_id == IdeaRow.id)
        .where(IdeaRow.workshop_id == workshop_id)
    )
    return {idea: Way(number, taken) for idea, number, taken in db.execute(query)}


def left_in(db: Session, workshop_id: int) -> set[int]:
    """The ideas that have stayed at their tables, where the workshop stands now."""
    workshop = workshop_row(db, workshop_id)
    stages = stages_of(db, workshop_id)
    here = stages, workshop.position
    if not any(stage.kind is StageKind.TABLE for stage in stages):
        return set()
    ways = ways_in(db, workshop_id)
    groups = _groups(db, workshop_id)
    went = {
        idea: together([way, *map(ways.get, groups.get(idea, ()))]) for idea, way in ways.items()
    }
    return {idea for idea, way in went.items() if left_behind(way, *here)}


def _groups(db: Session, workshop_id: int) -> dict[int, list[int]]:
    """The ideas that each merged idea is together with, itself among them."""
    query = select(IdeaRow.group_id, IdeaRow.id).where(
        IdeaRow.workshop_id == workshop_id, IdeaRow.group_id.is_not(None)
    )
    members: dict[int | None, list[int]] = {}
    for group, idea in db.execute(query):
        members.setdefault(group, []).append(idea)
    return {idea: ideas for ideas in members.values() for idea in ideas}


def _tabling(db: Session, workshop: WorkshopRow) -> Stage:
    stage = current_stage(db, workshop)
    if stage.kind is not StageKind.TABLE:
        raise NotAtTables
    return stage


def _mark(
    db: Session, workshop_id: int, idea_id: int, stage_id: int, seat_id: int | None, *, taken: bool
) -> None:
    db.execute(delete(TakenRow).where(TakenRow.idea_id == idea_id))
    if taken:
        db.add(TakenRow(idea_id=idea_id, stage_id=stage_id, participant_id=seat_id))
    idea = ideas_of(db, workshop_id, [idea_id])[0]
    db.flush()
    db.refresh(idea)
    members = IdeaRow.id == idea_id
    if idea.group_id is not None:  # the card of a group is drawn from all of them
        members = IdeaRow.group_id == idea.group_id
    version = select(WorkshopRow.version).where(WorkshopRow.id == workshop_id).scalar_subquery()
    db.execute(update(IdeaRow).where(members).values(version=version))
    db.flush()
