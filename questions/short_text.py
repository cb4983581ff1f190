"""A line of text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Self

from questions.definition import Definition, positive
from questions.kind import Cell, Fields, Tally, first_text
from questions.words import refuse_identity_number, refuse_too_long

ROOM = 200


@dataclass(frozen=True)
class ShortText:
    """One line. The answer is the line, without spaces around it."""

    name: ClassVar[str] = "short_text"
    settings: ClassVar[frozenset[str]] = frozenset({"max_length"})

    most: int = ROOM

    @classmethod
    def defined(cls, definition: Definition) -> Self:
        """The question as its definition says."""
        return cls(positive(definition, "max_length", ROOM))

    @property
    def parts(self) -> tuple[str, ...]:
        """The text."""
        return ("",)

    def read(self, fields: Fields) -> str | None:
        """The text on one line; None when there is none."""
        return " ".join(first_text(fields).split()) or None

    def check(self, answer: str) -> None:
        """Refuse a text that is too long, or that holds a national identity number."""
        refuse_too_long(answer, self.most)
        refuse_identity_number(answer)

    def tally(self, answers: Iterable[str]) -> Tally:
        """The texts in alphabetical order, so that their order tells nothing of who wrote them."""
        texts = tuple(sorted(answers))
        return Tally(len(texts), texts=texts)

    def cells(self, answer: str) -> tuple[Cell, ...]:
        """The text."""
        return (Cell("", "", answer),)

    def comparable(self, answer: str) -> str:
        """The text."""
        return answer
