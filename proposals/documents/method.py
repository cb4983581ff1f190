"""How the numbers came to be, in words, for every document."""

from proposals.report import Report
from proposals.words import Words


def method_lines(report: Report, words: Words) -> list[tuple[str, str]]:
    """Headings, each with what there is to know."""
    _ = words.gettext
    return [
        (_("Planning project"), f"{report.project.title}, {report.project.municipality}"),
        (_("Drawn up"), words.moment(report.drawn_at)),
        (_("Idea workshops"), _named(report.workshops, words)),
        (_("Participants"), str(report.participants)),
        (_("Surveys"), _named(report.surveys, words)),
        (_("Responses"), str(report.responses)),
        *counting_rules(report, words),
    ]


def counting_rules(report: Report, words: Words) -> list[tuple[str, str]]:
    """How votes, shares, ranks, inputs and hidden numbers are to be read."""
    _ = words.gettext
    return [
        (
            _("Votes"),
            _(
                "In a vote with dots the dots are added up. In a vote with agree and disagree, "
                "those who agree are counted; where ideas are scored, those who gave 4 or 5, "
                "on both axes where there are two. A ranking gives points, the first place "
                "most; two by two, the comparisons won are counted. Each person's last vote "
                "counts. Where ideas were merged, the votes of one person are counted together "
                "and never beyond what one idea may get. A vote that is still open is not "
                "counted."
            ),
        ),
        (
            _("Share of those who saw it"),
            _(
                "Voters divided by all who saw the idea. The 90 % interval (Wilson) says how "
                "far the share could be from that of a larger group of the same kind."
            ),
        ),
        (
            _("Rank"),
            _(
                "Proposals are ranked within each goal. Equal numbers share a rank, and no "
                "tie is broken. Votes, share, departments and outside inputs stand side by "
                "side and are never added into one score."
            ),
        ),
        *_tables(report, words),
        *_what_is_tied_and_hidden(report, words),
    ]


def _what_is_tied_and_hidden(report: Report, words: Words) -> list[tuple[str, str]]:
    _ = words.gettext
    return [
        (
            _("Outside inputs"),
            _(
                "The project leader has tied each proposal from outside to a goal or to the "
                "idea that says the same. One that is tied to no idea stands as a proposal of "
                "its own, with no votes. Answers are not weighted."
            ),
        ),
        (
            _("Hidden numbers"),
            _(
                'A colon ":" means that the number is not shown. Departments with fewer than '
                "%(fewest)s participants are hidden, and so many others that no hidden number "
                "can be worked out from the totals."
            )
            % {"fewest": report.fewest},
        ),
    ]


def _tables(report: Report, words: Words) -> list[tuple[str, str]]:
    """How tables without phones are counted, when there were any."""
    _ = words.gettext
    if not report.at_tables:
        return []
    rule = _(
        "%(people)s people. What they counted is in the votes once, and stands in a column of its "
        "own. They are not in the shares, since nobody knows who of them saw which idea, and not "
        "in the votes per department."
    )
    return [(_("At tables without phones"), rule % {"people": report.at_tables})]


def _named(titles: tuple[str, ...], words: Words) -> str:
    return "; ".join(titles) or words.gettext("None held")
