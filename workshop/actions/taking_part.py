"""What participants do: propose, vote, see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, Integer, bindparam, delete, func, select
from sqlalchemy.orm import Session

from planning import goals_of
from storage import Insert, Prepared, inserts_into
from workshop.actions.comparing import compare
from workshop.actions.late import note_late, voting_of
from workshop.actions.ranking import put_in_place
from workshop.actions.rows import NoSuchIdea, grow, seat_of, seated, tables
from workshop.actions.seating import left_in
from workshop.ballot import Vote, accept_vote, left_of, looks_back
from workshop.idea_text import accept_text
from workshop.lateness import Given
from workshop.need import Need
from workshop.records import (
    BallotRow,
    ComparisonRow,
    IdeaGroupRow,
    IdeaRow,
    SightingRow,
    StageRow,
)
from workshop.stage import Method, NotProposing, StageKind

_TABLED = select(StageRow.id).where(
    StageRow.workshop_id == bindparam("workshop"), StageRow.kind == StageKind.TABLE.value
)
_IDEA = Prepared(
    select(
        IdeaRow.hidden_at,
        IdeaRow.group_id,
        IdeaGroupRow.lead_id,
        _TABLED.exists().label("tabled"),
    )
    .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
    .where(IdeaRow.id == bindparam("idea"), IdeaRow.workshop_id == bindparam("workshop"))
)
_MEMBERS = Prepared(select(IdeaRow.id).where(IdeaRow.group_id == bindparam("group")))
_MINE = (
    BallotRow.stage_id == bindparam("stage"),
    BallotRow.participant_id == bindparam("seat"),
)
_BALLOTS = Prepared(
    select(BallotRow.idea_id, BallotRow.value)
    .join(IdeaRow, IdeaRow.id == BallotRow.idea_id)
    .where(*_MINE, IdeaRow.hidden_at.is_(None))
    .order_by(BallotRow.version, BallotRow.id)  # of opinions on merged ideas, the latest is shown
)
_WITHDRAW = Prepared(delete(BallotRow).where(*_MINE, BallotRow.idea_id == bindparam("idea")))
_VOTERS = Prepared(
    select(
        *(
            select(func.count(table.participant_id.distinct()))
            .where(table.stage_id == bindparam("stage"))
            .scalar_subquery()
            for table in (BallotRow, ComparisonRow)
        )
    )
)
"""Those with a ballot and those with a comparison; in one stage there are never both."""
_BEYOND_ONE = {Method.RANKING: put_in_place, Method.PAIRS: compare}
"""Ways of voting in which a vote on one idea concerns others."""


@dataclass(frozen=True)
class Counted:
    """A vote that is stored."""

    version: int
    left: int | None
    """The dots that the person has left; None when dots are not what is given."""
    late: bool = False
    """Whether it came after the voting was closed, and counts all the same."""


def propose_idea(
    db: Session,
    workshop_id: int,
    token: str,
    text: str,
    goal_id: int | None,
    client_id: str,
    now: datetime,
    need: Need | None = None,
) -> int:
    """The id of the idea, stored once however often the phone sends it.

    Refused without a seat, outside the stages that take ideas, and for a text that is empty
    or too long.
    """
    here = seated(db, workshop_id, token)
    mine = IdeaRow.participant_id == here.seat_id
    sent_before = select(IdeaRow.id).where(mine, IdeaRow.client_id == client_id)
    if (stored := db.scalar(sent_before)) is not None:
        return stored
    if not here.stage.takes_ideas:
        raise NotProposing
    idea = IdeaRow(
        workshop_id=workshop_id,
        goal_id=_goal_of(db, here.project_id, goal_id),
        participant_id=here.seat_id,
        client_id=client_id,
        text=accept_text(text),
        need=need,
        proposed_at=now,
        version=grow(db, workshop_id),
    )
    db.add(idea)
    db.flush()
    return idea.id


def cast_vote(
    db: Session,
    workshop_id: int,
    token: str,
    idea_id: int,
    vote: Vote,
    when: Given | None = None,
) -> Counted:
    """Store this vote in the place of the person's earlier one on the same idea.

    Refused without a seat, while the voting is closed unless it was given before, on an idea
    that is not there, and beyond what one person may give.
    """
    here = seated(db, workshop_id, token)
    stage, late = voting_of(db, workshop_id, here.stage, when)
    together = _merged_with(db, workshop_id, idea_id)
    if stage.method in _BEYOND_ONE:
        write = _BEYOND_ONE[stage.method]
        version, seen = write(db, workshop_id, stage, here.seat_id, together[0], vote)
        mark_seen(db, workshop_id, here.seat_id, seen)
        if late:
            note_late(db, stage.id, here.seat_id, together[0])
        return Counted(version, None, late)
    given = ballots_of(db, stage.id, here.seat_id) if looks_back(stage) else {}
    elsewhere = {idea: value for idea, value in given.items() if idea not in together}
    before = [value for idea, value in given.items() if idea in together]
    value = accept_vote(stage, vote, together[0], elsewhere, before)
    version = grow(db, workshop_id)
    _store(db, stage.id, here.seat_id, together, value, version)
    mark_seen(db, workshop_id, here.seat_id, [idea_id])
    if late:
        note_late(db, stage.id, here.seat_id, together[0])
    return Counted(version, left_of(stage, [*elsewhere.values(), value or 0]), late)


def see_ideas(db: Session, workshop_id: int, token: str, ideas: Iterable[int]) -> None:
    """Remember that these ideas of the workshop were on the screen of this person's phone."""
    mark_seen(db, workshop_id, seat_of(db, workshop_id, token).id, ideas)


