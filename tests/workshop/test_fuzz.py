"""Whatever is sent to the doors: each one answers, with ok or a known refusal, and none breaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import urlencode

import hypothesis.strategies as st
import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_socketio import SocketIO, SocketIOTestClient
from hypothesis import HealthCheck, given, settings

import storage
from language import Refusal
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import ada_id, go_to, open_room, propose
from workshop.actions import steering
from workshop.pages.telling import HUB

SPACE = "/workshop"
FORM = "application/x-www-form-urlencoded"
EVENTS: dict[str, dict[str, object]] = {
    "enter": {"code": "ABCDEF"},
    "watch": {"workshop": 1, "audience": "desk"},
    "propose": {"text": "Leie-til-eie", "client_id": "12345678", "goal": 1},
    "vote": {"idea": 1, "value": 1},
    "seen": {"ideas": [1]},
}
"""A good message for each event; the strange ones are made from it, too."""

SETTINGS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

texts = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    ["", "\x00", "a\x00b", "å" * 5000, "' OR 1=1 --", "9" * 5000]
)
integers = st.integers(-(10**90), 10**90) | st.sampled_from(
    [2**31, 2**53, 2**63 - 1, 2**63, -(2**63) - 1, 10**90]
)
scalars = st.none() | st.booleans() | integers | st.floats() | texts
strange = st.recursive(
    scalars,
    lambda part: st.lists(part, max_size=4) | st.dictionaries(texts, part, max_size=4),
    max_leaves=12,
)
deep = st.integers(1, 200).map(lambda n: reduce(lambda inner, _: [inner], range(n), cast("Any", 1)))


@st.composite
def messages(draw: st.DrawFn, event: str) -> list[object]:
    """The arguments of an event: anything at all, or a good message with one thing wrong."""
    if draw(st.booleans()):
        return draw(st.lists(strange | deep, max_size=3))
    message = dict(EVENTS[event])
    key = draw(st.sampled_from([*message, "extra"]))
    if draw(st.booleans()):
        message[key] = draw(strange)
    elif isinstance(message.get(key), str):
        message[key] = draw(texts)
    else:
        message[key] = draw(integers)
    return [message]


@dataclass(frozen=True)
class Room:
    """A vote in progress, with one idea, and someone who only wants to take part."""

    id: int
    code: str
    idea: int
    honest: SocketIOTestClient


@pytest.fixture
def room(house: Flask, project: Project, chi: FlaskClient) -> Room:
    with storage.transaction() as db:
        opened = open_room(db, project)
        go_to(db, opened.id, "propose")
        idea = propose(db, opened.id, "token-of-ben", "Leie-til-eie")
        go_to(db, opened.id, "vote")
    chi.post(f"/w/{opened.code}/join", data={"department": "1"})
    honest = phone_of(house, chi)
    assert ask(honest, "enter", {"code": opened.code})["ok"]
    return Room(opened.id, opened.code, idea, honest)


@pytest.fixture
def codes() -> set[str]:
    """The code of every refusal that there is."""
    return {kind.code for kind in _kinds_of(Refusal) if "code" in vars(kind)}


@pytest.mark.parametrize("stage", ["propose", "vote"])
@pytest.mark.parametrize("event", EVENTS)
def test_whatever_a_phone_says_is_acknowledged(
    house: Flask, room: Room, ben: FlaskClient, codes: set[str], event: str, stage: str
) -> None:
    with storage.transaction() as db:
        go_to(db, room.id, stage)
    ben.post(f"/w/{room.code}/join", data={"department": "1"})
    phone = phone_of(house, ben)
    assert ask(phone, "enter", {"code": room.code})["ok"]

    @SETTINGS
    @given(messages(event))
    def say(said: list[object]) -> None:
        answer = ask(phone, event, *said)

        assert answer["ok"] is True or answer["code"] in codes

    say()
    with storage.transaction() as db:
        go_to(db, room.id, "vote")
    assert_others_can_vote(house, room)


FIELDS = (
    "act", "client_id", "code", "department", "email", "goal", "idea", "lines", "max_participants",
    "minutes", "template", "text", "to", "vote",
)  # fmt: skip
values = st.one_of(
    texts.map(lambda text: text.encode()),
    integers.map(lambda n: str(n).encode()),
    st.binary(max_size=40),
    st.sampled_from(
        [b"1", b"next", b"agree", b"1:1", b"1:agree", b"1:" + b"9" * 5000, b"9" * 15, b"1:1:1"]
    ),
)
forms = st.lists(st.tuples(st.sampled_from(FIELDS), values), max_size=5)
numbers = st.sampled_from(["1", "2", "0", str(2**31), str(2**63 - 1)])


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_whatever_is_sent_to_a_page_breaks_nothing(
    house: Flask, room: Room, ada: FlaskClient, method: str
) -> None:
    ada.post(f"/w/{room.code}/join", data={"department": "1"})
    rules = [rule for rule in house.url_map.iter_rules() if method in (rule.methods or ())]

    @SETTINGS
    @given(st.data())
    def send(sent: st.DataObject) -> None:
        rule = sent.draw(st.sampled_from(rules))
        path = re.sub(
            r"<(\w+:)?(\w+)>",
            lambda found: room.code if found[2] == "code" else sent.draw(numbers),
            re.sub(r"<any\((\w+)[^>]*>", r"\1", rule.rule),
        )
        form = urlencode(sent.draw(forms)) if method == "POST" else ""

        answer = ada.open(path, method=method, content_type=FORM, data=form)

        assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, path

    send()
    with storage.transaction() as db:
        steering.resume_workshop(db, room.id, ada_id(db), NOW)
        go_to(db, room.id, "vote")
    assert_others_can_vote(house, room)


HALF = "\ud800" * 8
"""Letters that JSON can write and no database can store."""


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("vote", {HALF: None}),
        ("watch", {HALF: None}),
        ("enter", {"code": HALF}),
        ("propose", {"text": HALF, "client_id": "12345678"}),
        ("propose", {"text": "Leie-til-eie", "client_id": HALF}),
        ("vote", {"idea": 1, "value": HALF}),
    ],
)
def test_half_a_letter_is_refused(
    house: Flask, room: Room, codes: set[str], event: str, said: dict[str, object]
) -> None:
    with storage.transaction() as db:
        go_to(db, room.id, "propose" if event == "propose" else "vote")

    answer = ask(room.honest, event, said)

    assert answer["ok"] is False
    assert answer["code"] in codes


NINES = "9" * 5000


@pytest.mark.parametrize(
    ("path", "form"),
    [
        (f"/projects/{2**63}", None),
        (f"/workshops/{2**63}", None),
        ("/workshops/{id}/merge", {"idea": [str(2**63), "1"]}),
        (f"/workshops/{{id}}/ideas/{2**63}/hide", {}),
        (f"/workshops/{{id}}/groups/{2**63}/split", {}),
        ("/workshops/{id}/stage", {"to": NINES}),
        ("/workshops/{id}/timer", {"minutes": NINES}),
        ("/w/{code}/votes", {"vote": f"1:{NINES}"}),
        ("/w/{code}/votes", {"vote": f"1:{2**63}"}),
        ("/w/{code}/ideas", {"text": "Leie", "goal": str(2**63)}),
    ],
)
def test_a_number_that_no_row_has_is_refused(
    room: Room, ada: FlaskClient, path: str, form: dict[str, object] | None
) -> None:
    ada.post(f"/w/{room.code}/join", data={"department": "1"})
    path = path.format(id=room.id, code=room.code)

    answer = ada.get(path) if form is None else ada.post(path, data=form)

    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR


def assert_others_can_vote(house: Flask, room: Room) -> None:
    """An honest person votes, and hears of it."""
    room.honest.get_received(SPACE)
    assert ask(room.honest, "vote", {"idea": room.idea, "value": None})["ok"]
    assert ask(room.honest, "vote", {"idea": room.idea, "value": 1})["left"] == 2
    house.extensions[HUB].flush()
    assert room.honest.get_received(SPACE)


def phone_of(house: Flask, browser: FlaskClient) -> SocketIOTestClient:
    """A connection with the cookies of this browser."""
    socketio: SocketIO = house.extensions["socketio"]
    return socketio.test_client(house, SPACE, flask_test_client=browser)


def ask(phone: SocketIOTestClient, event: str, *said: object) -> dict[str, Any]:
    """Say it, and give the acknowledgement."""
    return cast("dict[str, Any]", phone.emit(event, *said, namespace=SPACE, callback=True))


def _kinds_of(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds_of(below)
