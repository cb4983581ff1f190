"""Saying whose need ideas meet, for those who wrote them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from language import N_, Refusal
from workshop.actions.rows import grow, ideas_of, log, running, workshop_row
from workshop.need import Need


class NoIdeaChosen(Refusal):
    """Nothing was ticked."""

    code = "no_idea_chosen"
    sentence = N_("Choose at least one idea")


def set_need(
    db: Session,
    workshop_id: int,
    ideas: Sequence[int],
    need: Need | None,
    person_id: int,
    now: datetime,
) -> None:
    """Mark these ideas with a type of need, or with none."""
    if not ideas:
        raise NoIdeaChosen
    set_needs(db, workshop_id, dict.fromkeys(ideas, need), person_id, now)


def set_needs(
    db: Session,
    workshop_id: int,
    needs: Mapping[int, str | None],
    person_id: int,
    now: datetime,
) -> None:
    """Mark each idea with its type of need; the log remembers what stood there before."""
    running(workshop_row(db, workshop_id))
    rows = ideas_of(db, workshop_id, list(needs))
    before = {str(row.id): row.need for row in rows}
    version = grow(db, workshop_id)
    for row in rows:
        row.need, row.version = needs[row.id], version
    given = set(needs.values())
    need = given.pop() if len(given) == 1 else None
    log(db, workshop_id, person_id, "set_need", now, ideas=list(needs), need=need, before=before)
