"""What every kind of question can do: take an answer, or say what is wrong, and count answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeVar

from language import N_, Refusal

Fields = Mapping[str, Sequence[str]]
"""What a form sent for one question: the texts per part; the part "" is the question itself."""

Answer = str | int | float | list[str] | dict[str, str] | dict[str, int] | dict[str, int | str]
"""What is stored: plain JSON with the keys of options and rows, never their labels."""

Comparable = str | int | float | list[str] | None
"""What a condition such as "show this if …" sees of an answer."""

DONT_KNOW = "dont_know"
"""The answer of someone who was asked and does not know; it never counts as a number."""

AnswerT = TypeVar("AnswerT", bound=Answer)


class Fault(Refusal):
    """What someone answered does not fit the question. `parts` says which inputs it is about."""

    def __init__(self, *parts: str, **details: object) -> None:
        super().__init__(**details)
        self.parts = parts


class NotAnOption(Fault):
    """The form was changed on the way, or the option is gone."""

    code = "not_an_option"
    sentence = N_("Choose one of the options in the list")


@dataclass(frozen=True)
class Option:
    """Something to choose, or a row to give an answer for."""

    key: str
    label: str
    exclusive: bool = False
    """Whether it can only be chosen alone."""
    free_text: bool = False
    """Whether whoever chooses it says in words what is meant."""


@dataclass(frozen=True)
class Cell:
    """One piece of an answer, as people read it: what was said about one option or row."""

    key: str
    """Of the option or the row; "" when it is about the question itself."""
    label: str
    """Of the row; "" when it is about the question itself."""
    value: str | int | float


@dataclass(frozen=True)
class Bar:
    """How one option came out: how many people chose it, and how much they gave it in all."""

    key: str
    label: str
    people: int
    amount: int


@dataclass(frozen=True)
class TallyRow:
    """The bars of one row; a question without rows has one row with the key ""."""

    key: str
    label: str
    bars: tuple[Bar, ...]
    median: float | None = None
    dont_know: int = 0


@dataclass(frozen=True)
class Tally:
    """How the answers to one question came out."""

    answered: int
    rows: tuple[TallyRow, ...] = ()
    texts: tuple[str, ...] = ()


class Kind(Protocol[AnswerT]):
    """A kind of question, with the settings of one question."""

    name: ClassVar[str]
    settings: ClassVar[frozenset[str]]
    """What a definition may say to this kind; all else in it belongs to the question."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of a form that it reads; a form may hold others, which nobody asked for."""

    def read(self, fields: Fields) -> AnswerT | None:
        """The answer in what a form sent; None when nothing was answered. Raises a Fault."""

    def check(self, answer: AnswerT) -> None:
        """Raise a Fault when the answer breaks a rule of the question."""

    def tally(self, answers: Iterable[AnswerT]) -> Tally:
        """How these answers came out. Every answer counts once, in any order."""

    def cells(self, answer: AnswerT) -> tuple[Cell, ...]:
        """The answer in single pieces, as people read them."""

    def comparable(self, answer: AnswerT) -> Comparable:
        """What a condition sees of the answer; None when there is nothing to compare."""


def accept(kind: Kind[AnswerT], fields: Fields) -> AnswerT | None:
    """The answer that may be stored; None when nothing was answered. Raises a Fault."""
    answer = kind.read(fields)
    if answer is not None:
        kind.check(answer)
    return answer


def first_text(fields: Fields, part: str = "") -> str:
    """What was typed in this part, without the spaces around it; "" when nothing was."""
    return next(iter(fields.get(part, ())), "").strip()
