"""The phone's page, kept for those who have nothing of their own in it yet.

When a room joins, hundreds ask for the same page within seconds. It is drawn for the first of
them; the others get that drawing with their own secrets in it and the ideas in their own order.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from markupsafe import Markup

SEAM = Markup("<!--seam-->")
"""Stands in the drawing before and after each idea. What people write is escaped, so only we
can write this."""
PLACE = re.compile("<!--([0-9])-->")
"""Stands in the place of one person's secret, by its number."""
SHELLS = "workshop.shells"
FRESH = timedelta(seconds=2)
"""What the page says of the project may be so old."""


_Pieces = Sequence[str | int]
"""Parts of a page: what is the same for all, and the numbers of the secrets between."""


@dataclass(frozen=True)
class _Drawing:
    of: object
    at: datetime
    head: _Pieces
    cards: Mapping[int, _Pieces]
    tail: _Pieces

    def pieces(self, order: Iterable[int]) -> Iterator[str | int]:
        """All of it, with the ideas in this order."""
        return chain(self.head, *(self.cards[idea] for idea in order), self.tail)


class Shells:
    """The latest drawing of each workshop."""

    def __init__(self) -> None:
        self._drawn: dict[int, _Drawing] = {}

    def page(
        self,
        workshop_id: int,
        of: object,
        now: datetime,
        order: Sequence[int],
        secrets: Sequence[str],
        draw: Callable[[], str],
    ) -> str:
        """The page of whoever has these secrets, with the ideas in this order.

        It is drawn anew when `of`, what it shows, is no longer what the last drawing showed.
        `draw` draws it with the same secrets and the same order.
        """
        kept = self._drawn.get(workshop_id)
        if kept is None or kept.of != of or not timedelta(0) <= now - kept.at < FRESH:
            kept = self._drawn[workshop_id] = _taken_apart(draw(), of, now, order, secrets)
        pieces = kept.pieces(order)
        return "".join(secrets[one] if isinstance(one, int) else one for one in pieces)


def _taken_apart(
    page: str, of: object, now: datetime, order: Iterable[int], secrets: Sequence[str]
) -> _Drawing:
    for n, secret in enumerate(secrets):
        page = page.replace(secret, f"<!--{n}-->")
    head, *cards, tail = map(_in_pieces, page.split(SEAM))
    return _Drawing(of, now, head, dict(zip(order, cards, strict=True)), tail)


def _in_pieces(text: str) -> _Pieces:
    return [int(part) if n % 2 else part for n, part in enumerate(PLACE.split(text))]
