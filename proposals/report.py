"""The report: everything that the page and every document say about the proposals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from measures import Interval, Span
from planning import Goal, Project
from workshop import Count, DepartmentAnswer, DraftedStrategy, Way


class Measure(StrEnum):
    """What proposals can be ordered by. Each stands in a column of its own, never in a sum."""

    VOTES = "votes"
    SHARE = "share"
    DEPARTMENTS = "departments"
    INPUTS = "inputs"


@dataclass(frozen=True)
class OutsideInput:
    """What someone outside the municipality proposed, in their own words."""

    response_id: int
    question_key: str
    text: str
    stakeholder: str | None
    organisation: str | None
    tie_id: int | None


@dataclass(frozen=True)
class Proposal:
    """One idea or group of ideas from a workshop, or one proposal from outside."""

    key: str
    headline: str
    text: str
    merged: tuple[str, ...]
    """The other ideas that were merged into it."""
    idea_id: int | None
    method: str | None
    """How it was voted on, by the name of the way; None when it never was."""
    votes: int
    voters: int
    against: int
    passed: int
    seen: int
    share: Fraction | None
    """The part of those who saw it that supports it."""
    doubt: Interval | None
    departments: int
    """Departments with at least one voter for it."""
    workshop: str | None
    department: str | None
    """Who proposed it in the workshop; None when the facilitator wrote it in."""
    reservations: tuple[tuple[str, str], ...]
    """What people in the room said against it: what it is about, and their words."""
    owners: tuple[DepartmentAnswer, ...]
    """What the departments said when they were asked who takes responsibility."""
    way: Way | None
    """By which table it came, and whether it was taken to plenary."""
    table: str | None
    """The table without phones that proposed it."""
    from_tables: Count
    """What of its votes comes from tables without phones."""
    inputs: tuple[OutsideInput, ...]
    """What outsiders said that is the same proposal; its own words when it came from outside."""
    passed_by: int | None
    """People who were shown it, voted, and gave it nothing; None where no vote is closed."""
    not_shown: int | None
    """People in the room who were never shown it; None for what came from outside."""
    comments: tuple[str, ...]
    """What people in the room said to it."""
    need: str | None
    """Whose need it meets, "general" or "special"; None where nobody has said it."""
    ranks: Mapping[Measure, Span | None]
    """Its places among the proposals for the same goal."""
    told: tuple[tuple[str, str], ...] = ()
    """What the vote tells of it: headings with their figures."""

    def score(self, measure: Measure) -> int | Fraction | None:
        """What it is ordered by; None where it was never put to the vote that would tell."""
        if measure is Measure.INPUTS:
            return len(self.inputs)
        if measure is Measure.SHARE or self.method is None:
            return self.share
        return self.votes if measure is Measure.VOTES else self.departments


@dataclass(frozen=True)
class Points:
    """How many points one type of stakeholder has given a goal."""

    stakeholder: str
    responses: int
    """How many of that type shared out points at all."""
    points: int


@dataclass(frozen=True)
class Importance:
    """How important outsiders find one thing, on a scale."""

    label: str
    answered: int
    median: float
    distribution: tuple[tuple[int, int], ...]
    """Each step of the scale, and how many chose it."""


@dataclass(frozen=True)
class Section:
    """What bears on one goal; without a goal, what is not tied to any yet."""

    goal: Goal | None
    proposals: tuple[Proposal, ...]
    points: tuple[Points, ...]
    importance: tuple[Importance, ...]


@dataclass(frozen=True)
class Breakdown:
    """The votes for one proposal from each department; None where they are not shown."""

    proposal: Proposal
    goal: Goal | None
    by_department: Mapping[str, int | None]


@dataclass(frozen=True)
class Stakeholder:
    """What one type of stakeholder has given."""

    title: str
    responses: int
    proposals: int
    points: Mapping[str, int]
    """Points given, by the key of the goal."""


@dataclass(frozen=True)
class Report:
    """All the proposals of a project, as they stood at one moment."""

    project: Project
    drawn_at: datetime
    sections: tuple[Section, ...]
    breakdowns: tuple[Breakdown, ...]
    stakeholders: tuple[Stakeholder, ...]
    workshops: tuple[str, ...]
    surveys: tuple[str, ...]
    participants: int
    responses: int
    fewest: int
    """Departments with fewer participants are not shown by themselves."""
    strategies: tuple[DraftedStrategy, ...] = ()
    """Draft strategies that groups in the workshops have written in one sentence."""
    at_tables: int = 0
    """People at tables without phones; they are not among the participants."""

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """All of them, section by section."""
        return tuple(proposal for section in self.sections for proposal in section.proposals)


def in_order(proposals: Iterable[Proposal], measure: Measure) -> list[Proposal]:
    """The highest first, what has no score last; equals stand by headline and share a place."""
    return sorted(proposals, key=lambda proposal: _before(proposal, measure))


def _before(proposal: Proposal, measure: Measure) -> tuple[float, str, str]:
    span = proposal.ranks[measure]
    place = float("inf") if span is None else span.first
    return place, proposal.headline.casefold(), proposal.key
