"""Why something that people wrote is hidden: said by whoever hides it, told to whoever wrote it."""

from enum import StrEnum

from language import N_, Refusal
from workshop.idea_text import one_line

LONGEST_REASON = 120


class Reason(StrEnum):
    """The usual reasons."""

    PERSONAL = "personal"
    OFF_TOPIC = "off_topic"
    OFFENSIVE = "offensive"
    DUPLICATE = "duplicate"


REASON_NAMES = {
    Reason.PERSONAL: N_("Tells about a person"),
    Reason.OFF_TOPIC: N_("Not about the goals"),
    Reason.OFFENSIVE: N_("Offensive"),
    Reason.DUPLICATE: N_("Says the same as another"),
}


class NoReason(Refusal):
    """Nobody's words are hidden without a word about why."""

    code = "no_reason"
    sentence = N_("Choose why it is hidden, or write a reason of at most 120 characters")


def accept_reason(chosen: str, typed: str) -> str:
    """The reason as the log keeps it: a usual one, or in the facilitator's own words."""
    if chosen in set(Reason):
        return chosen
    reason = one_line(typed)
    if not 0 < len(reason) <= LONGEST_REASON:
        raise NoReason
    return reason
