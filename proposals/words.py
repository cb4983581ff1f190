"""How the report is put into words and figures, on the page and in every document."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from babel.dates import format_date

import workshop
from language import N_
from measures import Interval, Span
from proposals.headline import headline_of
from proposals.report import Importance, Measure, OutsideInput, Proposal

NO_BREAK = "\N{NO-BREAK SPACE}"
HIDDEN = ":"
"""What stands where a number is not shown, as in official statistics."""
NOTHING = "\N{EN DASH}"
"""What stands where there is no number at all."""

NAMES = {
    Measure.VOTES: N_("Votes"),
    Measure.SHARE: N_("Share in per cent"),
    Measure.DEPARTMENTS: N_("Departments"),
    Measure.INPUTS: N_("Outside inputs"),
}
MEANINGS = {
    Measure.VOTES: N_("Dots or points in all, or the number who stand behind it."),
    Measure.SHARE: N_("How many of those who saw the proposal gave it at least one vote or agree."),
    Measure.DEPARTMENTS: N_("Departments where at least one person stands behind it."),
    Measure.INPUTS: N_("Answers from outside the municipality that propose the same."),
}


BALLOTS = {
    "dots": N_("Dots"),
    "approval": N_("Approval"),
    "opinion": N_("Agree or disagree"),
    "score": N_("Scores from 1 to 5"),
    "axes": N_("Effect and feasibility"),
    "ranking": N_("Ranking"),
    "pairs": N_("Two by two"),
}
SUPPORT = {
    "opinion": N_(
        "Of the %(seen)s who saw it, %(voters)s agree (%(share)s), %(against)s disagree "
        "and %(passed)s passed."
    ),
    "score": N_("Of the %(seen)s who saw it, %(voters)s gave it 4 or 5 (%(share)s)."),
    "axes": N_(
        "Of the %(seen)s who saw it, %(voters)s gave it 4 or 5 for both effect and "
        "feasibility (%(share)s)."
    ),
    "ranking": N_("Of the %(seen)s who saw it, %(voters)s rank it among the best (%(share)s)."),
    "pairs": N_(
        "Of the %(seen)s who saw it, %(voters)s found it better than another idea at least "
        "once (%(share)s)."
    ),
}
"""How many stand behind a proposal, where they have not just voted for it."""


@dataclass(frozen=True)
class Words:
    """Words and figures in the reader's language."""

    gettext: Callable[[str], str]
    language: str = "nb"

    def name(self, measure: Measure) -> str:
        """The heading of the column."""
        return self.gettext(NAMES[measure])

    def meaning(self, measure: Measure) -> str:
        """What the column counts, in a sentence."""
        return self.gettext(MEANINGS[measure])

    def rank(self, span: Span | None) -> str:
        """The place: "2." for one's own, "tied 3.-5." for a shared one."""
        if span is None:
            return NOTHING
        if span.shared:
            return self.gettext("tied %(first)s-%(last)s") % vars(span)
        return self.gettext("no. %(first)s") % vars(span)

    def reservations(self, proposal: Proposal) -> str:
        """What speaks against it, a line for each reservation."""
        return "\n".join(
            f"{self.gettext(workshop.CRITERION_NAMES[workshop.Criterion(about)])}: {said}"
            for about, said in proposal.reservations
        )

    def need(self, proposal: Proposal) -> str:
        """Whose need it meets; nothing where nobody has said it."""
        need = workshop.accept_need(proposal.need)
        return self.gettext(workshop.NEED_NAMES[need]) if need else ""

    def owners(self, proposal: Proposal) -> str:
        """What the departments answered about it: a line for each answer, and who gave it."""
        lines = []
        for answer, name in workshop.ANSWER_NAMES.items():
            gave = [one for one in proposal.owners if one.given.answer is answer]
            if gave:
                lines.append(f"{self.gettext(name)}: {'; '.join(map(self._owner, gave))}")
        return "\n".join(lines)

    def _owner(self, one: workshop.DepartmentAnswer) -> str:
        said = [one.given.text] if one.given.text else []
        if one.given.differs:
            said.append(self.gettext("answered differently in the department"))
        return f"{one.department} ({', '.join(said)})" if said else one.department

    def strategy(self, drafted: workshop.DraftedStrategy) -> str:
        """The whole sentence of a draft strategy."""
        return self.gettext(workshop.SENTENCE) % vars(drafted.draft)

    def ideas_behind(self, drafted: workshop.DraftedStrategy) -> str:
        """The headlines of the ideas that a draft strategy builds on."""
        return "; ".join(f"«{headline_of(text)[0]}»" for text in drafted.ideas) or NOTHING

    def goals_behind(self, drafted: workshop.DraftedStrategy) -> str:
        """The numbers of the goals of those ideas."""
        return ", ".join(map(str, drafted.goals)) or NOTHING

    def percent(self, share: Fraction | None) -> str:
        """A share as whole per cent, halves upwards."""
        return NOTHING if share is None else f"{hundredths(share)}{NO_BREAK}%"

    def between(self, doubt: Interval | None) -> str:
        """An interval as whole per cent."""
        if doubt is None:
            return NOTHING
        low, high = (hundredths(Fraction(end)) for end in (doubt.low, doubt.high))
        return f"{low}{NOTHING}{high}{NO_BREAK}%"

    def figure(self, proposal: Proposal, measure: Measure) -> str:
        """The number of a proposal that stands in this column."""
        if measure is Measure.SHARE:
            return self.percent(proposal.share)
        counts = {
            Measure.VOTES: proposal.votes,
            Measure.DEPARTMENTS: proposal.departments,
            Measure.INPUTS: len(proposal.inputs),
        }
        return str(counts[measure])

    def number(self, value: float) -> str:
        """A number that may end in a half, with the comma of the language."""
        return f"{value:g}".replace(".", ",")

    def date(self, day: date) -> str:
        """The date written out."""
        return format_date(day, "d. MMMM y", locale=self.language)

    def moment(self, moment: datetime) -> str:
        """The date and the time."""
        at = self.gettext("%(date)s at %(time)s")
        return at % {"date": self.date(moment), "time": f"{moment:%H.%M}"}

    def cell(self, count: int | None) -> str:
        """A count, or the sign that it is not shown."""
        return HIDDEN if count is None else str(count)

    def origin(self, proposal: Proposal) -> str:
        """Where a proposal comes from, in a few words."""
        if proposal.workshop is None:
            return self.speaker(proposal.inputs[0])
        said = self.gettext("%(workshop)s, proposed by %(department)s") % {
            "workshop": proposal.workshop,
            "department": self._proposer(proposal),
        }
        way = self.way(proposal)
        return f"{said} ({way})" if way else said

    def way(self, proposal: Proposal) -> str:
        """The way of an idea where people worked at tables; nothing where they did not."""
        if proposal.way is None:
            return ""
        went = N_("individual, table %(table)s, plenary")
        stayed = N_("individual, table %(table)s, not taken to plenary")
        return self.gettext(went if proposal.way.taken else stayed) % vars(proposal.way)

    def _proposer(self, proposal: Proposal) -> str:
        if proposal.table is None:
            return proposal.department or self.gettext("the facilitator")
        said = [self.gettext("the table “%(table)s”") % {"table": proposal.table}]
        return ", ".join([*said, proposal.department] if proposal.department else said)

    def speaker(self, voice: OutsideInput) -> str:
        """Who said it: the type of stakeholder, and the organisation when it gave its name."""
        said = [voice.stakeholder or self.gettext("Unknown type of stakeholder")]
        return ", ".join([*said, voice.organisation] if voice.organisation else said)

    def support(self, proposal: Proposal) -> str:
        """How many stand behind it, of how many who saw it."""
        said = SUPPORT.get(
            proposal.method or "",
            N_("%(voters)s of the %(seen)s who saw it voted for it (%(share)s)."),
        )
        tables = proposal.from_tables
        phones = {
            "against": proposal.against - tables.against,
            "passed": proposal.passed - tables.passed,
            "share": self.percent(proposal.share),
        }
        support = self.gettext(said) % {**vars(proposal), **phones}
        return f"{support} {self.at_tables(proposal)}".strip()

    def at_tables(self, proposal: Proposal) -> str:
        """What tables without phones have counted for it; nothing when they have not."""
        if not proposal.from_tables.answers:
            return ""
        said = N_("Of its votes, %(votes)s come from tables without phones.")
        if proposal.method == "opinion":
            said = N_(
                "At tables without phones %(votes)s agree, %(against)s disagree and "
                "%(passed)s pass."
            )
        return self.gettext(said) % vars(proposal.from_tables)

    def exposure(self, proposal: Proposal) -> str:
        """Whom it was shown to, and who passed it by; nothing for what came from outside."""
        if proposal.not_shown is None:
            return ""
        said = N_("Shown to %(seen)s, not shown to %(not_shown)s.")
        if proposal.passed_by is not None:
            said = N_("Shown to %(seen)s, passed by %(passed_by)s, not shown to %(not_shown)s.")
        return self.gettext(said) % vars(proposal)

    def distribution(self, line: Importance) -> str:
        """How many chose each step of the scale."""
        return ", ".join(f"{step}: {count}" for step, count in line.distribution)

    def ballot(self, proposal: Proposal) -> str:
        """How it was voted on."""
        return self.gettext(BALLOTS.get(proposal.method or "", N_("Not voted on")))

    def told(self, proposal: Proposal) -> str:
        """What the vote tells of it, in figures."""
        return ". ".join(f"{head}: {figure}" for head, figure in self.figures(proposal))

    def figures(self, proposal: Proposal) -> list[tuple[str, str]]:
        """The same, each figure by itself."""
        return [
            (self.gettext(head), self.gettext(figure) if figure else NOTHING)
            for head, figure in proposal.told
        ]


def hundredths(share: Fraction) -> int:
    """Whole per cent, halves upwards, as spreadsheets round too."""
    return int(share * 100 + Fraction(1, 2))
