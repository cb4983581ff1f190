"""The report as the page draws it: in the order the reader chose, with the sizes of its bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from planning import Goal
from proposals.report import (
    Breakdown,
    Importance,
    Measure,
    OutsideInput,
    Points,
    Proposal,
    Report,
    Section,
    in_order,
)

WHOLE = 100.0
"""The width of the longest bar, in the units of its own drawing."""


@dataclass(frozen=True)
class Line:
    """One proposal in a table."""

    proposal: Proposal
    bar: float
    """How long its bar is."""
    breakdown: Breakdown | None


@dataclass(frozen=True)
class Column:
    """One column of a small chart."""

    step: int
    count: int
    height: float


@dataclass(frozen=True)
class Rating:
    """How important something is found to be, with its chart."""

    importance: Importance
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class View:
    """One section of the page."""

    goal: Goal | None
    lines: tuple[Line, ...]
    points: tuple[Points, ...]
    ratings: tuple[Rating, ...]


@dataclass(frozen=True)
class Place:
    """Somewhere an outside proposal can be tied to."""

    value: str
    title: str


def views_of(report: Report, measure: Measure, need: str | None = None) -> list[View]:
    """The goals in their order, each with its proposals in the order the reader chose.

    With a type of need, those that meet it alone; their places are among all.
    """
    longest = max((_length(proposal, measure) for proposal in report.proposals), default=0.0)
    breakdowns = {line.proposal.key: line for line in report.breakdowns}
    return [
        View(
            goal=section.goal,
            lines=tuple(
                Line(
                    proposal,
                    _scaled(_length(proposal, measure), longest),
                    breakdowns.get(proposal.key),
                )
                for proposal in in_order(section.proposals, measure)
                if need in {None, proposal.need}
            ),
            points=section.points,
            ratings=tuple(_rating(importance) for importance in section.importance),
        )
        for section in report.sections
        if section.goal is not None
    ]


def untied_of(report: Report, need: str | None = None) -> tuple[list[OutsideInput], list[Line]]:
    """What bears on no goal yet: words from outside, and ideas from workshops with this need."""
    loose = [
        proposal
        for section in report.sections
        if not section.goal
        for proposal in section.proposals
    ]
    breakdowns = {line.proposal.key: line for line in report.breakdowns}
    outside = [proposal.inputs[0] for proposal in loose if proposal.idea_id is None]
    ideas = [
        Line(proposal, 0.0, breakdowns.get(proposal.key))
        for proposal in loose
        if proposal.idea_id is not None and need in {None, proposal.need}
    ]
    return outside, ideas


def places_of(report: Report) -> list[tuple[Goal | None, Sequence[Place]]]:
    """Per goal the ideas that an outside proposal may be the same as."""
    return [(section.goal, _ideas(section)) for section in report.sections]


def _ideas(section: Section) -> list[Place]:
    ideas = [proposal for proposal in section.proposals if proposal.idea_id is not None]
    return [Place(f"idea-{idea.idea_id}", idea.headline) for idea in ideas]


def _rating(importance: Importance) -> Rating:
    tallest = max((count for _, count in importance.distribution), default=0)
    columns = (
        Column(step, count, _scaled(count, tallest)) for step, count in importance.distribution
    )
    return Rating(importance, tuple(columns))


def _length(proposal: Proposal, measure: Measure) -> float:
    return float(proposal.score(measure) or 0)


def _scaled(part: float, whole: float) -> float:
    return round(WHOLE * part / whole, 2) if whole else 0.0
