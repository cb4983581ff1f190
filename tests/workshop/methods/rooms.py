"""A workshop whose people vote in a way of choice."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from planning import Project
from tests.workshop.cast import room_with_ideas
from workshop.actions.looking import picture_of
from workshop.picture import Audience, news_for
from workshop.records import StageRow
from workshop.stage import Method


def room_voting_by(
    db: Session, project: Project, method: Method, n: int = 3, votes: int = 0
) -> tuple[int, list[int]]:
    """The workshop, which stands at the open vote, and its ideas."""
    room, ideas = room_with_ideas(db, project, n)
    stage = picture_of(db, room).stage
    chosen = {"method": method, "votes": votes, "most_per_idea": 0}
    db.execute(update(StageRow).where(StageRow.id == stage.id).values(**chosen))
    return room, ideas


def told(db: Session, room: int, name: str) -> dict[int, object]:
    """One figure of each idea, in the order of the result."""
    news = news_for(Audience.SCREEN, picture_of(db, room), 0)
    return {row[0]: news["figures"][row[0]].get(name) for row in news["results"]}
