"""A person's ranking: to move one idea is to number the others anew."""

from sqlalchemy import bindparam, delete, func, insert, select
from sqlalchemy.orm import Session

from workshop.actions.counting import THING
from workshop.actions.rows import grow, tables
from workshop.ballot import Vote
from workshop.methods import placed
from workshop.records import BallotRow, IdeaGroupRow, IdeaRow
from workshop.stage import Stage

_MINE = (
    BallotRow.stage_id == bindparam("stage"),
    BallotRow.participant_id == bindparam("seat"),
)
_ORDER = (
    select(THING)
    .select_from(BallotRow)
    .join(IdeaRow, IdeaRow.id == BallotRow.idea_id)
    .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
    .where(*_MINE, IdeaRow.hidden_at.is_(None))
    .group_by(THING)
    .order_by(func.min(BallotRow.value), THING)
)
_TEAR_UP = delete(BallotRow).where(
    *_MINE, BallotRow.idea_id.in_(select(IdeaRow.id).where(IdeaRow.hidden_at.is_(None)))
)


def put_in_place(
    db: Session, workshop_id: int, stage: Stage, seat_id: int, idea: int, vote: Vote
) -> tuple[int, list[int]]:
    """Put the idea at this place of the person's list.

    Gives the version of the workshop and the ideas that were seen. The list is written anew: one
    ballot for each idea, and none for those merged into it. What stands on a hidden idea stays
    there. Refused when there is no room on the list.
    """
    connection = tables(db)
    mine = {"stage": stage.id, "seat": seat_id}
    version = grow(db, workshop_id)  # first: it lets one change of the list in at a time
    order = placed(list(connection.execute(_ORDER, mine).scalars()), idea, vote, stage.votes)
    connection.execute(_TEAR_UP, mine)
    ballot = {"stage_id": stage.id, "participant_id": seat_id, "version": version}
    ballots = [{**ballot, "idea_id": one, "value": place} for place, one in enumerate(order, 1)]
    if ballots:
        connection.execute(insert(BallotRow), ballots)
    return version, [idea]
