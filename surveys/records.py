"""The tables of surveys: what was asked, who was invited, what was typed and what was answered."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage import Row


class SurveyRow(Row):
    """A survey of a project, open until it is closed. Its questions lie in its versions."""

    __tablename__ = "survey"
    __table_args__ = (UniqueConstraint("project_id", "key"),)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(200))
    link: Mapped[str] = mapped_column(String(64), unique=True)
    """What stands in the public address; random, but no secret."""
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class SurveyVersionRow(Row):
    """What a survey asks from one publication to the next. It is never changed."""

    __tablename__ = "survey_version"
    __table_args__ = (
        UniqueConstraint("survey_id", "number"),
        CheckConstraint("number >= 1", name="numbered_from_one"),
    )

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"))
    number: Mapped[int]
    definition: Mapped[dict[str, object]]
    sha256: Mapped[str] = mapped_column(String(64))
    """Of the definition; the same again is no new version."""
    structure: Mapped[str] = mapped_column(String(64))
    """Of keys, kinds and options alone; versions with the same are counted together."""
    published_at: Mapped[datetime]


class InvitationRow(Row):
    """A personal link for one organisation. Only the hash of its token is kept."""

    __tablename__ = "survey_invitation"
    __table_args__ = (UniqueConstraint("survey_id", "organisation"),)

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"))
    organisation: Mapped[str] = mapped_column(String(120))
    stakeholder_type: Mapped[str | None] = mapped_column(String(40))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    invited_at: Mapped[datetime]


class DraftRow(Row):
    """What someone has typed and not yet sent in, exactly as typed. Gone once it is sent in."""

    __tablename__ = "survey_draft"

    version_id: Mapped[int] = mapped_column(ForeignKey("survey_version.id", ondelete="CASCADE"))
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    """Of the secret in the address; for a personal link, of its token."""
    invitation_id: Mapped[int | None] = mapped_column(
        ForeignKey("survey_invitation.id", ondelete="CASCADE"), unique=True
    )
    fields: Mapped[dict[str, object]]
    updated_at: Mapped[datetime]


class ResponseRow(Row):
    """What someone has sent in. It is never changed, and knows the day but not the hour."""

    __tablename__ = "survey_response"

    version_id: Mapped[int] = mapped_column(ForeignKey("survey_version.id", ondelete="RESTRICT"))
    submission_key: Mapped[str] = mapped_column(String(64), unique=True)
    """The hash of the draft's key, so that sending in twice makes one response."""
    invitation_id: Mapped[int | None] = mapped_column(
        ForeignKey("survey_invitation.id", ondelete="RESTRICT"), unique=True
    )
    answers: Mapped[dict[str, object]]
    states: Mapped[dict[str, object]]
    """Per question: answered, skipped, or not_relevant."""
    receipt_code: Mapped[str] = mapped_column(String(16), unique=True)
    submitted_on: Mapped[date]
