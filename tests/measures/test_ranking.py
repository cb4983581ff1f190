from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from measures import Span, spans

SCORES = st.lists(st.one_of(st.none(), st.integers(0, 6), st.fractions(0, 1, max_denominator=7)))


def test_the_highest_is_first() -> None:
    assert spans([3, 9, 5]) == [Span(3, 3), Span(1, 1), Span(2, 2)]


def test_equals_share_their_places_and_the_next_one_waits() -> None:
    assert spans([8, 5, 5, 5, 2]) == [Span(1, 1), Span(2, 4), Span(2, 4), Span(2, 4), Span(5, 5)]


def test_a_rank_of_its_own_is_not_shared() -> None:
    assert [span.shared for span in spans([2, 1, 1]) if span] == [False, True, True]


def test_two_thirds_and_four_sixths_are_equal() -> None:
    assert spans([Fraction(2, 3), Fraction(4, 6)]) == [Span(1, 2), Span(1, 2)]


def test_what_has_no_score_has_no_place_and_takes_none() -> None:
    assert spans([None, 4, None, 4]) == [None, Span(1, 2), None, Span(1, 2)]


@given(SCORES)
def test_every_place_is_taken_exactly_once(scores: list[int | Fraction | None]) -> None:
    shared = {span for span in spans(scores) if span}
    taken = sorted(place for span in shared for place in range(span.first, span.last + 1))

    assert taken == list(range(1, 1 + sum(score is not None for score in scores)))


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_the_list_changes_nothing(
    scores: list[int | Fraction | None], chance: Random
) -> None:
    before = list(zip(scores, spans(scores), strict=True))
    shuffled = list(scores)
    chance.shuffle(shuffled)

    assert set(before) == set(zip(shuffled, spans(shuffled), strict=True))
