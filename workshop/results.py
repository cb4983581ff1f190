"""How the ideas came out of a vote: their order, with places that equals share, and the shift."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from language import N_
from measures import Span, spans
from workshop.methods import Figure, Figures, Merit, way_of
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
    from_tables: int = 0
    """How many of the votes come from tables without phones."""


def result_rows(
    stage: Stage,
    ideas: Iterable[int],
    standings: Sequence[Standing],
    before: Sequence[ResultRow] = (),
    from_tables: Mapping[int, int] = MappingProxyType({}),
) -> tuple[ResultRow, ...]:
    """Every one of these ideas in the order of the result, also those that nobody voted for.

    `before` is the result of an earlier round, when the shift since then is to be told.
    """
    way = way_of(stage)
    order = _in_order(stage, ideas, standings)
    places = _places([way.merit(standing) for standing in order])
    figures = _figures(stage, order)
    rows = tuple(
        ResultRow(
            s.idea, place, s.votes, s.voters, s.against, s.passed, told, from_tables.get(s.idea, 0)
        )
        for s, place, told in zip(order, places, figures, strict=True)
    )
    earlier = {row.idea: row for row in before}
    return tuple(
        replace(row, figures=row.figures | shift(earlier[row.idea], row))
        if row.idea in earlier
        else row
        for row in rows
    )


SHIFTS = {
    "up": N_("Up from no. {was} to no. {now}. Before {had}, now {got}."),
    "down": N_("Down from no. {was} to no. {now}. Before {had}, now {got}."),
    "same": N_("No. {now} as before. Before {had}, now {got}."),
    "new": N_("Nobody voted for it before. Now no. {now} with {got}."),
    "gone": N_("Was no. {was} with {had}. Nobody votes for it now."),
}
"""What is told of the shift since an earlier round, by its direction."""

ARROWS = {"up": "↑", "down": "↓", "same": "→", "new": "↑", "gone": "↓"}


def shift(before: ResultRow, now: ResultRow) -> Figures:
    """How the place and the votes of an idea have changed; nothing when it never had any."""
    if before.place is None and now.place is None:
        return {}
    return {
        "shift": _direction(before.place, now.place),
        "was": _numbers(before.place),
        "now": _numbers(now.place),
        "had": _got(before),
        "got": _got(now),
    }


def _direction(before: Span | None, now: Span | None) -> str:
    if before is None:
        return "new"
    if now is None:
        return "gone"
    if now.first == before.first:
        return "same"
    return "up" if now.first < before.first else "down"


def _numbers(place: Span | None) -> str:
    if place is None:
        return ""
    return f"{place.first}\N{EN DASH}{place.last}" if place.shared else str(place.first)


def _got(row: ResultRow) -> Figure:
    """What an idea got, in a word or a number."""
    return row.figures.get("word") or row.figures["number"]


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
