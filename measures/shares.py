"""How large a part stands behind something, and how far a number that small can be trusted."""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

Z90 = 1.6448536269514722
"""The standard normal deviate that leaves five per cent in each tail."""


@dataclass(frozen=True)
class Interval:
    """From and to, as parts of one."""

    low: float
    high: float


def share(support: int, seen: int) -> Fraction | None:
    """The part of those who saw it that supports it, exactly; None when nobody saw it."""
    if not 0 <= support <= seen:
        raise ValueError("support counts some of those who saw it")
    return Fraction(support, seen) if seen else None


def wilson(support: int, seen: int, z: float = Z90) -> Interval | None:
    """The interval that would hold the share of a larger, like group; None when nobody saw it.

    Source: E. B. Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    part = share(support, seen)
    if part is None:
        return None
    middle = (part + z * z / (2 * seen)) / (1 + z * z / seen)
    reach = z * sqrt(part * (1 - part) / seen + (z / (2 * seen)) ** 2) / (1 + z * z / seen)
    return Interval(max(0.0, middle - reach), min(1.0, middle + reach))
