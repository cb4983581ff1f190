"""What a breakdown must not show: the answers of groups so small that they name their members."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

GroupT = TypeVar("GroupT")

FEWEST = 3
"""A group with fewer members is never shown by itself."""


def suppress(
    rows: Sequence[Mapping[GroupT, int]], members: Mapping[GroupT, int], fewest: int = FEWEST
) -> list[dict[GroupT, int | None]]:
    """The rows with None for what is hidden, one cell for each group that has members.

    The sum of a row, and how many of its cells are above zero, may be published beside it:
    no hidden cell follows from them and the cells that are left, unless it follows from
    those two numbers alone.
    """
    groups = [group for group, size in members.items() if size]
    by_size = sorted(groups, key=lambda group: members[group])
    most_small = _how_many_to_hide([members[group] for group in by_size], fewest)
    return [_masked(row, groups, by_size, most_small) for row in rows]


def _how_many_to_hide(sizes: Sequence[int], fewest: int) -> int:
    """How many of the smallest groups: the small ones, and those it takes to hide among.

    Decided by the sizes of groups alone: a choice by the numbers in the cells would itself
    tell something about them.
    """
    small = sum(size < fewest for size in sizes)
    if not small:
        return 0
    enough = (n for n in range(max(small, 2), len(sizes)) if sum(sizes[:n]) >= fewest)
    return next(enough, len(sizes))


def _masked(
    row: Mapping[GroupT, int], groups: Sequence[GroupT], by_size: Sequence[GroupT], least: int
) -> dict[GroupT, int | None]:
    """The row without its small groups, and without more of the next where the sum would tell."""
    counts = [row.get(group, 0) for group in by_size]
    enough = (n for n in range(least, len(by_size)) if not _follows(counts[:n]))
    hidden = set(by_size[: next(enough, len(by_size))])
    return {group: None if group in hidden else row.get(group, 0) for group in groups}


def _follows(hidden: Sequence[int]) -> bool:
    """Whether these counts follow from their sum and from how many of them are above zero."""
    if not hidden:
        return False
    above_zero = sum(count > 0 for count in hidden)
    all_above = above_zero == len(hidden)
    return len(hidden) == 1 or above_zero == 0 or (all_above and sum(hidden) == len(hidden))
