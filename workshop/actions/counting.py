"""Counting the ballots of a stage, united per person where ideas are merged.

The ballots are counted anew each time; no count is ever kept.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, case, func, select
from sqlalchemy.orm import Session

from workshop.actions.comparing import sides
from workshop.actions.table_counts import counted_at_tables
from workshop.methods import BETTER, Uniting, way_of
from workshop.records import BallotRow, IdeaGroupRow, IdeaRow, ParticipantRow, SightingRow
from workshop.stage import Stage
from workshop.table_count import with_tables
from workshop.tally import Standing

THING = func.coalesce(IdeaGroupRow.lead_id, IdeaRow.id)
"""What is voted on: the idea, or the leading idea of its group."""


def standings_of(db: Session, stage: Stage) -> list[Standing]:
    """What each idea got in the stage; ideas with no ballot are not among them."""
    ballots = united(stage).c
    counts = select(ballots.thing, ballots.value, *_counts(ballots))
    spreads: dict[int, _Spread] = {}
    for thing, value, times, people in db.execute(counts.group_by(ballots.thing, ballots.value)):
        spreads.setdefault(thing, {})[value] = times, people
    standings = [_standing(stage, thing, spread) for thing, spread in spreads.items()]
    # Here, and nowhere else, what was counted at tables comes to the votes of the phones.
    return with_tables(standings, counted_at_tables(db, stage))


def standings_by_department(db: Session, stage: Stage) -> dict[int, dict[int, tuple[int, int]]]:
    """For each idea and department: the votes it got there, and from how many people."""
    ballots = united(stage).c
    columns = ballots.thing, ParticipantRow.department_id, ballots.value
    query = select(*columns, *_counts(ballots))
    query = query.join(ParticipantRow, ParticipantRow.id == ballots.participant_id)
    spreads: dict[tuple[int, int], _Spread] = {}
    for thing, department, value, times, people in db.execute(query.group_by(*columns)):
        spreads.setdefault((thing, department), {})[value] = times, people
    found: dict[int, dict[int, tuple[int, int]]] = {}
    for (thing, department), spread in spreads.items():
        got = _standing(stage, thing, spread)
        if got.voters:
            found.setdefault(thing, {})[department] = got.votes, got.voters
    return found


_Spread = dict[int, tuple[int, int]]
"""How often each value was given, and by how many people: more than once only in pairs."""


def _counts(ballots: Any) -> tuple[ColumnElement[int], ColumnElement[int]]:
    return func.count(), func.count(ballots.participant_id.distinct())


def _standing(stage: Stage, thing: int, spread: _Spread) -> Standing:
    way = way_of(stage)
    times = {value: times for value, (times, _people) in spread.items()}
    standing = way.standing(stage, thing, times)
    if way.uniting is not Uniting.COMPARED:
        return standing
    return replace(standing, voters=spread.get(BETTER, (0, 0))[1])


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
    return _UNITED[way_of(stage).uniting](stage)


def _capped(stage: Stage) -> Subquery:
    """Dots on merged ideas are added up, but never beyond what one idea may get."""
    total = func.sum(BallotRow.value)
    value = case((total > stage.most_per_idea, stage.most_per_idea), else_=total)
    query = _ballots(stage, THING.label("thing"), BallotRow.participant_id, value.label("value"))
    return query.group_by(THING, BallotRow.participant_id).subquery()


def _whole(stage: Stage) -> Subquery:
    """Of one person's scores on two axes, the latest that has both counts."""
    return _latest(stage, BallotRow.value > 10, BallotRow.value % 10 > 0)  # noqa: PLR2004 (e1f0)


def _best(stage: Stage) -> Subquery:
    """Of one person's places for merged ideas the best counts, and the places have no gaps."""
    columns = (
        THING.label("thing"),
        BallotRow.participant_id,
        func.min(BallotRow.value).label("place"),
    )
    best = _ballots(stage, *columns).group_by(THING, BallotRow.participant_id).subquery().c
    anew = func.row_number().over(
        partition_by=best.participant_id, order_by=(best.place, best.thing)
    )
    return select(best.thing, best.participant_id, anew.label("value")).subquery()


def _latest(stage: Stage, *among: ColumnElement[bool]) -> Subquery:
    """Of one person's votes on merged ideas, the latest of these counts."""
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
    every = _ballots(stage, *columns).where(*among).subquery()
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


_UNITED = {
    Uniting.CAPPED: _capped,
    Uniting.LATEST: _latest,
    Uniting.WHOLE: _whole,
    Uniting.BEST: _best,
    Uniting.COMPARED: sides,
}
