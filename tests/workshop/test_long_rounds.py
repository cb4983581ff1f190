"""A round that lasts for days is given hours or a day more, not minutes."""

import re
from datetime import timedelta

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

import storage
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import ada_id, go_to, open_room
from workshop.actions import steering
from workshop.actions.looking import picture_of
from workshop.actions.recording import minutes_of
from workshop.actions.rows import workshop_row
from workshop.minutes import Words


def choices(page: str) -> list[tuple[str, bool]]:
    """The minutes that the desk offers, and whether each is shown."""
    forms = re.findall(r'<form[^>]*?/timer"[^>]*>.*?</form>', page, re.DOTALL)
    return [
        (minutes, " hidden" not in form.partition(">")[0])
        for form in forms
        for minutes in re.findall(r'value="(\d{1,4})"', form)
    ]


def test_the_desk_offers_what_fits_the_round(ada: FlaskClient, project: Project) -> None:
    with storage.transaction() as db:
        short = open_room(db, project)
        long = open_room(db, project, "asynk", most=1)
        go_to(db, long.id, "reveal")
        ends = workshop_row(db, long.id).timer_ends_at

    assert choices(ada.get(f"/workshops/{short.id}").text) == [
        ("2", True),
        ("180", False),
        ("1440", False),
    ]
    assert choices(ada.get(f"/workshops/{long.id}").text) == [
        ("2", False),
        ("180", True),
        ("1440", True),
    ]
    ada.post(f"/workshops/{long.id}/timer", data={"minutes": "99999"})

    with storage.reading() as db:
        now_ends = picture_of(db, long.id).ends_at
    assert ends is not None
    assert now_ends is not None
    assert now_ends - ends >= timedelta(days=1)


def test_the_minutes_tell_of_hours(db: Session, project: Project) -> None:
    room = open_room(db, project, "asynk", most=1).id
    go_to(db, room, "reveal")
    steering.extend_timer(db, room, 1440, ada_id(db), NOW)
    steering.extend_timer(db, room, 2, ada_id(db), NOW)

    said = [Words(str).deed(line.deed, {}) for line in minutes_of(db, room, NOW).log[-2:]]

    assert [sentence.partition("the round ")[2] for sentence in said] == [
        "24 hours more.",
        "2 minutes more.",
    ]
