import pytest

from questions import (
    NotAnOption,
    NotPoints,
    Option,
    PointAllocation,
    TooManyOnOne,
    TooManyPoints,
    accept,
)
from questions.point_allocation import PointsLeft

OPTIONS = (Option("own", "Eie"), Option("rent", "Leie"))
KIND = PointAllocation(OPTIONS, total=10)


def test_the_answer_says_how_much_each_option_got() -> None:
    assert accept(KIND, {"own": [" 7 "], "rent": ["3"]}) == {"own": 7, "rent": 3}


def test_an_empty_field_is_nought_and_nought_is_left_out() -> None:
    assert accept(KIND, {"own": ["10"], "rent": [""]}) == {"own": 10}
    assert accept(KIND, {"own": ["10"], "rent": ["0"]}) == {"own": 10}


def test_nothing_given_is_no_answer() -> None:
    assert accept(KIND, {"own": [""], "rent": ["0"]}) is None


def test_more_than_there_is_is_refused() -> None:
    with pytest.raises(TooManyPoints):
        accept(KIND, {"own": ["7"], "rent": ["4"]})


def test_points_left_are_refused_only_where_all_must_be_given() -> None:
    with pytest.raises(PointsLeft):
        accept(KIND, {"own": ["7"]})
    assert accept(PointAllocation(OPTIONS, 10, exact=False), {"own": ["7"]}) == {"own": 7}


def test_too_much_on_one_names_that_one() -> None:
    with pytest.raises(TooManyOnOne) as refused:
        PointAllocation(OPTIONS, 10, most=6).check({"own": 7, "rent": 3})

    assert refused.value.parts == ("own",)


@pytest.mark.parametrize("text", ["-1", "2,5", "many", "1e3", "²", "9" * 400])
def test_what_is_no_whole_number_is_refused_and_named(text: str) -> None:
    with pytest.raises(NotPoints) as refused:
        accept(KIND, {"own": ["5"], "rent": [text]})

    assert refused.value.parts == ("rent",)


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(NotAnOption):
        accept(KIND, {"made-up": ["10"]})
