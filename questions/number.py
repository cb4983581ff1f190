"""A number, written as Norwegians write it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import ClassVar, Self

from language import N_
from questions.definition import Definition, flag, text, whole
from questions.kind import Cell, Fault, Fields, Tally, TallyRow, first_text

SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
MINUS = str.maketrans({"−": "-"})  # noqa: RUF001 (a minus sign, as word processors write it)
WRITTEN = re.compile(r"-?(?:\d{1,3}(?: \d{3})+|\d{1,12})(?:[,.]\d{1,6})?", re.ASCII)
LONGEST = 24
# A phone may write 1.5 for 1,5, but 1.500 can mean either.
TWO_MEANINGS = re.compile(r"-?\d{1,3}\.\d{3}", re.ASCII)


class NotANumber(Fault):
    """What was typed is no number."""

    code = "not_a_number"
    sentence = N_("Write a number with digits, for example 12")


class NotWhole(Fault):
    """A whole number is asked for."""

    code = "not_whole"
    sentence = N_("Write a whole number, without decimals")


class OutOfRange(Fault):
    """The number is smaller or larger than can be."""

    code = "out_of_range"
    sentence = N_("Write a number from %(least)s to %(most)s")


class TooSmall(Fault):
    """The number is smaller than can be, and there is no largest."""

    code = "too_small"
    sentence = N_("Write a number that is %(least)s or more")


class TooLarge(Fault):
    """The number is larger than can be, and there is no smallest."""

    code = "number_too_large"
    sentence = N_("Write a number that is %(most)s or less")


@dataclass(frozen=True)
class Number:
    """A number within limits. The answer is an int, or a float where decimals are allowed."""

    name: ClassVar[str] = "number"
    settings: ClassVar[frozenset[str]] = frozenset({"min", "max", "unit", "whole"})

    least: int | None = None
    most: int | None = None
    unit: str = ""
    whole: bool = True

    @classmethod
    def defined(cls, definition: Definition) -> Self:
        """The question as its definition says."""
        least, most = whole(definition, "min"), whole(definition, "max")
        if least is not None and most is not None and least > most:
            raise ValueError(f"from {least} to {most} is no range")
        return cls(least, most, text(definition, "unit"), flag(definition, "whole", default=True))

    @property
    def parts(self) -> tuple[str, ...]:
        """The number."""
        return ("",)

    def read(self, fields: Fields) -> int | float | None:
        """The number that was typed; None when nothing was."""
        typed = SPACES.sub(" ", first_text(fields)).translate(MINUS)
        if not typed:
            return None
        if len(typed) > LONGEST or not WRITTEN.fullmatch(typed) or TWO_MEANINGS.fullmatch(typed):
            raise NotANumber
        number = Decimal(typed.replace(" ", "").replace(",", "."))
        return int(number) if number == number.to_integral_value() else float(number)

    def check(self, answer: float) -> None:
        """Refuse decimals where none are asked for, and what lies outside the limits."""
        if self.whole and not isinstance(answer, int):
            raise NotWhole
        small = self.least is not None and answer < self.least
        large = self.most is not None and answer > self.most
        if small or large:
            raise self._out_of_range()

    def tally(self, answers: Iterable[float]) -> Tally:
        """The numbers in order of size, and the middle one."""
        numbers = sorted(answers)
        middle = float(median(numbers)) if numbers else None
        texts = tuple(self.written(number) for number in numbers)
        return Tally(len(numbers), (TallyRow("", "", (), middle),), texts)

    def cells(self, answer: float) -> tuple[Cell, ...]:
        """The number."""
        return (Cell("", "", answer),)

    def comparable(self, answer: float) -> int | float:
        """The number."""
        return answer

    def written(self, number: float) -> str:
        """The number as Norwegians write it, with its unit."""
        digits = f"{number:,}".replace(",", "\u202f").replace(".", ",")
        return f"{digits} {self.unit}".strip()

    def _out_of_range(self) -> Fault:
        least, most = str(self.least), str(self.most)
        if self.most is None:
            return TooSmall(least=least)
        return TooLarge(most=most) if self.least is None else OutOfRange(least=least, most=most)
