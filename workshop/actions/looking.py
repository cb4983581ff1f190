"""Reading a workshop: its picture, and what is one person's own in it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from planning import goals_of
from storage import Prepared, remembered
from workshop.actions.commenting import comments_in
from workshop.actions.counting import standings_of
from workshop.actions.late import late_in
from workshop.actions.rows import (
    NoSuchWorkshop,
    seat_of,
    stages_of,
    tables,
)
from workshop.actions.seating import ways_in
from workshop.actions.table_counts import counted_at_tables, turnout_in, votes_of
from workshop.actions.taking_part import ballots_of, voters_in
from workshop.ballot import Vote, left_of, own_votes
from workshop.picture import Card, Picture
from workshop.plenary import Way, together
from workshop.records import IdeaGroupRow, IdeaRow, ParticipantRow, WorkshopRow
from workshop.stage import Stage, earlier_round, result_stage, stage_at
from workshop.tally import Standing


@dataclass(frozen=True)
class Own:
    """What is one participant's own: shown to nobody else."""

    ideas: list[tuple[int, str]] = field(default_factory=list)
    votes: dict[int, Vote] = field(default_factory=dict)
    left: int | None = None
    department_id: int = 0

    @property
    def nothing(self) -> bool:
        """Whether the person has neither written nor voted."""
        return not self.ideas and not self.votes


_WORKSHOP = Prepared(
    select(*WorkshopRow.__table__.columns).where(WorkshopRow.id == bindparam("workshop"))
)
_ENDS_AT = select(WorkshopRow.timer_ends_at).where(WorkshopRow.id == bindparam("workshop"))
_IDEAS = Prepared(
    select(*IdeaRow.__table__.columns, IdeaGroupRow.lead_id)
    .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
    .where(IdeaRow.workshop_id == bindparam("workshop"))
    .order_by(IdeaRow.id)
)
_STATE_OF_IDEAS = Prepared(
    select(func.count().label("ideas"), func.max(IdeaRow.version).label("version")).where(
        IdeaRow.workshop_id == bindparam("workshop")
    )
)
_LATEST_SEAT = Prepared(
    select(func.max(ParticipantRow.id).label("id")).where(
        ParticipantRow.workshop_id == bindparam("workshop")
    )
)
_JOINED = Prepared(
    select(ParticipantRow.department_id, func.count().label("people"))
    .where(ParticipantRow.workshop_id == bindparam("workshop"))
    .group_by(ParticipantRow.department_id)
)
_OWN_IDEAS = Prepared(
    select(IdeaRow.id, IdeaRow.text)
    .where(IdeaRow.participant_id == bindparam("seat"))
    .order_by(IdeaRow.id)
)


def picture_of(db: Session, workshop_id: int) -> Picture:
    """The workshop as it stands in this transaction.

    Whatever anyone can see raises the version in the row of the workshop, so while that row
    is the same, so is the picture.
    """
    workshop = _WORKSHOP.one(tables(db), {"workshop": workshop_id})
    if workshop is None:
        raise NoSuchWorkshop
    key = Picture, workshop_id
    return remembered(db, key, workshop, lambda: _picture(db, workshop))


def _picture(db: Session, workshop: Any) -> Picture:
    stages = stages_of(db, workshop.id)
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
        ends_at=_ends_at(db, workshop),
        ended=workshop.ended_at is not None,
        joined=_joined(db, workshop.id),
        voted=voters_in(db, stage.id),
        cards=_cards(db, workshop.id, workshop.project_id),
        standings=tuple(standings_of(db, shown)) if shown else None,
        result=shown,
        earlier=_earlier(db, stages, shown) if shown else None,
        late=late_in(db, shown.id) if shown else 0,
        tables=turnout_in(db, workshop.id, stage.id),
        from_tables=votes_of(counted_at_tables(db, shown)) if shown else {},
    )


def own_of(db: Session, workshop_id: int, token: str) -> Own:
    """What belongs to whoever holds this token. Refused without a seat."""
    seat = seat_of(db, workshop_id, token)
    stage = picture_of(db, workshop_id).stage
    ideas = [(row.id, row.text) for row in _OWN_IDEAS.all(tables(db), {"seat": seat.id})]
    given = ballots_of(db, stage.id, seat.id)
    votes = _on_leading_ideas(db, stage, given)
    return Own(ideas, votes, left_of(stage, given.values()), seat.department_id)


def _on_leading_ideas(db: Session, stage: Stage, given: dict[int, int]) -> dict[int, Vote]:
    """The person's votes, each at the idea under which it is shown."""
    if not given:
        return {}
    query = select(IdeaRow.id, IdeaGroupRow.lead_id).join(
        IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id
    )
    lead = dict(db.execute(query.where(IdeaRow.id.in_(given))).all())
    together: dict[int, list[int]] = {}
    for idea, value in given.items():
        together.setdefault(lead.get(idea, idea), []).append(value)
    return own_votes(stage, together)


def _earlier(
    db: Session, stages: tuple[Stage, ...], shown: Stage
) -> tuple[Stage, tuple[Standing, ...]] | None:
    earlier = earlier_round(stages, shown)
    return (earlier, tuple(standings_of(db, earlier))) if earlier else None


def _ends_at(db: Session, workshop: Any) -> datetime | None:
    """When the timer ends: as the driver says it in the row, it is no moment yet."""

    def read() -> datetime | None:
        return tables(db).execute(_ENDS_AT, {"workshop": workshop.id}).scalar_one()

    return remembered(db, (WorkshopRow, workshop.id), workshop.timer_ends_at, read)


def _joined(db: Session, workshop_id: int) -> dict[int, int]:
    """How many sit there for each department: counted again when somebody has joined.

    A seat is never given up and never changes its department.
    """
    names = {"workshop": workshop_id}
    latest = _LATEST_SEAT.one(tables(db), names).id

    def count() -> dict[int, int]:
        return {row.department_id: row.people for row in _JOINED.all(tables(db), names)}

    return remembered(db, (ParticipantRow, workshop_id), latest, count)


def _cards(db: Session, workshop_id: int, project_id: int) -> tuple[Card, ...]:
    """The cards, read again only when an idea has come or changed.

    Whatever changes a card raises the version of its idea, and versions only grow, so the
    number of ideas and the latest version tell whether the cards that were last read are true.
    """
    names = {"workshop": workshop_id}
    state = tuple(_STATE_OF_IDEAS.one(tables(db), names))
    key = Card, workshop_id
    return remembered(db, key, state, lambda: _read_cards(db, workshop_id, project_id))


def _read_cards(db: Session, workshop_id: int, project_id: int) -> tuple[Card, ...]:
    ordinals = {goal.id: goal.ordinal for goal in goals_of(db, project_id)}
    rows = _IDEAS.all(tables(db), {"workshop": workshop_id})
    said = comments_in(db, workshop_id)
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
            need=row.need,
            comments=said.get(row.id, ()),
        )
        for row in rows
    )
