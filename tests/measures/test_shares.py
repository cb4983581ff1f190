from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures import share, wilson


@st.composite
def counts(draw: st.DrawFn) -> tuple[int, int]:
    seen = draw(st.integers(1, 500))
    return draw(st.integers(0, seen)), seen


def test_a_share_is_of_those_who_saw_it() -> None:
    assert share(3, 12) == Fraction(1, 4)


def test_what_nobody_saw_has_no_share() -> None:
    assert share(0, 0) is None
    assert wilson(0, 0) is None


def test_more_support_than_viewers_is_a_bug() -> None:
    with pytest.raises(ValueError, match="some of those who saw"):
        share(4, 3)


def test_the_interval_is_wilsons() -> None:
    """The ends are where the distance to the share is z standard errors of the end itself."""
    interval = wilson(7, 20, z=2.0)

    assert interval is not None
    for end in (interval.low, interval.high):
        assert abs(0.35 - end) == pytest.approx(2.0 * (end * (1 - end) / 20) ** 0.5)


@given(counts())
def test_the_interval_holds_the_share_and_stays_within_bounds(pair: tuple[int, int]) -> None:
    interval, part = wilson(*pair), share(*pair)

    assert interval is not None
    assert part is not None
    assert 0 <= interval.low <= part + 1e-12
    assert part - 1e-12 <= interval.high <= 1


@given(counts())
def test_more_people_make_the_interval_narrower(pair: tuple[int, int]) -> None:
    few, many = wilson(*pair), wilson(pair[0] * 4, pair[1] * 4)

    assert few is not None
    assert many is not None
    assert many.high - many.low < few.high - few.low
