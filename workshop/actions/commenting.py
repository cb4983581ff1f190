"""Saying something to an idea; hiding what was said, and showing it again."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from language import N_, NotFound
from workshop.actions.rows import (
    NO_ID,
    NoSuchIdea,
    grow,
    ideas_of,
    log,
    running,
    seated,
    tables,
    workshop_row,
)
from workshop.comment import NotCommenting, accept_comment, takes_comments
from workshop.picture import Comment
from workshop.records import CommentRow, IdeaGroupRow, IdeaRow


class NoSuchComment(NotFound):
    """The comment is not in this workshop."""

    code = "no_such_comment"
    sentence = N_("That comment is no longer in the workshop.")


_COMMENTS = (
    select(
        CommentRow.id,
        CommentRow.text,
        CommentRow.hidden_at,
        IdeaRow.id.label("idea_id"),
        IdeaGroupRow.lead_id,
    )
    .select_from(CommentRow)
    .join(IdeaRow, IdeaRow.id == CommentRow.idea_id)
    .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
    .where(IdeaRow.workshop_id == bindparam("workshop"))
    .order_by(CommentRow.id)
)


def comment(
    db: Session, workshop_id: int, token: str, idea_id: int, text: str, client_id: str
) -> int:
    """The id of the comment, stored once however often it is sent.

    Refused without a seat, in stages that take none, and on an idea that is not there.
    """
    here = seated(db, workshop_id, token)
    mine = CommentRow.participant_id == here.seat_id, CommentRow.client_id == client_id
    if (stored := db.scalar(select(CommentRow.id).where(*mine))) is not None:
        return stored
    if not takes_comments(here.stage):
        raise NotCommenting
    idea = ideas_of(db, workshop_id, [idea_id])[0]
    if idea.hidden_at is not None:
        raise NoSuchIdea
    row = CommentRow(
        idea_id=idea_id,
        participant_id=here.seat_id,
        client_id=client_id,
        text=accept_comment(text),
    )
    db.add(row)
    _renew(db, workshop_id, [idea])
    db.flush()
    return row.id


def comments_in(db: Session, workshop_id: int) -> dict[int, tuple[Comment, ...]]:
    """What was said to each idea, or group under its leading idea, in order."""
    said: dict[int, tuple[Comment, ...]] = {}
    for row in tables(db).execute(_COMMENTS, {"workshop": workshop_id}):
        idea = row.lead_id or row.idea_id
        one = Comment(row.id, row.text, row.hidden_at is not None)
        said[idea] = (*said.get(idea, ()), one)
    return said


def hide_comment(
    db: Session,
    workshop_id: int,
    comment_id: int,
    person_id: int,
    now: datetime,
    reason: str = "",
) -> None:
    """Take the comment off every screen, for this reason."""
    row = _change(db, workshop_id, comment_id)
    row.hidden_at = now
    about = {"idea": row.idea_id, "comment": comment_id, "reason": reason}
    log(db, workshop_id, person_id, "hide_comment", now, **about)


def show_comment(
    db: Session, workshop_id: int, comment_id: int, person_id: int, now: datetime
) -> None:
    """Put a hidden comment back."""
    row = _change(db, workshop_id, comment_id)
    row.hidden_at = None
    about = {"idea": row.idea_id, "comment": comment_id}
    log(db, workshop_id, person_id, "show_comment", now, **about)


def _change(db: Session, workshop_id: int, comment_id: int) -> CommentRow:
    running(workshop_row(db, workshop_id))
    query = select(CommentRow).join(IdeaRow, IdeaRow.id == CommentRow.idea_id)
    here = query.where(CommentRow.id == comment_id, IdeaRow.workshop_id == workshop_id)
    row = db.scalar(here) if comment_id < NO_ID else None
    if row is None:
        raise NoSuchComment
    _renew(db, workshop_id, ideas_of(db, workshop_id, [row.idea_id]))
    return row


def _renew(db: Session, workshop_id: int, ideas: Iterable[IdeaRow]) -> None:
    """The cards on which these ideas are shown have changed."""
    version = grow(db, workshop_id)
    for idea in ideas:
        idea.version = version
        if idea.group_id is not None:
            lead = db.get_one(IdeaGroupRow, idea.group_id).lead_id
            db.get_one(IdeaRow, lead).version = version
