from random import Random

import pytest
from sqlalchemy.orm import Session

import planning
import surveys
from surveys.actions.reading import desk_of
from tests.conftest import NOW
from tests.surveys.cast import BUILDER, USER, typed
from tests.surveys.conftest import example

TODAY = NOW.date()


@pytest.fixture
def answered(db: Session, project: planning.Project) -> surveys.SurveySummary:
    """The small survey with an answer from a builder and one from a user."""
    survey = surveys.publish_survey(db, project.id, example(), link="link", now=NOW)
    surveys.submit_answers(db, survey.id, typed(BUILDER), "builder", TODAY)
    surveys.submit_answers(db, survey.id, typed(USER), "user", TODAY)
    return survey


def pieces(db: Session, project: planning.Project, question: str) -> set[tuple[object, ...]]:
    return {
        (each.row_key, each.label, each.value, each.goals)
        for each in surveys.stakeholder_answers(db, project.id)
        if each.question_key == question
    }


def test_a_step_bears_on_the_goals_of_its_row(
    db: Session, project: planning.Project, answered: surveys.SurveySummary
) -> None:
    assert pieces(db, project, "weight") == {
        ("plots", "Plots", 5, ("G1",)),
        ("plots", "Plots", 2, ("G1",)),
        ("deals", "Deals", 4, ("G2", "G1")),
    }


def test_points_bear_on_the_goal_they_are_given_to(
    db: Session, project: planning.Project, answered: surveys.SurveySummary
) -> None:
    assert ("G1", "Flere eier", 7, ("G1",)) in pieces(db, project, "points")


def test_a_choice_is_told_in_words_with_its_question(
    db: Session, project: planning.Project, answered: surveys.SurveySummary
) -> None:
    assert pieces(db, project, "help") == {
        ("panel", "How can you help?", "Panel", ()),
        ("advice", "How can you help?", "Advice", ()),
    }


def test_a_number_bears_on_the_goals_of_its_question(
    db: Session, project: planning.Project, answered: surveys.SurveySummary
) -> None:
    assert pieces(db, project, "homes") == {("", "How many homes?", 12, ("G2",))}


def test_whom_to_contact_is_nobody_elses_business(
    db: Session, project: planning.Project, answered: surveys.SurveySummary
) -> None:
    assert pieces(db, project, "whom") == set()


def test_it_is_told_who_speaks(
    db: Session, project: planning.Project, answered: surveys.SurveySummary
) -> None:
    speakers = {
        (each.stakeholder_type, each.organisation)
        for each in surveys.stakeholder_answers(db, project.id)
    }

    assert speakers == {("utbygger", "Nordbygg"), ("bruker", None)}


def test_the_words_of_those_outside_are_proposals(
    db: Session, project: planning.Project, answered: surveys.SurveySummary
) -> None:
    proposals = surveys.outside_proposals(db, project.id)

    assert {(each.text, each.organisation) for each in proposals} == {
        ("Sell plots at a fixed price.", "Nordbygg"),
        ("Help people to stay.", None),
    }


def test_another_project_hears_nothing(
    db: Session, project: planning.Project, answered: surveys.SurveySummary
) -> None:
    assert surveys.stakeholder_answers(db, project.id + 1) == []
    assert surveys.outside_proposals(db, project.id + 1) == []


def test_who_was_not_asked_does_not_count_as_asked(
    db: Session, project: planning.Project, answered: surveys.SurveySummary
) -> None:
    [results] = desk_of(db, project.id, answered.id).results

    asked = {r.question.key: r.asked for _, questions in results.sections for r in questions}
    assert (asked["type"], asked["help"], asked["name"]) == (2, 1, 1)


def test_a_better_wording_keeps_the_answers_together(
    db: Session, project: planning.Project, answered: surveys.SurveySummary
) -> None:
    changed = example()
    changed["sections"][2]["questions"][0]["label"] = "How important is this?"
    surveys.publish_survey(db, project.id, changed, link="link", now=NOW)
    surveys.submit_answers(db, answered.id, typed(BUILDER), "third", TODAY)

    [results] = desk_of(db, project.id, answered.id).results

    assert results.responses == 3
    assert results.sections[2][1][0].question.label == "How important is this?"


def test_the_order_in_which_answers_came_does_not_matter(
    db: Session, project: planning.Project
) -> None:
    tallies = []
    for number in range(2):
        definition = {**example(), "key": f"survey-{number}"}
        survey = surveys.publish_survey(db, project.id, definition, link=f"link-{number}", now=NOW)
        answers = [BUILDER, USER, BUILDER]
        for n, each in enumerate(Random(number).sample(answers, 3)):
            surveys.submit_answers(db, survey.id, typed(each), f"{number}-{n}", TODAY)
        [results] = desk_of(db, project.id, survey.id).results
        tallies.append([r.tally for _, questions in results.sections for r in questions])

    assert tallies[0] == tallies[1]
