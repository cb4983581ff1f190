"""The tables of people and of the links they sign in by."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage import Row


class PersonRow(Row):
    """Someone of the staff."""

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254), unique=True)


class SignInLinkRow(Row):
    """A link that signs one person in until it expires."""

    __tablename__ = "sign_in_link"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime]
