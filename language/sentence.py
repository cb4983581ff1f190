"""A sentence that is written in one place and translated in another."""

from collections.abc import Callable
from dataclasses import dataclass, field


def N_(sentence: str) -> str:  # noqa: N802 (the name that translators' tools look for)
    """The sentence itself, marked so that it is collected for translation."""
    return sentence


NUMBERS = (
    N_("zero"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)


@dataclass(frozen=True)
class Sentence:
    """What is to be said, in the source language, with the details that belong in it."""

    text: str
    details: dict[str, object] = field(default_factory=dict)

    def spoken(self, gettext: Callable[[str], str]) -> str:
        """The sentence in the listener's language; small numbers are written as words."""
        spoken = {name: in_words(value, gettext) for name, value in self.details.items()}
        return gettext(self.text) % spoken if spoken else gettext(self.text)


def in_words(value: object, gettext: Callable[[str], str]) -> str:
    """A whole number up to twelve as a word, as plain-language guides advise; else as it is."""
    if isinstance(value, int) and 0 <= value < len(NUMBERS):
        return gettext(NUMBERS[value])
    return str(value)
