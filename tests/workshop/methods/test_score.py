from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language import Refusal
from tests.workshop.methods.test_ways import stage_of
from workshop.ballot import NotAVote, accept_vote
from workshop.methods import WAYS
from workshop.methods.scale import median_of, middle_half, written
from workshop.results import result_rows
from workshop.stage import Method
from workshop.tally import Standing

SCORE = stage_of(Method.SCORE)
SPREADS = st.dictionaries(st.integers(1, 5), st.integers(1, 9), min_size=1)


def standing(idea: int, **people: int) -> Standing:
    """What an idea got: three=2 for two people who gave it 3."""
    steps = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
    return WAYS[Method.SCORE].standing(SCORE, idea, {steps[k]: n for k, n in people.items()})


@pytest.mark.parametrize("score", [1, 2, 3, 4, 5])
def test_a_score_is_stored_as_it_is_given(score: int) -> None:
    assert accept_vote(SCORE, score, 7, {}) == score


def test_nought_takes_the_score_back() -> None:
    assert accept_vote(SCORE, 0, 7, {}, [3]) is None


@pytest.mark.parametrize("vote", [6, -1, True, "3", "agree"])
def test_what_is_no_score_is_refused(vote: int | str) -> None:
    with pytest.raises(NotAVote):
        accept_vote(SCORE, vote, 7, {})


def test_the_share_of_high_scores_decides_then_the_mean_then_who_wrote_first() -> None:
    loved = standing(1, one=2, five=2)
    liked = standing(2, three=2, four=2)
    also = standing(3, three=2, four=2)
    best = standing(4, four=3, one=1)

    rows = result_rows(SCORE, [1, 2, 3, 4, 5], [loved, liked, also, best])

    assert [row.idea for row in rows] == [4, 2, 3, 1, 5]
    assert [row.place and (row.place.first, row.place.last) for row in rows] == [
        (1, 1), (2, 3), (2, 3), (4, 4), None,
    ]  # fmt: skip


def test_a_score_is_told_by_share_median_people_and_spread() -> None:
    (row,) = result_rows(SCORE, [1], [standing(1, two=1, four=2, five=1)])

    assert row.figures == {
        "number": "75\N{NO-BREAK SPACE}%",
        "bar": 75,
        "high": 3,
        "median": "4",
        "people": 4,
        "spread": [(0, 0), (1, 50), (0, 0), (2, 100), (1, 50)],
    }
    assert "mean" not in row.figures


def test_an_idea_that_fewer_than_three_have_scored_is_not_placed() -> None:
    rows = result_rows(SCORE, [1, 2], [standing(1, five=2), standing(2, one=3)])

    assert [(row.idea, row.place is None) for row in rows] == [(2, False), (1, True)]
    assert rows[0].figures.get("apart") is None
    assert rows[1].figures["apart"] == 1
    assert rows[1].figures["number"] == "100\N{NO-BREAK SPACE}%"


def test_between_two_steps_the_median_is_a_half() -> None:
    assert written(median_of({3: 1, 4: 1})) == "3,5"
    assert written(median_of({3: 1, 4: 2})) == "4"


@given(SPREADS)
def test_the_median_lies_in_the_middle_half_and_that_on_the_scale(spread: dict[int, int]) -> None:
    low, high = middle_half(spread)

    assert min(spread) <= low <= median_of(spread) <= high <= max(spread)


@given(SPREADS)
def test_turning_the_scale_round_turns_the_median_round(spread: dict[int, int]) -> None:
    turned = {6 - step: people for step, people in spread.items()}

    assert median_of(turned) == Fraction(6) - median_of(spread)
    assert middle_half(turned) == tuple(6 - step for step in reversed(middle_half(spread)))


@given(st.lists(st.integers(-2, 8), max_size=20))
def test_whatever_is_tapped_at_most_one_score_is_held(taps: list[int]) -> None:
    held: list[int] = []
    for tap in taps:
        try:
            stored = accept_vote(SCORE, tap, 7, {}, held)
        except Refusal:
            continue
        held = [] if stored is None else [stored]

    assert all(1 <= score <= 5 for score in held)
