"""A paper: what a document says, in its order, before it is drawn on a page or in a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 opens a chapter."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Facts:
    """Terms, each with what it is here."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Rows under their headings; the first `words_in` columns hold words, the others figures."""

    name: str
    """What a screen reader calls it."""
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    """In centimetres, 17 in all."""
    words_in: int = 1


Block = Heading | Paragraph | Facts | Table


@dataclass(frozen=True)
class Paper:
    """A whole document."""

    title: str
    subtitle: str
    line: str
    """Whose it is, and from when."""
    owner: str
    drawn_at: datetime
    left_out: str
    """What the PDF says when a sign in it has no picture in its typefaces."""
    blocks: Sequence[Block]
