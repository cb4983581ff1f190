"""Opinion: people agree with a statement, disagree, or pass."""

from collections.abc import Mapping
from typing import ClassVar

from language import N_
from questions import NotAnOption, Option, SingleChoice
from workshop.methods.way import Figures, NotAVote, Vote, Way
from workshop.stage import Stage
from workshop.tally import Standing

OPINIONS = {"agree": 1, "disagree": -1, "pass": 0}
"""What people may answer to a statement, and how it is stored."""

_CHOICE = SingleChoice(tuple(Option(key, key) for key in OPINIONS))


class Opinion(Way):
    """A vote is one of three words; to pass is an answer too.

    Of one person's opinions on merged statements, the latest counts.
    """

    name = N_("Agree, disagree or pass")
    told: ClassVar[Mapping[str, str]] = {
        "number": N_("Agree"),
        "disagree": N_("Disagree"),
        "pass": N_("Pass"),
    }

    def accept(
        self, stage: Stage, vote: Vote, idea: int, elsewhere: Mapping[int, int], before: list[int]
    ) -> int | None:
        """The number that the word is stored as."""
        if not isinstance(vote, str):
            raise NotAVote
        try:
            _CHOICE.check(vote)
        except NotAnOption:
            raise NotAVote from None
        return OPINIONS[vote]

    def shown(self, stored: int) -> Vote:
        """The word."""
        return next(word for word, value in OPINIONS.items() if value == stored)

    def standing(self, stage: Stage, idea: int, spread: Mapping[int, int]) -> Standing:
        """How many agree, disagree and pass."""
        agree = spread.get(1, 0)
        return Standing(idea, agree, agree, spread.get(-1, 0), spread.get(0, 0), spread)

    def figures(self, stage: Stage, standing: Standing) -> Figures:
        """The three numbers."""
        return {
            "number": str(standing.votes),
            "agree": standing.votes,
            "disagree": standing.against,
            "pass": standing.passed,
        }
