from collections.abc import Callable
from typing import Any, cast

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_socketio import SocketIO, SocketIOTestClient

import storage
from planning import Project
from tests.workshop.cast import close, go_to, merge, open_room
from workshop.actions.looking import picture_of
from workshop.pages.telling import HUB
from workshop.picture import Audience, news_for

Enter = Callable[[FlaskClient], SocketIOTestClient]
SPACE = "/workshop"


@pytest.fixture
def room(house: Flask, project: Project) -> tuple[int, str]:
    with storage.transaction() as db:
        opened = open_room(db, project)
    return opened.id, opened.code


@pytest.fixture
def connect(house: Flask) -> Enter:
    """Connects a browser to the socket door."""
    socketio: SocketIO = house.extensions["socketio"]
    return lambda browser: socketio.test_client(house, SPACE, flask_test_client=browser)


@pytest.fixture
def enter(connect: Enter, room: tuple[int, str]) -> Enter:
    """Walks a person through the doors, to a seat with a connection."""

    def walk(browser: FlaskClient) -> SocketIOTestClient:
        browser.post(f"/w/{room[1]}/join", data={"department": "1"})
        phone = connect(browser)
        assert ask(phone, "enter", {"code": room[1]})["ok"]
        return phone

    return walk


def ask(phone: SocketIOTestClient, event: str, *said: object) -> dict[str, Any]:
    answer = phone.emit(event, *said, namespace=SPACE, callback=True)
    return cast("dict[str, Any]", answer)


def heard(house: Flask, phone: SocketIOTestClient) -> list[dict[str, Any]]:
    house.extensions[HUB].flush()
    return [message["args"][0] for message in phone.get_received(SPACE)]


def stand_at(house: Flask, workshop_id: int, kind: str) -> None:
    with storage.transaction() as db:
        go_to(db, workshop_id, kind)
    house.extensions[HUB].changed(workshop_id)


def test_an_idea_is_seen_by_everyone_in_the_room_when_it_is_shown(
    house: Flask, enter: Enter, ben: FlaskClient, chi: FlaskClient, room: tuple[int, str]
) -> None:
    bens, chis = enter(ben), enter(chi)
    stand_at(house, room[0], "propose")
    assert ask(bens, "propose", {"text": "Leie-til-eie", "client_id": "12345678"})["ok"]
    assert all(news["ideas"] == [] for news in heard(house, chis))

    stand_at(house, room[0], "reveal")

    assert [idea["headline"] for idea in heard(house, chis)[-1]["ideas"]] == ["Leie-til-eie"]


def test_a_refused_vote_is_answered_to_the_voter_alone(
    house: Flask, enter: Enter, ben: FlaskClient, chi: FlaskClient, room: tuple[int, str]
) -> None:
    bens, chis = enter(ben), enter(chi)
    heard(house, chis)

    answer = ask(bens, "vote", {"idea": 1, "value": 1})

    assert answer["ok"] is False
    assert answer["code"] == "voting_closed"
    assert heard(house, chis) == []


def test_a_vote_is_told_as_progress_and_never_as_a_result(
    house: Flask, enter: Enter, ben: FlaskClient, chi: FlaskClient, room: tuple[int, str]
) -> None:
    bens, chis = enter(ben), enter(chi)
    stand_at(house, room[0], "propose")
    ask(bens, "propose", {"text": "Leie-til-eie", "client_id": "12345678"})
    stand_at(house, room[0], "vote")
    heard(house, chis)

    assert ask(bens, "vote", {"idea": 1, "value": 2})["left"] == 1

    (news,) = heard(house, chis)
    assert news["state"]["voted"] == 1
    assert news["results"] is None
    with storage.transaction() as db:
        close(db, room[0])
    house.extensions[HUB].changed(room[0])
    assert heard(house, chis)[-1]["results"] == [[1, 2, 1, 0, 0]]


