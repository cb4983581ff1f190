"""What a ballot may say, in the words of the kinds of question that surveys use too."""

from collections.abc import Mapping

from language import N_, Refusal
from questions import (
    NotAnOption,
    NotPoints,
    Option,
    PointAllocation,
    SingleChoice,
    TooManyOnOne,
    TooManyPoints,
)
from workshop.stage import Method, Stage

OPINIONS = {"agree": 1, "disagree": -1, "pass": 0}
"""What people may answer to a statement, and how it is stored."""

OPINION = SingleChoice(tuple(Option(key, key) for key in OPINIONS))


class VotesSpent(Refusal):
    """All the dots are given."""

    code = "votes_spent"
    sentence = N_("You have used all your votes. Take one back to vote for this idea.")


class MostOnOneIdea(Refusal):
    """The idea has as many dots from one person as it may have."""

    code = "most_on_one_idea"
    sentence = N_("At most %(most)s votes on the same idea")


class NotAVote(Refusal):
    """The vote does not fit the way of voting in this stage."""

    code = "not_a_vote"
    sentence = N_("That vote does not fit this round. Reload the page and vote again.")


Vote = int | str | None
"""Dots for an idea, 1 to approve of it, an opinion on it, or None to withdraw."""


def accept_vote(
    stage: Stage, vote: Vote, idea: int, elsewhere: Mapping[int, int], before: int = 0
) -> int | None:
    """What is stored for this vote on the idea; None when the vote is withdrawn.

    `elsewhere` is what the same person has stored on the other ideas in this stage, `before`
    what the person had on this one.
    Refused when it is no vote of the stage's method, or more than one person may give.
    """
    if vote is None:
        return None
    if stage.method is Method.OPINION and isinstance(vote, str):
        return _accept_opinion(vote)
    if stage.method is Method.DOTS and type(vote) is int:
        return _accept_dots(stage, vote, {**elsewhere, idea: vote}, idea, before)
    if stage.method is Method.APPROVAL and type(vote) is int and vote in {0, 1}:
        return vote or None
    raise NotAVote


def shown_vote(stage: Stage, stored: int) -> Vote:
    """A stored vote as it was given."""
    if stage.method is Method.OPINION:
        return next(key for key, value in OPINIONS.items() if value == stored)
    return stored


def _accept_opinion(vote: str) -> int:
    try:
        OPINION.check(vote)
    except NotAnOption:
        raise NotAVote from None
    return OPINIONS[vote]


def _accept_dots(
    stage: Stage, dots: int, given: Mapping[int, int], idea: int, before: int
) -> int | None:
    options = tuple(Option(str(key), "") for key in given)
    # An idea that others were merged into may hold more than the most; some can be taken back.
    most = max(stage.most_per_idea, before - 1)
    try:
        PointAllocation(options, stage.votes, most, exact=False).check({str(idea): dots})
        PointAllocation(options, stage.votes, exact=False).check(
            {str(key): value for key, value in given.items()}
        )
    except TooManyOnOne:
        raise MostOnOneIdea(most=stage.most_per_idea) from None
    except TooManyPoints:
        raise VotesSpent from None
    except NotPoints:
        raise NotAVote from None
    return dots or None
