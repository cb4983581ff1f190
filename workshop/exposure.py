"""In which order each person gets the ideas, and how far they have been read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

ENOUGH = 8
"""An idea that so many have seen is no longer under-read."""


@dataclass(frozen=True)
class Coverage:
    """How many of the ideas have been seen by enough people."""

    ideas: int
    covered: int
    enough: int
    """How many people are enough; all of them when they are few."""


@dataclass(frozen=True)
class Exposure:
    """How one idea was met by the people of a workshop."""

    people: int
    shown: int
    passed: int | None
    """Of those it was shown to and who voted: how many gave it nothing, or answered pass."""

    @property
    def not_shown(self) -> int:
        """People it was never shown to."""
        return max(0, self.people - self.shown)


def order_for(seen_counts: Mapping[int, int], seat_seed: str) -> list[int]:
    """The ideas in a person's own order: those that few have seen before those that many have.

    Whoever has the same seed gets the same order; others get the equally read ideas shuffled
    otherwise, so that no idea is the first for everyone.
    """
    ideas = sorted(seen_counts)
    Random(seat_seed).shuffle(ideas)
    return sorted(ideas, key=lambda idea: how_read(seen_counts[idea]))


def how_read(seen: int) -> int:
    """How far an idea has been read, coarsely: by nobody, by 1, 2-3, 4-7, or by ENOUGH.

    Fine steps would give everyone nearly the same order.
    """
    return min(seen, ENOUGH).bit_length()


def with_new_last(order: Iterable[int], visible: Iterable[int]) -> list[int]:
    """The ideas that are still there in this order, and those that have come since at the end."""
    there = dict.fromkeys(visible)
    kept = [idea for idea in order if idea in there]
    return list(dict.fromkeys([*kept, *there]))


def coverage(seen_counts: Mapping[int, int], people: int) -> Coverage:
    """How many of the ideas have been seen by ENOUGH, or by all when fewer are here."""
    enough = max(1, min(ENOUGH, people))
    covered = sum(seen >= enough for seen in seen_counts.values())
    return Coverage(len(seen_counts), covered, enough)
