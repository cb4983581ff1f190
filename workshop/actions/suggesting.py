"""Saying which ideas are alike: to someone who writes one, and to the facilitator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from measures import alike, likenesses
from workshop.actions.counting import THING
from workshop.actions.rows import current_stage, running, seat_of, workshop_row
from workshop.actions.seating import left_in
from workshop.idea_text import LONGEST
from workshop.likeness import (
    FEWEST_CHARACTERS,
    LEAST,
    LEAST_WHILE_WRITING,
    MOST_HINTS,
    alike_groups,
    headline_of,
    sayings,
)
from workshop.records import IdeaGroupRow, IdeaRow


@dataclass(frozen=True)
class Named:
    """An idea by its headline."""

    id: int
    headline: str


@dataclass(frozen=True)
class Suggestion:
    """Ideas that may say the same, the one that was written first in front."""

    ideas: tuple[Named, ...]
    likeness: float
    """From 0 to 1."""

    @property
    def key(self) -> str:
        """The suggestion in an address."""
        return "-".join(str(idea.id) for idea in self.ideas)


def similar_to(db: Session, workshop_id: int, token: str, text: str) -> list[Named]:
    """The ideas like this text that its writer may see now, the most alike first.

    In the silent stage that is the writer's own ideas alone. Refused without a seat, and when
    the workshop has ended.
    """
    workshop = running(workshop_row(db, workshop_id))
    seat = seat_of(db, workshop_id, token)
    if len(text.strip()) < FEWEST_CHARACTERS:
        return []
    shows = current_stage(db, workshop).shows_ideas
    own = IdeaRow.participant_id == seat.id
    left = IdeaRow.id.not_in(left_in(db, workshop_id))
    texts = _texts_of(db, workshop_id, left if shows else own)
    said = [(idea, line) for idea, lines in texts.items() for line in sayings(lines)]
    values = likenesses(text[:LONGEST], [line for _, line in said])
    ranked = sorted(zip(values, said, strict=True), key=lambda one: (-one[0], one[1]))
    near = dict.fromkeys(idea for value, (idea, _) in ranked if value >= LEAST_WHILE_WRITING)
    return [Named(idea, headline_of(texts[idea][0])) for idea in near][:MOST_HINTS]


def suggestions_in(
    db: Session, workshop_id: int, apart: Iterable[Sequence[int]] = ()
) -> list[Suggestion]:
    """The ideas of the workshop that may say the same, without those that were said not to."""
    texts = _texts_of(db, workshop_id)
    said = [(idea, line) for idea, lines in texts.items() for line in sayings(lines)]
    near = alike([line for _, line in said], LEAST)
    pairs = ((said[pair.first][0], said[pair.second][0], pair.likeness) for pair in near)
    return [
        Suggestion(
            tuple(Named(idea, headline_of(texts[idea][0])) for idea in group.ideas), group.likeness
        )
        for group in alike_groups(pairs, apart)
    ]


def _texts_of(
    db: Session, workshop_id: int, *conditions: ColumnElement[bool]
) -> dict[int, list[str]]:
    """For each idea that is not hidden, its text and those that were merged into it."""
    query = select(THING, IdeaRow.text).outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
    here = query.where(IdeaRow.workshop_id == workshop_id, IdeaRow.hidden_at.is_(None), *conditions)
    texts: dict[int, list[str]] = {}
    for idea, text in db.execute(here.order_by(IdeaRow.id != THING, IdeaRow.id)):
        texts.setdefault(idea, []).append(text)
    return texts
