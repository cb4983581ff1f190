"""The rows of the proposals: one list of columns for the workbook and the plain rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planning import Goal
from proposals.report import Breakdown, Measure, Proposal, Report
from proposals.words import NOTHING, Words


class Share(float):
    """A part of one, shown as per cent."""

    __slots__ = ()


Cell = str | int | float

PRINTED = 12
"""The columns of a proposal that fit on paper; the document holds the others."""


@dataclass(frozen=True)
class Column:
    """One column: its heading, its width in signs, and what stands in it."""

    heading: str
    width: int
    cell: Callable[[Goal | None, Proposal], Cell]


def proposal_columns(words: Words) -> Sequence[Column]:
    """The columns of a proposal."""
    _ = words.gettext
    return (
        Column(_("Goal"), 24, lambda goal, _p: goal_name(goal, words)),
        Column(_("Rank by votes"), 13, lambda _g, p: words.rank(p.ranks[Measure.VOTES])),
        Column(_("Proposal"), 36, lambda _g, p: p.headline),
        Column(_("Votes"), 11, lambda _g, p: p.votes),
        Column(_("Voters"), 14, lambda _g, p: p.voters),
        Column(_("Seen by"), 9, lambda _g, p: p.seen),
        Column(_("Share of those who saw it"), 14, lambda _g, p: share_cell(p)),
        Column(_("90 % interval"), 12, lambda _g, p: words.between(p.doubt)),
        Column(_("Departments"), 13, lambda _g, p: p.departments),
        Column(_("Outside inputs"), 12, lambda _g, p: len(p.inputs)),
        Column(_("Form of vote"), 18, lambda _g, p: words.ballot(p)),
        Column(_("The vote in figures"), 40, lambda _g, p: words.told(p) or NOTHING),
        Column(_("Description"), 46, lambda _g, p: p.text),
        Column(_("Type of need"), 17, lambda _g, p: words.need(p)),
        Column(_("Passed by"), 12, lambda _g, p: count_cell(p.passed_by)),
        Column(_("Not shown to"), 12, lambda _g, p: count_cell(p.not_shown)),
        Column(_("Comes from"), 32, lambda _g, p: words.origin(p)),
        Column(_("Way"), 30, lambda _g, p: words.way(p)),
        Column(_("Votes from tables without phones"), 16, lambda _g, p: p.from_tables.votes),
        Column(_("Merged with"), 40, lambda _g, p: "\n".join(p.merged)),
        Column(_("Reservations"), 60, lambda _g, p: words.reservations(p)),
        Column(_("Comments"), 60, lambda _g, p: "\n".join(p.comments)),
        Column(_("Who takes responsibility"), 50, lambda _g, p: words.owners(p)),
        Column(_("Supported by outside inputs"), 100, lambda _g, p: quotes(p, words)),
    )


def proposal_rows(report: Report, words: Words) -> list[list[Cell]]:
    """Every proposal, goal by goal, those with most votes first."""
    columns = proposal_columns(words)
    return [
        [column.cell(section.goal, proposal) for column in columns]
        for section in report.sections
        for proposal in section.proposals
    ]


def breakdown_headings(report: Report, words: Words) -> list[str]:
    """The headings over every idea and its votes."""
    _ = words.gettext
    idea = (_("Goal"), _("Idea"), _("Description"), _("Form of vote"))
    opinions = (_("Agree"), _("Disagree"), _("Pass")) if _has_opinions(report) else ()
    votes = (_("Votes"), _("Voters"), *opinions, _("Seen by"))
    departments = list(report.breakdowns[0].by_department) if report.breakdowns else []
    return [*idea, *votes, _("Share of those who saw it"), *departments]


def breakdown_rows(report: Report, words: Words) -> list[list[Cell]]:
    """Every idea of a workshop, also those that got no vote, with votes per department."""
    return [
        [
            goal_name(line.goal, words),
            line.proposal.headline,
            line.proposal.text,
            words.ballot(line.proposal),
            line.proposal.votes,
            line.proposal.voters,
            *(_opinions(line) if _has_opinions(report) else ()),
            line.proposal.seen,
            share_cell(line.proposal),
            *(words.cell(count) if count is None else count for count in _departments(line)),
        ]
        for line in report.breakdowns
    ]


def goal_name(goal: Goal | None, words: Words) -> str:
    """How a goal is named in a table."""
    return words.gettext("Not tied to a goal yet") if goal is None else f"{goal.key} {goal.title}"


def share_cell(proposal: Proposal) -> Cell:
    """The share as a number that can be reckoned with."""
    return NOTHING if proposal.share is None else Share(proposal.share)


def count_cell(count: int | None) -> Cell:
    """A number, or the sign that there is none."""
    return NOTHING if count is None else count


def quotes(proposal: Proposal, words: Words) -> str:
    """The outside inputs behind it, each with who said it."""
    return "\n".join(f"{words.speaker(voice)}: «{voice.text}»" for voice in proposal.inputs)


def _has_opinions(report: Report) -> bool:
    """Whether people were anywhere asked if they agree; else there is nothing to show of it."""
    return any(line.proposal.method == "opinion" for line in report.breakdowns)


def _opinions(line: Breakdown) -> tuple[Cell, Cell, Cell]:
    proposal = line.proposal
    if proposal.method != "opinion":
        return NOTHING, NOTHING, NOTHING
    return proposal.votes, proposal.against, proposal.passed


def _departments(line: Breakdown) -> list[int | None]:
    return list(line.by_department.values())
