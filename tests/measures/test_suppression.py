from collections.abc import Iterator
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from measures import suppress

Row = dict[str, int]
Masked = dict[str, int | None]


@st.composite
def breakdowns(draw: st.DrawFn) -> tuple[Row, Row]:
    """One row, and the members of its groups; a group without members has given nothing."""
    names = "abcd"[: draw(st.integers(1, 4))]
    members = {name: draw(st.integers(0, 5)) for name in names}
    row = {name: draw(st.integers(0, 3)) if size else 0 for name, size in members.items()}
    return row, members


def test_large_groups_are_shown() -> None:
    assert suppress([{"a": 4, "b": 0}], {"a": 5, "b": 3}) == [{"a": 4, "b": 0}]


def test_a_small_group_is_never_hidden_alone() -> None:
    masked = suppress([{"a": 4, "b": 1, "c": 2}], {"a": 9, "b": 2, "c": 5})

    assert masked == [{"a": 4, "b": None, "c": None}]


def test_two_groups_that_are_too_small_together_hide_behind_a_third() -> None:
    masked = suppress([{"a": 4, "b": 2, "c": 2, "d": 3}], {"a": 9, "b": 1, "c": 1, "d": 5})

    assert masked == [{"a": 4, "b": None, "c": None, "d": None}]


def test_what_is_hidden_does_not_depend_on_the_numbers() -> None:
    members = {"a": 9, "b": 2, "c": 5, "d": 6}
    hidden = [
        {group for group, count in row.items() if count is None}
        for row in suppress([{"b": 3, "c": 1}, {"b": 0, "c": 2}, {"b": 1, "c": 4}], members)
    ]

    assert hidden == [{"b", "c"}] * 3


def test_where_the_sum_would_tell_more_is_hidden() -> None:
    masked = suppress([{"a": 4, "b": 0, "c": 0, "d": 2}], {"a": 9, "b": 2, "c": 5, "d": 6})

    assert masked == [{"a": 4, "b": None, "c": None, "d": None}]


def test_a_group_without_members_is_no_column() -> None:
    assert suppress([{"a": 4}], {"a": 5, "b": 0}) == [{"a": 4}]


@given(breakdowns())
def test_no_hidden_cell_can_be_solved_for(breakdown: tuple[Row, Row]) -> None:
    row, members = breakdown
    (masked,) = suppress([row], members)
    bare: Masked = dict.fromkeys(masked)

    told = {group for group in masked if len(_possible(bare, row, group)) == 1}
    for group in set(_hidden(masked)) - told:
        assert len(_possible(masked, row, group)) > 1, (masked, group)


@given(breakdowns())
def test_no_small_group_is_shown(breakdown: tuple[Row, Row]) -> None:
    row, members = breakdown
    (masked,) = suppress([row], members)

    assert all(members[group] >= 3 for group, count in masked.items() if count is not None)


@given(breakdowns())
def test_what_is_shown_is_true(breakdown: tuple[Row, Row]) -> None:
    row, members = breakdown
    (masked,) = suppress([row], members)

    assert all(count == row[group] for group, count in masked.items() if count is not None)


def _hidden(masked: Masked) -> list[str]:
    return [group for group, count in masked.items() if count is None]


def _possible(masked: Masked, row: Row, group: str) -> set[int]:
    """Every count this cell can have, given what is published, found by trying them all."""
    return {tried[group] for tried in _solutions(masked, row)}


def _solutions(masked: Masked, row: Row) -> Iterator[Row]:
    total, above_zero = sum(row.values()), sum(count > 0 for count in row.values())
    hidden = _hidden(masked)
    shown = {group: count for group, count in masked.items() if count is not None}
    for counts in product(range(total + 1), repeat=len(hidden)):
        tried = {**shown, **dict(zip(hidden, counts, strict=True))}
        if sum(tried.values()) == total and sum(c > 0 for c in tried.values()) == above_zero:
            yield tried
