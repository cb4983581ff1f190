"""Which ideas are alike enough to say so, and which of those make one suggestion."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from textwrap import shorten

from workshop.idea_text import LONGEST_HEADLINE, parts_of

LEAST = 0.4
"""Two ideas that are less alike are not suggested for merging."""
LEAST_WHILE_WRITING = 0.35
"""Lower, since what is being written is not finished."""
MOST_GROUPS = 5
MOST_HINTS = 3
FEWEST_CHARACTERS = 12
"""A shorter text is not yet like anything."""

Pair = frozenset[int]
"""Two ideas."""


@dataclass(frozen=True)
class AlikeIdeas:
    """Ideas that may say the same."""

    ideas: tuple[int, ...]
    """In the order they were written."""
    likeness: float
    """Of the two that are least alike, from 0 to 1."""


def headline_of(text: str) -> str:
    """The headline of an idea, or the beginning of one that has none."""
    return parts_of(text)["headline"] or shorten(text, LONGEST_HEADLINE, placeholder="…")


def sayings(texts: Iterable[str]) -> list[str]:
    """What is compared of an idea: each of its texts, and the headline of each by itself.

    A short idea and the headline of a long one may say the same.
    """
    return list(dict.fromkeys(said for text in texts for said in (headline_of(text), text)))


def alike_groups(
    likeness: Iterable[tuple[int, int, float]], apart: Iterable[Sequence[int]] = ()
) -> list[AlikeIdeas]:
    """The groups in which every idea is like every other, the most alike first.

    `likeness` has two ideas and how alike they are, once or more for the same two; the highest
    holds. `apart` are ideas of which somebody has said that they are not alike.
    """
    known = _strongest(likeness)
    for ideas in apart:
        for two in combinations(ideas, 2):
            known.pop(frozenset(two), None)
    group: dict[int, frozenset[int]] = {}
    for pair in sorted(known, key=lambda pair: (-known[pair], sorted(pair))):
        joined = frozenset().union(*(group.get(idea, frozenset({idea})) for idea in pair))
        if all(frozenset(two) in known for two in combinations(joined, 2)):
            group.update(dict.fromkeys(joined, joined))
    found = [_as_value(ideas, known) for ideas in set(group.values())]
    return sorted(found, key=lambda one: (-one.likeness, one.ideas))[:MOST_GROUPS]


def _strongest(likeness: Iterable[tuple[int, int, float]]) -> dict[Pair, float]:
    known: dict[Pair, float] = {}
    for first, second, value in likeness:
        pair = frozenset({first, second})
        if first != second and value >= max(LEAST, known.get(pair, 0)):
            known[pair] = value
    return known


def _as_value(ideas: frozenset[int], known: dict[Pair, float]) -> AlikeIdeas:
    least = min(known[frozenset(two)] for two in combinations(ideas, 2))
    return AlikeIdeas(tuple(sorted(ideas)), least)
