"""What a ballot may say: the stage's way of voting decides."""

from collections.abc import Iterable, Mapping, Sequence

from workshop.methods import (
    BACK,
    OPINIONS,
    MostOnOneIdea,
    NotAVote,
    Vote,
    VotesSpent,
    way_of,
)
from workshop.stage import Stage

__all__ = [
    "OPINIONS",
    "MostOnOneIdea",
    "NotAVote",
    "Vote",
    "VotesSpent",
    "accept_vote",
    "left_of",
    "looks_back",
    "own_votes",
]


def accept_vote(
    stage: Stage, vote: Vote, idea: int, elsewhere: Mapping[int, int], before: Iterable[int] = ()
) -> int | None:
    """What is stored for this vote on the idea; None when the vote is withdrawn.

    `elsewhere` is what the same person has stored on the other ideas in this stage, `before`
    what the person had on this one and those merged with it, the latest last.
    Refused when it is no vote of the stage's method, or more than one person may give.
    """
    if vote is None or vote == BACK:
        return None
    return way_of(stage).accept(stage, vote, idea, elsewhere, list(before))


def looks_back(stage: Stage) -> bool:
    """Whether a vote is accepted by what the person has given before."""
    return way_of(stage).looks_back


def own_votes(stage: Stage, given: Mapping[int, Sequence[int]]) -> dict[int, Vote]:
    """A person's votes as they were given, of what is stored for each idea; the latest last."""
    return way_of(stage).own(given) if given else {}


def left_of(stage: Stage, given: Iterable[int]) -> int | None:
    """How much is left to someone who has given these; None where there is no end to it."""
    return way_of(stage).left(stage, list(given)) if stage.method else None
