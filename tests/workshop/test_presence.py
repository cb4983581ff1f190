"""Who is in the room now."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_socketio import SocketIO

import storage
from planning import Project
from tests.workshop.cast import open_room
from tests.workshop.test_live import SPACE, ask
from workshop import live
from workshop.pages.telling import HUB
from workshop.presence import Presence

PLAN, NAV = 1, 2


def test_people_are_counted_and_not_their_tabs() -> None:
    present = Presence()
    present.came("a", 1, NAV, "ben")
    present.came("b", 1, NAV, "ben")
    present.came("c", 1, PLAN, "chi")
    present.came("d", 2, PLAN, "dee")

    assert present.here(1) == [(PLAN, 1), (NAV, 1)]
    assert present.left("a") == 1
    assert present.here(1) == [(PLAN, 1), (NAV, 1)]
    present.left("b")
    assert present.here(1) == [(PLAN, 1)]
    assert present.left("b") is None


def test_the_desk_is_told_who_comes_and_goes(
    house: Flask,
    project: Project,
    ada: FlaskClient,
    ben: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(live, "PRESENCE_S", 0)
    socketio: SocketIO = house.extensions["socketio"]
    monkeypatch.setattr(socketio, "start_background_task", lambda act, *said: act(*said))
    with storage.transaction() as db:
        opened = open_room(db, project)
    ben.post(f"/w/{opened.code}/join", data={"department": "1"})
    desk, phone = (socketio.test_client(house, SPACE, flask_test_client=who) for who in (ada, ben))
    answer = ask(desk, "watch", {"workshop": opened.id, "audience": "desk"})
    assert answer["present"] == []
    house.extensions[HUB].by_itself = True

    ask(phone, "enter", {"code": opened.code})
    phone.disconnect(SPACE)

    told = [m["args"][0] for m in desk.get_received(SPACE) if m["name"] == "present"]
    assert told == [[[PLAN, 1]], []]


def test_a_screen_is_not_told_who_is_there(
    house: Flask, project: Project, ada: FlaskClient
) -> None:
    socketio: SocketIO = house.extensions["socketio"]
    with storage.transaction() as db:
        opened = open_room(db, project)
    screen = socketio.test_client(house, SPACE, flask_test_client=ada)

    answer = ask(screen, "watch", {"workshop": opened.id, "audience": "screen"})

    assert "present" not in answer
