"""A draft strategy in one sentence: what the municipality shall do, and what for."""

import re
import unicodedata
from dataclasses import dataclass

from language import N_, Refusal

LONGEST = 300
"""Of each of the two parts."""
OFFERED = 10
"""So many of the top ideas are offered to build on."""

SENTENCE = N_("The municipality shall %(what)s in order to %(purpose)s.")

_OPENING = re.compile(r"(kommunen|kommuna)\s+skal\s+", re.IGNORECASE)
_MIDDLE = re.compile(r"for\s+å\s+", re.IGNORECASE)


class NotDrafting(Refusal):
    """Sentences are written in a stage of their own."""

    code = "not_drafting"
    sentence = N_("Strategy sentences are not taken in this round. Wait for the facilitator.")


class SentenceUnclear(Refusal):
    """One of its parts says nothing, or too much."""

    code = "sentence_unclear"
    sentence = N_(
        "Write what the municipality shall do, and what for, in at most 300 characters each"
    )


class BuildsOnNothing(Refusal):
    """A draft without an idea behind it has no trail."""

    code = "builds_on_nothing"
    sentence = N_("Choose at least one idea that the sentence builds on")


class NoSuchSentence(Refusal):
    """It was taken back, or is somebody else's."""

    code = "no_such_sentence"
    sentence = N_("That sentence is no longer there. Reload the page.")


@dataclass(frozen=True)
class StrategyDraft:
    """What the municipality shall do, and what for."""

    what: str
    purpose: str


@dataclass(frozen=True)
class StrategySentence:
    """A draft as it stands, with the ideas it builds on."""

    id: int
    draft: StrategyDraft
    ideas: tuple[int, ...]
    """Each idea, or the one that leads its group."""
    hidden: bool = False
    seat: int | None = None
    """Who wrote it."""


def accept_sentence(what: str, purpose: str) -> StrategyDraft:
    """The draft as it is stored, without what the sentence says anyway: «Kommunen skal», «for å».

    Refused when one of the parts is empty or too long.
    """
    parts = _part(what, _OPENING), _part(purpose, _MIDDLE)
    if not all(0 < len(part) <= LONGEST for part in parts):
        raise SentenceUnclear
    return StrategyDraft(*parts)


def _part(typed: str, opening: re.Pattern[str]) -> str:
    text = unicodedata.normalize("NFC", typed)
    text = " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split())
    while match := opening.match(text):
        text = text[match.end() :]
    return text.rstrip(" .")
