"""The tables of planning projects."""

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage import Row


class ProjectRow(Row):
    """One municipality's work on one plan."""

    __tablename__ = "project"

    key: Mapped[str] = mapped_column(String(60), unique=True)
    municipality: Mapped[str] = mapped_column(String(120))
    title: Mapped[str] = mapped_column(String(200))
    guiding_question: Mapped[str] = mapped_column(String(200))


class _PartOfProject:
    """What a project has several of, each with a key that never changes."""

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200))
    ordinal: Mapped[int]


class GoalRow(_PartOfProject, Row):
    """A goal (mål) of the project, settled in the phase before."""

    __tablename__ = "goal"
    __table_args__ = (UniqueConstraint("project_id", "key"),)

    text: Mapped[str]
    indicator: Mapped[str]
    baseline: Mapped[str]
    target: Mapped[str]
    deadline: Mapped[date]


class DepartmentRow(_PartOfProject, Row):
    """A department (avdeling) of the municipality."""

    __tablename__ = "department"
    __table_args__ = (UniqueConstraint("project_id", "key"),)


class StakeholderTypeRow(_PartOfProject, Row):
    """A type of stakeholder (aktørtype) outside the municipality."""

    __tablename__ = "stakeholder_type"
    __table_args__ = (UniqueConstraint("project_id", "key"),)


class MembershipRow(Row):
    """The role of one person in one project."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("project_id", "person_id", "role"),)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(40))
