from http import HTTPStatus

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

import storage
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, DEE, ada_id, close, go_to, merge, open_room, propose
from workshop import Reservation, findings_of
from workshop.actions import tidying
from workshop.actions.reserving import reservations_in, reserve
from workshop.actions.rows import NoSeat, NoSuchIdea, workshop_row
from workshop.reservation import Criterion, NotReserving, ReservationUnclear, accept_reservation

DEAR = Reservation(Criterion.FINANCING, "Det koster for mye")
NEAR = Reservation(Criterion.CONFLICT, "Naboene vil klage")


def room_that_reserves(db: Session, project: Project) -> tuple[int, list[int]]:
    room = open_room(db, project, "idedugnad90").id
    go_to(db, room, "propose")
    ideas = [propose(db, room, BEN, f"Idé {n}") for n in range(3)]
    go_to(db, room, "vote")
    close(db, room)
    go_to(db, room, "reserve")
    return room, ideas


def test_a_reservation_is_about_something_and_says_something() -> None:
    assert accept_reservation("financing", "  Det koster \n for mye ") == DEAR


@pytest.mark.parametrize(
    ("criterion", "text"), [("weather", "Det regner"), ("other", " \0 "), ("other", "x" * 301)]
)
def test_what_is_no_reservation_is_refused(criterion: str, text: str) -> None:
    with pytest.raises(ReservationUnclear):
        accept_reservation(criterion, text)


@given(st.text(max_size=280))
def test_accepting_twice_changes_nothing_more(text: str) -> None:
    try:
        once = accept_reservation("other", text)
    except ReservationUnclear:
        return

    assert accept_reservation("other", once.text) == once


def test_what_is_said_stands_with_the_idea_by_what_it_is_about(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_that_reserves(db, project)
    reserve(db, room, BEN, one, NEAR, "first")
    reserve(db, room, CHI, one, DEAR, "first")
    reserve(db, room, CHI, two, DEAR, "second")

    assert reservations_in(db, room) == {one: [DEAR, NEAR], two: [DEAR]}
    found = {finding.idea_id: finding.reservations for finding in findings_of(db, project.id)}
    assert found[one] == (DEAR, NEAR)


def test_a_reservation_sent_twice_is_stored_once(db: Session, project: Project) -> None:
    room, (one, *_) = room_that_reserves(db, project)
    reserve(db, room, BEN, one, DEAR, "the-form")
    reserve(db, room, BEN, one, DEAR, "the-form")

    assert reservations_in(db, room) == {one: [DEAR]}


def test_reservations_follow_an_idea_into_its_group(db: Session, project: Project) -> None:
    room, (one, two, _) = room_that_reserves(db, project)
    reserve(db, room, BEN, two, DEAR, "a")
    merge(db, room, [one, two])

    assert reservations_in(db, room) == {one: [DEAR]}


def test_reservations_are_taken_in_their_own_stage_from_those_with_a_seat(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_that_reserves(db, project)
    tidying.hide_idea(db, room, two, ada_id(db), NOW)
    with pytest.raises(NoSeat):
        reserve(db, room, DEE, one, DEAR, "a")
    with pytest.raises(NoSuchIdea):
        reserve(db, room, BEN, two, DEAR, "a")

    go_to(db, room, "close")
    with pytest.raises(NotReserving):
        reserve(db, room, BEN, one, DEAR, "a")


def test_it_is_said_and_read_by_plain_pages(
    ada: FlaskClient, ben: FlaskClient, project: Project
) -> None:
    with storage.transaction() as db:
        room, (one, *_) = room_that_reserves(db, project)
        code = open_code(db, room)
    ben.post(f"/w/{code}/join", data={"department": "1"})
    assert "Skriv hva som taler imot en idé" in ben.get(f"/w/{code}").text

    said = {"idea": str(one), "criterion": "financing", "text": "Det koster for mye"}
    assert ben.post(f"/w/{code}/reservations", data=said).status_code == HTTPStatus.SEE_OTHER
    refused = ben.post(f"/w/{code}/reservations", data={**said, "text": "x" * 301})

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "x" * 301 in refused.text
    assert "Det koster for mye" in ada.get(f"/workshops/{room}/reservations").text
    assert "Finansiering" in ada.get(f"/projects/{project.id}/proposals").text


def open_code(db: Session, workshop_id: int) -> str:
    return workshop_row(db, workshop_id).code
