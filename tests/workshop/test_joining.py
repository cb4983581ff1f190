import pytest
from sqlalchemy.orm import Session

from planning import Project, departments_of
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, DEE, ada_id, open_room
from workshop.actions import steering
from workshop.actions.looking import own_of, picture_of
from workshop.actions.opening import NoSuchDepartment, WorkshopFull, take_seat
from workshop.actions.rows import NoSeat, NoSuchCode, WorkshopEnded


def test_those_who_join_are_counted_per_department(db: Session, project: Project) -> None:
    room = open_room(db, project)

    assert picture_of(db, room.id).joined == {1: 1, 2: 1}


def test_a_wrong_code_is_refused(db: Session, project: Project) -> None:
    open_room(db, project)

    with pytest.raises(NoSuchCode):
        take_seat(db, "WRONG1", 1, DEE, NOW)


def test_a_full_workshop_takes_nobody_more(db: Session, project: Project) -> None:
    room = open_room(db, project, most=2)

    with pytest.raises(WorkshopFull):
        take_seat(db, room.code, 1, DEE, NOW)


def test_an_ended_workshop_takes_nobody(db: Session, project: Project) -> None:
    room = open_room(db, project)
    steering.end_workshop(db, room.id, ada_id(db), NOW)

    with pytest.raises(WorkshopEnded):
        take_seat(db, room.code, 1, DEE, NOW)


def test_a_department_of_somewhere_else_is_refused(db: Session, project: Project) -> None:
    room = open_room(db, project)
    unknown = max(d.id for d in departments_of(db, project.id)) + 1

    with pytest.raises(NoSuchDepartment):
        take_seat(db, room.code, unknown, DEE, NOW)


def test_without_a_seat_there_is_nothing_of_ones_own(db: Session, project: Project) -> None:
    room = open_room(db, project)
    other = open_room_again(db, project)

    assert own_of(db, room.id, BEN).ideas == []
    with pytest.raises(NoSeat):
        own_of(db, room.id, DEE)
    with pytest.raises(NoSeat):
        own_of(db, other, CHI)


def open_room_again(db: Session, project: Project) -> int:
    """Another workshop, with nobody in it."""
    return open_room(db, project, most=1).id
