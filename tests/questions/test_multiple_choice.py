import pytest

from questions import MultipleChoice, NotAnOption, Option, accept
from questions.multiple_choice import OnlyAlone, TooManyChosen

KIND = MultipleChoice(
    (Option("a", "A"), Option("b", "B"), Option("c", "C"), Option("none", "None", exclusive=True)),
    most=2,
)


def test_the_answer_is_a_set_in_the_order_of_the_options() -> None:
    assert accept(KIND, {"": ["b", "a", "b"]}) == ["a", "b"]


def test_nothing_chosen_is_no_answer() -> None:
    assert accept(KIND, {"": []}) is None


def test_more_than_the_limit_is_refused() -> None:
    with pytest.raises(TooManyChosen):
        accept(KIND, {"": ["a", "b", "c"]})


def test_an_exclusive_option_stands_alone() -> None:
    assert accept(KIND, {"": ["none"]}) == ["none"]
    with pytest.raises(OnlyAlone):
        accept(KIND, {"": ["a", "none"]})


def test_what_is_not_among_the_options_is_refused() -> None:
    with pytest.raises(NotAnOption):
        accept(KIND, {"": ["a", "made-up"]})


def test_the_cells_say_what_was_chosen_in_words() -> None:
    assert [cell.value for cell in KIND.cells(["a", "c"])] == ["A", "C"]
