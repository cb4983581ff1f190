"""Where a project stands in its phase, and the one thing to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from language import N_
from planning import STEPS, Step, StepKey, present_step

if TYPE_CHECKING:
    from planning import Goal, Project
    from surveys import SurveySummary
    from workshop import WorkshopSummary


class Deed(StrEnum):
    """What the project leader can do next; the template knows where each leads."""

    MAKE_WORKSHOP = "make_workshop"
    OPEN_DESK = "open_desk"
    SEE_SURVEY = "see_survey"
    SEE_PROPOSALS = "see_proposals"


@dataclass(frozen=True)
class Count:
    """A number with what it counts."""

    name: str
    number: int


@dataclass(frozen=True)
class StepView:
    """One step as the overview shows it."""

    step: Step
    here: bool
    """Whether the work stands here."""
    counts: tuple[Count, ...] = ()
    deed: Deed | None = None


@dataclass(frozen=True)
class Overview:
    """A project at a glance."""

    project: "Project"
    goals: "Sequence[Goal]"
    workshops: "Sequence[WorkshopSummary]"
    surveys: "Sequence[SurveySummary]"
    steps: tuple[StepView, ...]

    @property
    def next_step(self) -> StepView:
        """The step where the work stands."""
        return next(view for view in self.steps if view.here)


def steps_of(
    workshops: "Sequence[WorkshopSummary]", surveys: "Sequence[SurveySummary]", proposals: int
) -> tuple[StepView, ...]:
    """Every step of the phase with its numbers; exactly one of them is where the work stands."""
    here = present_step(_done(workshops, surveys))
    counts = {
        StepKey.WORKSHOP: _workshop_counts(workshops),
        StepKey.INPUT: _survey_counts(surveys),
        StepKey.PROPOSALS: (Count(N_("Proposals"), proposals),),
    }
    deeds = {
        StepKey.WORKSHOP: Deed.OPEN_DESK if _running(workshops) else Deed.MAKE_WORKSHOP,
        StepKey.INPUT: Deed.SEE_SURVEY if surveys else None,
        StepKey.PROPOSALS: Deed.SEE_PROPOSALS,
    }
    return tuple(
        StepView(step, step.key == here, counts.get(step.key, ()), deeds.get(step.key))
        for step in STEPS
    )


def _done(
    workshops: "Sequence[WorkshopSummary]", surveys: "Sequence[SurveySummary]"
) -> set[StepKey]:
    done = set()
    if any(workshop.ended for workshop in workshops):
        done.add(StepKey.WORKSHOP)
    if any(survey.responses for survey in surveys):
        done.add(StepKey.INPUT)
    return done


def _running(workshops: "Sequence[WorkshopSummary]") -> bool:
    return any(not workshop.ended for workshop in workshops)


def _workshop_counts(workshops: "Sequence[WorkshopSummary]") -> tuple[Count, ...]:
    return (
        Count(N_("Idea workshops"), len(workshops)),
        Count(N_("Participants"), sum(workshop.participants for workshop in workshops)),
        Count(N_("Ideas"), sum(workshop.ideas for workshop in workshops)),
    )


def _survey_counts(surveys: "Sequence[SurveySummary]") -> tuple[Count, ...]:
    return (
        Count(N_("Surveys"), len(surveys)),
        Count(N_("Responses"), sum(survey.responses for survey in surveys)),
    )
