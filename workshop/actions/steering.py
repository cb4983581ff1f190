"""What the facilitator does to the course of the workshop. Every step has its way back."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from workshop.actions.late import forget_late
from workshop.actions.rows import current_stage, grow, log, running, stages_of, workshop_row
from workshop.records import StageRow
from workshop.stage import NoSuchStage, Stage, StageKind, VotingClosed, stage_at

LONGEST_ORDINAL = 4


def move_to(db: Session, workshop_id: int, to: str, person_id: int, now: datetime) -> int:
    """Go to the "next" stage, the "previous" one, or the one with this number; gives its number.

    Going on from an open vote closes it; going back to a closed vote shows its result.
    """
    workshop = running(workshop_row(db, workshop_id))
    stages = stages_of(db, workshop_id)
    goal = stage_at(stages, _ordinal(to, workshop.position))
    here = stage_at(stages, workshop.position)
    closes = here.takes_votes and goal.ordinal > here.ordinal
    if closes:
        _close(db, here, now)
    steps = {
        "came_from": here.ordinal,
        "to": goal.ordinal,
        "closed": closes,
        "came_from_id": here.id,
        "to_id": goal.id,
    }
    log(db, workshop_id, person_id, "move", now, **steps)
    workshop.position = goal.ordinal
    workshop.timer_ends_at = _timer(goal, now)
    grow(db, workshop_id)
    return goal.ordinal


def close_voting(db: Session, workshop_id: int, person_id: int, now: datetime) -> None:
    """Take no more votes and show the result. Refused when no voting is open."""
    workshop = running(workshop_row(db, workshop_id))
    stage = current_stage(db, workshop)
    if not stage.takes_votes:
        raise VotingClosed
    _close(db, stage, now)
    workshop.timer_ends_at = None
    log(db, workshop_id, person_id, "close_voting", now, stage=stage.ordinal, stage_id=stage.id)
    grow(db, workshop_id)


def open_voting(db: Session, workshop_id: int, person_id: int, now: datetime) -> None:
    """Take votes again, with those that are stored, and hide the result until the next closing."""
    workshop = running(workshop_row(db, workshop_id))
    stage = current_stage(db, workshop)
    if stage.kind is not StageKind.VOTE:
        raise NoSuchStage
    db.execute(update(StageRow).where(StageRow.id == stage.id).values(closed_at=None))
    forget_late(db, stage.id)
    log(db, workshop_id, person_id, "open_voting", now, stage=stage.ordinal, stage_id=stage.id)
    grow(db, workshop_id)


def extend_timer(
    db: Session, workshop_id: int, minutes: int, person_id: int, now: datetime
) -> None:
    """Give the stage some minutes more, counted from now when its time is already up."""
    workshop = running(workshop_row(db, workshop_id))
    ends = workshop.timer_ends_at
    workshop.timer_ends_at = max(ends, now) if ends else now
    workshop.timer_ends_at += timedelta(minutes=minutes)
    log(db, workshop_id, person_id, "extend_timer", now, minutes=minutes)
    grow(db, workshop_id)


def end_workshop(db: Session, workshop_id: int, person_id: int, now: datetime) -> None:
    """Nobody joins and nothing changes any more; an open vote is closed."""
    workshop = running(workshop_row(db, workshop_id))
    stage = current_stage(db, workshop)
    if stage.takes_votes:
        _close(db, stage, now)
    workshop.ended_at = now
    workshop.timer_ends_at = None
    log(db, workshop_id, person_id, "end", now, closed=stage.takes_votes)
    grow(db, workshop_id)


def resume_workshop(db: Session, workshop_id: int, person_id: int, now: datetime) -> None:
    """Take back the end: the workshop stands where it stood. Nothing is done twice."""
    workshop = workshop_row(db, workshop_id)
    if workshop.ended_at is None:
        return
    workshop.ended_at = None
    log(db, workshop_id, person_id, "resume", now)
    grow(db, workshop_id)


def _ordinal(to: str, here: int) -> int:
    steps = {"next": here + 1, "previous": here - 1}
    if to in steps:
        return steps[to]
    if not (to.isascii() and to.isdigit() and len(to) <= LONGEST_ORDINAL):
        raise NoSuchStage
    return int(to)


def _timer(stage: Stage, now: datetime) -> datetime | None:
    if stage.kind is StageKind.LOBBY:
        return None
    return now + timedelta(minutes=stage.minutes)


def _close(db: Session, stage: Stage, now: datetime) -> None:
    db.execute(update(StageRow).where(StageRow.id == stage.id).values(closed_at=now))
