"""What a macro has drawn, kept for the next page that asks for the same."""

from collections import OrderedDict
from collections.abc import Callable

from markupsafe import Markup

MOST_KEPT = 4_000
_drawn: OrderedDict[str, Markup] = OrderedDict()


def kept(name: str, macro: Callable[..., Markup], *words: object) -> Markup:
    """The macro's drawing of these words; they must be all that it depends on.

    A room of people who join at once get hundreds of pages with the same cards.
    """
    key = f"{name}:{words!r}"
    if key not in _drawn:
        _drawn[key] = macro(*words)
        while len(_drawn) > MOST_KEPT:
            _drawn.popitem(last=False)
    return _drawn[key]
