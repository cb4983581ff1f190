"""Ranking: each person puts the ideas they like best in order."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from language import N_, Refusal
from workshop.methods.way import BACK, Figures, Merit, NotAVote, Uniting, Vote, Way
from workshop.stage import Stage
from workshop.tally import Standing


class ListFull(Refusal):
    """There are as many ideas on the person's list as it has places."""

    code = "list_full"
    sentence = N_("Your list is full. Take an idea out to make room for this one.")


class Ranking(Way):
    """A vote is the place the idea gets on the person's list; the others make room.

    Stored is the place of each idea. It is an order and no more: places are counted anew among
    the ideas that can be seen, so that nobody has a gap where an idea was hidden. Of merged
    ideas the best place counts, and those below it move up.
    """

    name = N_("Rank the best ideas")
    described = N_("Rank the %(votes)s best ideas")
    uniting = Uniting.BEST
    told: ClassVar[Mapping[str, str]] = {
        "number": N_("Points"),
        "people": N_("Ranked it"),
        "firsts": N_("Put it first"),
    }

    def own(self, given: Mapping[int, Sequence[int]]) -> dict[int, Vote]:
        """The place of each idea."""
        order = sorted(given, key=lambda idea: (min(given[idea]), idea))
        return {idea: place for place, idea in enumerate(order, 1)}

    def standing(self, stage: Stage, idea: int, spread: Mapping[int, int]) -> Standing:
        """Borda's points: the first of five places gives five, the last one."""
        counted = {place: n for place, n in spread.items() if place <= stage.votes}
        points = sum((stage.votes + 1 - place) * n for place, n in counted.items())
        return Standing(idea, points, sum(counted.values()), spread=counted)

    def merit(self, standing: Standing) -> Merit | None:
        """The points, then how many put it first."""
        if not standing.voters:
            return None
        return standing.votes, standing.spread.get(1, 0)

    def figures(self, stage: Stage, standing: Standing) -> Figures:
        """The points, how many ranked it and how many put it first."""
        return {
            "number": str(standing.votes),
            "people": standing.voters,
            "firsts": standing.spread.get(1, 0),
        }


def placed(order: Sequence[int], idea: int, vote: Vote, most: int) -> list[int]:
    """The person's order with the idea at this place, or last when there are not so many.

    0 takes it out. Refused when it is no place, and when the list has no room for one more.
    """
    others = [other for other in order if other != idea]
    if vote is None or vote == BACK:
        return others
    if type(vote) is not int or vote < 0:
        raise NotAVote
    if vote == 0:
        return others
    if len(others) >= most:
        raise ListFull
    return [*others[: vote - 1], idea, *others[vote - 1 :]]
