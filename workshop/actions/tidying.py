"""What the facilitator does to the ideas: enter, hide, merge. Nothing is ever destroyed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.orm import Session

from language import N_, Refusal
from planning import goals_of
from workshop.actions.rows import NoSuchIdea, grow, ideas_of, log, running, workshop_row
from workshop.idea_text import accept_text
from workshop.records import BallotRow, IdeaGroupRow, IdeaRow, StageRow
from workshop.stage import Method


class NothingToMerge(Refusal):
    """Fewer than two ideas were chosen."""

    code = "nothing_to_merge"
    sentence = N_("Choose at least two ideas to merge")


def enter_ideas(
    db: Session,
    workshop_id: int,
    texts: Sequence[str],
    goal_id: int | None,
    person_id: int,
    now: datetime,
) -> list[int]:
    """The ids of ideas that the facilitator enters, in their order; each must be a good text."""
    workshop = running(workshop_row(db, workshop_id))
    known = {goal.id for goal in goals_of(db, workshop.project_id)}
    version = grow(db, workshop_id)
    ideas = [
        IdeaRow(
            workshop_id=workshop_id,
            goal_id=goal_id if goal_id in known else None,
            client_id="",
            text=accept_text(text),
            proposed_at=now,
            version=version,
        )
        for text in texts
    ]
    db.add_all(ideas)
    db.flush()
    log(db, workshop_id, person_id, "enter_ideas", now, ideas=[idea.id for idea in ideas])
    return [idea.id for idea in ideas]


def hide_idea(
    db: Session, workshop_id: int, idea_id: int, person_id: int, now: datetime, reason: str = ""
) -> None:
    """Take the idea off every screen, for this reason; what was voted on it stays with it.

    Nothing is done to an idea that is hidden already: its first reason stands.
    """
    running(workshop_row(db, workshop_id))
    idea = ideas_of(db, workshop_id, [idea_id])[0]
    if idea.hidden_at is not None:
        return
    if idea.group_id is not None:
        split_group(db, workshop_id, idea.group_id, person_id, now)
    idea.hidden_at = now
    idea.version = grow(db, workshop_id)
    log(db, workshop_id, person_id, "hide", now, idea=idea_id, reason=reason)


def show_idea(db: Session, workshop_id: int, idea_id: int, person_id: int, now: datetime) -> None:
    """Put a hidden idea back, with those of its votes that their givers have not used elsewhere.

    Nothing is done to an idea that is not hidden.
    """
    running(workshop_row(db, workshop_id))
    idea = ideas_of(db, workshop_id, [idea_id])[0]
    if idea.hidden_at is None:
        return
    idea.hidden_at = None
    idea.version = grow(db, workshop_id)
    db.flush()
    _take_back_overspent(db, idea_id)
    log(db, workshop_id, person_id, "show", now, idea=idea_id)


def merge_ideas(
    db: Session, workshop_id: int, ideas: Sequence[int], person_id: int, now: datetime
) -> int:
    """The group of these ideas; the first one leads. Groups among them become part of it."""
    running(workshop_row(db, workshop_id))
    rows = ideas_of(db, workshop_id, list(dict.fromkeys(ideas)))
    if any(row.hidden_at for row in rows):
        raise NoSuchIdea
    old = {row.group_id for row in rows if row.group_id is not None}
    groups = [_members(db, group_id) for group_id in sorted(old)]
    members = [*rows, *db.scalars(select(IdeaRow).where(IdeaRow.group_id.in_(old)))]
    if len({row.id for row in members}) < 2:  # noqa: PLR2004 (one idea is no group)
        raise NothingToMerge
    lead_id = _lead_of(db, rows[0])
    version = grow(db, workshop_id)
    for row in members:
        row.group_id, row.version = None, version
    db.flush()
    db.execute(delete(IdeaGroupRow).where(IdeaGroupRow.id.in_(old)))
    group = IdeaGroupRow(workshop_id=workshop_id, lead_id=lead_id)
    db.add(group)
    db.flush()
    for row in members:
        row.group_id = group.id
    merged = sorted({row.id for row in members})
    log(db, workshop_id, person_id, "merge", now, ideas=merged, lead=lead_id, groups=groups)
    return group.id


def split_group(
    db: Session, workshop_id: int, group_id: int, person_id: int, now: datetime
) -> None:
    """Make the ideas of the group single again, each with its own text and votes."""
    running(workshop_row(db, workshop_id))
    members = IdeaRow.workshop_id == workshop_id, IdeaRow.group_id == group_id
    if db.scalars(select(IdeaRow.id).where(*members)).first() is None:
        return
    ideas = _members(db, group_id)
    version = grow(db, workshop_id)
    db.execute(update(IdeaRow).where(*members).values(group_id=None, version=version))
    db.execute(delete(IdeaGroupRow).where(IdeaGroupRow.id == group_id))
    log(db, workshop_id, person_id, "split", now, ideas=ideas)


def _members(db: Session, group_id: int) -> list[int]:
    """The ideas of a group, the one that leads it first: so it can be made again."""
    lead_id = db.get_one(IdeaGroupRow, group_id).lead_id
    ideas = db.scalars(select(IdeaRow.id).where(IdeaRow.group_id == group_id).order_by(IdeaRow.id))
    return [lead_id, *(idea for idea in ideas if idea != lead_id)]


def _lead_of(db: Session, idea: IdeaRow) -> int:
    if idea.group_id is None:
        return idea.id
    return db.get_one(IdeaGroupRow, idea.group_id).lead_id


def _take_back_overspent(db: Session, idea_id: int) -> None:
    """Withdraw the votes on this idea that would bring their giver over the budget."""
    ballots = select(BallotRow.stage_id, BallotRow.participant_id).join(IdeaRow)
    visible = ballots.where(IdeaRow.hidden_at.is_(None)).join(StageRow)
    spent = visible.where(StageRow.votes > 0).group_by(
        BallotRow.stage_id, BallotRow.participant_id, StageRow.votes
    )
    # On a list each idea takes one place, whichever it is.
    cost = case((StageRow.method == Method.RANKING, 1), else_=BallotRow.value)
    overspent = spent.having(func.sum(cost) > StageRow.votes)
    for stage_id, participant_id in db.execute(overspent).all():
        db.execute(
            delete(BallotRow).where(
                BallotRow.stage_id == stage_id,
                BallotRow.participant_id == participant_id,
                BallotRow.idea_id == idea_id,
            )
        )
