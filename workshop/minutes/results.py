"""How the ideas came out of a vote, with places that equals share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from measures import Span, spans
from workshop.tally import Standing, ranked


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
    from_tables: int = 0
    """How many of the votes come from tables without phones."""


def result_rows(
    ideas: Iterable[int],
    standings: Sequence[Standing],
    from_tables: Mapping[int, int] = MappingProxyType({}),
) -> tuple[ResultRow, ...]:
    """Every one of these ideas in the order of the result, also those that nobody voted for."""
    got = {standing.idea: standing for standing in standings}
    order = ranked([got.get(idea, Standing(idea, 0, 0)) for idea in ideas])
    places = spans([standing.votes or None for standing in order])
    return tuple(
        ResultRow(s.idea, place, s.votes, s.voters, s.against, s.passed, from_tables.get(s.idea, 0))
        for s, place in zip(order, places, strict=True)
    )
