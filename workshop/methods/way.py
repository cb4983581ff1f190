"""What every way of voting has to say; each way has a file of its own beside this one."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from language import N_, Refusal
from workshop.stage import Stage
from workshop.tally import Standing

Vote = int | str | None
"""A vote as it is given: a number or a short word, or None to withdraw."""

BACK = "back"
"""The word that withdraws a vote, for a plain form cannot say None."""

Merit = tuple[int | Fraction, ...]
"""What ideas are ordered by, the highest first; equals share a place."""

Figure = int | str | None | list[tuple[int, int]]
Figures = dict[str, Figure]
"""What is told of one idea, by name.

`number` stands beside it; `bar` is a length from 0 to 100, or None when there is to be no bar;
`word` is a word of ours beside it; `x` and `y` are a spot in a picture, in per cent; `apart` is
set when too few voted to compare it with the others;
`spread` is for each step of a scale how many gave it, and the height of its bar from 0 to 100.
"""


class NotAVote(Refusal):
    """The vote does not fit the way of voting in this stage."""

    code = "not_a_vote"
    sentence = N_("That vote does not fit this round. Reload the page and vote again.")


class Uniting(StrEnum):
    """How the ballots of one person on ideas that were merged become one."""

    CAPPED = "capped"
    """They are added up, but never beyond what one idea may get."""
    LATEST = "latest"
    """The latest counts."""
    WHOLE = "whole"
    """The latest that is whole counts; half a vote is none."""
    BEST = "best"
    """The best place counts, and those below move up."""
    COMPARED = "compared"
    """Comparisons of the one group with the other: the latest counts."""


class Way:
    """A way of voting: what may be given, what is stored, and what is told of the result."""

    name: ClassVar[str]
    """What people do, as the agenda says it."""
    described: ClassVar[str] = ""
    """The same with the settings of the stage in it, where it has any."""
    uniting: ClassVar[Uniting] = Uniting.LATEST
    looks_back: ClassVar[bool] = False
    """Whether what a vote may be depends on what the person has given before."""
    told: ClassVar[Mapping[str, str]]
    """The headings of the figures that stand in a table of the result, by their names."""

    def accept(
        self, stage: Stage, vote: Vote, idea: int, elsewhere: Mapping[int, int], before: list[int]
    ) -> int | None:
        """What is stored for the vote; None when it withdraws. Refused when it is none."""
        raise NotAVote

    def shown(self, stored: int) -> Vote:
        """A stored vote as it was given."""
        return stored

    def own(self, given: Mapping[int, Sequence[int]]) -> dict[int, Vote]:
        """A person's votes as they are shown, of what is stored for each; the latest last."""
        return {idea: self.shown(values[-1]) for idea, values in given.items()}

    def left(self, stage: Stage, given: Sequence[int]) -> int | None:
        """How much a person who has given these may still give; None when that has no end."""
        return None

    def standing(self, stage: Stage, idea: int, spread: Mapping[int, int]) -> Standing:
        """What the idea got, when so many people gave it each of these values."""
        votes = sum(people for value, people in spread.items() if value > 0)
        return Standing(idea, votes, votes, spread=spread)

    def merit(self, standing: Standing) -> Merit | None:
        """What the idea is ordered by; None when nobody voted for it, so that it has no place."""
        return (standing.votes,) if standing.votes else None

    def figures(self, stage: Stage, standing: Standing) -> Figures:
        """What is told of the idea."""
        return {"number": str(standing.votes)}

    def laid_out(self, order: Sequence[Standing], figures: Sequence[Figures]) -> None:
        """Add to the figures what can only be told when the ideas are seen together."""
