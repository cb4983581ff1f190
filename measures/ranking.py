"""Ranks that show ties as ties: nobody comes before an equal by the order of a list."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

Score = int | Fraction
"""What is compared. Exact, so that two thirds and four sixths are the same."""


@dataclass(frozen=True)
class Span:
    """The places that equals share: a rank of its own is a span of one place."""

    first: int
    last: int

    @property
    def shared(self) -> bool:
        """Whether others have the same rank."""
        return self.last > self.first


def spans(scores: Sequence[Score | None]) -> list[Span | None]:
    """The places of each score, the highest first; what has no score has no place.

    The first place is one more than the number of higher scores (competition ranking).
    """
    places = _places([score for score in scores if score is not None])
    return [None if score is None else places[score] for score in scores]


def _places(scores: Sequence[Score]) -> dict[Score, Span]:
    places: dict[Score, Span] = {}
    above = 0
    for score, equals in sorted(Counter(scores).items(), reverse=True):
        places[score] = Span(above + 1, above + equals)
        above += equals
    return places
