"""Every way of voting works by plain forms, from the buttons on the page to the result."""

import re
from http import HTTPStatus

import pytest
from flask import Flask
from flask.testing import FlaskClient

import storage
from planning import Project
from tests.workshop.cast import BEN, close
from tests.workshop.methods.rooms import room_voting_by
from workshop.actions.comparing import pairing_of
from workshop.actions.looking import own_of
from workshop.actions.rows import workshop_row
from workshop.stage import Method

VOTES = {
    Method.DOTS: (":1", ":2"),
    Method.APPROVAL: (":1",),
    Method.OPINION: (":disagree", ":agree"),
    Method.SCORE: (":2", ":5"),
    Method.AXES: (":f5", ":e4f5"),
    Method.RANKING: (":99",),
    Method.PAIRS: (":like-{other}", ":over-{other}"),
}
"""What is sent for the first idea, one after the other, so that it comes out well."""
TOLD = {
    Method.DOTS: ">2<",
    Method.APPROVAL: ">1<",
    Method.OPINION: "1 enige · 0 uenige · 0 pass",
    Method.SCORE: "1 av 1 ga 4 eller 5 · median 5",
    Method.AXES: "For få poeng til å plasseres",
    Method.RANKING: "1 har den på listen · 1 har den først",
    Method.PAIRS: "vant 1 av 1 sammenligninger, 0 uavgjort · få sammenligninger",
}


def open_vote(project: Project, method: Method) -> tuple[int, str, list[int]]:
    with storage.transaction() as db:
        votes = 3 if method in {Method.DOTS, Method.RANKING} else 0
        room, ideas = room_voting_by(db, project, method, votes=votes)
        if method is Method.DOTS:
            stage = "UPDATE stage SET most_per_idea = 2 WHERE kind = 'vote'"
            db.connection().exec_driver_sql(stage)
        return room, workshop_row(db, room).code, ideas


def shown(page: str) -> str:
    """The page without what waits in it for a script."""
    return re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL)


def buttons(page: str) -> set[str]:
    return set(re.findall(r'name="vote"\s+value="([^"]+)"', shown(page)))


@pytest.mark.parametrize("method", Method)
def test_what_is_sent_stands_on_a_button_and_comes_back_in_the_result(
    ada: FlaskClient, ben: FlaskClient, project: Project, method: Method
) -> None:
    room, code, (one, two, _) = open_vote(project, method)
    ben.post(f"/w/{code}/join", data={"department": "1"})
    for sent in VOTES[method]:
        page = ben.get(f"/w/{code}").text
        if method is Method.PAIRS:
            assert any(re.fullmatch(r"\d+:over-\d+", value) for value in buttons(page))
        else:
            assert f"{one}{sent}" in buttons(page)
        vote = f"{one}{sent}".format(other=two)
        answer = ben.post(f"/w/{code}/votes", data={"vote": vote})
        assert answer.status_code == HTTPStatus.SEE_OTHER
    back = {"pairs": f"{one}:back-{two}", "ranking": f"{one}:0", "dots": f"{one}:1"}
    page = ben.get(f"/w/{code}").text
    assert back.get(method, f"{one}:{'0' if method is Method.APPROVAL else 'back'}") in buttons(
        page
    )

    with storage.transaction() as db:
        close(db, room)
    for answer in (
        ben.get(f"/w/{code}"),
        ada.get(f"/workshops/{room}/screen"),
    ):
        assert TOLD[method] in shown(answer.text)
    for address in ("", "/agenda", "/minutes", "/minutes.pdf", "/minutes.docx"):
        assert ada.get(f"/workshops/{room}{address}").status_code == HTTPStatus.OK
    assert ada.get("/projects/1/proposals").status_code == HTTPStatus.OK


@pytest.mark.parametrize("method", Method)
def test_each_is_told_how_their_own_idea_came_out(
    house: Flask, project: Project, method: Method
) -> None:
    room, code, _ = open_vote(project, method)
    with storage.transaction() as db:
        close(db, room)

    answer = house.test_client().get(f"/w/{code}/mine/{BEN}")

    assert answer.status_code == HTTPStatus.OK
    assert "Idé 0" in answer.text


@pytest.mark.parametrize("method", Method)
def test_what_does_not_fit_is_refused_and_nothing_is_stored(
    ben: FlaskClient, project: Project, method: Method
) -> None:
    room, code, (one, *_) = open_vote(project, method)
    ben.post(f"/w/{code}/join", data={"department": "1"})

    answer = ben.post(f"/w/{code}/votes", data={"vote": f"{one}:tull"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    with storage.reading() as db:
        assert own_of(db, room, BEN).votes == {}
        assert pairing_of(db, room, BEN).chosen == ()


def test_the_next_pairs_are_asked_for_by_those_who_have_a_seat(
    ben: FlaskClient, project: Project
) -> None:
    room, code, ideas = open_vote(project, Method.PAIRS)
    headers = {"Accept": "application/json"}
    assert ben.get(f"/w/{code}/pairs", headers=headers).status_code >= HTTPStatus.BAD_REQUEST
    ben.post(f"/w/{code}/join", data={"department": "1"})

    answer = ben.get(f"/w/{code}/pairs", headers=headers).json

    assert answer is not None
    assert {idea for pair in answer["pairs"] for idea in pair} == set(ideas)
    assert answer["chosen"] == []
    with storage.transaction() as db:
        close(db, room)
    assert ben.get(f"/w/{code}/pairs", headers=headers).json == {"pairs": [], "chosen": []}
