"""Reading a workshop: its picture, and what is one person's own in it."""

from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planning import goals_of
from workshop.actions.counting import standings_of
from workshop.actions.rows import current_stage, seat_of, stages_of, workshop_row
from workshop.actions.taking_part import ballots_of, dots_left, voters_in
from workshop.ballot import Vote, shown_vote
from workshop.picture import Card, Picture
from workshop.records import IdeaGroupRow, IdeaRow, ParticipantRow
from workshop.stage import Stage, result_stage, stage_at


@dataclass(frozen=True)
class Own:
    """What is one participant's own: shown to nobody else."""

    ideas: list[tuple[int, str]] = field(default_factory=list)
    votes: dict[int, Vote] = field(default_factory=dict)
    left: int | None = None


def picture_of(db: Session, workshop_id: int) -> Picture:
    """The workshop as it stands in this transaction."""
    workshop = workshop_row(db, workshop_id)
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
    )


def own_of(db: Session, workshop_id: int, token: str) -> Own:
    """What belongs to whoever holds this token. Refused without a seat."""
    seat = seat_of(db, workshop_id, token)
    stage = current_stage(db, workshop_row(db, workshop_id))
    mine = select(IdeaRow.id, IdeaRow.text).where(IdeaRow.participant_id == seat.id)
    ideas = [(idea, text) for idea, text in db.execute(mine.order_by(IdeaRow.id))]
    given = ballots_of(db, stage.id, seat.id)
    votes = _on_leading_ideas(db, stage, given)
    return Own(ideas, votes, dots_left(stage, given.values()))


def _on_leading_ideas(db: Session, stage: Stage, given: dict[int, int]) -> dict[int, Vote]:
    """The person's votes, each at the idea under which it is shown."""
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
    people = select(ParticipantRow.department_id, func.count())
    here = people.where(ParticipantRow.workshop_id == workshop_id)
    return dict(db.execute(here.group_by(ParticipantRow.department_id)).all())


def _cards(db: Session, workshop_id: int, project_id: int) -> tuple[Card, ...]:
    ordinals = {goal.id: goal.ordinal for goal in goals_of(db, project_id)}
    rows = list(
        db.scalars(select(IdeaRow).where(IdeaRow.workshop_id == workshop_id).order_by(IdeaRow.id))
    )
    query = select(IdeaGroupRow.id, IdeaGroupRow.lead_id)
    leads = dict(db.execute(query.where(IdeaGroupRow.workshop_id == workshop_id)).all())
    texts: dict[int, list[str]] = {}
    for row in rows:
        if row.group_id is not None and row.id != leads[row.group_id]:
            texts.setdefault(row.group_id, []).append(row.text)
    return tuple(_card(row, leads, texts, ordinals) for row in rows)


def _card(
    row: IdeaRow, leads: dict[int, int], texts: dict[int, list[str]], ordinals: dict[int, int]
) -> Card:
    lead = row.id if row.group_id is None else leads[row.group_id]
    merged = texts.get(row.group_id, []) if row.group_id is not None and lead == row.id else []
    return Card(
        id=row.id,
        version=row.version,
        texts=(row.text, *merged),
        goal=None if row.goal_id is None else ordinals.get(row.goal_id),
        group=row.group_id,
        hidden=row.hidden_at is not None,
        merged_into=None if lead == row.id else lead,
    )
