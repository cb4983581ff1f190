"""A project in which a workshop has been held and a survey has been answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

import pytest
import yaml
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

import planning
import storage
import surveys
import workshop
from people.records import PersonRow
from tests.conftest import NOW
from workshop.actions.opening import take_seat
from workshop.actions.steering import end_workshop, move_to
from workshop.actions.taking_part import cast_vote, propose_idea, see_ideas

SURVEY = """
key: innspill
title: Innspill
sections:
  - title: Hva må til?
    questions:
      - key: who
        type: single_choice
        label: Hvem er dere?
        role: stakeholder_type
        options_from: stakeholder_types
      - {key: points, type: point_allocation, label: Fordel, total: 10, options_from: goals}
      - {key: idea, type: long_text, label: Beste strategi, creates: proposal}
"""
PROPOSING, VOTING = "3", "5"
DOTS: Mapping[str, int] = {"nav0": 2, "nav1": 1, "plan0": 1}


@dataclass(frozen=True)
class Held:
    """What the tests need to know of what was held."""

    project: planning.Project
    leader_id: int
    goals: Mapping[str, int]
    ideas: Mapping[str, int]
    responses: tuple[int, ...]


@pytest.fixture
def held(house: Flask, project: planning.Project) -> Held:
    """Eight people from Nav and Plan proposed and voted; two stakeholders answered."""
    with storage.transaction() as db:
        leader_id = db.scalars(select(PersonRow.id).where(PersonRow.name == "Ada")).one()
        goals = {goal.key: goal.id for goal in planning.goals_of(db, project.id)}
        ideas = _hold_workshop(db, project.id, leader_id, goals)
        _hold_survey(db, project.id)
        said = surveys.outside_proposals(db, project.id)
        return Held(project, leader_id, goals, ideas, tuple(each.response_id for each in said))


def _hold_workshop(
    db: Session, project_id: int, leader_id: int, goals: Mapping[str, int]
) -> dict[str, int]:
    made = workshop.make_workshop(db, project_id, "idedugnad90", leader_id, NOW, Random(1))
    departments = {d.key: d.id for d in planning.departments_of(db, project_id)}
    seats = [(key, f"{key}{n}") for key in ("nav", "plan") for n in range(4)]
    for key, token in seats:
        take_seat(db, made.code, departments[key], token, NOW)
    move_to(db, made.id, PROPOSING, leader_id, NOW)
    ideas = {
        text: propose_idea(db, made.id, "nav0", text, goals["G1"], text, NOW)
        for text in ("Startlån", "Byttedag")
    }
    move_to(db, made.id, VOTING, leader_id, NOW)
    for token, dots in DOTS.items():
        cast_vote(db, made.id, token, ideas["Startlån"], dots)
    for _, token in seats:
        see_ideas(db, made.id, token, ideas.values())
    end_workshop(db, made.id, leader_id, NOW)
    return ideas


def _hold_survey(db: Session, project_id: int) -> None:
    survey = surveys.publish_survey(
        db, project_id, yaml.safe_load(SURVEY), link="innspill", now=NOW
    )
    for who, given, text in (("utbygger", "4", "Mer startlån"), ("bruker", "9", "Flere tomter")):
        fields = {
            "who": {"": [who]},
            "points": {"G1": [given], "G2": [str(10 - int(given))]},
            "idea": {"": [text]},
        }
        surveys.submit_answers(db, survey.id, fields, who, date(2027, 2, 3))
