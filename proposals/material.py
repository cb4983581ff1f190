"""What a report is made of, as the packages below give it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planning import Department, Goal, Project, StakeholderType
    from surveys import OutsideProposal, StakeholderAnswer
    from workshop import DraftedStrategy, Finding


@dataclass(frozen=True)
class Tie:
    """Where a project leader has placed one outside proposal."""

    id: int
    response_id: int
    question_key: str
    goal_id: int | None
    idea_id: int | None


@dataclass(frozen=True)
class Material:
    """Everything that a report is made of."""

    project: "Project"
    drawn_at: datetime
    goals: "Sequence[Goal]"
    departments: "Sequence[Department]"
    stakeholder_types: "Sequence[StakeholderType]"
    findings: "Sequence[Finding]"
    participation: Mapping[int, Mapping[int, int]]
    """Per workshop, the participants of each department."""
    answers: "Sequence[StakeholderAnswer]"
    outside: "Sequence[OutsideProposal]"
    ties: Sequence[Tie]
    workshops: Sequence[str]
    surveys: Sequence[str]
    at_tables: int = 0
    """People at tables without phones, in all workshops."""
    strategies: "Sequence[DraftedStrategy]" = ()


def place_of(tie: Tie | None, ideas: "Mapping[int, Finding]") -> tuple[int | None, int | None]:
    """The goal and the idea that a tie leads to.

    The idea decides the goal. An idea that is gone (merged or hidden since) leads back to the
    goal of the tie, so that no outside proposal disappears with it.
    """
    if tie is None:
        return None, None
    idea = None if tie.idea_id is None else ideas.get(tie.idea_id)
    return (tie.goal_id, None) if idea is None else (idea.goal_id, idea.idea_id)
