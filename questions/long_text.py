"""A text of several lines."""

from dataclasses import dataclass
from typing import ClassVar

from questions.kind import Fields, first_text
from questions.short_text import ShortText
from questions.words import clean

ROOM = 2000


@dataclass(frozen=True)
class LongText(ShortText):
    """Several lines. The answer is the text, its lines parted by a single newline sign."""

    name: ClassVar[str] = "long_text"

    most: int = ROOM

    def read(self, fields: Fields) -> str | None:
        """The text, a line break counting as one character; None when there is none."""
        return clean(first_text(fields)) or None
