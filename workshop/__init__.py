"""Live idea workshops: stages, seats, ideas and ballots; phone, desk and screen."""

from workshop.actions.findings import (
    Finding,
    WorkshopSummary,
    findings_of,
    participation_of,
    workshops_of,
)
from workshop.actions.opening import Opened, make_workshop
from workshop.agenda import AgendaTemplate
from workshop.agenda import agenda_templates as templates

__all__ = [
    "AgendaTemplate",
    "Finding",
    "Opened",
    "WorkshopSummary",
    "findings_of",
    "make_workshop",
    "participation_of",
    "templates",
    "workshops_of",
]
