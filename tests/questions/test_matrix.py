import pytest

from questions import DONT_KNOW, Matrix, NotAnOption, Option, Scale, accept, kind_from
from questions.matrix import RowsLeft
from questions.scale import NotOnScale

ROWS = (Option("plots", "Tomter"), Option("loans", "Lån"))
KIND = Matrix(ROWS, Scale(1, 5, allow_dont_know=True))


def test_the_answer_says_which_step_each_row_got() -> None:
    assert accept(KIND, {"plots": ["4"], "loans": [DONT_KNOW]}) == {
        "plots": 4,
        "loans": DONT_KNOW,
    }


def test_no_row_answered_is_no_answer() -> None:
    assert accept(KIND, {"plots": [], "loans": [""]}) is None


def test_a_row_left_out_is_named() -> None:
    with pytest.raises(RowsLeft) as refused:
        accept(KIND, {"plots": ["4"]})

    assert refused.value.parts == ("loans",)


def test_rows_may_be_left_out_where_not_all_are_needed() -> None:
    kind = Matrix(ROWS, Scale(1, 5), all_rows=False)

    assert accept(kind, {"plots": ["4"]}) == {"plots": 4}


def test_a_required_matrix_asks_for_all_its_rows() -> None:
    definition = {
        "type": "matrix",
        "rows": [{"key": "a", "label": "A"}],
        "scale": {"min": 1, "max": 5},
    }

    needed, optional = kind_from({**definition, "required": True}), kind_from(definition)

    assert isinstance(needed, Matrix)
    assert isinstance(optional, Matrix)
    assert (needed.all_rows, optional.all_rows) == (True, False)


def test_a_step_outside_the_scale_names_its_row() -> None:
    with pytest.raises(NotOnScale) as refused:
        accept(KIND, {"plots": ["4"], "loans": ["6"]})

    assert refused.value.parts == ("loans",)


def test_an_unknown_row_is_refused() -> None:
    with pytest.raises(NotAnOption):
        accept(KIND, {"plots": ["4"], "loans": ["4"], "made-up": ["1"]})


def test_each_row_is_tallied_by_itself() -> None:
    tally = KIND.tally([{"plots": 5, "loans": 1}, {"plots": 4, "loans": DONT_KNOW}])

    assert [row.median for row in tally.rows] == [4.5, 1.0]
    assert [row.dont_know for row in tally.rows] == [0, 1]
