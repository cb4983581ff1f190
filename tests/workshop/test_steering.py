from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import ada_id, open_room, room_with_ideas
from workshop.actions import steering
from workshop.actions.looking import picture_of
from workshop.actions.rows import WorkshopEnded
from workshop.actions.undoing import NothingToUndo, undo_last
from workshop.stage import NoSuchStage, VotingClosed


def test_there_is_a_way_back_from_every_stage(db: Session, project: Project) -> None:
    room = open_room(db, project)

    assert steering.move_to(db, room.id, "next", ada_id(db), NOW) == 2
    assert steering.move_to(db, room.id, "previous", ada_id(db), NOW) == 1
    assert steering.move_to(db, room.id, "4", ada_id(db), NOW) == 4


@pytest.mark.parametrize("to", ["previous", "0", "99", "-1", "x", ""])
def test_there_is_nothing_before_the_first_stage_or_beyond_the_last(
    db: Session, project: Project, to: str
) -> None:
    room = open_room(db, project)

    with pytest.raises(NoSuchStage):
        steering.move_to(db, room.id, to, ada_id(db), NOW)


def test_the_timer_runs_from_the_start_of_the_stage_and_can_be_extended(
    db: Session, project: Project
) -> None:
    room = open_room(db, project)
    steering.move_to(db, room.id, "next", ada_id(db), NOW)
    assert picture_of(db, room.id).ends_at == NOW + timedelta(minutes=12)

    steering.extend_timer(db, room.id, 2, ada_id(db), NOW)
    assert picture_of(db, room.id).ends_at == NOW + timedelta(minutes=14)


def test_time_that_is_up_is_extended_from_now(db: Session, project: Project) -> None:
    room = open_room(db, project)
    steering.move_to(db, room.id, "next", ada_id(db), NOW)
    late = NOW + timedelta(hours=1)

    steering.extend_timer(db, room.id, 2, ada_id(db), late)

    assert picture_of(db, room.id).ends_at == late + timedelta(minutes=2)


def test_the_end_can_be_taken_back(db: Session, project: Project) -> None:
    room = open_room(db, project)
    steering.end_workshop(db, room.id, ada_id(db), NOW)
    with pytest.raises(WorkshopEnded):
        steering.move_to(db, room.id, "next", ada_id(db), NOW)

    steering.resume_workshop(db, room.id, ada_id(db), NOW)
    steering.move_to(db, room.id, "next", ada_id(db), NOW)


def test_a_poll_is_closed_only_once(db: Session, project: Project) -> None:
    room, _ = room_with_ideas(db, project)
    steering.close_voting(db, room, ada_id(db), NOW)

    with pytest.raises(VotingClosed):
        steering.close_voting(db, room, ada_id(db), NOW)


def test_every_act_grows_the_version(db: Session, project: Project) -> None:
    room, _ = room_with_ideas(db, project)
    before = picture_of(db, room).version
    steering.close_voting(db, room, ada_id(db), NOW)
    db.expire_all()

    assert picture_of(db, room).version > before


def test_to_resume_what_goes_on_changes_nothing(db: Session, project: Project) -> None:
    room = open_room(db, project)
    before = picture_of(db, room.id).version

    steering.resume_workshop(db, room.id, ada_id(db), NOW)

    assert picture_of(db, room.id).version == before
    with pytest.raises(NothingToUndo):
        undo_last(db, room.id, ada_id(db), NOW)
