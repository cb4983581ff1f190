"""A workshop that has been held, with people, ideas and votes, by the acts of real ones."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Any

from sqlalchemy.orm import Session

import planning
import workshop
from people import new_token

PROPOSING, VOTING = "3", "5"  # stages of the template
PEOPLE_PER_DEPARTMENT = 4
DOTS = 5
MOST_PER_IDEA = 2
GIVES_TWO = 0.3
OVERLOOKS = 0.1


def hold_workshop(
    db: Session,
    project_id: int,
    leader_id: int,
    ideas: Sequence[Mapping[str, Any]],
    now: datetime,
    chance: Random,
) -> None:
    """Let four people from each department propose these ideas and give them their votes."""
    opened = workshop.make_workshop(db, project_id, "idedugnad90", leader_id, now, chance)
    people = _seat_everyone(db, project_id, opened.code, now)
    workshop.move_to(db, opened.id, PROPOSING, leader_id, now)
    ids = _propose_all(db, project_id, opened.id, ideas, people, now)
    workshop.move_to(db, opened.id, VOTING, leader_id, now)
    everyone = [token for tokens in people.values() for token in tokens]
    for token in everyone:
        seen = [idea for idea in ids if chance.random() > OVERLOOKS]
        workshop.see_ideas(db, opened.id, token, seen)
    wishes = {idea: about["votes"] for idea, about in zip(ids, ideas, strict=True)}
    for (token, idea), dots in share_out(wishes, everyone, chance).items():
        workshop.cast_vote(db, opened.id, token, idea, dots)
    workshop.end_workshop(db, opened.id, leader_id, now)


def share_out(
    wishes: Mapping[int, int], people: Sequence[str], chance: Random
) -> dict[tuple[str, int], int]:
    """Who gives how many dots to which idea, so that each idea gets what is wished for it.

    At most two dots from one person to one idea, and DOTS from one person in all.
    """
    left = dict.fromkeys(people, DOTS)
    given: dict[tuple[str, int], int] = {}
    for idea, wished in sorted(wishes.items(), key=lambda wish: -wish[1]):
        for person, dots in _givers(wished, left, chance).items():
            given[person, idea] = dots
            left[person] -= dots
    return given


def _givers(wished: int, left: Mapping[str, int], chance: Random) -> dict[str, int]:
    """Who gives the dots of one idea: those who have most left first, some of them two."""
    order = sorted(left, key=lambda person: (-left[person], chance.random()))
    dots: dict[str, int] = {}
    for most in (1, MOST_PER_IDEA):  # a second round when the first does not reach
        for person in order:
            wants = MOST_PER_IDEA if chance.random() < GIVES_TWO else most
            more = min(wants, left[person]) - dots.get(person, 0)
            more = min(more, wished - sum(dots.values()))
            if more > 0:
                dots[person] = dots.get(person, 0) + more
    return dots


def _seat_everyone(db: Session, project_id: int, code: str, now: datetime) -> dict[str, list[str]]:
    """Tokens of the people who have sat down, by the key of their department."""
    people: dict[str, list[str]] = {}
    for department in planning.departments_of(db, project_id):
        tokens = [new_token() for _ in range(PEOPLE_PER_DEPARTMENT)]
        for token in tokens:
            workshop.take_seat(db, code, department.id, token, now)
        people[department.key] = tokens
    return people


def _propose_all(
    db: Session,
    project_id: int,
    workshop_id: int,
    ideas: Sequence[Mapping[str, Any]],
    people: Mapping[str, Sequence[str]],
    now: datetime,
) -> list[int]:
    goals = {goal.key: goal.id for goal in planning.goals_of(db, project_id)}
    return [
        workshop.propose_idea(
            db,
            workshop_id,
            people[idea["department"]][0],
            idea["text"],
            goals[idea["goal"]],
            f"demo-{n}",
            now,
        )
        for n, idea in enumerate(ideas)
    ]
