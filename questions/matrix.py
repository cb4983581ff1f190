"""The same scale for several rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from language import N_
from questions.definition import Definition, flag, options_in
from questions.kind import Cell, Fault, Fields, NotAnOption, Option, Tally
from questions.scale import NotOnScale, Scale, Step


class RowsLeft(Fault):
    """Some rows have an answer and others, which need one, have none."""

    code = "rows_left"
    sentence = N_("Choose a number on every line. Lines left: %(left)s")


@dataclass(frozen=True)
class Matrix:
    """Rows on one scale. The answer says which step each row got; a row may be "don't know"."""

    name: ClassVar[str] = "matrix"
    settings: ClassVar[frozenset[str]] = frozenset({"rows", "scale", "all_rows"})

    rows: tuple[Option, ...]
    scale: Scale
    all_rows: bool = True
    """Whether whoever answers one row must answer them all."""

    @classmethod
    def defined(cls, definition: Definition) -> Self:
        """The question as its definition says. A required question asks for all its rows."""
        needed = flag(definition, "all_rows", default=flag(definition, "required"))
        return cls(options_in(definition, "rows"), Scale.defined(definition), needed)

    @property
    def parts(self) -> tuple[str, ...]:
        """One part per row."""
        return tuple(row.key for row in self.rows)

    def read(self, fields: Fields) -> dict[str, Step] | None:
        """The step per row; rows without an answer are left out."""
        steps = {key: self._read_row(key, texts) for key, texts in fields.items()}
        return {key: step for key, step in steps.items() if step is not None} or None

    def check(self, answer: Mapping[str, Step]) -> None:
        """Refuse unknown rows, what is no step, and rows left out where all are needed."""
        if answer.keys() - set(self.parts):
            raise NotAnOption
        for key, step in answer.items():
            self._check_row(key, step)
        left = [key for key in self.parts if key not in answer]
        if left and self.all_rows:
            raise RowsLeft(*left, left=len(left))

    def tally(self, answers: Iterable[Mapping[str, Step]]) -> Tally:
        """How each row came out."""
        answers = list(answers)
        rows = tuple(
            self.scale.row(row.key, row.label, [a[row.key] for a in answers if row.key in a])
            for row in self.rows
        )
        return Tally(len(answers), rows)

    def cells(self, answer: Mapping[str, Step]) -> tuple[Cell, ...]:
        """The step of each row that has one, in the order of the rows."""
        return tuple(
            Cell(row.key, row.label, answer[row.key]) for row in self.rows if row.key in answer
        )

    def comparable(self, answer: Mapping[str, Step]) -> None:
        """Nothing: a condition cannot ask about a whole matrix."""

    def _read_row(self, key: str, texts: Iterable[str]) -> Step | None:
        try:
            return self.scale.read({"": tuple(texts)})
        except NotOnScale:
            raise NotOnScale(self.scale, key) from None

    def _check_row(self, key: str, step: Step) -> None:
        try:
            self.scale.check(step)
        except NotOnScale:
            raise NotOnScale(self.scale, key) from None
