"""The ways of voting, one file for each; docs/voting.md tells when to use which."""

from collections.abc import Mapping

from workshop.methods.approval import Approval
from workshop.methods.axes import QUARTERS, Axes
from workshop.methods.dots import Dots, MostOnOneIdea, VotesSpent
from workshop.methods.opinion import OPINIONS, Opinion
from workshop.methods.pairs import BETTER, NotAPair, Pair, Pairs, comparison, pairs_for
from workshop.methods.ranking import ListFull, Ranking, placed
from workshop.methods.score import Score
from workshop.methods.way import BACK, Figure, Figures, Merit, NotAVote, Uniting, Vote, Way
from workshop.stage import Method, Stage

WAYS: Mapping[Method, Way] = {
    Method.DOTS: Dots(),
    Method.APPROVAL: Approval(),
    Method.OPINION: Opinion(),
    Method.SCORE: Score(),
    Method.AXES: Axes(),
    Method.RANKING: Ranking(),
    Method.PAIRS: Pairs(),
}


def way_of(stage: Stage) -> Way:
    """How people vote in the stage. Refused when they do not vote in it."""
    if stage.method is None:
        raise NotAVote
    return WAYS[stage.method]


__all__ = [
    "BACK",
    "BETTER",
    "OPINIONS",
    "QUARTERS",
    "WAYS",
    "Figure",
    "Figures",
    "ListFull",
    "Merit",
    "MostOnOneIdea",
    "NotAPair",
    "NotAVote",
    "Pair",
    "Uniting",
    "Vote",
    "VotesSpent",
    "Way",
    "comparison",
    "pairs_for",
    "placed",
    "way_of",
]
