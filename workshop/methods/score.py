"""Score: each idea gets from 1 to 5."""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

from language import N_
from workshop.methods.scale import (
    FEWEST,
    NOTHING,
    STEPS,
    columns,
    hundredths,
    mean_of,
    median_of,
    written,
)
from workshop.methods.way import Figures, Merit, NotAVote, Vote, Way
from workshop.stage import Stage
from workshop.tally import Standing

HIGH = 4
"""Whoever gives an idea so much stands behind it."""


class Score(Way):
    """A vote is a number from 1 to 5, which is stored; 0 takes it back.

    The steps of such a scale are no lengths, so a mean alone would say too much: the share of
    high scores, the median and the whole spread are told. Of one person's scores for merged
    ideas, the latest counts.
    """

    name = N_("Score each idea from 1 to 5")
    told: ClassVar[Mapping[str, str]] = {
        "number": N_("Gave 4 or 5"),
        "median": N_("Median"),
        "people": N_("People"),
    }

    def accept(
        self, stage: Stage, vote: Vote, idea: int, elsewhere: Mapping[int, int], before: list[int]
    ) -> int | None:
        """The score."""
        if type(vote) is not int or vote not in {0, *STEPS}:
            raise NotAVote
        return vote or None

    def standing(self, stage: Stage, idea: int, spread: Mapping[int, int]) -> Standing:
        """Its votes are those who gave it a high score."""
        high = sum(people for score, people in spread.items() if score >= HIGH)
        return Standing(idea, high, high, spread=spread)

    def merit(self, standing: Standing) -> Merit | None:
        """The share of high scores, then the mean; no place with too few scores."""
        if sum(standing.spread.values()) < FEWEST:
            return None
        return _share(standing), mean_of(standing.spread)

    def figures(self, stage: Stage, standing: Standing) -> Figures:
        """The share of high scores, the median, how many scored it, and the spread."""
        people = sum(standing.spread.values())
        percent = hundredths(_share(standing)) if people else 0
        return {
            "number": f"{percent}\N{NO-BREAK SPACE}%" if people else NOTHING,
            "bar": percent,
            "high": standing.votes,
            "median": written(median_of(standing.spread)) if people else NOTHING,
            "people": people,
            "spread": columns(standing.spread),
            **({"apart": 1} if people < FEWEST else {}),
        }


def _share(standing: Standing) -> Fraction:
    return Fraction(standing.votes, sum(standing.spread.values()))
