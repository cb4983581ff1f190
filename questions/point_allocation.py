"""A number of points to share out among options; dots in a workshop are such points."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from language import N_
from questions.definition import Definition, flag, options_in, positive
from questions.kind import Bar, Cell, Fault, Fields, NotAnOption, Option, Tally, TallyRow

MOST_DIGITS = 6


class NotPoints(Fault):
    """A share that is no whole number from zero."""

    code = "not_points"
    sentence = N_("Give points as whole numbers, from 0")


class TooManyPoints(Fault):
    """More was given than there is."""

    code = "too_many_points"
    sentence = N_("You have %(total)s points in all. Take %(over)s back")


class TooManyOnOne(Fault):
    """More was given to one option than it may have."""

    code = "too_many_on_one"
    sentence = N_("At most %(most)s on the same one")


class PointsLeft(Fault):
    """Less was given than there is, where everything must be given."""

    code = "points_left"
    sentence = N_("Give out all the points. You have %(left)s left")


@dataclass(frozen=True)
class PointAllocation:
    """Points to share out. The answer says how many each option gets; zeros are left out."""

    name: ClassVar[str] = "point_allocation"
    settings: ClassVar[frozenset[str]] = frozenset({"options", "total", "most", "exact"})

    options: tuple[Option, ...]
    total: int
    most: int | None = None
    """The most that one option may get; None for no such limit."""
    exact: bool = True
    """Whether all the points must be given."""

    @classmethod
    def defined(cls, definition: Definition) -> Self:
        """The question as its definition says."""
        total = positive(definition, "total")
        limited = definition.get("most") is not None
        most = positive(definition, "most") if limited else None
        return cls(options_in(definition), total, most, flag(definition, "exact", default=True))

    @property
    def parts(self) -> tuple[str, ...]:
        """One part per option."""
        return tuple(option.key for option in self.options)

    def read(self, fields: Fields) -> dict[str, int] | None:
        """The points per option; None when nothing was given."""
        points = {key: _points(texts[0], key) for key, texts in fields.items() if texts}
        return {key: given for key, given in points.items() if given} or None

    def check(self, answer: Mapping[str, int]) -> None:
        """Refuse unknown options, and more or fewer points than there are."""
        if answer.keys() - {option.key for option in self.options}:
            raise NotAnOption
        if below := [key for key, given in answer.items() if given < 0]:
            raise NotPoints(*below)
        if self.most is not None:
            self._refuse_too_many_on_one(answer, self.most)
        left = self.total - sum(answer.values())
        if left < 0:
            raise TooManyPoints(total=self.total, over=-left)
        if left and self.exact:
            raise PointsLeft(left=left)

    def tally(self, answers: Iterable[Mapping[str, int]]) -> Tally:
        """How many points each option got, and from how many people."""
        answers = list(answers)
        bars = tuple(_bar(option, answers) for option in self.options)
        return Tally(len(answers), (TallyRow("", "", bars),))

    def cells(self, answer: Mapping[str, int]) -> tuple[Cell, ...]:
        """How much each option got that got something."""
        return tuple(
            Cell(option.key, option.label, answer[option.key])
            for option in self.options
            if option.key in answer
        )

    def comparable(self, answer: Mapping[str, int]) -> None:
        """Nothing: a condition cannot ask about a whole allocation."""

    def _refuse_too_many_on_one(self, answer: Mapping[str, int], most: int) -> None:
        if above := [key for key, given in answer.items() if given > most]:
            raise TooManyOnOne(*above, most=most)


def _bar(option: Option, answers: list[Mapping[str, int]]) -> Bar:
    given = [answer[option.key] for answer in answers if answer.get(option.key)]
    return Bar(option.key, option.label, people=len(given), amount=sum(given))


def _points(text: str, part: str) -> int:
    text = text.strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise NotPoints(part)
    return int(text)
