"""One of several options, one of which may ask for words of one's own."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Self

from language import N_
from questions.definition import Definition, options_in
from questions.kind import Bar, Cell, Fault, Fields, NotAnOption, Option, Tally, TallyRow
from questions.kind import first_text as typed
from questions.words import clean, refuse_identity_number, refuse_too_long

Choice = str | dict[str, str]
"""The key of the option; with words of one's own, {"choice": key, "text": words}."""

LONGEST = 200


class WordsMissing(Fault):
    """The option needs words, and there are none."""

    code = "words_missing"
    sentence = N_("Write what you mean by “%(option)s”")


@dataclass(frozen=True)
class SingleChoice:
    """One of several options. The answer is its key, with words if the option asks for them."""

    name: ClassVar[str] = "single_choice"
    settings: ClassVar[frozenset[str]] = frozenset({"options"})

    options: tuple[Option, ...]

    @classmethod
    def defined(cls, definition: Definition) -> Self:
        """The question as its definition says."""
        return cls(options_in(definition))

    @property
    def parts(self) -> tuple[str, ...]:
        """The choice, and the words of every option that asks for some."""
        return ("", *(option.key for option in self.options if option.free_text))

    def read(self, fields: Fields) -> Choice | None:
        """What was chosen; None when nothing was."""
        chosen = typed(fields)
        option = self._find(chosen)
        if option is None or not option.free_text:
            return chosen or None
        return {"choice": chosen, "text": clean(typed(fields, chosen))}

    def check(self, answer: Choice) -> None:
        """Refuse what is none of the options, and an option without the words it asks for."""
        option = self._find(key_of(answer))
        if option is None or (option.free_text == isinstance(answer, str)):
            raise NotAnOption
        if isinstance(answer, str):
            return
        if not answer.get("text"):
            raise WordsMissing(option.key, option=option.label)
        refuse_too_long(answer["text"], LONGEST, option.key)
        refuse_identity_number(answer["text"], option.key)

    def tally(self, answers: Iterable[Choice]) -> Tally:
        """How many chose each option, and what they wrote."""
        answers = list(answers)
        chosen = Counter(key_of(answer) for answer in answers)
        bars = tuple(
            Bar(option.key, option.label, chosen[option.key], chosen[option.key])
            for option in self.options
        )
        texts = sorted(answer["text"] for answer in answers if not isinstance(answer, str))
        return Tally(chosen.total(), (TallyRow("", "", bars),), tuple(texts))

    def cells(self, answer: Choice) -> tuple[Cell, ...]:
        """What was chosen, in its own words."""
        key = key_of(answer)
        option = self._find(key)
        label = key if option is None else option.label
        said = label if isinstance(answer, str) else f"{label}: {answer['text']}"
        return (Cell(key, "", said),)

    def comparable(self, answer: Choice) -> str:
        """The key of what was chosen."""
        return key_of(answer)

    def _find(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


def key_of(answer: Choice) -> str:
    """The key of the option that was chosen."""
    return answer if isinstance(answer, str) else answer.get("choice", "")
