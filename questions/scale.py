"""A step on a scale whose ends are named, or "don't know"."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import ClassVar, Self

from language import N_
from questions.definition import Definition, flag, whole
from questions.kind import DONT_KNOW, Bar, Cell, Fault, Fields, Tally, TallyRow, first_text

MOST_STEPS = 11
MOST_DIGITS = 3

Step = int | str
"""A step of the scale, or DONT_KNOW."""


class NotOnScale(Fault):
    """The number is no step of the scale."""

    code = "not_on_scale"
    sentence = N_("Choose a number from %(least)s to %(most)s")

    def __init__(self, scale: "Scale", *parts: str) -> None:
        super().__init__(*parts, least=str(scale.least), most=str(scale.most))


@dataclass(frozen=True)
class Scale:
    """Whole steps from the least to the most. The answer is a step, or DONT_KNOW if allowed."""

    name: ClassVar[str] = "scale"
    settings: ClassVar[frozenset[str]] = frozenset({"scale"})

    least: int
    most: int
    labels: Mapping[int, str] = field(default_factory=dict)
    """What steps mean, at least the two ends."""
    allow_dont_know: bool = False

    @classmethod
    def defined(cls, definition: Definition) -> Self:
        """The question as the part `scale` of its definition says."""
        scale = definition.get("scale")
        if not isinstance(scale, Mapping) or scale.keys() - SCALE_SETTINGS:
            raise ValueError(f"scale: {scale!r} is no scale")
        least, most = whole(scale, "min", 1), whole(scale, "max", 5)
        if least is None or most is None or not 1 <= most - least < MOST_STEPS:
            raise ValueError(f"scale: from {least} to {most} makes no scale")
        labels = {int(step): str(label) for step, label in scale.get("labels", {}).items()}
        if labels.keys() - range(least, most + 1):
            raise ValueError("scale: a label stands at no step")
        return cls(least, most, labels, flag(scale, "allow_dont_know"))

    @property
    def parts(self) -> tuple[str, ...]:
        """The step."""
        return ("",)

    @property
    def steps(self) -> range:
        """Every step, from the least."""
        return range(self.least, self.most + 1)

    def read(self, fields: Fields) -> Step | None:
        """The step; None when none was chosen."""
        text = first_text(fields)
        if not text or text == DONT_KNOW:
            return text or None
        number = text.removeprefix("-")
        if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
            raise NotOnScale(self)
        return int(text)

    def check(self, answer: Step) -> None:
        """Refuse what is no step of the scale."""
        if not (self.allow_dont_know if answer == DONT_KNOW else answer in self.steps):
            raise NotOnScale(self)

    def tally(self, answers: Iterable[Step]) -> Tally:
        """How many chose each step, the middle one, and how many did not know."""
        answers = list(answers)
        return Tally(len(answers), (self.row("", "", answers),))

    def row(self, key: str, label: str, answers: Iterable[Step]) -> TallyRow:
        """One row of bars, one bar per step; don't-knows stand beside them."""
        chosen = Counter(answers)
        bars = tuple(Bar(str(s), self.meaning(s), chosen[s], chosen[s]) for s in self.steps)
        numbers = [step for step in chosen.elements() if isinstance(step, int)]
        middle = float(median(numbers)) if numbers else None
        return TallyRow(key, label, bars, middle, chosen[DONT_KNOW])

    def meaning(self, step: int) -> str:
        """The step with the words that stand at it, if any."""
        label = self.labels.get(step)
        return f"{step}: {label}" if label else str(step)

    def cells(self, answer: Step) -> tuple[Cell, ...]:
        """The step, or DONT_KNOW."""
        return (Cell("", "", answer),)

    def comparable(self, answer: Step) -> int | None:
        """The step; who does not know has nothing to compare."""
        return answer if isinstance(answer, int) else None


SCALE_SETTINGS = {"min", "max", "labels", "allow_dont_know"}
