"""Reading a project, and who may see it."""

from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from language import N_, Forbidden
from planning.records import (
    DepartmentRow,
    GoalRow,
    MembershipRow,
    ProjectRow,
    StakeholderTypeRow,
)
from planning.values import LEADING, Department, Goal, Project, StakeholderType

PartT = TypeVar("PartT", GoalRow, DepartmentRow, StakeholderTypeRow)


class NotYourProject(Forbidden):
    """The project is not there, or the one who asks has no right to it; which, is not told."""

    code = "not_your_project"
    sentence = N_("You do not have access to this planning project. Ask the project leader.")


def projects_of(db: Session, person_id: int) -> list[Project]:
    """The projects in which this person leads or facilitates, by title."""
    query = _led_by(person_id).order_by(ProjectRow.title)
    return [_project(row) for row in db.scalars(query).unique()]


def get_project_led_by(db: Session, person_id: int, project_id: int) -> Project:
    """The project, for someone who leads or facilitates it; refused to everyone else."""
    row = db.scalars(_led_by(person_id).where(ProjectRow.id == project_id)).first()
    if row is None:
        raise NotYourProject
    return _project(row)


def get_project(db: Session, project_id: int) -> Project:
    """The project with this id, for whoever has come in by another right."""
    return _project(db.get_one(ProjectRow, project_id))


def goals_of(db: Session, project_id: int) -> list[Goal]:
    """The goals of the project, in its order."""
    rows = db.scalars(_part(GoalRow, project_id))
    return [
        Goal(
            row.id, row.key, row.title, row.ordinal, row.text, row.indicator, row.baseline,
            row.target, row.deadline,
        )
        for row in rows
    ]  # fmt: skip


def departments_of(db: Session, project_id: int) -> list[Department]:
    """The departments of the project, in its order."""
    rows = db.scalars(_part(DepartmentRow, project_id))
    return [Department(row.id, row.key, row.title) for row in rows]


def stakeholder_types_of(db: Session, project_id: int) -> list[StakeholderType]:
    """The types of stakeholder that the project knows, in its order."""
    rows = db.scalars(_part(StakeholderTypeRow, project_id))
    return [StakeholderType(row.id, row.key, row.title) for row in rows]


def _led_by(person_id: int) -> Select[ProjectRow]:
    membership = MembershipRow
    query = select(ProjectRow).join(membership, membership.project_id == ProjectRow.id)
    return query.where(membership.person_id == person_id, membership.role.in_(LEADING))


def _part(kind: type[PartT], project_id: int) -> Select[PartT]:
    return select(kind).where(kind.project_id == project_id).order_by(kind.ordinal)


def _project(row: ProjectRow) -> Project:
    return Project(row.id, row.key, row.municipality, row.title, row.guiding_question)
