"""What other packages see of a project: values that cannot change under their hands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What someone is in a project."""

    PROJECT_LEADER = "project_leader"
    FACILITATOR = "facilitator"
    PROJECT_MEMBER = "project_member"
    STEERING_CHAIR = "steering_chair"
    STEERING_MEMBER = "steering_member"
    ARCHIVE = "archive"


LEADING = (Role.PROJECT_LEADER, Role.FACILITATOR)
"""The roles that may run a workshop and see its material."""


@dataclass(frozen=True)
class Project:
    """One municipality's work on one plan."""

    id: int
    key: str
    municipality: str
    title: str
    guiding_question: str


@dataclass(frozen=True)
class Goal:
    """A goal (mål), numbered from 1 in the order the municipality gave."""

    id: int
    key: str
    title: str
    ordinal: int
    text: str
    indicator: str
    baseline: str
    target: str
    deadline: date


@dataclass(frozen=True)
class Department:
    """A department (avdeling) of the municipality."""

    id: int
    key: str
    title: str


@dataclass(frozen=True)
class StakeholderType:
    """A type of stakeholder (aktørtype) outside the municipality."""

    id: int
    key: str
    title: str
