"""Founding a project from a definition, as a YAML file holds it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from people import register_person
from planning.records import (
    DepartmentRow,
    GoalRow,
    MembershipRow,
    ProjectRow,
    StakeholderTypeRow,
)
from planning.values import Project, Role

Definition = Mapping[str, Any]


def found_project(db: Session, definition: Definition) -> Project:
    """The project with its goals, departments, stakeholder types and people, newly stored."""
    about = definition["project"]
    row = ProjectRow(
        key=about["key"],
        municipality=about["municipality"],
        title=about["title"],
        guiding_question=about["guiding_question"],
    )
    db.add(row)
    db.flush()
    db.add_all(_goal(row.id, n, goal) for n, goal in enumerate(definition["goals"], 1))
    for kind, name in (
        (DepartmentRow, "departments"),
        (StakeholderTypeRow, "stakeholder_types"),
    ):
        parts = enumerate(definition[name], 1)
        db.add_all(kind(project_id=row.id, ordinal=n, **part) for n, part in parts)
    for person in definition["people"]:
        _admit(db, row.id, person)
    db.flush()
    return Project(row.id, row.key, row.municipality, row.title, row.guiding_question)


def _goal(project_id: int, ordinal: int, goal: Definition) -> GoalRow:
    deadline = goal["deadline"]
    if not isinstance(deadline, date):
        raise TypeError(f"goal {goal['key']}: the deadline is no date")
    return GoalRow(project_id=project_id, ordinal=ordinal, **goal)


def _admit(db: Session, project_id: int, person: Definition) -> None:
    someone = register_person(db, person["name"], person["email"])
    role = Role(person["role"])
    db.add(MembershipRow(project_id=project_id, person_id=someone.id, role=role))