def mark_seen(db: Session, workshop_id: int, seat_id: int, ideas: Iterable[int]) -> None:
    """One row per person and idea, however often it is seen; ideas from elsewhere leave none."""
    connection = tables(db)
    for idea in ideas:
        _SEEN.run(connection, {"workshop": workshop_id, "seat": seat_id, "idea": idea})


def ballots_of(db: Session, stage_id: int, seat_id: int) -> dict[int, int]:
    """What one person has stored in one stage on the ideas that are not hidden, by idea."""
    rows = _BALLOTS.all(tables(db), {"stage": stage_id, "seat": seat_id})
    return {row.idea_id: row.value for row in rows}


def _goal_of(db: Session, project_id: int, goal_id: int | None) -> int | None:
    return goal_id if goal_id in {goal.id for goal in goals_of(db, project_id)} else None


def _merged_with(db: Session, workshop_id: int, idea_id: int) -> list[int]:
    """The ideas that a vote on this one is for: its group with the leading idea first."""
    connection = tables(db)
    idea = _IDEA.one(connection, {"workshop": workshop_id, "idea": idea_id})
    if idea is None or idea.hidden_at is not None:
        raise NoSuchIdea
    if idea.tabled and idea_id in left_in(db, workshop_id):
        raise NoSuchIdea
    if idea.group_id is None:
        return [idea_id]
    members = [row.id for row in _MEMBERS.all(connection, {"group": idea.group_id})]
    return [idea.lead_id, *(member for member in members if member != idea.lead_id)]


def _store(
    db: Session, stage_id: int, seat_id: int, together: list[int], value: int | None, version: int
) -> None:
    connection = tables(db)
    mine = {"stage": stage_id, "seat": seat_id}
    for idea in together[1:] if value is not None else together:
        _WITHDRAW.run(connection, {**mine, "idea": idea})
    if value is not None:
        vote = {**mine, "idea": together[0], "value": value, "version": version}
        _VOTE.run(connection, vote)


def voters_in(db: Session, stage_id: int) -> int:
    """How many people have voted in the stage."""
    return sum(_VOTERS.one(tables(db), {"stage": stage_id}))


def _vote_on(insert: Insert) -> Insert:
    # One statement, so that two taps at once still leave one ballot.
    new = insert.excluded
    ballot: dict[str, BindParameter[int]] = {
        "stage_id": bindparam("stage"),
        "participant_id": bindparam("seat"),
        "idea_id": bindparam("idea"),
        "value": bindparam("value"),
        "version": bindparam("version"),
    }
    return (
        insert.values(ballot)
        .inline()
        .on_conflict_do_update(
            index_elements=["stage_id", "participant_id", "idea_id"],
            set_={"value": new.value, "version": new.version},
        )
    )


def _sight_of(insert: Insert) -> Insert:
    sight = select(bindparam("seat", type_=Integer), IdeaRow.id).where(
        IdeaRow.id == bindparam("idea"), IdeaRow.workshop_id == bindparam("workshop")
    )
    return insert.from_select(["participant_id", "idea_id"], sight).on_conflict_do_nothing()


_VOTE = Prepared({name: _vote_on(insert) for name, insert in inserts_into(BallotRow).items()})
_SEEN = Prepared({name: _sight_of(insert) for name, insert in inserts_into(SightingRow).items()})
