"""How the ideas came out of a vote: their order, with places that equals share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from measures import Span, spans
from workshop.methods import Figures, Merit, way_of
from workshop.stage import Stage
from workshop.tally import Standing


@dataclass(frozen=True)
class ResultRow:
    """One idea, or group of merged ideas, in a result."""

    idea: int
    place: Span | None
    """None when nobody voted for it."""
    votes: int
    voters: int
    against: int
    passed: int
    figures: Figures
    """What is told of it, by name; see the way of voting."""


def result_rows(
    stage: Stage, ideas: Iterable[int], standings: Sequence[Standing]
) -> tuple[ResultRow, ...]:
    """Every one of these ideas in the order of the result, also those that nobody voted for."""
    way = way_of(stage)
    order = _in_order(stage, ideas, standings)
    places = _places([way.merit(standing) for standing in order])
    figures = _figures(stage, order)
    return tuple(
        ResultRow(s.idea, place, s.votes, s.voters, s.against, s.passed, told)
        for s, place, told in zip(order, places, figures, strict=True)
    )


def _in_order(stage: Stage, ideas: Iterable[int], standings: Sequence[Standing]) -> list[Standing]:
    """The best first; fewer against before more; then in the order they were written."""
    way = way_of(stage)
    got = {standing.idea: standing for standing in standings}
    every = [got.get(idea) or way.standing(stage, idea, {}) for idea in ideas]
    by_idea = sorted(every, key=lambda s: (s.against, s.idea))
    return sorted(by_idea, key=lambda s: way.merit(s) or (), reverse=True)


def _places(merits: Sequence[Merit | None]) -> list[Span | None]:
    steps = sorted({merit for merit in merits if merit is not None})
    return spans([None if merit is None else steps.index(merit) for merit in merits])


def _figures(stage: Stage, order: Sequence[Standing]) -> list[Figures]:
    """What is told of each; a bar is as long as its share of the most votes, if not told."""
    way = way_of(stage)
    most = max((standing.votes for standing in order), default=0) or 1
    figures = [
        {"bar": round(100 * standing.votes / most), **way.figures(stage, standing)}
        for standing in order
    ]
    way.laid_out(order, figures)
    return figures
