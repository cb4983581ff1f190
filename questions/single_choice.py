"""One of several options."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from questions.kind import Bar, Fields, NotAnOption, Option, Tally, TallyRow


@dataclass(frozen=True)
class SingleChoice:
    """One of several options. The answer is the key of the option."""

    name: ClassVar[str] = "single_choice"

    options: tuple[Option, ...]

    def read(self, fields: Fields) -> str | None:
        """The key of what was chosen; None when nothing was."""
        return next((text for text in fields.get("", ()) if text), None)

    def check(self, answer: str) -> None:
        """Refuse what is none of the options."""
        if all(option.key != answer for option in self.options):
            raise NotAnOption

    def tally(self, answers: Iterable[str]) -> Tally:
        """How many chose each option."""
        chosen = Counter(answers)
        bars = tuple(
            Bar(option.key, option.label, chosen[option.key], chosen[option.key])
            for option in self.options
        )
        return Tally(chosen.total(), (TallyRow("", "", bars),))
