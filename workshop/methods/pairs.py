"""Pairs: people are shown two ideas at a time and say which is the better one."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import ClassVar

from language import N_, Refusal
from workshop.methods.scale import NOTHING, hundredths
from workshop.methods.way import Figures, Merit, NotAVote, Uniting, Vote, Way
from workshop.stage import Stage
from workshop.tally import Standing

Pair = tuple[int, int]
"""Two ideas, the one with the lower id first."""

BETTER, ALIKE, WORSE = 1, 0, -1
"""How a comparison is stored, seen from one of the ideas."""

ENOUGH = 5
"""An idea with fewer comparisons is told to have few."""
MOST_AT_ONCE = 30
MOST_IDEAS = 40
"""Pairs are made of so many of the least compared; all pairs of hundreds would be too many."""

_VOTE = re.compile(r"(over|like|back)-([1-9][0-9]{0,15})")
_STORED = {"over": BETTER, "like": ALIKE, "back": None}


class NotAPair(Refusal):
    """The two were merged while the person was thinking, so there is nothing to choose."""

    code = "not_a_pair"
    sentence = N_("These two ideas have become one. Go on with the next pair.")


class Pairs(Way):
    """A vote on an idea is "over-17": it is better than idea 17; "like-17": one cannot choose.

    "back-17" takes the choice back. Stored is one row for each person and pair. Of one person's
    comparisons of merged ideas with the same other idea the latest counts, and a comparison
    within a group falls away.
    """

    name = N_("Compare ideas two by two")
    uniting = Uniting.COMPARED
    told: ClassVar[Mapping[str, str]] = {
        "number": N_("Won"),
        "comparisons": N_("Comparisons"),
        "alike": N_("Could not choose"),
    }

    def standing(self, stage: Stage, idea: int, spread: Mapping[int, int]) -> Standing:
        """Its votes are the comparisons it won; who won them for it is counted elsewhere."""
        return Standing(idea, spread.get(BETTER, 0), 0, spread=spread)

    def merit(self, standing: Standing) -> Merit | None:
        """The share of its comparisons that it won, then how many there were."""
        comparisons = sum(standing.spread.values())
        return (_share(standing), comparisons) if comparisons else None

    def figures(self, stage: Stage, standing: Standing) -> Figures:
        """The share won, of how many, and whether they are few."""
        comparisons = sum(standing.spread.values())
        percent = hundredths(_share(standing)) if comparisons else 0
        told: Figures = {
            "number": f"{percent}\N{NO-BREAK SPACE}%" if comparisons else NOTHING,
            "bar": percent,
            "comparisons": comparisons,
            "won": standing.votes,
            "alike": standing.spread.get(ALIKE, 0),
        }
        return told | {"few": 1} if comparisons < ENOUGH else told


def comparison(vote: Vote) -> tuple[int, int | None]:
    """The other idea, and what is stored seen from this one; None when it is taken back."""
    said = _VOTE.fullmatch(vote) if isinstance(vote, str) else None
    if said is None:
        raise NotAVote
    return int(said[2]), _STORED[said[1]]


def pairs_for(
    ideas: Sequence[int], counts: Mapping[Pair, int], done: Collection[Pair], seed: str
) -> list[Pair]:
    """The next pairs for a person who has done these, those that few have compared first.

    Whoever has the same seed gets the same; others get equally compared pairs in another order,
    and which idea of a pair stands first is chance too.
    """
    chance = Random(seed)
    fresh = _least_compared(ideas, counts, chance)
    pairs = [pair for pair in combinations(sorted(fresh), 2) if pair not in done]
    chance.shuffle(pairs)
    pairs.sort(key=lambda pair: counts.get(pair, 0))
    return [(a, b) if chance.random() < 1 / 2 else (b, a) for a, b in pairs[:MOST_AT_ONCE]]


def _least_compared(ideas: Sequence[int], counts: Mapping[Pair, int], chance: Random) -> list[int]:
    times: Counter[int] = Counter()
    for pair, people in counts.items():
        times.update(dict.fromkeys(pair, people))
    order = sorted(ideas)
    chance.shuffle(order)
    return sorted(order, key=lambda idea: times[idea])[:MOST_IDEAS]


def _share(standing: Standing) -> Fraction:
    """What it won; a comparison in which one could not choose is half won."""
    won = standing.votes + Fraction(standing.spread.get(ALIKE, 0), 2)
    return won / sum(standing.spread.values())
