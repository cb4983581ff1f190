"""Comparing ideas two by two: what a person chose, and which pairs come next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Select, Subquery, and_, case, delete, func, select, union_all
from sqlalchemy.orm import Session, aliased

from storage import insert_into
from workshop.actions.rows import NoSuchIdea, current_stage, grow, seat_of, tables, workshop_row
from workshop.actions.seating import left_in
from workshop.ballot import Vote
from workshop.methods import NotAPair, Pair, comparison, pairs_for
from workshop.records import ComparisonRow, IdeaGroupRow, IdeaRow
from workshop.stage import Method, Stage


@dataclass(frozen=True)
class Choice:
    """What a person chose between two ideas."""

    idea: int
    """The better one, if there is one."""
    other: int
    alike: bool


@dataclass(frozen=True)
class Pairing:
    """The pairs that come next, and what was chosen so far, the latest first."""

    pairs: tuple[Pair, ...] = ()
    chosen: tuple[Choice, ...] = ()


def compare(
    db: Session, workshop_id: int, stage: Stage, seat_id: int, idea: int, vote: Vote
) -> tuple[int, list[int]]:
    """Store what the person chose in the place of an earlier choice between the same ideas.

    Gives the version of the workshop and the ideas that were seen. Refused when the other idea
    is not there, or has become the same.
    """
    said, value = comparison(vote)
    other = _lead_of(db, workshop_id, said)
    if other == idea:
        raise NotAPair
    pair = min(idea, other), max(idea, other)
    version = grow(db, workshop_id)  # first: it lets one choice in at a time
    _take_back(db, stage, seat_id, pair)
    if value is not None:
        row = {
            "stage_id": stage.id,
            "participant_id": seat_id,
            "first_id": pair[0],
            "second_id": pair[1],
            "value": value if idea == pair[0] else -value,
            "version": version,
        }
        _store(db, row)
    return version, [idea, other]


def pairing_of(db: Session, workshop_id: int, token: str) -> Pairing:
    """What comes next for whoever holds this token; nothing while no pairs are compared.

    Refused without a seat.
    """
    seat = seat_of(db, workshop_id, token)
    stage = current_stage(db, workshop_row(db, workshop_id))
    if stage.method is not Method.PAIRS or not stage.takes_votes:
        return Pairing()
    united = compared(stage).c
    mine = select(united.low, united.high, united.value).where(united.participant_id == seat.id)
    chosen = db.execute(mine.order_by(united.version.desc())).all()
    done = {(low, high) for low, high, _value in chosen}
    pairs = pairs_for(_visible(db, workshop_id), _counts(db, stage), done, seat.token_hash)
    return Pairing(tuple(pairs), tuple(_choice(*row) for row in chosen))


def compared(stage: Stage) -> Subquery:
    """One row per person and pair of ideas or groups: the value is seen from the lower one."""
    every = _every(stage).subquery().c
    nth = func.row_number().over(
        partition_by=(every.participant_id, every.low, every.high),
        order_by=(every.version.desc(), every.id.desc()),
    )
    columns = every.participant_id, every.low, every.high, every.value, every.version
    latest = select(*columns, nth.label("nth")).where(every.low != every.high).subquery()
    return (
        select(*[latest.c[column.name] for column in columns]).where(latest.c.nth == 1).subquery()
    )


def sides(stage: Stage) -> Subquery:
    """Each comparison seen from both ideas: columns thing, participant_id, value."""
    pairs = compared(stage).c
    both: CompoundSelect[Any] = union_all(
        select(pairs.low.label("thing"), pairs.participant_id, pairs.value.label("value")),
        select(pairs.high, pairs.participant_id, -pairs.value),
    )
    return both.subquery()


def _every(stage: Stage) -> Select[*tuple[Any, ...]]:
    """The comparisons of ideas that can be seen, with the leading ideas of their groups."""
    first, second = aliased(IdeaRow), aliased(IdeaRow)
    group, other_group = aliased(IdeaGroupRow), aliased(IdeaGroupRow)
    lead = func.coalesce(group.lead_id, first.id)
    other = func.coalesce(other_group.lead_id, second.id)
    turned = case((lead < other, ComparisonRow.value), else_=-ComparisonRow.value)
    return (
        select(
            ComparisonRow.id,
            ComparisonRow.participant_id,
            case((lead < other, lead), else_=other).label("low"),
            case((lead < other, other), else_=lead).label("high"),
            turned.label("value"),
            ComparisonRow.version,
        )
        .join(first, first.id == ComparisonRow.first_id)
        .outerjoin(group, group.id == first.group_id)
        .join(second, second.id == ComparisonRow.second_id)
        .outerjoin(other_group, other_group.id == second.group_id)
        .where(ComparisonRow.stage_id == stage.id, first.hidden_at.is_(None))
        .where(second.hidden_at.is_(None))
    )


def _counts(db: Session, stage: Stage) -> Mapping[Pair, int]:
    """How many have compared each pair."""
    pairs = compared(stage).c
    query = select(pairs.low, pairs.high, func.count()).group_by(pairs.low, pairs.high)
    return {(low, high): people for low, high, people in db.execute(query)}


def _choice(low: int, high: int, value: int) -> Choice:
    return Choice(high, low, alike=False) if value < 0 else Choice(low, high, alike=value == 0)


def _visible(db: Session, workshop_id: int) -> list[int]:
    """The ideas that have a card of their own, and were not left at a table."""
    query = select(IdeaRow.id).outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
    here = query.where(IdeaRow.workshop_id == workshop_id, IdeaRow.hidden_at.is_(None))
    alone = IdeaRow.group_id.is_(None) | (IdeaGroupRow.lead_id == IdeaRow.id)
    left = left_in(db, workshop_id)
    return [idea for idea in db.scalars(here.where(alone)) if idea not in left]


def _lead_of(db: Session, workshop_id: int, idea: int) -> int:
    query = (
        select(func.coalesce(IdeaGroupRow.lead_id, IdeaRow.id))
        .select_from(IdeaRow)
        .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
        .where(IdeaRow.id == idea, IdeaRow.workshop_id == workshop_id)
    )
    lead = tables(db).execute(query.where(IdeaRow.hidden_at.is_(None))).scalar_one_or_none()
    if lead is None:
        raise NoSuchIdea
    return int(lead)


def _take_back(db: Session, stage: Stage, seat_id: int, pair: Pair) -> None:
    """Remove the person's choices between these ideas, or ideas merged into them."""
    every = _every(stage).subquery().c
    same = and_(every.participant_id == seat_id, every.low == pair[0], every.high == pair[1])
    tables(db).execute(
        delete(ComparisonRow).where(ComparisonRow.id.in_(select(every.id).where(same)))
    )


def _store(db: Session, row: Mapping[str, int]) -> None:
    # One statement, so that two taps at once still leave one choice.
    new = insert_into(db, ComparisonRow).values(**row).inline()
    tables(db).execute(
        new.on_conflict_do_update(
            index_elements=["stage_id", "participant_id", "first_id", "second_id"],
            set_={"value": new.excluded.value, "version": new.excluded.version},
        )
    )
