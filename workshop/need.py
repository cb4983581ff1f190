"""Whose need an idea meets: everybody's, or that of some."""

from enum import StrEnum

from language import N_


class Need(StrEnum):
    """The type of need; an idea may have none."""

    GENERAL = "general"
    SPECIAL = "special"


NEED_NAMES = {Need.GENERAL: N_("General needs"), Need.SPECIAL: N_("Special needs")}


def accept_need(chosen: str | None) -> Need | None:
    """The type that was chosen; None when none was, or nothing that is one."""
    return Need(chosen) if chosen in set(Need) else None
