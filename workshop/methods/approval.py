"""Approval: people support as many ideas as they like."""

from collections.abc import Mapping
from typing import ClassVar

from language import N_
from workshop.methods.way import NotAVote, Vote, Way
from workshop.stage import Stage


class Approval(Way):
    """A vote is 1 to support the idea, which is stored, and 0 to take it back.

    Whoever supports one of several merged ideas supports them all, once.
    """

    name = N_("Approve of as many as one likes")
    told: ClassVar[Mapping[str, str]] = {"number": N_("Support")}

    def accept(
        self, stage: Stage, vote: Vote, idea: int, elsewhere: Mapping[int, int], before: list[int]
    ) -> int | None:
        """The support."""
        if type(vote) is not int or vote not in {0, 1}:
            raise NotAVote
        return vote or None
