"""In which order each phone shows the ideas, and how far they have been read."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshop.actions.counting import seen_by
from workshop.actions.rows import current_stage, seat_of, workshop_row
from workshop.actions.seating import left_in
from workshop.exposure import Coverage, coverage, order_for, with_new_last
from workshop.records import IdeaGroupRow, IdeaRow, ParticipantRow

FRESH = timedelta(seconds=5)
MOST_REMEMBERED = 50_000
"""Seats and stages; those that were answered first are forgotten first."""

Counts = Mapping[int, int]


class Looks:
    """What each seat's order was made from, so that it does not change while a stage lasts.

    When a stage begins, every phone asks at once: they are answered from one count. An order
    that changed with each page would move under the finger of someone who votes without a
    script. It lives as long as the process; after that, the ideas are counted anew.
    """

    def __init__(self) -> None:
        self._counted: dict[int, tuple[datetime, Counts]] = {}
        self._first: OrderedDict[tuple[int, int], Counts] = OrderedDict()

    def first(self, stage_id: int, seat_id: int, count: Callable[[], Counts]) -> Counts:
        """The counts from which this seat was first answered in the stage."""
        key = (stage_id, seat_id)
        if key not in self._first:
            self._first[key] = count()
            while len(self._first) > MOST_REMEMBERED:
                self._first.popitem(last=False)
        return self._first[key]

    def recent(self, workshop_id: int, now: datetime, count: Callable[[], Counts]) -> Counts:
        """The counts of the workshop, taken again when they are no longer fresh."""
        at, counts = self._counted.get(workshop_id, (now - FRESH, {}))
        if not timedelta(0) <= now - at < FRESH:
            counts = count()
            self._counted[workshop_id] = (now, counts)
        return counts


def ordered_ideas(
    db: Session, looks: Looks, workshop_id: int, token: str, now: datetime
) -> list[int]:
    """The ideas in the order of this seat, the same all through a stage; new ones come last.

    None while the stage does not show ideas. Refused without a seat.
    """
    seat = seat_of(db, workshop_id, token)
    stage = current_stage(db, workshop_row(db, workshop_id))
    if not stage.shows_ideas:
        return []
    recent = partial(looks.recent, workshop_id, now, partial(_seen, db, workshop_id))
    order = order_for(looks.first(stage.id, seat.id, recent), seat.token_hash)
    return with_new_last(order, _visible(db, workshop_id))


def coverage_of(db: Session, workshop_id: int) -> Coverage:
    """How many of the visible ideas enough people have seen."""
    people = select(func.count()).where(ParticipantRow.workshop_id == workshop_id)
    return coverage(_seen(db, workshop_id), db.scalar(people) or 0)


def _seen(db: Session, workshop_id: int) -> Counts:
    """How many have seen each visible idea, those that nobody has seen among them."""
    seen = seen_by(db, workshop_id)
    return {idea: seen.get(idea, 0) for idea in _visible(db, workshop_id)}


def _visible(db: Session, workshop_id: int) -> list[int]:
    """The ideas that have a card of their own, in the order they were written."""
    query = select(IdeaRow.id).outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
    here = query.where(IdeaRow.workshop_id == workshop_id, IdeaRow.hidden_at.is_(None))
    alone = IdeaRow.group_id.is_(None) | (IdeaGroupRow.lead_id == IdeaRow.id)
    ideas = db.scalars(here.where(alone).order_by(IdeaRow.id))
    left = left_in(db, workshop_id)
    return [idea for idea in ideas if idea not in left]