def test_the_news_is_what_a_fresh_visitor_sees(
    house: Flask, enter: Enter, ben: FlaskClient, room: tuple[int, str]
) -> None:
    phone = enter(ben)
    stand_at(house, room[0], "propose")
    for n in range(3):
        ask(phone, "propose", {"text": f"Idé {n}", "client_id": f"1234567{n}"})
        heard(house, phone)
    stand_at(house, room[0], "reveal")
    told = heard(house, phone)
    with storage.transaction() as db:
        merge(db, room[0], [1, 2])
    house.extensions[HUB].changed(room[0])
    told += heard(house, phone)

    known: dict[int, Any] = {}
    for news in told:
        known.update({idea["id"]: idea for idea in news["ideas"]})
    with storage.reading() as db:
        fresh = news_for(Audience.PHONE, picture_of(db, room[0]), 0)
    assert list(known.values()) == fresh["ideas"]
    assert told[-1]["state"] == fresh["state"]
    assert told[-1]["version"] == fresh["version"]


def test_news_says_from_which_version_it_goes_on(
    house: Flask, enter: Enter, ben: FlaskClient, chi: FlaskClient, room: tuple[int, str]
) -> None:
    phone = enter(ben)
    heard(house, phone)
    enter(chi)
    (first,) = heard(house, phone)
    stand_at(house, room[0], "propose")
    (second,) = heard(house, phone)

    assert second["from"] == first["version"] < second["version"]


def test_someone_without_a_seat_hears_nothing_and_does_nothing(
    house: Flask,
    connect: Enter,
    enter: Enter,
    ben: FlaskClient,
    chi: FlaskClient,
    room: tuple[int, str],
) -> None:
    stranger = connect(chi)
    assert ask(stranger, "enter", {"code": room[1]})["code"] == "no_seat"
    assert ask(stranger, "vote", {"idea": 1, "value": 1})["code"] == "no_seat"
    assert (
        ask(stranger, "watch", {"workshop": room[0], "audience": "desk"})["code"] == "sign_in_first"
    )
    enter(ben)

    assert heard(house, stranger) == []


def test_the_desk_is_watched_only_by_those_who_lead(
    connect: Enter, ada: FlaskClient, dee: FlaskClient, room: tuple[int, str]
) -> None:
    watch = {"workshop": room[0], "audience": "desk"}

    assert ask(connect(ada), "watch", watch)["ok"]
    assert ask(connect(dee), "watch", watch)["code"] == "not_your_project"


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("enter", ()),
        ("enter", ("ABC", "DEF")),
        ("enter", (None,)),
        ("enter", ({"code": 7},)),
        ("enter", ({"code": "ABC", "role": "facilitator"},)),
        ("vote", ({"idea": "1", "value": 1},)),
        ("vote", ({"idea": -1, "value": 1},)),
        ("vote", ({"idea": 1, "value": {"$gt": 0}},)),
        ("vote", ([1, 2],)),
        ("propose", ({"text": "x"},)),
        ("propose", ({"text": ["x"], "client_id": "12345678"},)),
        ("seen", ({"ideas": "all"},)),
        ("watch", ({"workshop": 1, "audience": "phone"},)),
    ],
)
def test_a_malformed_message_is_refused_with_a_stable_code(
    enter: Enter, ben: FlaskClient, event: str, said: tuple[object, ...]
) -> None:
    assert ask(enter(ben), event, *said)["code"] == "malformed"


def test_a_message_that_is_too_large_is_refused(enter: Enter, ben: FlaskClient) -> None:
    phone = enter(ben)

    answer = ask(phone, "propose", {"text": "å" * 5000, "client_id": "12345678"})
    assert answer["code"] == "message_too_large"
    assert ask(phone, "seen", {"ideas": list(range(1, 600))})["code"] == "message_too_large"


def test_someone_who_comes_back_gets_their_own_votes(
    house: Flask, enter: Enter, connect: Enter, ben: FlaskClient, room: tuple[int, str]
) -> None:
    phone = enter(ben)
    stand_at(house, room[0], "propose")
    ask(phone, "propose", {"text": "Leie-til-eie", "client_id": "12345678"})
    stand_at(house, room[0], "vote")
    ask(phone, "vote", {"idea": 1, "value": 2})
    phone.disconnect(SPACE)

    answer = ask(connect(ben), "enter", {"code": room[1]})

    assert answer["mine"]["votes"] == {"1": 2}
    assert answer["left"] == 1
    assert [idea["id"] for idea in answer["ideas"]] == [1]
