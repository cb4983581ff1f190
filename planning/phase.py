"""The steps of the phase in which strategies are worked out, in the order of the guide."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from language import N_


class StepKey(StrEnum):
    """The steps of the phase."""

    CLARIFICATIONS = "clarifications"
    WORKSHOP = "workshop"
    INPUT = "input"
    PROPOSALS = "proposals"
    HEARING = "hearing"
    QUALITY = "quality"
    ANCHORING = "anchoring"
    HANDOVER = "handover"


@dataclass(frozen=True)
class Step:
    """One step: what it is called, what happens in it, and whether the platform has it yet."""

    key: StepKey
    title: str
    sentence: str
    built: bool = False


STEPS = (
    Step(
        StepKey.CLARIFICATIONS,
        N_("Clarifications"),
        N_("Agree on the roles of the municipality, of private actors and of the individual."),
    ),
    Step(
        StepKey.WORKSHOP,
        N_("Idea workshop"),
        N_("The departments propose how the goals can be reached, and vote."),
        built=True,
    ),
    Step(
        StepKey.INPUT,
        N_("Input from outside"),
        N_("Those whom the plan concerns outside the municipality say what they need."),
        built=True,
    ),
    Step(
        StepKey.PROPOSALS,
        N_("Proposals"),
        N_("The project group sees everything side by side and works out strategies."),
        built=True,
    ),
    Step(
        StepKey.HEARING,
        N_("Hearing in the reference group"),
        N_("The reference group reads the drafts and gives its statement."),
    ),
    Step(
        StepKey.QUALITY,
        N_("Quality assurance"),
        N_("The steering group checks that the strategies are good and can be carried out."),
    ),
    Step(
        StepKey.ANCHORING,
        N_("Anchoring"),
        N_("The administrative and the political leadership stand behind the strategies."),
    ),
    Step(
        StepKey.HANDOVER,
        N_("Handover"),
        N_("The strategies go on to the phase that chooses measures."),
    ),
)


def present_step(done: Collection[StepKey]) -> StepKey:
    """Where the work stands: the first step that the platform has and that is not done.

    No step is a must, so the last one it has is where the work stands when all are done.
    """
    built = [step.key for step in STEPS if step.built]
    return next((key for key in built if key not in done), built[-1])
