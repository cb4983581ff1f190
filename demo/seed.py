"""Putting the sample project into an empty database."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

import yaml
from sqlalchemy.orm import Session

import people
import planning
import workshop

FOLDER = Path(__file__).parent / "fjordvik"
LEADER = "ingrid.solheim@fjordvik.example"


@dataclass(frozen=True)
class Links:
    """Where to begin: paths below the address of the server."""

    sign_in: str
    join: str
    code: str
    survey: str


def seed(db: Session, now: datetime, chance: Random) -> Links:
    """The links to the sample project, which is founded when the database is empty."""
    leader = people.register_person(db, "Ingrid Solheim", LEADER)
    projects = planning.projects_of(db, leader.id)
    if not projects:
        project = planning.found_project(db, _read("project"))
        workshop.make_workshop(db, project.id, "idedugnad90", leader.id, now, chance)
    else:
        project = projects[0]
    token = people.new_token()
    people.invite_to_sign_in(db, LEADER, token, now)
    code = next(w.code for w in workshop.workshops_of(db, project.id) if not w.ended)
    return Links(f"/sign-in/{token}", f"/w/{code}", code, "/")


def greeting(links: Links, address: str) -> str:
    """What the terminal says when the server has started."""
    return (
        f"\nIdédugnad runs at {address}\n\n"
        f"  Project leader   {address}{links.sign_in}\n"
        f"  Participants     {address}{links.join}   (code {links.code})\n"
        f"  Survey           {address}{links.survey}\n"
    )


def _read(name: str) -> dict[str, object]:
    content: dict[str, object] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return content
