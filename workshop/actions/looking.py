"""Reading a workshop: its picture, and what is one person's own in it."""

from dataclasses import dataclass, field

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from planning import goals_of
from storage import memory_of
from workshop.actions.counting import standings_of
from workshop.actions.rows import (
    NoSuchWorkshop,
    current_stage,
    seat_of,
    stages_of,
    tables,
    workshop_row,
)
from workshop.actions.seating import ways_in
from workshop.actions.table_counts import counted_at_tables, turnout_in, votes_of
from workshop.actions.taking_part import ballots_of, dots_left, voters_in
from workshop.ballot import Vote, shown_vote
from workshop.picture import Card, Picture
from workshop.plenary import Way, together
from workshop.records import IdeaGroupRow, IdeaRow, ParticipantRow, WorkshopRow
from workshop.stage import Stage, result_stage, stage_at


@dataclass(frozen=True)
class Own:
    """What is one participant's own: shown to nobody else."""

    ideas: list[tuple[int, str]] = field(default_factory=list)
    votes: dict[int, Vote] = field(default_factory=dict)
    left: int | None = None


_WORKSHOP = select(*WorkshopRow.__table__.columns).where(WorkshopRow.id == bindparam("workshop"))
_IDEAS = (
    select(*IdeaRow.__table__.columns, IdeaGroupRow.lead_id)
    .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
    .where(IdeaRow.workshop_id == bindparam("workshop"))
    .order_by(IdeaRow.id)
)
_STATE_OF_IDEAS = select(func.count(), func.max(IdeaRow.version)).where(
    IdeaRow.workshop_id == bindparam("workshop")
)
_JOINED = (
    select(ParticipantRow.department_id, func.count())
    .where(ParticipantRow.workshop_id == bindparam("workshop"))
    .group_by(ParticipantRow.department_id)
)
_OWN_IDEAS = (
    select(IdeaRow.id, IdeaRow.text)
    .where(IdeaRow.participant_id == bindparam("seat"))
    .order_by(IdeaRow.id)
)


def picture_of(db: Session, workshop_id: int) -> Picture:
    """The workshop as it stands in this transaction."""
    workshop = tables(db).execute(_WORKSHOP, {"workshop": workshop_id}).one_or_none()
    if workshop is None:
        raise NoSuchWorkshop
    stages = stages_of(db, workshop_id)
    stage = stage_at(stages, workshop.position)
    shown = result_stage(stages, workshop.position)
    return Picture(
        id=workshop.id,
        project_id=workshop.project_id,
        code=workshop.code,
        title=workshop.title,
        version=workshop.version,
        stages=stages,
        stage=stage,
        ends_at=workshop.timer_ends_at,
        ended=workshop.ended_at is not None,
        joined=_joined(db, workshop_id),
        voted=voters_in(db, stage.id),
        cards=_cards(db, workshop_id, workshop.project_id),
        standings=tuple(standings_of(db, shown)) if shown else None,
        result_method=str(shown.method) if shown else None,
        tables=turnout_in(db, workshop_id, stage.id),
        from_tables=votes_of(counted_at_tables(db, shown)) if shown else {},
    )


def own_of(db: Session, workshop_id: int, token: str) -> Own:
    """What belongs to whoever holds this token. Refused without a seat."""
    seat = seat_of(db, workshop_id, token)
    stage = current_stage(db, workshop_row(db, workshop_id))
    rows = tables(db).execute(_OWN_IDEAS, {"seat": seat.id})
    ideas = [(idea, text) for idea, text in rows]
    given = ballots_of(db, stage.id, seat.id)
    votes = _on_leading_ideas(db, stage, given)
    return Own(ideas, votes, dots_left(stage, given.values()))


def _on_leading_ideas(db: Session, stage: Stage, given: dict[int, int]) -> dict[int, Vote]:
    """The person's votes, each at the idea under which it is shown."""
    if not given:
        return {}
    query = select(IdeaRow.id, IdeaGroupRow.lead_id).join(
        IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id
    )
    lead = dict(db.execute(query.where(IdeaRow.id.in_(given))).all())
    together: dict[int, int] = {}
    for idea, value in given.items():
        shown_at = lead.get(idea, idea)
        together[shown_at] = together.get(shown_at, 0) + value if stage.votes else value
    return {idea: shown_vote(stage, value) for idea, value in together.items()}


def _joined(db: Session, workshop_id: int) -> dict[int, int]:
    return {row[0]: row[1] for row in tables(db).execute(_JOINED, {"workshop": workshop_id})}


def _cards(db: Session, workshop_id: int, project_id: int) -> tuple[Card, ...]:
    """The cards, read again only when an idea has come or changed.

    Whatever changes a card raises the version of its idea, and versions only grow, so the
    number of ideas and the latest version tell whether the cards that were last read are true.
    """
    names = {"workshop": workshop_id}
    state = tuple(tables(db).execute(_STATE_OF_IDEAS, names).one())
    memory = memory_of(db)
    kept: tuple[object, tuple[Card, ...]] | None = memory.get((Card, workshop_id))
    if kept is None or kept[0] != state:
        kept = state, _read_cards(db, workshop_id, project_id)
        memory[Card, workshop_id] = kept
    return kept[1]


def _read_cards(db: Session, workshop_id: int, project_id: int) -> tuple[Card, ...]:
    ordinals = {goal.id: goal.ordinal for goal in goals_of(db, project_id)}
    rows = tables(db).execute(_IDEAS, {"workshop": workshop_id}).all()
    merged: dict[int, list[str]] = {}
    ways = ways_in(db, workshop_id)
    in_group: dict[int | None, list[Way | None]] = {}
    for row in rows:
        in_group.setdefault(row.group_id, []).append(ways.get(row.id))
        if row.group_id is not None and row.id != row.lead_id:
            merged.setdefault(row.lead_id, []).append(row.text)
    return tuple(
        Card(
            id=row.id,
            version=row.version,
            texts=(row.text, *merged.get(row.id, ())),
            goal=None if row.goal_id is None else ordinals.get(row.goal_id),
            group=row.group_id,
            hidden=row.hidden_at is not None,
            way=together([ways.get(row.id), *(in_group[row.group_id] if row.group_id else ())]),
            merged_into=None if row.lead_id in {None, row.id} else row.lead_id,
        )
        for row in rows
    )
