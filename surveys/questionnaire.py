"""A questionnaire: sections of questions, read from its definition."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from questions import Kind, kind_from
from surveys.conditions import Condition

Definition = Mapping[str, Any]


class Part(StrEnum):
    """What a question finds out about whoever answers."""

    STAKEHOLDER_TYPE = "stakeholder_type"
    ORGANISATION = "organisation"


class Creates(StrEnum):
    """What an answer becomes beyond an answer."""

    PROPOSAL = "proposal"


@dataclass(frozen=True)
class Question:
    """One question, as those who answer see it, and when they see it."""

    key: str
    label: str
    kind: Kind[Any]
    help: str = ""
    short: str = ""
    """A word or two by which a list of faults calls it."""
    missing: str = ""
    """What to say to someone who left it out."""
    required: bool = False
    visible_if: Condition | None = None
    goals: tuple[str, ...] = ()
    """The goals that the question as a whole bears on."""
    bearings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The goals that a single row or option bears on."""
    creates: Creates | None = None
    role: Part | None = None

    @property
    def name(self) -> str:
        """What a list of faults calls it."""
        return self.short or self.label


@dataclass(frozen=True)
class Section:
    """Questions that stand on one page, numbered from 1."""

    number: int
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Questionnaire:
    """What is asked, and what is said around it."""

    title: str
    sections: tuple[Section, ...]
    intro: str = ""
    public_access_notice: str = ""
    thank_you: str = ""
    estimated_minutes: int | None = None

    @property
    def questions(self) -> Iterator[Question]:
        """Every question, in the order in which they are asked."""
        return (question for section in self.sections for question in section.questions)


def read_questionnaire(definition: Definition) -> Questionnaire:
    """The questionnaire that a definition describes. Raises ValueError when it makes no sense."""
    sections = enumerate(definition["sections"], 1)
    return Questionnaire(
        title=definition["title"],
        sections=tuple(read_section(number, section) for number, section in sections),
        intro=definition.get("intro", ""),
        public_access_notice=definition.get("public_access_notice", ""),
        thank_you=definition.get("thank_you", ""),
        estimated_minutes=definition.get("estimated_minutes"),
    )


def read_section(number: int, section: Definition) -> Section:
    """One section of a definition."""
    return Section(number, section["title"], tuple(map(read_question, section["questions"])))


def read_question(question: Definition) -> Question:
    """One question of a definition. Raises ValueError when it makes no sense."""
    kind = kind_from(question)
    return Question(
        key=question["key"],
        label=question["label"],
        kind=kind,
        help=question.get("help", ""),
        short=question.get("short", ""),
        missing=question.get("missing", ""),
        required=question.get("required", False),
        visible_if=question.get("visible_if"),
        goals=tuple(question.get("goals", ())),
        bearings=_bearings(question),
        creates=Creates(question["creates"]) if "creates" in question else None,
        role=Part(question["role"]) if "role" in question else None,
    )


def _bearings(question: Definition) -> dict[str, tuple[str, ...]]:
    parts = [*question.get("options", ()), *question.get("rows", ())]
    return {part["key"]: tuple(part["goals"]) for part in parts if "goals" in part}
