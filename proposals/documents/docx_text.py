"""The report as a text to read, discuss and write on in."""

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document

from documents.cells import clean
from documents.docx_style import dress, put_table
from proposals.documents.input_rows import stakeholder_headings, stakeholder_rows
from proposals.documents.leading import leading
from proposals.documents.matrix_rows import matrix_headings, matrix_row, on_two_axes
from proposals.documents.method import counting_rules
from proposals.documents.rows import Cell
from proposals.documents.strategy_rows import strategy_headings
from proposals.report import Importance, Measure, Proposal, Report, Section
from proposals.words import Words


def draw_docx(report: Report, words: Words) -> bytes:
    """The whole report."""
    text = docx.Document()
    title = words.gettext("Proposals for strategies")
    project = report.project
    footer = f"{project.municipality}: {project.title}"
    dress(text, f"{title}: {project.title}", project.municipality, footer, report.drawn_at)
    _open(text, title, report, words)
    _sum_up(text, report, words)
    for section in report.sections:
        _write_section(text, section, words)
    _write_strategies(text, report, words)
    _write_stakeholders(text, report, words)
    _write_method(text, report, words)
    file = BytesIO()
    text.save(file)
    return file.getvalue()


def _open(text: Document, title: str, report: Report, words: Words) -> None:
    text.add_paragraph(clean(title), style="Title")
    text.add_paragraph(clean(report.project.title), style="Subtitle")
    line = f"{report.project.municipality}, {words.moment(report.drawn_at)}"
    text.add_paragraph(clean(line), style="Caption")


def _sum_up(text: Document, report: Report, words: Words) -> None:
    _ = words.gettext
    text.add_heading(_("Summary"), 1)
    counts = {
        "proposals": len(report.proposals),
        "participants": report.participants,
        "workshops": len(report.workshops),
        "responses": report.responses,
    }
    text.add_paragraph(
        _(
            "There are %(proposals)s proposals. They come from %(participants)s participants "
            "in idea workshops (%(workshops)s held) and %(responses)s responses from outside "
            "the municipality."
        )
        % counts
    )
    top = leading(report)
    if top:
        text.add_paragraph(_("These have most votes of all:"))
        rows: list[list[Cell]] = [
            [p.headline, p.votes, words.percent(p.share), p.departments] for p in top
        ]
        heads = [_("Proposal"), _("Votes"), _("Share in per cent"), _("Departments")]
        put_table(text, heads, rows, [9.3, 2.4, 2.2, 3.1])


def _write_section(text: Document, section: Section, words: Words) -> None:
    _ = words.gettext
    if section.goal is None and not section.proposals:
        return
    _head_section(text, section, words)
    if not section.proposals:
        text.add_paragraph(_("No proposals bear on this goal yet."))
    elif section.goal:
        _tabulate(text, section, words)
        _draw_matrix(text, section, words)
        text.add_heading(_("Where the proposals come from"), 2)
    for proposal in section.proposals:
        _trace(text, proposal, words)
    if section.points or section.importance:
        _write_voices(text, section, words)


def _head_section(text: Document, section: Section, words: Words) -> None:
    _ = words.gettext
    goal = section.goal
    if goal is None:
        text.add_heading(_("Not tied to a goal yet"), 1)
        return
    text.add_heading(clean(f"{_('Goal')} {goal.ordinal}: {goal.title}"), 1)
    text.add_paragraph(clean(goal.text)).paragraph_format.keep_with_next = True
    aim = _("Indicator: %(indicator)s. Today: %(baseline)s. Target: %(target)s.") % {
        "indicator": goal.indicator,
        "baseline": goal.baseline,
        "target": goal.target,
    }
    text.add_paragraph(clean(aim), style="Caption").paragraph_format.keep_with_next = True


def _tabulate(text: Document, section: Section, words: Words) -> None:
    _ = words.gettext
    heads = [_("Rank"), _("Proposal"), _("Votes"), _("Share in per cent")]
    rows: list[list[Cell]] = [
        [
            words.rank(proposal.ranks[Measure.VOTES]),
            proposal.headline,
            proposal.votes,
            words.percent(proposal.share),
            proposal.departments,
            len(proposal.inputs),
        ]
        for proposal in section.proposals
    ]
    heads += [_("Departments"), _("Outside inputs")]
    put_table(text, heads, rows, [2.2, 5.4, 2.3, 1.8, 2.9, 2.4], words_in=2)


