"""The tables of a workshop."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage import Row


def _workshop() -> Mapped[int]:
    return mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)


class WorkshopRow(Row):
    """A live idea workshop (idédugnad) of a project."""

    __tablename__ = "workshop"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(200))
    code: Mapped[str] = mapped_column(String(12), unique=True)
    most_participants: Mapped[int]
    rehearsal: Mapped[bool] = mapped_column(server_default=false())
    """Only to practise: it leaves no trace among the proposals."""
    position: Mapped[int]
    """The ordinal of the stage it stands at."""
    timer_ends_at: Mapped[datetime | None]
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    version: Mapped[int]
    """Grows with every change that anyone can see, inside the transaction of the change."""


class StageRow(Row):
    """One stage (runde) of the agenda."""

    __tablename__ = "stage"
    __table_args__ = (UniqueConstraint("workshop_id", "ordinal"),)

    workshop_id: Mapped[int] = _workshop()
    ordinal: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(120))
    prompt: Mapped[str]
    notes: Mapped[str]
    minutes: Mapped[int]
    method: Mapped[str | None] = mapped_column(String(20))
    votes: Mapped[int]
    most_per_idea: Mapped[int]
    closed_at: Mapped[datetime | None]
    """When the voting in it was closed."""


class AgendaTemplateRow(Row):
    """An agenda that the municipality has kept for its next workshops."""

    __tablename__ = "agenda_template"
    __table_args__ = (UniqueConstraint("project_id", "title"),)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(120))
    definition: Mapped[dict[str, Any]] = mapped_column(JSON)


class ParticipantRow(Row):
    """A seat in the workshop: somebody's browser and department, no name."""

    __tablename__ = "participant"

    workshop_id: Mapped[int] = _workshop()
    department_id: Mapped[int] = mapped_column(ForeignKey("department.id"))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    joined_at: Mapped[datetime]


class IdeaGroupRow(Row):
    """Ideas that were merged. The ideas and their ballots stay as they were."""

    __tablename__ = "idea_group"

    workshop_id: Mapped[int] = _workshop()
    lead_id: Mapped[int] = mapped_column(ForeignKey("idea.id", use_alter=True), unique=True)
    """The idea whose text stands first."""


class IdeaRow(Row):
    """An idea (idé), as it was written."""

    __tablename__ = "idea"
    __table_args__ = (
        UniqueConstraint("participant_id", "client_id"),
        CheckConstraint("length(text) BETWEEN 1 AND 500", name="text_length"),
    )

    workshop_id: Mapped[int] = _workshop()
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"))
    participant_id: Mapped[int | None] = mapped_column(
        ForeignKey("participant.id", ondelete="SET NULL")
    )
    """Who wrote it; nobody when the facilitator entered it."""
    client_id: Mapped[str] = mapped_column(String(40))
    """Made by the phone, so that an idea that is sent twice is stored once."""
    text: Mapped[str]
    need: Mapped[str | None] = mapped_column(String(10))
    """Whose need it meets, where somebody has said so."""
    proposed_at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]
    group_id: Mapped[int | None] = mapped_column(ForeignKey("idea_group.id", ondelete="SET NULL"))
    version: Mapped[int]
    """The version of the workshop in which it last changed."""


class BallotRow(Row):
    """What one person has given one idea in one stage. To vote again is to change this row."""

    __tablename__ = "ballot"
    __table_args__ = (UniqueConstraint("stage_id", "participant_id", "idea_id"),)

    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id", ondelete="CASCADE"))
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"))
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"))
    value: Mapped[int]
    """What it means is said by the way of voting, in methods/."""
    version: Mapped[int]
    """The version of the workshop in which it was cast: an order, and no time of day."""


class LateVoteRow(Row):
    """That one person's vote on one idea came after the voting was closed, and counts."""

    __tablename__ = "late_vote"
    __table_args__ = (UniqueConstraint("stage_id", "participant_id", "idea_id"),)

    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id", ondelete="CASCADE"))
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"))
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"))


class ComparisonRow(Row):
    """Which of two ideas one person finds better in one stage. To choose again is to change it."""

    __tablename__ = "comparison"
    __table_args__ = (
        UniqueConstraint("stage_id", "participant_id", "first_id", "second_id"),
        CheckConstraint("first_id < second_id", name="one_row_for_a_pair"),
        CheckConstraint("value BETWEEN -1 AND 1", name="value"),
    )

    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id", ondelete="CASCADE"))
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"))
    first_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"))
    second_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"))
    value: Mapped[int]
    """1 when the first is better, -1 when the second is, 0 when one cannot choose."""
    version: Mapped[int]
    """The version of the workshop in which it was chosen."""


class ReservationRow(Row):
    """What one person has said against one idea."""

    __tablename__ = "reservation"
    __table_args__ = (UniqueConstraint("participant_id", "client_id"),)

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"))
    client_id: Mapped[str] = mapped_column(String(40))
    criterion: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(String(300))


class CommentRow(Row):
    """What one person has said to one idea. It bears no time of day: its id is its place."""

    __tablename__ = "comment"
    __table_args__ = (UniqueConstraint("participant_id", "client_id"),)

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"))
    client_id: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(String(300))
    hidden_at: Mapped[datetime | None]


class SightingRow(Row):
    """That one person was shown one idea."""

    __tablename__ = "sighting"
    __table_args__ = (UniqueConstraint("idea_id", "participant_id"),)

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"))
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"))


class DeedRow(Row):
    """What a facilitator did, for the log of the workshop."""

    __tablename__ = "deed"

    workshop_id: Mapped[int] = _workshop()
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    act: Mapped[str] = mapped_column(String(40))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    done_at: Mapped[datetime]
