"""What participants do: propose, vote, see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from planning import goals_of
from storage import insert_into
from workshop.actions.rows import (
    NoSuchIdea,
    current_stage,
    grow,
    ideas_of,
    running,
    seat_of,
    workshop_row,
)
from workshop.ballot import Vote, accept_vote
from workshop.idea_text import accept_text
from workshop.records import BallotRow, IdeaGroupRow, IdeaRow, SightingRow
from workshop.stage import NotProposing, Stage, VotingClosed


@dataclass(frozen=True)
class Counted:
    """A vote that is stored."""

    version: int
    left: int | None
    """The dots that the person has left; None when dots are not what is given."""


def propose_idea(
    db: Session,
    workshop_id: int,
    token: str,
    text: str,
    goal_id: int | None,
    client_id: str,
    now: datetime,
) -> int:
    """The id of the idea, stored once however often the phone sends it.

    Refused without a seat, outside the stages that take ideas, and for a text that is empty
    or too long.
    """
    workshop = running(workshop_row(db, workshop_id))
    seat = seat_of(db, workshop_id, token)
    mine = IdeaRow.participant_id == seat.id
    sent_before = select(IdeaRow.id).where(mine, IdeaRow.client_id == client_id)
    if (stored := db.scalar(sent_before)) is not None:
        return stored
    if not current_stage(db, workshop).takes_ideas:
        raise NotProposing
    idea = IdeaRow(
        workshop_id=workshop_id,
        goal_id=_goal_of(db, workshop.project_id, goal_id),
        participant_id=seat.id,
        client_id=client_id,
        text=accept_text(text),
        proposed_at=now,
        version=grow(db, workshop_id),
    )
    db.add(idea)
    db.flush()
    return idea.id


def cast_vote(db: Session, workshop_id: int, token: str, idea_id: int, vote: Vote) -> Counted:
    """Store this vote in the place of the person's earlier one on the same idea.

    Refused without a seat, while the voting is closed, on an idea that is not there, and
    beyond what one person may give.
    """
    workshop = running(workshop_row(db, workshop_id))
    seat = seat_of(db, workshop_id, token)
    stage = current_stage(db, workshop)
    if not stage.takes_votes:
        raise VotingClosed
    together = _merged_with(db, workshop_id, idea_id)
    given = ballots_of(db, stage.id, seat.id)
    elsewhere = {idea: value for idea, value in given.items() if idea not in together}
    before = sum(given.get(idea, 0) for idea in together)
    value = accept_vote(stage, vote, together[0], elsewhere, before)
    version = grow(db, workshop_id)
    _store(db, stage.id, seat.id, together, value, version)
    mark_seen(db, seat.id, [idea_id])
    return Counted(version, dots_left(stage, [*elsewhere.values(), value or 0]))


def see_ideas(db: Session, workshop_id: int, token: str, ideas: Iterable[int]) -> None:
    """Remember that these ideas of the workshop were on the screen of this person's phone."""
    seat = seat_of(db, workshop_id, token)
    here = select(IdeaRow.id).where(IdeaRow.workshop_id == workshop_id, IdeaRow.id.in_(ideas))
    mark_seen(db, seat.id, db.scalars(here))


def mark_seen(db: Session, seat_id: int, ideas: Iterable[int]) -> None:
    """One row per person and idea, however often it is seen."""
    rows = [{"participant_id": seat_id, "idea_id": idea} for idea in ideas]
    if rows:
        db.execute(insert_into(db, SightingRow).values(rows).on_conflict_do_nothing())


def ballots_of(db: Session, stage_id: int, seat_id: int) -> dict[int, int]:
    """What one person has stored in one stage on the ideas that are not hidden, by idea."""
    query = select(BallotRow.idea_id, BallotRow.value)
    mine = query.where(BallotRow.stage_id == stage_id, BallotRow.participant_id == seat_id)
    mine = mine.join(IdeaRow).where(IdeaRow.hidden_at.is_(None))
    return dict(db.execute(mine).all())


def dots_left(stage: Stage, given: Iterable[int]) -> int | None:
    """The dots left to someone who has given these; None where dots are not given."""
    return stage.votes - sum(given) if stage.votes else None


def _goal_of(db: Session, project_id: int, goal_id: int | None) -> int | None:
    return goal_id if goal_id in {goal.id for goal in goals_of(db, project_id)} else None


def _merged_with(db: Session, workshop_id: int, idea_id: int) -> list[int]:
    """The ideas that a vote on this one is for: its group with the leading idea first."""
    idea = ideas_of(db, workshop_id, [idea_id])[0]
    if idea.hidden_at is not None:
        raise NoSuchIdea
    if idea.group_id is None:
        return [idea.id]
    group = db.get_one(IdeaGroupRow, idea.group_id)
    members = db.scalars(select(IdeaRow.id).where(IdeaRow.group_id == group.id))
    return [group.lead_id, *(member for member in members if member != group.lead_id)]


def _store(
    db: Session, stage_id: int, seat_id: int, together: list[int], value: int | None, version: int
) -> None:
    mine = (BallotRow.stage_id == stage_id, BallotRow.participant_id == seat_id)
    keep = together[1:] if value is not None else together
    db.execute(delete(BallotRow).where(*mine, BallotRow.idea_id.in_(keep)))
    if value is None:
        return
    row = {"stage_id": stage_id, "participant_id": seat_id, "idea_id": together[0]}
    # One statement, so that two taps at once still leave one ballot.
    insert = insert_into(db, BallotRow).values(**row, value=value, version=version)
    changed = {"value": value, "version": version}
    db.execute(insert.on_conflict_do_update(index_elements=[*row], set_=changed))


def voters_in(db: Session, stage_id: int) -> int:
    """How many people have a ballot in the stage."""
    voters = func.count(BallotRow.participant_id.distinct())
    return db.scalar(select(voters).where(BallotRow.stage_id == stage_id)) or 0