def _draw_matrix(text: Document, section: Section, words: Words) -> None:
    scored = on_two_axes(section.proposals)
    if not scored:
        return
    text.add_heading(words.gettext("Priority matrix"), 2)
    rows = [matrix_row(proposal, words) for proposal in scored]
    heads = matrix_headings(scored, words)
    put_table(text, heads, rows, [6.4, 2.6, 2.4, 3.6, 2.0], words_in=2)


def _trace(text: Document, proposal: Proposal, words: Words) -> None:
    """Why a proposal is here: who said what, and how many stand behind it."""
    _ = words.gettext
    text.add_heading(clean(proposal.headline), 3)
    if proposal.text:
        text.add_paragraph(clean(proposal.text))
    about = ". ".join(filter(None, (words.origin(proposal), words.need(proposal))))
    text.add_paragraph(clean(about), style="Caption")
    if proposal.method:
        told = words.support(proposal), words.told(proposal), words.exposure(proposal)
        text.add_paragraph(clean(" ".join(filter(None, told))))
    _list(text, _("Merged with:"), proposal.merged)
    _list(text, _("Reservations:"), words.reservations(proposal).splitlines())
    _list(text, _("Comments:"), proposal.comments)
    _list(text, _("Who takes responsibility:"), words.owners(proposal).splitlines())
    if proposal.idea_id is not None and proposal.inputs:
        text.add_paragraph(_("Supported by outside inputs:"), style="Lead-in")
        for voice in proposal.inputs:
            quote = text.add_paragraph(clean(f"«{voice.text}» "), style="Quote")
            quote.add_run(clean(words.speaker(voice)), style="Speaker")


def _list(text: Document, lead_in: str, lines: Sequence[str]) -> None:
    """Some lines under a few words; nothing when there are no lines."""
    if lines:
        text.add_paragraph(lead_in, style="Lead-in")
    for line in lines:
        text.add_paragraph(clean(line), style="List Bullet")


def _write_voices(text: Document, section: Section, words: Words) -> None:
    _ = words.gettext
    text.add_heading(_("What outsiders say about the goal"), 2)
    if section.points:
        unknown = _("Unknown type of stakeholder")
        shared: list[list[Cell]] = [
            [p.stakeholder or unknown, p.responses, p.points] for p in section.points
        ]
        heads = [_("Type of stakeholder"), _("Answers"), _("Points")]
        put_table(text, heads, shared, [11.0, 3.0, 3.0])
    if section.importance:
        rated: list[list[Cell]] = [_importance_row(line, words) for line in section.importance]
        heads = [_("How important is it?"), _("Answers"), _("Median"), _("Distribution")]
        put_table(text, heads, rated, [7.4, 2.0, 2.0, 5.6])


def _importance_row(line: Importance, words: Words) -> list[Cell]:
    return [line.label, line.answered, words.number(line.median), words.distribution(line)]


def _write_strategies(text: Document, report: Report, words: Words) -> None:
    if not report.strategies:
        return
    text.add_heading(words.gettext("Draft strategy sentences"), 1)
    rows: list[list[Cell]] = [
        [words.strategy(drafted), words.ideas_behind(drafted), words.goals_behind(drafted)]
        for drafted in report.strategies
    ]
    heads = strategy_headings(words)[:3]
    put_table(text, heads, rows, [8.0, 7.0, 2.0], words_in=3)


def _write_stakeholders(text: Document, report: Report, words: Words) -> None:
    text.add_heading(words.gettext("Types of stakeholder"), 1)
    rows = stakeholder_rows(report, words)
    heads = stakeholder_headings(report, words)
    goals = len(heads) - 3
    put_table(text, heads, rows, [6.0, 1.8, 2.2, *[7.0 / max(goals, 1)] * goals])


def _write_method(text: Document, report: Report, words: Words) -> None:
    text.add_heading(words.gettext("Method"), 1)
    for heading, rule in counting_rules(report, words):
        line = text.add_paragraph()
        line.add_run(clean(f"{heading}. ")).bold = True
        line.add_run(clean(rule))
