"""The stages of a workshop and what may be done in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from language import N_, Refusal


class StageKind(StrEnum):
    """What people do in a stage (runde)."""

    LOBBY = "lobby"
    BRIEF = "brief"
    PROPOSE = "propose"
    TABLE = "table"
    REVEAL = "reveal"
    VOTE = "vote"
    RESERVE = "reserve"
    SENTENCE = "sentence"
    OWN = "own"
    DISCUSS = "discuss"
    CLOSE = "close"


UNSHARED = {StageKind.LOBBY, StageKind.BRIEF, StageKind.PROPOSE, StageKind.TABLE}
"""Stages in which the room does not share its ideas; a table sees its own."""


class Method(StrEnum):
    """How people vote in a stage."""

    DOTS = "dots"
    APPROVAL = "approval"
    OPINION = "opinion"
    SCORE = "score"
    AXES = "axes"
    RANKING = "ranking"
    PAIRS = "pairs"


class NotProposing(Refusal):
    """Ideas are taken while people propose and read, not before and not after."""

    code = "not_proposing"
    sentence = N_("Ideas are not taken in this round. Wait for the facilitator.")


class VotingClosed(Refusal):
    """Votes are taken while the voting is open."""

    code = "voting_closed"
    sentence = N_("The voting is not open now. Your earlier votes are kept.")


class NoSuchStage(Refusal):
    """The agenda has no such stage."""

    code = "no_such_stage"
    sentence = N_("There is no such round in this workshop.")


@dataclass(frozen=True)
class Stage:
    """One stage of an agenda, numbered from 1."""

    id: int
    ordinal: int
    kind: StageKind
    title: str
    prompt: str
    notes: str
    minutes: int
    method: Method | None = None
    votes: int = 0
    most_per_idea: int = 0
    closed: bool = False

    @property
    def takes_ideas(self) -> bool:
        """Whether people may propose now."""
        return self.kind in {StageKind.PROPOSE, StageKind.REVEAL}

    @property
    def shows_ideas(self) -> bool:
        """Whether people see each other's ideas; in the silent stage they do not."""
        return self.kind not in UNSHARED

    @property
    def takes_votes(self) -> bool:
        """Whether people may vote now."""
        return self.kind is StageKind.VOTE and not self.closed


def stage_at(stages: Sequence[Stage], ordinal: int) -> Stage:
    """The stage with this number. Refused when the agenda has none."""
    for stage in stages:
        if stage.ordinal == ordinal:
            return stage
    raise NoSuchStage


def result_stage(stages: Sequence[Stage], ordinal: int) -> Stage | None:
    """The vote whose result is shown when the workshop stands at this stage.

    It is the latest one up to here, if its voting has been closed: while a vote is open,
    an earlier one is not shown either, lest it sway the new one.
    """
    held = [s for s in stages if s.kind is StageKind.VOTE and s.ordinal <= ordinal]
    return held[-1] if held and held[-1].closed else None


def earlier_round(stages: Sequence[Stage], stage: Stage) -> Stage | None:
    """The latest closed vote before this one in which people voted in the same way."""
    closed = [s for s in stages if s.closed and s.kind is StageKind.VOTE and s.method is not None]
    before = [s for s in closed if s.ordinal < stage.ordinal and s.method is stage.method]
    return before[-1] if before else None
