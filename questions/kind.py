"""What every kind of question can do: take an answer, or say what is wrong, and count answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeVar

from language import N_, Refusal

Fields = Mapping[str, Sequence[str]]
"""What a form sent for one question: the texts per part; the part "" is the question itself."""

Answer = str | int | float | list[str] | dict[str, str] | dict[str, int]
"""What is stored: plain JSON with the keys of options and rows, never their labels."""

AnswerT = TypeVar("AnswerT", bound=Answer)


class Fault(Refusal):
    """What someone answered does not fit the question."""


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
    free_text: bool = False


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

    def read(self, fields: Fields) -> AnswerT | None:
        """The answer in what a form sent; None when nothing was answered. Raises a Fault."""

    def check(self, answer: AnswerT) -> None:
        """Raise a Fault when the answer breaks a rule of the question."""

    def tally(self, answers: Iterable[AnswerT]) -> Tally:
        """How these answers came out. Every answer counts once, in any order."""


def accept(kind: Kind[AnswerT], fields: Fields) -> AnswerT | None:
    """The answer that may be stored; None when nothing was answered. Raises a Fault."""
    answer = kind.read(fields)
    if answer is not None:
        kind.check(answer)
    return answer
