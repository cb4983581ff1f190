"""Who takes responsibility for an idea: one answer from each department, with its reservation."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from language import N_, Refusal
from workshop.results import ResultRow

LONGEST = 200
USUAL = 5
"""So many of the top ideas are asked about, unless the agenda says otherwise."""


class Answer(StrEnum):
    """Whether a department can carry an idea out."""

    YES = "yes"
    RESERVED = "reserved"
    NO = "no"


ANSWER_NAMES = {
    Answer.YES: N_("Yes"),
    Answer.RESERVED: N_("Yes, with a reservation"),
    Answer.NO: N_("No"),
}


class NotOwning(Refusal):
    """Responsibility is taken in a stage of its own."""

    code = "not_owning"
    sentence = N_(
        "Nobody is asked who takes responsibility in this round. Wait for the facilitator."
    )


class NotAskedAbout(Refusal):
    """The idea is not among those that were voted to the top."""

    code = "not_asked_about"
    sentence = N_("That idea is not among those at the top any more. Reload the page.")


class AnswerUnclear(Refusal):
    """None of the three answers was given."""

    code = "answer_unclear"
    sentence = N_("Choose yes, yes with a reservation, or no")


class ReservationUnsaid(Refusal):
    """A reservation that nobody can read is none."""

    code = "reservation_unsaid"
    sentence = N_("Write what the reservation is, in at most 200 characters")


@dataclass(frozen=True)
class Ownership:
    """What one department has answered about one idea."""

    answer: Answer
    text: str = ""
    """The reservation."""
    differs: bool = False
    """Whether others in the department have answered otherwise, and it is not settled yet."""


@dataclass(frozen=True)
class DepartmentAnswer:
    """What a department, by its name, has answered about an idea."""

    department: str
    given: Ownership


def accept_answer(answer: str, typed: str) -> Ownership:
    """The answer as it is stored; only a yes with a reservation keeps a text.

    Refused when it is none of the three, or the reservation says nothing or too much.
    """
    if answer not in set(Answer):
        raise AnswerUnclear
    if answer != Answer.RESERVED:
        return Ownership(Answer(answer))
    text = unicodedata.normalize("NFC", typed)
    text = " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split())
    if not 0 < len(text) <= LONGEST:
        raise ReservationUnsaid
    return Ownership(Answer.RESERVED, text)


def differs_after(before: Ownership | None, answer: Answer, *, same_person: bool) -> bool:
    """Whether a department stands with different answers once this one is given.

    Another person's other answer makes it so; another person's same answer settles it. Who
    answers again has changed their own mind, which changes nothing between them and others.
    """
    if before is None:
        return False
    return before.differs if same_person else before.answer != answer


def top_ideas(rows: Iterable[ResultRow], most: int) -> list[int]:
    """The best ideas of a result, so many of them, and those that are equal to the last of them."""
    return [row.idea for row in rows if row.place is not None and row.place.first <= most]
