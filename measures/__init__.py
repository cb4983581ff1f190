"""Measures over many answers: ranks with their ties, shares with their doubt, and what to hide."""

from measures.ranking import Span, spans
from measures.shares import Interval, share, wilson
from measures.similarity import Alike, alike, likenesses
from measures.suppression import FEWEST, suppress

__all__ = [
    "FEWEST",
    "Alike",
    "Interval",
    "Span",
    "alike",
    "likenesses",
    "share",
    "spans",
    "suppress",
    "wilson",
]
