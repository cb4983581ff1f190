"""The planning project: phases, goals, departments, stakeholder types and who has which role."""

from planning.actions import (
    Department,
    Goal,
    NotYourProject,
    Project,
    Role,
    StakeholderType,
    departments_of,
    get_project,
    get_project_led_by,
    goals_of,
    projects_of,
    stakeholder_types_of,
)
from planning.founding import found_project

__all__ = [
    "Department",
    "Goal",
    "NotYourProject",
    "Project",
    "Role",
    "StakeholderType",
    "departments_of",
    "found_project",
    "get_project",
    "get_project_led_by",
    "goals_of",
    "projects_of",
    "stakeholder_types_of",
]
