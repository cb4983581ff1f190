"""Putting the sample project into an empty database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import yaml
from sqlalchemy.orm import Session

import people
import planning
import proposals
import surveys
import workshop
from demo.held_workshop import hold_workshop

FOLDER = Path(__file__).parent / "fjordvik"
ValueT = TypeVar("ValueT")

LEADER = ("Ingrid Solheim", "ingrid.solheim@fjordvik.example")


@dataclass(frozen=True)
class Links:
    """Where to begin: paths below the address of the server."""

    sign_in: str
    join: str
    code: str
    survey: str


def seed(db: Session, now: datetime, chance: Random) -> Links:
    """The links to the sample project, which is founded when the database is empty."""
    leader = people.register_person(db, *LEADER)
    projects = planning.projects_of(db, leader.id)
    project = projects[0] if projects else _found(db, leader.id, now, chance)
    waiting = [w for w in workshop.workshops_of(db, project.id) if not w.ended]
    if not waiting:
        workshop.make_workshop(db, project.id, "idedugnad90", leader.id, now, chance)
        waiting = [w for w in workshop.workshops_of(db, project.id) if not w.ended]
    token = people.new_token()
    people.invite_to_sign_in(db, leader.email, token, now)
    return Links(
        sign_in=f"/sign-in/{token}",
        join=f"/w/{waiting[0].code}",
        code=waiting[0].code,
        survey=f"/surveys/{surveys.surveys_of(db, project.id)[0].link}",
    )


def greeting(links: Links, address: str) -> str:
    """What the terminal says when the server has started."""
    return (
        f"\nIdédugnad runs at {address}\n\n"
        f"  Project leader   {address}{links.sign_in}\n"
        f"  Participants     {address}{links.join}   (code {links.code})\n"
        f"  Survey           {address}{links.survey}\n"
    )


def _found(db: Session, leader_id: int, now: datetime, chance: Random) -> planning.Project:
    project = planning.found_project(db, _read("project"))
    hold_workshop(db, project.id, leader_id, _read("ideas"), now, chance)
    survey = surveys.publish_survey(
        db, project.id, _read("survey"), link=people.new_token(), now=now
    )
    for n, answers in enumerate(_read("answers")):
        surveys.submit_answers(db, survey.id, surveys.as_typed(answers), f"demo-{n}", now.date())
    _tie_all(db, project.id, leader_id, now)
    return project


def _tie_all(db: Session, project_id: int, leader_id: int, now: datetime) -> None:
    outside = {said.text: said for said in surveys.outside_proposals(db, project_id)}
    ideas = {finding.texts[0]: finding.idea_id for finding in workshop.findings_of(db, project_id)}
    goals = {goal.key: goal.id for goal in planning.goals_of(db, project_id)}
    for tie in _read("ties"):
        said = _beginning(outside, tie["outside"])
        proposals.tie_input(
            db,
            project_id,
            said.response_id,
            said.question_key,
            goal_id=goals.get(tie.get("goal")),
            idea_id=_beginning(ideas, tie["idea"]) if "idea" in tie else None,
            author_id=leader_id,
            now=now,
        )


def _beginning(texts: Mapping[str, ValueT], words: str) -> ValueT:
    """What stands under the one text that begins with these words."""
    (found,) = (value for text, value in texts.items() if text.startswith(words))
    return found


def _read(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
