"""Votes that were given in time and come after the voting was closed."""

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from storage import insert_into
from workshop.actions.rows import stages_of, tables
from workshop.lateness import Given, in_time
from workshop.records import LateVoteRow, StageRow
from workshop.stage import Stage, VotingClosed


def voting_of(
    db: Session, workshop_id: int, here: Stage, given: Given | None
) -> tuple[Stage, bool]:
    """The stage that a vote is for, and whether it comes late.

    `here` is where the workshop stands, which is meant when the vote does not say. Refused
    when the voting is not open and the vote was not given before it was closed.
    """
    meant = here.id if given is None or given.stage_id is None else given.stage_id
    if meant == here.id and here.takes_votes:
        return here, False
    stage = next((stage for stage in stages_of(db, workshop_id) if stage.id == meant), None)
    if stage is None or given is None:
        raise VotingClosed
    closed_at = db.scalar(select(StageRow.closed_at).where(StageRow.id == stage.id))
    if closed_at is None or not in_time(given, closed_at):
        raise VotingClosed
    return stage, True


def note_late(db: Session, stage_id: int, seat_id: int, idea_id: int) -> None:
    """Remember that this vote came late, once however often it is sent."""
    row = {"stage_id": stage_id, "participant_id": seat_id, "idea_id": idea_id}
    db.execute(insert_into(db, LateVoteRow).values(**row).on_conflict_do_nothing())


def forget_late(db: Session, stage_id: int) -> None:
    """No vote is late in a voting that is open again."""
    db.execute(delete(LateVoteRow).where(LateVoteRow.stage_id == stage_id))


def late_in(db: Session, stage_id: int) -> int:
    """How many votes of the stage came late."""
    query = select(func.count()).where(LateVoteRow.stage_id == stage_id)
    return int(tables(db).execute(query).scalar_one())
