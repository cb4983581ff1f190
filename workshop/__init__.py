"""Live idea workshops: stages, seats, ideas and ballots; phone, desk and screen."""

from workshop.actions.arranging import templates_of
from workshop.actions.drafting import DraftedStrategy, strategies_of
from workshop.actions.findings import (
    Finding,
    WorkshopSummary,
    findings_of,
    participation_of,
    workshops_of,
)
from workshop.actions.opening import Opened, make_workshop, take_seat
from workshop.actions.steering import end_workshop, move_to
from workshop.actions.tables import people_at_tables
from workshop.actions.taking_part import cast_vote, propose_idea, see_ideas
from workshop.agenda import AgendaTemplate
from workshop.methods import QUARTERS
from workshop.need import NEED_NAMES, Need, accept_need
from workshop.ownership import ANSWER_NAMES, Answer, DepartmentAnswer, Ownership
from workshop.plenary import Way
from workshop.reservation import CRITERION_NAMES, Criterion, Reservation
from workshop.strategy_sentence import SENTENCE
from workshop.table_count import Count

__all__ = [
    "ANSWER_NAMES",
    "CRITERION_NAMES",
    "NEED_NAMES",
    "QUARTERS",
    "SENTENCE",
    "AgendaTemplate",
    "Answer",
    "Count",
    "Criterion",
    "DepartmentAnswer",
    "DraftedStrategy",
    "Finding",
    "Need",
    "Opened",
    "Ownership",
    "Reservation",
    "Way",
    "WorkshopSummary",
    "accept_need",
    "cast_vote",
    "end_workshop",
    "findings_of",
    "make_workshop",
    "move_to",
    "participation_of",
    "people_at_tables",
    "propose_idea",
    "see_ideas",
    "strategies_of",
    "take_seat",
    "templates_of",
    "workshops_of",
]
