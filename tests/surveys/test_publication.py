from typing import Any

import pytest

from surveys.publication import NotPublishable, refuse_mistakes, with_options
from tests.surveys.conftest import example

SOURCES = {
    "stakeholder_types": [{"key": "utbygger", "label": "U"}, {"key": "bruker", "label": "B"}],
    "goals": [{"key": "G1", "label": "Own"}, {"key": "G2", "label": "Rent"}],
}


def mistakes_in(definition: dict[str, Any]) -> str:
    with pytest.raises(NotPublishable) as refused:
        refuse_mistakes(with_options(definition, SOURCES), ["G1", "G2"])
    return "; ".join(refused.value.mistakes)


def test_the_example_has_no_mistakes() -> None:
    refuse_mistakes(with_options(example(), SOURCES), ["G1", "G2"])


def test_options_come_from_the_project_and_goals_bear_on_themselves() -> None:
    complete = with_options(example(), SOURCES)

    points = complete["sections"][2]["questions"][1]
    assert [option["key"] for option in points["options"]] == ["G1", "G2"]
    assert points["options"][0]["goals"] == ["G1"]


def test_an_unknown_source_of_options_is_a_mistake() -> None:
    definition = example()
    definition["sections"][0]["questions"][0]["options_from"] = "weather"

    assert "no setting options_from" in mistakes_in(definition)


def test_a_condition_may_not_ask_about_what_comes_later() -> None:
    definition = example()
    first = definition["sections"][0]["questions"][0]
    first["visible_if"] = {"==": [{"var": "where"}, "office"]}

    assert "type: a condition asks about 'where'" in mistakes_in(definition)


def test_a_condition_may_not_ask_about_its_own_question() -> None:
    definition = example()
    question = definition["sections"][1]["questions"][0]
    question["visible_if"] = {"in": ["panel", {"var": "help"}]}

    assert "help: a condition asks about 'help'" in mistakes_in(definition)


def test_every_mistake_is_named_at_once() -> None:
    definition = example()
    first = definition["sections"][0]["questions"][0]
    first["requierd"] = True
    definition["sections"][2]["questions"][0]["rows"][0]["goals"] = ["G9"]
    definition["sections"][3]["questions"][0]["key"] = "type"
    del definition["title"]

    found = mistakes_in(definition)

    assert "there is no setting requierd" in found
    assert "the project has no goal G9" in found
    assert "type: the key stands twice" in found
    assert "the survey has no title" in found


def test_a_question_of_no_kind_is_a_mistake() -> None:
    definition = example()
    definition["sections"][2]["questions"][3]["type"] = "poem"

    assert "'poem' is no kind of question" in mistakes_in(definition)


def test_a_survey_without_questions_is_a_mistake() -> None:
    assert "no sections" in mistakes_in({"key": "k", "title": "T", "sections": []})
    assert "no questions" in mistakes_in({"key": "k", "title": "T", "sections": [{"title": "S"}]})
