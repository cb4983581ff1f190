"""The draft strategies, one row each."""

from proposals.report import Report
from proposals.words import Words


def strategy_headings(words: Words) -> list[str]:
    """The headings over the draft strategies."""
    _ = words.gettext
    return [_("Draft strategy"), _("Builds on the ideas"), _("Goals"), _("Idea workshop")]


def strategy_rows(report: Report, words: Words) -> list[list[str | int | float]]:
    """Each draft strategy with its trail."""
    return [
        [
            words.strategy(drafted),
            words.ideas_behind(drafted),
            words.goals_behind(drafted),
            drafted.workshop_title,
        ]
        for drafted in report.strategies
    ]
