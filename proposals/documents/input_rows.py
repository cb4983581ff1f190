"""The rows of what outsiders say: per goal, and per type of stakeholder."""

from collections.abc import Iterator

from proposals.documents.rows import Cell, goal_name
from proposals.report import Report, Section
from proposals.words import Words


def scale_steps(report: Report) -> list[int]:
    """Every step of the scales in the report."""
    lines = [line for section in report.sections for line in section.importance]
    return sorted({step for line in lines for step, _ in line.distribution})


def input_headings(report: Report, words: Words) -> list[str]:
    """The headings over what is said per goal."""
    _ = words.gettext
    fixed = (_("Goal"), _("Kind of input"), _("What"), _("Type of stakeholder"))
    counts = (_("Answers"), _("Points"), _("Median"))
    steps = [_("Chose %(step)s") % {"step": step} for step in scale_steps(report)]
    return [*fixed, *counts, *steps]


def input_rows(report: Report, words: Words) -> list[list[Cell]]:
    """What is said per goal: proposals in words, points, and how important things are."""
    steps = scale_steps(report)
    return [row for section in report.sections for row in _section_rows(section, steps, words)]


def stakeholder_headings(report: Report, words: Words) -> list[str]:
    """The headings over what each type of stakeholder has given."""
    _ = words.gettext
    goals = [section.goal for section in report.sections if section.goal]
    points = [_("Points for %(goal)s") % {"goal": goal.key} for goal in goals]
    return [_("Type of stakeholder"), _("Responses"), _("Proposals in words"), *points]


def stakeholder_rows(report: Report, words: Words) -> list[list[Cell]]:
    """What each type of stakeholder has given; those that gave nothing are there too."""
    unknown = words.gettext("Unknown type of stakeholder")
    return [
        [line.title or unknown, line.responses, line.proposals, *line.points.values()]
        for line in report.stakeholders
    ]


def _section_rows(section: Section, steps: list[int], words: Words) -> Iterator[list[Cell]]:
    _ = words.gettext
    goal = goal_name(section.goal, words)
    unknown = _("Unknown type of stakeholder")
    rest = [""] * len(steps)
    for proposal in section.proposals:
        for voice in proposal.inputs:
            said: list[Cell] = [_("Proposal"), voice.text, words.speaker(voice)]
            yield [goal, *said, 1, "", "", *rest]
    for given in section.points:
        shared: list[Cell] = [_("Points"), "", given.stakeholder or unknown]
        yield [goal, *shared, given.responses, given.points, "", *rest]
    for line in section.importance:
        chosen = dict(line.distribution)
        counts = [chosen.get(step, 0) for step in steps]
        rated: list[Cell] = [_("Importance"), line.label, "", line.answered, "", line.median]
        yield [goal, *rated, *counts]
