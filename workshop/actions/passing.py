"""Whom each idea was shown to, and who of them passed it by."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshop.actions.counting import THING, seen_by, united
from workshop.exposure import Exposure
from workshop.records import BallotRow, IdeaGroupRow, IdeaRow, ParticipantRow, SightingRow
from workshop.stage import Stage, StageKind


def exposure_of(db: Session, workshop_id: int, stages: tuple[Stage, ...]) -> dict[int, Exposure]:
    """For each idea or group that anyone was shown, to how many it was, and how many passed it.

    Who passed is told of the latest vote that is closed, and of none before: while a vote is
    open, it would give the result away.
    """
    query = select(func.count()).where(ParticipantRow.workshop_id == workshop_id)
    people = db.scalar(query) or 0
    closed = [stage for stage in stages if stage.kind is StageKind.VOTE and stage.closed]
    passed = _passed(db, workshop_id, closed[-1]) if closed else None
    return {
        idea: Exposure(people, shown, None if passed is None else passed.get(idea, 0))
        for idea, shown in seen_by(db, workshop_id).items()
    }


def _passed(db: Session, workshop_id: int, stage: Stage) -> dict[int, int]:
    """How many were shown the idea, voted in the stage, and gave this idea nothing or a pass."""
    saw = (
        select(THING.label("thing"), SightingRow.participant_id)
        .select_from(SightingRow)
        .join(IdeaRow, IdeaRow.id == SightingRow.idea_id)
        .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
        .where(IdeaRow.workshop_id == workshop_id)
        .distinct()
        .subquery()
        .c
    )
    gave = united(stage).c
    same = (gave.thing == saw.thing, gave.participant_id == saw.participant_id, gave.value != 0)
    voted = select(BallotRow.participant_id).where(BallotRow.stage_id == stage.id)
    query = select(saw.thing, func.count()).where(
        saw.participant_id.in_(voted), ~select(gave.thing).where(*same).exists()
    )
    return dict(db.execute(query.group_by(saw.thing)).all())
