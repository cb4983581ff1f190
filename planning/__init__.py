"""The planning project: phases, goals, departments, stakeholder types and who has which role."""

from planning.actions import (
    NotYourProject,
    departments_of,
    get_project,
    get_project_led_by,
    goals_of,
    projects_of,
    stakeholder_types_of,
)
from planning.founding import found_project
from planning.phase import STEPS, Step, StepKey, present_step
from planning.values import Department, Goal, Project, Role, StakeholderType

__all__ = [
    "STEPS",
    "Department",
    "Goal",
    "NotYourProject",
    "Project",
    "Role",
    "StakeholderType",
    "Step",
    "StepKey",
    "departments_of",
    "found_project",
    "get_project",
    "get_project_led_by",
    "goals_of",
    "present_step",
    "projects_of",
    "stakeholder_types_of",
]
