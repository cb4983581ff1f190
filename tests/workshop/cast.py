"""Short ways to bring the tests' people into a workshop."""

from collections.abc import Sequence
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from people.records import PersonRow
from planning import Project, departments_of, goals_of
from tests.conftest import NOW
from workshop.actions import steering, taking_part, tidying
from workshop.actions.opening import Opened, make_workshop, take_seat
from workshop.actions.rows import stages_of

BEN, CHI, DEE = "token-of-ben", "token-of-chi", "token-of-dee"


def ada_id(db: Session) -> int:
    return db.scalars(select(PersonRow.id).where(PersonRow.email == "ada@example.org")).one()


def open_room(db: Session, project: Project, template: str = "kort45", most: int = 10) -> Opened:
    """A workshop with Ben (Plan) and Chi (Nav) in it."""
    opened = make_workshop(db, project.id, template, ada_id(db), NOW, Random(1), most)
    departments = departments_of(db, project.id)
    for token, department in ((BEN, departments[0]), (CHI, departments[1])):
        if most > 1:
            take_seat(db, opened.code, department.id, token, NOW)
    return opened


def go_to(db: Session, workshop_id: int, kind: str) -> None:
    """Go to the first stage of this kind."""
    stage = next(s for s in stages_of(db, workshop_id) if s.kind == kind)
    steering.move_to(db, workshop_id, str(stage.ordinal), ada_id(db), NOW)


def propose(db: Session, workshop_id: int, token: str, text: str, client_id: str = "") -> int:
    goal = goals_of(db, 1)[0].id
    return taking_part.propose_idea(
        db, workshop_id, token, text, goal, client_id or f"{token}-{text}", NOW
    )


def vote(
    db: Session, workshop_id: int, token: str, idea: int, value: int | str | None
) -> int | None:
    return taking_part.cast_vote(db, workshop_id, token, idea, value).left


def close(db: Session, workshop_id: int) -> None:
    steering.close_voting(db, workshop_id, ada_id(db), NOW)


def merge(db: Session, workshop_id: int, ideas: Sequence[int]) -> int:
    return tidying.merge_ideas(db, workshop_id, ideas, ada_id(db), NOW)


def room_with_ideas(db: Session, project: Project, n: int = 3) -> tuple[int, list[int]]:
    """A workshop in which people vote with three dots, at most two per idea."""
    opened = open_room(db, project)
    go_to(db, opened.id, "propose")
    ideas = [propose(db, opened.id, BEN, f"Idé {i}") for i in range(n)]
    go_to(db, opened.id, "vote")
    return opened.id, ideas
