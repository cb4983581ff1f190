from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workshop.exposure import ENOUGH, Coverage, coverage, how_read, order_for, with_new_last

COUNTS = st.dictionaries(st.integers(1, 500), st.integers(0, 60), max_size=60)
SEEDS = st.text(max_size=64)


@given(COUNTS, SEEDS)
def test_everyone_gets_every_idea_once(counts: dict[int, int], seed: str) -> None:
    assert sorted(order_for(counts, seed)) == sorted(counts)


@given(COUNTS, SEEDS)
def test_a_seat_gets_the_same_order_each_time(counts: dict[int, int], seed: str) -> None:
    turned = dict(reversed(counts.items()))

    assert order_for(turned, seed) == order_for(counts, seed)


@given(COUNTS, SEEDS)
def test_what_few_have_seen_never_comes_after_what_many_have(
    counts: dict[int, int], seed: str
) -> None:
    steps = [how_read(counts[idea]) for idea in order_for(counts, seed)]

    assert all(before <= after for before, after in pairwise(steps))


@given(st.integers(0, 60), st.integers(0, 60))
def test_more_readers_never_count_as_less_read(some: int, more: int) -> None:
    assert how_read(some) <= how_read(some + more)
    assert how_read(ENOUGH + more) == how_read(ENOUGH)


def test_seats_get_different_orders() -> None:
    unseen = dict.fromkeys(range(20), 0)

    orders = {tuple(order_for(unseen, f"seat {n}")) for n in range(30)}

    assert len(orders) == 30


def test_each_idea_comes_first_for_about_as_many_seats() -> None:
    unseen = dict.fromkeys(range(4), 0)

    first = [order_for(unseen, f"seat {n}")[0] for n in range(400)]

    assert all(60 < first.count(idea) < 140 for idea in unseen)


@given(st.lists(st.integers(1, 30), unique=True), st.lists(st.integers(1, 30), unique=True))
def test_new_ideas_come_last_and_none_that_stays_changes_place(
    order: list[int], visible: list[int]
) -> None:
    now = with_new_last(order, visible)

    assert sorted(now) == sorted(visible)
    kept = [idea for idea in order if idea in visible]
    assert now[: len(kept)] == kept


def test_coverage_counts_the_ideas_that_eight_have_seen() -> None:
    assert coverage({1: 8, 2: 30, 3: 7, 4: 0}, people=52) == Coverage(4, 2, 8)


def test_in_a_small_room_everyone_is_enough() -> None:
    assert coverage({1: 3, 2: 2}, people=3) == Coverage(2, 1, 3)


def test_an_empty_room_has_covered_nothing() -> None:
    assert coverage({1: 0}, people=0) == Coverage(1, 0, 1)
    assert coverage({}, people=5).ideas == 0
