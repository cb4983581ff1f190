"""The priority matrix: where in it each idea is drawn, so that none hides another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

MIDDLE = 3
"""A median above it is high. The middle of the scale itself is not."""

NEAR, FAR = 5, 45
"""Where in its half of the picture, from 0 to 50, the lowest and the highest are drawn."""
STEP = 9
"""So far apart two ideas are drawn that got the same."""
MOST_STEPS = 5


@dataclass(frozen=True)
class Spot:
    """A place in the picture: from the left, and from the top, in per cent."""

    x: int
    y: int


def side(median: Fraction) -> bool:
    """Whether a median lies in the high half of its axis."""
    return median > MIDDLE


def placed(medians: Sequence[tuple[Fraction, Fraction]]) -> list[Spot]:
    """A spot for each idea, given what lies to the right and what lies upwards.

    Ideas that got the same stand beside each other, as near as there is room, and never in
    another quarter than their own.
    """
    taken: list[Spot] = []
    for right, up in medians:
        wanted = Spot(_along(right), 100 - _along(up))
        quarter = side(right), not side(up)
        free = (spot for spot in _around(wanted, quarter) if _is_free(spot, taken))
        taken.append(next(free, wanted))
    return taken


def _along(median: Fraction) -> int:
    """How far along its axis a median is drawn, from 0 to 100."""
    low, high = (MIDDLE + Fraction(1, 2), 5) if side(median) else (1, MIDDLE)
    part = (median - low) / (high - low)
    return round(NEAR + (FAR - NEAR) * part) + (50 if side(median) else 0)


def _around(spot: Spot, quarter: tuple[bool, bool]) -> Iterator[Spot]:
    """Spots in the quarter, the nearest first."""
    steps = range(-MOST_STEPS, MOST_STEPS + 1)
    for right, down in sorted(product(steps, steps), key=lambda step: (_far(*step), step)):
        near = Spot(spot.x + STEP * right, spot.y + STEP * down)
        if _within(near.x, far=quarter[0]) and _within(near.y, far=quarter[1]):
            yield near


def _far(right: int, down: int) -> int:
    return right * right + down * down


def _within(at: int, *, far: bool) -> bool:
    return NEAR <= at - (50 if far else 0) <= FAR


def _is_free(spot: Spot, taken: Sequence[Spot]) -> bool:
    return all(_far(spot.x - other.x, spot.y - other.y) >= (STEP - 1) ** 2 for other in taken)
