"""A scale from 1 to 5, and what many scores on it say together."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

STEPS = range(1, 6)
FEWEST = 3
"""An idea that fewer have scored is not placed among the others: one happy voter is no result."""
NOTHING = "\N{EN DASH}"
"""What stands where nobody has given a score."""

Spread = Mapping[int, int]
"""How many gave each step."""


def median_of(spread: Spread) -> Fraction:
    """The score in the middle, or halfway between the two in the middle."""
    people = sum(spread.values())
    return Fraction(_nth(spread, (people - 1) // 2) + _nth(spread, people // 2), 2)


def middle_half(spread: Spread) -> tuple[int, int]:
    """From where to where the middle half of the scores lies; half of them or more."""
    people = sum(spread.values())
    return _nth(spread, people // 4), _nth(spread, people - 1 - people // 4)


def mean_of(spread: Spread) -> Fraction:
    """The mean. It orders ideas that are equal otherwise and is never told."""
    return Fraction(sum(step * people for step, people in spread.items()), sum(spread.values()))


def columns(spread: Spread) -> list[tuple[int, int]]:
    """For each step how many gave it, and the height of its bar: 100 for the most frequent."""
    most = max(spread.values(), default=0) or 1
    return [(spread.get(step, 0), round(100 * spread.get(step, 0) / most)) for step in STEPS]


def hundredths(share: Fraction) -> int:
    """Whole per cent, halves upwards."""
    return int(share * 100 + Fraction(1, 2))


def written(value: Fraction) -> str:
    """The number as it is written, with a comma: it is whole or ends in a half."""
    return f"{float(value):g}".replace(".", ",")


def _nth(spread: Spread, n: int) -> int:
    """The score of whoever would be the nth if they stood in a row, the lowest first."""
    return next(score for place, score in enumerate(_in_row(spread)) if place == n)


def _in_row(spread: Spread) -> Iterator[int]:
    for step in sorted(spread):
        yield from [step] * spread[step]
