"""How minutes are put into words, in the file and on the page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel.dates import format_date
from babel.lists import format_list

from language import N_
from measures import Span
from workshop.first_paint import filled
from workshop.hiding import REASON_NAMES
from workshop.methods import Figure, Figures, way_of
from workshop.minutes.course import GONE, Deed, Held, Stay
from workshop.minutes.values import IdeaLine
from workshop.need import NEED_NAMES, Need
from workshop.ownership import ANSWER_NAMES, Ownership
from workshop.reservation import CRITERION_NAMES, Reservation
from workshop.results import ARROWS, SHIFTS
from workshop.stage import Stage, StageKind
from workshop.strategy_sentence import SENTENCE, StrategyDraft

NOTHING = "\N{EN DASH}"
"""What stands where there is nothing to tell."""

KINDS = {
    StageKind.LOBBY: N_("Gather: people join"),
    StageKind.BRIEF: N_("Read the goals"),
    StageKind.PROPOSE: N_("Write ideas in silence"),
    StageKind.TABLE: N_("Work at tables, and choose what goes to plenary"),
    StageKind.REVEAL: N_("Read each other's ideas"),
    StageKind.RESERVE: N_("Say what speaks against the best ideas"),
    StageKind.SENTENCE: N_("Write strategies in one sentence"),
    StageKind.OWN: N_("Say who takes responsibility"),
    StageKind.DISCUSS: N_("Talk together"),
    StageKind.CLOSE: N_("Thanks"),
}
HELD = {
    Held.HELD: N_("held"),
    Held.HERE: N_("in progress"),
    Held.SKIPPED: N_("skipped"),
    Held.NOT_REACHED: N_("not reached"),
}
DEEDS = {
    "make": N_("%(who)s made the workshop."),
    "move": N_("%(who)s went from round %(came_from)s to round %(to)s."),
    "close_voting": N_("%(who)s closed the voting in round %(stage)s."),
    "open_voting": N_("%(who)s opened the voting in round %(stage)s again."),
    "extend_timer": N_("%(who)s gave the round %(minutes)s minutes more."),
    "end": N_("%(who)s ended the workshop."),
    "resume": N_("%(who)s opened the workshop again."),
    "enter_ideas": N_("%(who)s entered idea no. %(ideas)s."),
    "hide": N_("%(who)s hid idea no. %(idea)s."),
    "show": N_("%(who)s showed idea no. %(idea)s again."),
    "hide_comment": N_("%(who)s hid a comment on idea no. %(idea)s."),
    "show_comment": N_("%(who)s showed a comment on idea no. %(idea)s again."),
    "merge": N_("%(who)s merged idea no. %(ideas)s. Idea no. %(lead)s leads."),
    "set_need": N_("%(who)s set the type of need of idea no. %(ideas)s: %(need)s."),
    "split": N_("%(who)s split idea no. %(ideas)s."),
    "add_stage": N_("%(who)s added the round “%(title)s”."),
    "change_stage": N_("%(who)s changed the round “%(title)s”."),
    "move_stage": N_("%(who)s gave the round “%(title)s” another place in the agenda."),
    "remove_stage": N_("%(who)s removed the round “%(title)s”."),
    "add_table": N_("%(who)s added the table “%(table)s” with %(people)s people."),
    "remove_table": N_("%(who)s removed the table “%(table)s”."),
    "restore_table": N_("%(who)s put the table “%(table)s” back."),
    "enter_table_idea": N_("%(who)s entered idea no. %(ideas)s for the table “%(table)s”."),
    "count_table": N_("%(who)s entered what the table “%(table)s” had counted in round %(stage)s."),
    "take_idea": N_("%(who)s took idea no. %(idea)s to plenary."),
    "leave_idea": N_("%(who)s left idea no. %(idea)s at its table."),
    "enter_sentence": N_("%(who)s entered a strategy sentence."),
    "hide_sentence": N_("%(who)s hid a strategy sentence."),
    "show_sentence": N_("%(who)s showed a strategy sentence again."),
    "record_ownership": N_(
        "%(who)s recorded what %(department)s answered about idea no. %(idea)s in round %(stage)s."
    ),
}

HOUR = 60
_HOURS_MORE = N_("%(who)s gave the round %(hours)s hours more.")
_HOURS_BACK = N_("%(who)s took back %(hours)s hours from the round.")

ROUNDS = {"came_from", "to", "stage"}
"""Under these names a deed tells the number of a round."""


@dataclass(frozen=True)
class Words:
    """Sentences in the reader's language, and times of the place where the server stands."""

    gettext: Callable[[str], str]
    language: str = "nb"

    def date(self, at: datetime) -> str:
        """The date written out."""
        return format_date(at.astimezone(), "d. MMMM y", locale=self.language)

    def clock(self, at: datetime) -> str:
        """The time of day."""
        return f"{at.astimezone():%H.%M}"

    def moment(self, at: datetime | None) -> str:
        """The date and the time."""
        if at is None:
            return NOTHING
        said = self.gettext("%(date)s at %(time)s")
        return said % {"date": self.date(at), "time": self.clock(at)}

    def place(self, span: Span | None) -> str:
        """The place: "no. 2" for one's own, "tied 3-5" for a shared one."""
        if span is None:
            return NOTHING
        said = N_("tied %(first)s-%(last)s") if span.shared else N_("no. %(first)s")
        return self.gettext(said) % vars(span)

    def figure(self, figure: Figure) -> str:
        """What is told of an idea in a result; it may be a word of ours."""
        return self.gettext(figure) if isinstance(figure, str) and figure else str(figure)

    def shift(self, figures: Figures) -> str:
        """How an idea has moved since an earlier round."""
        if "shift" not in figures:
            return NOTHING
        direction = str(figures["shift"])
        told = {name: self.figure(figures[name]) for name in ("was", "now", "had", "got")}
        return f"{ARROWS[direction]} {filled(self.gettext(SHIFTS[direction]), told)}"

    def doing(self, stage: Stage) -> str:
        """What people do in the stage."""
        if stage.method is not None:
            way = way_of(stage)
            return self.gettext(way.described or way.name) % vars(stage)
        return self.gettext(KINDS.get(stage.kind, NOTHING))

    def held(self, stay: Stay) -> str:
        """Whether the stage was held."""
        return self.gettext(HELD[stay.held]) if stay.held in HELD else NOTHING

    def spent(self, stay: Stay) -> str:
        """The minutes that were spent in the stage."""
        if stay.minutes == 0:
            return self.gettext("under 1")
        return NOTHING if stay.minutes is None else str(stay.minutes)

    def goal(self, ordinal: int | None) -> str:
        """The number of the goal."""
        return NOTHING if ordinal is None else str(ordinal)

    def text(self, idea: IdeaLine) -> str:
        """What the idea says, or that it is hidden."""
        return self.gettext("Hidden by the facilitator") if idea.text is None else idea.text

    def remark(self, idea: IdeaLine) -> str:
        """What there is to know about an idea besides its text."""
        said = [self.gettext("Entered by the facilitator")] if idea.entered else []
        if idea.table is not None:
            said = [self.gettext("From the table “%(table)s”") % {"table": idea.table}]
        if idea.way is not None:
            went = N_("Individual, table %(table)s, plenary")
            stayed = N_("Individual, table %(table)s, not taken to plenary")
            said.append(self.gettext(went if idea.way.taken else stayed) % vars(idea.way))
        if idea.need is not None:
            said.append(self.need(idea.need))
        if idea.merged_into is not None:
            merged = self.gettext("Merged with no. %(number)s")
            said.append(merged % {"number": idea.merged_into})
        return ". ".join(said) or NOTHING

    def need(self, need: str | None) -> str:
        """Whose need an idea meets."""
        return NOTHING if need is None else self.gettext(NEED_NAMES[Need(need)])

    def reason(self, stored: str) -> str:
        """Why something was hidden."""
        known = {str(reason): name for reason, name in REASON_NAMES.items()}
        return self.gettext(known[stored]) if stored in known else stored

    def reservation(self, said: Reservation) -> tuple[str, str]:
        """What the reservation is about, and what it says."""
        return self.gettext(CRITERION_NAMES[said.criterion]), said.text

    def ownership(self, given: Ownership) -> str:
        """What a department has answered, and whether its people agree."""
        said = self.gettext(ANSWER_NAMES[given.answer])
        differs = self.gettext("Answered differently in the department")
        return f"{said}. {differs}" if given.differs else said

    def strategy(self, draft: StrategyDraft) -> str:
        """The whole sentence of a draft strategy."""
        return self.gettext(SENTENCE) % vars(draft)

    def numbers(self, numbers: Sequence[int]) -> str:
        """Numbers one after the other: "1, 4 and 5"."""
        return format_list([str(n) for n in sorted(numbers)], locale=self.language)

    def deed(self, deed: Deed, titles: Mapping[int, str]) -> str:
        """What someone did, in sentences; `titles` are those of the rounds, by their number."""
        said = [self.gettext(_sentence(deed)) % self._details(deed, titles)]
        if deed.details.get("reason"):
            reason = self.reason(deed.details["reason"])
            said.append(self.gettext("Reason: %(reason)s") % {"reason": reason})
        if "undoes" in deed.details:
            said.append(self.gettext("This took back an earlier step."))
        return " ".join(said)

    def _details(self, deed: Deed, titles: Mapping[int, str]) -> dict[str, Any]:
        details = {**deed.details, "who": deed.who, "act": deed.act}
        for name in ROUNDS & details.keys():
            details[name] = self._round(details[name], titles)
        if "need" in details:
            details["need"] = self.need(details["need"])
        if "minutes" in details:
            details["minutes"] = abs(details["minutes"])
            details["hours"] = details["minutes"] // HOUR
        if isinstance(details.get("ideas"), list | tuple):
            details["ideas"] = self.numbers(details["ideas"])
        return details

    def _round(self, ordinal: int, titles: Mapping[int, str]) -> str:
        if ordinal == GONE:
            return self.gettext("(removed since)")
        if ordinal not in titles:
            return str(ordinal)
        said = self.gettext("%(ordinal)s “%(title)s”")
        return said % {"ordinal": ordinal, "title": titles[ordinal]}


def _sentence(deed: Deed) -> str:
    if deed.act == "move" and deed.details.get("closed"):
        return N_("%(who)s closed the voting in round %(came_from)s and went to round %(to)s.")
    minutes = deed.details.get("minutes", 0)
    if deed.act == "extend_timer" and abs(minutes) > HOUR:
        return _HOURS_MORE if minutes > 0 else _HOURS_BACK
    if deed.act == "extend_timer" and minutes < 0:
        return N_("%(who)s took back %(minutes)s minutes from the round.")
    return DEEDS.get(deed.act, N_("%(who)s did something else: %(act)s."))
