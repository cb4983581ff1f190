"""Registering people and signing them in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from language import N_, NotFound
from people.records import PersonRow, SignInLinkRow
from people.tokens import hash_of

LINK_LASTS = timedelta(days=14)


@dataclass(frozen=True)
class Person:
    """Someone of the staff."""

    id: int
    name: str
    email: str


class SignInLinkBroken(NotFound):
    """The link was mistyped, or it has expired."""

    code = "sign_in_link_broken"
    sentence = N_("This sign-in link does not work, or it is too old. Ask for a new one.")


def register_person(db: Session, name: str, email: str) -> Person:
    """The person with this address, registered if new."""
    row = db.scalar(select(PersonRow).where(PersonRow.email == email))
    if row is None:
        row = PersonRow(name=name, email=email)
        db.add(row)
        db.flush()
    return _person(row)


def invite_to_sign_in(db: Session, email: str, token: str, now: datetime) -> None:
    """Let whoever brings this token sign in as the person with this address, for two weeks."""
    person_id = db.scalars(select(PersonRow.id).where(PersonRow.email == email)).one()
    expires = now + LINK_LASTS
    db.add(SignInLinkRow(person_id=person_id, token_hash=hash_of(token), expires_at=expires))


def sign_in(db: Session, token: str, now: datetime) -> Person:
    """The person whom the link lets in. Refused when it is unknown or too old."""
    link = SignInLinkRow
    query = select(PersonRow).join(link, link.person_id == PersonRow.id)
    row = db.scalar(query.where(link.token_hash == hash_of(token), link.expires_at > now))
    if row is None:
        raise SignInLinkBroken
    return _person(row)


def find_person(db: Session, person_id: int) -> Person | None:
    """The person, if there is one."""
    row = db.get(PersonRow, person_id)
    return None if row is None else _person(row)


def _person(row: PersonRow) -> Person:
    return Person(row.id, row.name, row.email)
