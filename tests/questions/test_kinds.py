"""What must be there for every kind."""

from pathlib import Path

import pytest

from questions import KINDS, SingleChoice, kind_from

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_its_template_its_test_and_its_paragraph(name: str) -> None:
    document = (ROOT / "docs" / "questions.md").read_text("utf-8")

    assert (ROOT / "templates" / "questions" / f"{name}.html").exists()
    assert (ROOT / "tests" / "questions" / f"test_{name}.py").exists()
    assert f"### `{name}`" in document


def test_a_definition_becomes_a_question_of_its_kind() -> None:
    options = [{"key": "yes", "label": "Ja"}, {"key": "no", "label": "Nei"}]

    kind = kind_from({"type": "single_choice", "options": options})

    assert isinstance(kind, SingleChoice)
    assert [option.label for option in kind.options] == ["Ja", "Nei"]


@pytest.mark.parametrize(
    "nonsense",
    [
        {},
        {"type": "poem"},
        {"type": "single_choice"},
        {"type": "single_choice", "options": []},
        {"type": "single_choice", "options": [{"key": "a"}]},
        {"type": "single_choice", "options": [{"key": "no spaces", "label": "A"}]},
        {"type": "single_choice", "options": [{"key": "a", "label": "A"}] * 2},
        {"type": "multiple_choice", "options": [{"key": "a", "label": "A", "free_text": True}]},
        {"type": "multiple_choice", "options": [{"key": "a", "label": "A"}], "max_choices": 0},
        {"type": "scale"},
        {"type": "scale", "scale": {"min": 5, "max": 1}},
        {"type": "scale", "scale": {"min": 1, "max": 500}},
        {"type": "scale", "scale": {"min": 1, "max": 5, "labels": {6: "Six"}}},
        {"type": "matrix", "scale": {"min": 1, "max": 5}},
        {"type": "point_allocation", "options": [{"key": "a", "label": "A"}]},
        {"type": "number", "min": 2, "max": 1},
        {"type": "number", "min": "two"},
        {"type": "short_text", "max_length": -1},
        {"type": "contact", "fields": ["shoe size"]},
    ],
)
def test_nonsense_is_a_mistake_of_the_publisher(nonsense: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        kind_from(nonsense)
