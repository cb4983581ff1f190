"""The table of ties between what outsiders propose and what the municipality works with."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage import Row


class TieRow(Row):
    """One outside proposal, placed by a project leader. To place it again is to change this row."""

    __tablename__ = "tie"
    __table_args__ = (
        UniqueConstraint("response_id", "question_key"),
        CheckConstraint("goal_id IS NOT NULL OR idea_id IS NOT NULL", name="leads_somewhere"),
    )

    project_id: Mapped[int] = mapped_column(
        ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    response_id: Mapped[int] = mapped_column(ForeignKey("survey_response.id", ondelete="CASCADE"))
    """A withdrawn response takes its ties with it."""
    question_key: Mapped[str] = mapped_column(String(40))
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"))
    """The goal it bears on."""
    idea_id: Mapped[int | None] = mapped_column(ForeignKey("idea.id"))
    """The workshop idea that it supports, being the same proposal."""
    tied_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    tied_at: Mapped[datetime]
