from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.methods.test_ways import stage_of
from workshop.ballot import NotAVote, accept_vote, own_votes
from workshop.methods import WAYS
from workshop.methods.matrix import Spot, placed, side
from workshop.results import ResultRow, result_rows
from workshop.stage import Method
from workshop.tally import Standing

AXES = stage_of(Method.AXES)


def standing(idea: int, spread: dict[int, int]) -> Standing:
    return WAYS[Method.AXES].standing(AXES, idea, spread)


def rows(*spreads: dict[int, int]) -> tuple[ResultRow, ...]:
    """The result of ideas 1, 2 … that got these; {42: 3} is effect 4 and feasibility 2 thrice."""
    standings = [standing(idea, spread) for idea, spread in enumerate(spreads, 1)]
    return result_rows(AXES, range(1, len(spreads) + 1), standings)


def test_two_scores_come_back_as_they_were_given() -> None:
    stored = accept_vote(AXES, "e4f2", 7, {})

    assert stored == 42
    assert own_votes(AXES, {7: [42]}) == {7: "e4f2"}


def test_one_axis_may_be_scored_before_the_other_and_changed_alone() -> None:
    half = accept_vote(AXES, "e4", 7, {})
    assert half is not None
    assert own_votes(AXES, {7: [half]}) == {7: "e4"}

    whole = accept_vote(AXES, "f2", 7, {}, [half])
    assert whole == 42
    assert accept_vote(AXES, "e1", 7, {}, [whole]) == 12


def test_nought_takes_back_one_axis_and_both_take_back_the_vote() -> None:
    assert accept_vote(AXES, "f0", 7, {}, [42]) == 40
    assert accept_vote(AXES, "e0", 7, {}, [40]) is None


@pytest.mark.parametrize("vote", ["", "e6", "f2e4", "4", 42, True, "e4f2 ", "e٣", "agree"])
def test_what_is_no_pair_of_scores_is_refused(vote: int | str) -> None:
    with pytest.raises(NotAVote):
        accept_vote(AXES, vote, 7, {})


def test_each_quarter_has_its_name_and_the_middle_is_not_high() -> None:
    quarters = rows({55: 3}, {51: 3}, {15: 3}, {11: 3}, {33: 3})

    assert [(row.idea, row.figures["word"]) for row in quarters] == [
        (1, "Do now"),
        (2, "Plan"),
        (3, "Small steps"),
        (5, "Leave"),
        (4, "Leave"),
    ]


def test_an_idea_is_told_by_both_medians_where_half_lies_and_how_many() -> None:
    (row,) = rows({52: 1, 43: 2, 31: 1})

    assert {name: row.figures[name] for name in WAYS[Method.AXES].told} == {
        "word": "Plan",
        "effect": "4 (4)",
        "ease": "2,5 (2\N{EN DASH}3)",
        "people": 4,
    }


def test_half_a_vote_counts_nowhere() -> None:
    (row,) = rows({50: 9, 5: 9, 22: 3})

    assert row.figures["people"] == 3
    assert row.figures["effect"] == "2 (2)"


def test_ideas_with_too_few_scores_stand_apart_and_have_no_place() -> None:
    few, enough = rows({55: 2}, {11: 3})[::-1]

    assert (few.idea, few.place, few.figures["apart"]) == (1, None, 1)
    assert "x" not in few.figures
    assert (enough.idea, enough.figures["number"]) == (2, "1")


def test_equals_are_drawn_beside_each_other_in_their_own_quarter() -> None:
    (median,) = {row.figures["ease"] for row in rows({44: 3}, {44: 3}, {44: 3})}
    spots = {(row.figures["x"], row.figures["y"]) for row in rows({44: 3}, {44: 3}, {44: 3})}

    assert median == "4 (4)"
    assert len(spots) == 3
    assert all(isinstance(x, int) and isinstance(y, int) and x > 50 > y for x, y in spots)


@given(st.lists(st.tuples(st.integers(2, 10), st.integers(2, 10)), max_size=12))
def test_no_idea_hides_another_or_leaves_its_quarter(halves: list[tuple[int, int]]) -> None:
    medians = [(Fraction(x, 2), Fraction(y, 2)) for x, y in halves]

    spots = placed(medians)

    for (right, up), spot in zip(medians, spots, strict=True):
        assert side(right) == (spot.x > 50)
        assert side(up) == (spot.y < 50)
    for one, other in combinations(spots, 2):
        assert _apart(one, other) >= 8


def _apart(one: Spot, other: Spot) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)
