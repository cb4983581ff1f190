"""The survey of the sample project and the answers to it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy.orm import Session

import planning
import surveys
from surveys.answering import read_typed
from surveys.publication import with_options
from surveys.questionnaire import read_questionnaire
from tests.conftest import NOW

FJORDVIK = Path(__file__).parent.parent.parent / "demo" / "fjordvik"


def read(name: str) -> Any:
    return yaml.safe_load((FJORDVIK / f"{name}.yaml").read_text("utf-8"))


@pytest.fixture
def fjordvik(db: Session) -> planning.Project:
    """The sample project."""
    return planning.found_project(db, read("project"))


def test_every_answer_is_accepted_and_becomes_evidence(
    db: Session, fjordvik: planning.Project
) -> None:
    survey = surveys.publish_survey(db, fjordvik.id, read("survey"), link="demo", now=NOW)
    answers = read("answers")

    for number, answer in enumerate(answers):
        fields = surveys.as_typed(answer)
        surveys.submit_answers(db, survey.id, fields, f"demo-{number}", NOW.date())

    assert len(answers) == 16
    assert surveys.surveys_of(db, fjordvik.id)[0].responses == 16
    assert len(surveys.outside_proposals(db, fjordvik.id)) == 16
    bearing = {g for each in surveys.stakeholder_answers(db, fjordvik.id) for g in each.goals}
    assert bearing == {"M1", "M2", "M3", "M4", "M5"}


def test_it_asks_twenty_questions_in_six_sections_ten_of_them_conditional(
    db: Session, fjordvik: planning.Project
) -> None:
    sources: dict[str, list[dict[str, str]]] = {
        "stakeholder_types": [
            {"key": each.key, "label": each.title}
            for each in planning.stakeholder_types_of(db, fjordvik.id)
        ],
        "goals": [
            {"key": each.key, "label": each.title} for each in planning.goals_of(db, fjordvik.id)
        ],
    }
    questionnaire = read_questionnaire(with_options(read("survey"), sources))
    questions = list(questionnaire.questions)

    assert len(questionnaire.sections) == 6
    assert len(questions) == 20
    assert sum(question.visible_if is not None for question in questions) == 10
    for answer in read("answers"):
        # Nothing in the file is left over: all that is there is asked of this stakeholder.
        assert set(read_typed(questionnaire, surveys.as_typed(answer)).answers) == set(answer)
