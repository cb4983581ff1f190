"""Dots: each person has some to give, and may give several to one idea."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from language import N_, Refusal
from questions import NotPoints, Option, PointAllocation, TooManyOnOne, TooManyPoints
from workshop.methods.way import Figures, NotAVote, Uniting, Vote, Way
from workshop.stage import Stage
from workshop.tally import Standing


class VotesSpent(Refusal):
    """All the dots are given."""

    code = "votes_spent"
    sentence = N_("You have used all your votes. Take one back to vote for this idea.")


class MostOnOneIdea(Refusal):
    """The idea has as many dots from one person as it may have."""

    code = "most_on_one_idea"
    sentence = N_("At most %(most)s votes on the same idea")


class Dots(Way):
    """A vote is how many dots the idea has from the person; so many are stored.

    On merged ideas they are added up, but never beyond what one idea may get.
    """

    name = N_("Vote with dots")
    described = N_("Vote with dots: %(votes)s each, at most %(most_per_idea)s on the same idea")
    uniting = Uniting.CAPPED
    looks_back = True
    told: ClassVar[Mapping[str, str]] = {"number": N_("Votes"), "people": N_("People")}

    def accept(
        self, stage: Stage, vote: Vote, idea: int, elsewhere: Mapping[int, int], before: list[int]
    ) -> int | None:
        """The dots, within what one idea may get and what one person may give."""
        if type(vote) is not int:
            raise NotAVote
        given = {str(key): value for key, value in {**elsewhere, idea: vote}.items()}
        options = tuple(Option(key, "") for key in given)
        # An idea that others were merged into may hold more than the most; some can be taken back.
        most = max(stage.most_per_idea, sum(before) - 1)
        try:
            PointAllocation(options, stage.votes, most, exact=False).check({str(idea): vote})
            PointAllocation(options, stage.votes, exact=False).check(given)
        except TooManyOnOne:
            raise MostOnOneIdea(most=stage.most_per_idea) from None
        except TooManyPoints:
            raise VotesSpent from None
        except NotPoints:
            raise NotAVote from None
        return vote or None

    def own(self, given: Mapping[int, Sequence[int]]) -> dict[int, Vote]:
        """The dots on each idea, with those on the ideas that were merged into it."""
        return {idea: sum(dots) for idea, dots in given.items()}

    def left(self, stage: Stage, given: Sequence[int]) -> int | None:
        """The dots that are left."""
        return stage.votes - sum(given)

    def standing(self, stage: Stage, idea: int, spread: Mapping[int, int]) -> Standing:
        """Dots in all, and the people behind them."""
        votes = sum(dots * people for dots, people in spread.items())
        return Standing(idea, votes, sum(spread.values()), spread=spread)

    def figures(self, stage: Stage, standing: Standing) -> Figures:
        """The dots, and how many people gave them."""
        return {"number": str(standing.votes), "people": standing.voters}
