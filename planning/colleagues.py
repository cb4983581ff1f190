"""Who leads a project together: seeing them, letting someone in, giving a sign-in link."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

import people
from language import N_, Refusal
from planning.actions import NotYourProject
from planning.records import MembershipRow
from planning.values import LEADING, Role

LONGEST_NAME = 120
LONGEST_EMAIL = 254


class ColleagueUnclear(Refusal):
    """A name and an address are needed to let someone in."""

    code = "colleague_unclear"
    sentence = N_("Write a name and an e-mail address")


@dataclass(frozen=True)
class Colleague:
    """Someone who leads or facilitates the project."""

    person: people.Person
    role: Role


def colleagues_of(db: Session, project_id: int) -> list[Colleague]:
    """Those who lead or facilitate the project, the leaders first, then by name."""
    member = MembershipRow
    query = select(member).where(member.project_id == project_id, member.role.in_(LEADING))
    found = [_colleague(db, row) for row in db.scalars(query)]
    return sorted(found, key=lambda c: (LEADING.index(c.role), c.person.name))


def admit_facilitator(db: Session, project_id: int, name: str, email: str) -> people.Person:
    """Let someone facilitate the workshops of the project. To do it twice is no harm."""
    name, email = " ".join(name.split()), email.strip().lower()
    plausible = 0 < len(name) <= LONGEST_NAME and 3 <= len(email) <= LONGEST_EMAIL  # noqa: PLR2004
    if not plausible or "@" not in email[1:-1]:
        raise ColleagueUnclear
    person = people.register_person(db, name, email)
    if all(colleague.person.id != person.id for colleague in colleagues_of(db, project_id)):
        member = MembershipRow(project_id=project_id, person_id=person.id, role=Role.FACILITATOR)
        db.add(member)
        db.flush()
    return person


def give_sign_in_link(
    db: Session, project_id: int, person_id: int, token: str, now: datetime
) -> people.Person:
    """Let whoever brings the token sign in as this colleague. Refused for anyone else."""
    for colleague in colleagues_of(db, project_id):
        if colleague.person.id == person_id:
            people.invite_to_sign_in(db, colleague.person.email, token, now)
            return colleague.person
    raise NotYourProject


def _colleague(db: Session, row: MembershipRow) -> Colleague:
    person = people.find_person(db, row.person_id)
    if person is None:
        raise LookupError(f"member {row.id} is nobody")
    return Colleague(person, Role(row.role))
