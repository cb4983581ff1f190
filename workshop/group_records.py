"""The rows of what people do together: at tables, in groups, as departments."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage import Row


class PaperTableRow(Row):
    """People at one table who have no phones of their own."""

    __tablename__ = "paper_table"
    __table_args__ = (
        CheckConstraint("people BETWEEN 1 AND 200", name="people"),
        Index(
            "uq_paper_table_name_here",
            "workshop_id",
            "name",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
    )

    workshop_id: Mapped[int] = mapped_column(
        ForeignKey("workshop.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(60))
    people: Mapped[int]
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    """Where they all come from, when they come from the same place."""
    code: Mapped[str] = mapped_column(String(12), unique=True)
    """Lets a borrowed device speak for this table and nothing else."""
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class TableIdeaRow(Row):
    """That an idea comes from a table without phones."""

    __tablename__ = "table_idea"
    __table_args__ = (UniqueConstraint("table_id", "client_id"),)

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"), unique=True)
    table_id: Mapped[int] = mapped_column(ForeignKey("paper_table.id", ondelete="CASCADE"))
    client_id: Mapped[str] = mapped_column(String(60))
    """Made by the form, so that an idea that is sent twice is stored once."""


class TableCountRow(Row):
    """What one table has counted for one idea in one stage. To count again is to change it."""

    __tablename__ = "table_count"
    __table_args__ = (
        UniqueConstraint("stage_id", "table_id", "idea_id"),
        CheckConstraint("votes >= 0 AND against >= 0 AND passed >= 0", name="counted"),
    )

    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id", ondelete="CASCADE"))
    table_id: Mapped[int] = mapped_column(ForeignKey("paper_table.id", ondelete="CASCADE"))
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"))
    votes: Mapped[int]
    """Dots; or how many support it or agree."""
    against: Mapped[int]
    passed: Mapped[int]


class OwnershipRow(Row):
    """What one department answers about one idea in one stage. To answer again is to change it."""

    __tablename__ = "ownership"
    __table_args__ = (UniqueConstraint("stage_id", "department_id", "idea_id"),)

    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id", ondelete="CASCADE"))
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"))
    participant_id: Mapped[int | None] = mapped_column(
        ForeignKey("participant.id", ondelete="SET NULL")
    )
    """Who answered last, to tell a changed mind from another opinion; the desk when nobody."""
    answer: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(String(200))
    differs: Mapped[bool]
    """Whether others in the department have answered otherwise, and it is not settled yet."""
    version: Mapped[int]
    """The version of the workshop in which it was given: an order, and no time of day."""


class SentenceRow(Row):
    """A draft strategy that somebody has written for their group."""

    __tablename__ = "strategy_sentence"
    __table_args__ = (
        UniqueConstraint("participant_id", "client_id"),
        CheckConstraint("length(what) BETWEEN 1 AND 300", name="what_length"),
        CheckConstraint("length(purpose) BETWEEN 1 AND 300", name="purpose_length"),
    )

    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(
        ForeignKey("participant.id", ondelete="SET NULL")
    )
    client_id: Mapped[str] = mapped_column(String(40))
    """Made by the phone, so that a sentence that is sent twice is stored once."""
    what: Mapped[str]
    purpose: Mapped[str]
    hidden_at: Mapped[datetime | None]


class SentenceIdeaRow(Row):
    """That a draft strategy builds on an idea: its trail."""

    __tablename__ = "sentence_idea"
    __table_args__ = (UniqueConstraint("sentence_id", "idea_id"),)

    sentence_id: Mapped[int] = mapped_column(ForeignKey("strategy_sentence.id", ondelete="CASCADE"))
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"))


class SeatingRow(Row):
    """At which table somebody with a phone sits. To choose again is to change this row."""

    __tablename__ = "seating"
    __table_args__ = (CheckConstraint("number BETWEEN 1 AND 40", name="number"),)

    participant_id: Mapped[int] = mapped_column(
        ForeignKey("participant.id", ondelete="CASCADE"), unique=True
    )
    number: Mapped[int]


class TakenRow(Row):
    """That an idea was taken from its table to the plenary."""

    __tablename__ = "taken_idea"

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"), unique=True)
    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id", ondelete="CASCADE"))
    participant_id: Mapped[int | None] = mapped_column(
        ForeignKey("participant.id", ondelete="SET NULL")
    )
    """Who at the table took it; nobody when the facilitator did."""
