from typing import Any

import pytest

from questions import Kind, LongText, MultipleChoice, Number, Option, SingleChoice
from surveys.conditions import DEEPEST, MOST_NODES, holds, mistakes_in

ASKED: dict[str, Kind[Any]] = {
    "type": SingleChoice((Option("builder", "B"), Option("user", "U"))),
    "help": MultipleChoice((Option("panel", "P"), Option("advice", "A"))),
    "homes": Number(),
    "idea": LongText(),
}


@pytest.mark.parametrize(
    ("condition", "answers", "expected"),
    [
        ({"==": [{"var": "type"}, "user"]}, {"type": "user"}, True),
        ({"==": [{"var": "type"}, "user"]}, {"type": None}, False),
        ({"!=": [{"var": "type"}, "user"]}, {"type": None}, True),
        ({"in": [{"var": "type"}, ["user", "builder"]]}, {"type": "builder"}, True),
        ({"in": [{"var": "type"}, ["user"]]}, {"type": None}, False),
        ({"in": ["panel", {"var": "help"}]}, {"help": ["advice", "panel"]}, True),
        ({"in": ["panel", {"var": "help"}]}, {"help": None}, False),
        ({"<": [{"var": "homes"}, 5]}, {"homes": 4}, True),
        ({"<": [{"var": "homes"}, 5]}, {"homes": None}, False),
        ({">=": [{"var": "homes"}, 0]}, {"homes": None}, False),
        ({"!": [{"var": "homes"}]}, {"homes": None}, True),
        ({"and": [{"var": "type"}, {"var": "homes"}]}, {"type": "user", "homes": 1}, True),
    ],
)
def test_what_a_condition_says(
    condition: dict[str, Any], answers: dict[str, Any], expected: bool
) -> None:
    assert mistakes_in(condition, ASKED) == []
    assert holds(condition, answers) is expected


@pytest.mark.parametrize(
    ("condition", "mistake"),
    [
        ("Q1 == 2", "no JsonLogic object"),
        ({}, "no operator"),
        ({"cat": ["a", "b"]}, "no operator cat"),
        ({"==": [1, 1], "!=": [1, 2]}, "no operator"),
        ({"==": [{"var": "type"}]}, "1 operands"),
        ({"==": [{"var": "later"}, "user"]}, "not asked before"),
        ({"==": [{"var": ["type", "default"]}, "user"]}, "not asked before"),
        ({"==": [{"var": "idea"}, "user"]}, "cannot compare"),
        ({"==": [{"var": "type"}, "usr"]}, "'usr', which is no option"),
        ({"in": [{"var": "type"}, ["user", "usr"]]}, "'usr', which is no option"),
        ({"in": ["pannel", {"var": "help"}]}, "'pannel', which is no option"),
    ],
)
def test_a_mistake_in_a_condition_is_named(condition: object, mistake: str) -> None:
    assert any(mistake in each for each in mistakes_in(condition, ASKED))


def test_a_condition_may_not_be_too_deep() -> None:
    condition: Any = {"var": "type"}
    for _ in range(10_000):
        condition = {"!": [condition]}

    assert mistakes_in(condition, ASKED) == [f"a condition is deeper than {DEEPEST}"]


def test_a_condition_may_not_be_too_large() -> None:
    condition = {"or": [{"==": [{"var": "type"}, "user"]} for _ in range(MOST_NODES)]}

    assert "more than" in mistakes_in(condition, ASKED)[0]
