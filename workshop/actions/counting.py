"""Counting the ballots of a stage, united per person where ideas are merged.

The ballots are counted anew each time; no count is ever kept.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, case, func, select
from sqlalchemy.orm import Session

from workshop.actions.table_counts import counted_at_tables
from workshop.records import BallotRow, IdeaGroupRow, IdeaRow, ParticipantRow, SightingRow
from workshop.stage import Method, Stage
from workshop.table_count import with_tables
from workshop.tally import Standing

THING = func.coalesce(IdeaGroupRow.lead_id, IdeaRow.id)
"""What is voted on: the idea, or the leading idea of its group."""


def standings_of(db: Session, stage: Stage) -> list[Standing]:
    """What each idea got in the stage; ideas with no ballot are not among them."""
    ballots = united(stage).c
    counts = (
        ballots.thing,
        func.sum(_one_if(ballots.value > 0, ballots.value)),
        func.sum(_one_if(ballots.value > 0)),
        func.sum(_one_if(ballots.value < 0)),
        func.sum(_one_if(ballots.value == 0)),
    )
    rows = db.execute(select(*counts).group_by(ballots.thing))
    # Here, and nowhere else, what was counted at tables comes to the votes of the phones.
    return with_tables([Standing(*row) for row in rows], counted_at_tables(db, stage))


def standings_by_department(db: Session, stage: Stage) -> dict[int, dict[int, tuple[int, int]]]:
    """For each idea and department: the votes it got there, and from how many people."""
    ballots = united(stage).c
    counts = (
        ballots.thing,
        ParticipantRow.department_id,
        func.sum(_one_if(ballots.value > 0, ballots.value)),
        func.sum(_one_if(ballots.value > 0)),
    )
    query = select(*counts).join(ParticipantRow, ParticipantRow.id == ballots.participant_id)
    grouped = query.group_by(ballots.thing, ParticipantRow.department_id)
    found: dict[int, dict[int, tuple[int, int]]] = {}
    for thing, department, votes, voters in db.execute(grouped):
        if voters:
            found.setdefault(thing, {})[department] = (votes, voters)
    return found


def seen_by(db: Session, workshop_id: int) -> dict[int, int]:
    """How many people have seen each idea, or any idea of its group."""
    people = func.count(SightingRow.participant_id.distinct())
    query = (
        select(THING, people)
        .select_from(SightingRow)
        .join(IdeaRow, IdeaRow.id == SightingRow.idea_id)
        .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
        .where(IdeaRow.workshop_id == workshop_id)
        .group_by(THING)
    )
    return dict(db.execute(query).all())


def united(stage: Stage) -> Subquery:
    """One row per person and idea or group: columns thing, participant_id, value."""
    return _capped(stage) if stage.method is Method.DOTS else _latest(stage)


def _capped(stage: Stage) -> Subquery:
    """Dots on merged ideas are added up, but never beyond what one idea may get."""
    total = func.sum(BallotRow.value)
    value = case((total > stage.most_per_idea, stage.most_per_idea), else_=total)
    query = _ballots(stage, THING.label("thing"), BallotRow.participant_id, value.label("value"))
    return query.group_by(THING, BallotRow.participant_id).subquery()


def _latest(stage: Stage) -> Subquery:
    """Of one person's opinions on merged ideas, the latest counts."""
    nth = func.row_number().over(
        partition_by=(THING, BallotRow.participant_id),
        order_by=(BallotRow.version.desc(), BallotRow.id.desc()),
    )
    columns = (
        THING.label("thing"),
        BallotRow.participant_id,
        BallotRow.value.label("value"),
        nth.label("nth"),
    )
    every = _ballots(stage, *columns).subquery()
    last = select(every.c.thing, every.c.participant_id, every.c.value)
    return last.where(every.c.nth == 1).subquery()


def _ballots(stage: Stage, *columns: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(*columns)
        .select_from(BallotRow)
        .join(IdeaRow, IdeaRow.id == BallotRow.idea_id)
        .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
        .where(BallotRow.stage_id == stage.id, IdeaRow.hidden_at.is_(None))
    )


def _one_if(
    condition: ColumnElement[bool], value: ColumnElement[int] | int = 1
) -> ColumnElement[int]:
    return case((condition, value), else_=0)
