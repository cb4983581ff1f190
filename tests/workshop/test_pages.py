import re
from http import HTTPStatus

import pytest
from flask import Flask
from flask.testing import FlaskClient

import storage
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import ada_id, go_to, open_room
from workshop.actions import steering
from workshop.actions.looking import picture_of


@pytest.fixture
def room(house: Flask, project: Project) -> tuple[int, str]:
    with storage.transaction() as db:
        opened = open_room(db, project)
    return opened.id, opened.code


def join(phone: FlaskClient, code: str) -> None:
    answer = phone.post(f"/w/{code}/join", data={"department": "1"})
    assert answer.status_code == HTTPStatus.SEE_OTHER


def stand_at(workshop_id: int, kind: str) -> None:
    with storage.transaction() as db:
        go_to(db, workshop_id, kind)


def test_the_code_leads_from_the_front_page_to_the_workshop(
    ben: FlaskClient, room: tuple[int, str]
) -> None:
    _, code = room
    answer = ben.post("/join", data={"code": f" {code[:3].lower()} {code[3:]} "})

    assert answer.location == f"/w/{code}"


def test_a_wrong_code_is_answered_where_it_was_typed(
    ben: FlaskClient, room: tuple[int, str]
) -> None:
    answer = ben.post("/join", data={"code": "XX-<b>"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ingen idédugnad har den koden" in answer.text
    assert 'value="XX-&lt;b&gt;"' in answer.text


def test_an_ended_workshop_says_so(ben: FlaskClient, room: tuple[int, str]) -> None:
    workshop_id, code = room
    with storage.transaction() as db:
        steering.end_workshop(db, workshop_id, ada_id(db), NOW)

    assert "er avsluttet" in ben.post("/join", data={"code": code}).text
    assert "er avsluttet" in ben.get(f"/w/{code}").text
    assert "er avsluttet" in ben.post(f"/w/{code}/join", data={"department": "1"}).text


def test_a_full_workshop_says_so(house: Flask, ben: FlaskClient, project: Project) -> None:
    with storage.transaction() as db:
        full = open_room(db, project, most=2)

    answer = ben.post(f"/w/{full.code}/join", data={"department": "1"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Idédugnaden er full" in answer.text


def test_one_must_choose_a_department(ben: FlaskClient, room: tuple[int, str]) -> None:
    _, code = room
    answer = ben.post(f"/w/{code}/join", data={"department": ""})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Velg avdelingen din" in answer.text


def test_a_whole_workshop_works_by_plain_forms(
    ada: FlaskClient, ben: FlaskClient, chi: FlaskClient, room: tuple[int, str]
) -> None:
    workshop_id, code = room
    join(ben, code)
    join(chi, code)
    ada.post(f"/workshops/{workshop_id}/stage", data={"to": "next"})
    ben.post(f"/w/{code}/ideas", data={"text": "Leie-til-eie", "goal": "1"})
    ada.post(f"/workshops/{workshop_id}/stage", data={"to": "next"})
    assert "Leie-til-eie" in chi.get(f"/w/{code}").text

    ada.post(f"/workshops/{workshop_id}/stage", data={"to": "next"})
    assert ">1 stemme<" not in chi.get(f"/w/{code}").text.split("<template")[0]
    chi.post(f"/w/{code}/votes", data={"vote": "1:1"})
    assert ">1 stemme<" in re.sub(r"\s+(?=<)|(?<=>)\s+", "", chi.get(f"/w/{code}").text)

    ada.post(f"/workshops/{workshop_id}/voting", data={"act": "close"})
    assert 'data-slot="votes">1<' in ben.get(f"/w/{code}").text


def test_a_refused_idea_is_still_in_the_form(ben: FlaskClient, room: tuple[int, str]) -> None:
    workshop_id, code = room
    join(ben, code)
    stand_at(workshop_id, "propose")

    answer = ben.post(f"/w/{code}/ideas", data={"text": "å" * 501, "goal": "2"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "å" * 501 in answer.text
    assert "én tegn for lang" in answer.text
    assert '<option value="2" selected' in answer.text


def test_an_idea_posted_twice_is_one_idea(ben: FlaskClient, room: tuple[int, str]) -> None:
    workshop_id, code = room
    join(ben, code)
    stand_at(workshop_id, "propose")
    form = {"text": "Leie-til-eie", "client_id": "the-form-was-drawn-once"}
    ben.post(f"/w/{code}/ideas", data=form)
    ben.post(f"/w/{code}/ideas", data=form)

    with storage.reading() as db:
        assert len(picture_of(db, workshop_id).cards) == 1


@pytest.mark.parametrize("vote", ["", "x:1", "1", "1:9", "99999999999999999999:1", "1:-1"])
def test_a_made_up_vote_is_refused_without_a_traceback(
    ben: FlaskClient, room: tuple[int, str], vote: str
) -> None:
    workshop_id, code = room
    join(ben, code)
    stand_at(workshop_id, "vote")

    answer = ben.post(f"/w/{code}/votes", data={"vote": vote})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_someone_without_a_seat_is_asked_to_join(ben: FlaskClient, room: tuple[int, str]) -> None:
    _, code = room

    assert "Velg avdelingen din" in ben.get(f"/w/{code}").text
    assert "Bli med med koden først" in ben.post(f"/w/{code}/votes", data={"vote": "1:1"}).text


def test_the_desk_is_for_those_who_lead_the_project(
    ada: FlaskClient, ben: FlaskClient, dee: FlaskClient, room: tuple[int, str]
) -> None:
    workshop_id, _ = room
    for page in (f"/workshops/{workshop_id}", f"/workshops/{workshop_id}/screen"):
        assert ada.get(page).status_code == HTTPStatus.OK
        assert dee.get(page).status_code == HTTPStatus.FORBIDDEN
        assert ben.get(page).status_code == HTTPStatus.UNAUTHORIZED


@pytest.mark.parametrize(
    "act",
    [
        "stage",
        "voting",
        "timer",
        "end",
        "resume",
        "ideas",
        "merge",
        "ideas/1/hide",
        "groups/1/split",
    ],
)
def test_no_act_of_the_desk_is_open_to_others(
    ben: FlaskClient, dee: FlaskClient, room: tuple[int, str], act: str
) -> None:
    workshop_id, _ = room

    assert dee.post(f"/workshops/{workshop_id}/{act}").status_code == HTTPStatus.FORBIDDEN
    assert ben.post(f"/workshops/{workshop_id}/{act}").status_code == HTTPStatus.UNAUTHORIZED


def test_a_script_gets_facts_and_refusals_as_json(ada: FlaskClient, project: Project) -> None:
    asks = {"Accept": "application/json"}
    made = ada.post(f"/projects/{project.id}/workshops", data={"template": "kort45"}, headers=asks)
    assert made.json
    assert made.json["ok"] is True

    refused = ada.post(
        f"/workshops/{made.json['workshop']}/merge", data={"idea": ["1"]}, headers=asks
    )
    assert refused.json
    assert refused.json["code"] == "no_such_idea"


def test_a_form_without_its_token_is_refused_and_what_was_typed_is_shown(
    house: Flask, ben: FlaskClient, room: tuple[int, str]
) -> None:
    workshop_id, code = room
    join(ben, code)
    stand_at(workshop_id, "propose")
    house.config["WTF_CSRF_ENABLED"] = True

    answer = ben.post(f"/w/{code}/ideas", data={"text": "En idé som ikke må gå tapt"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "åpent for lenge" in answer.text
    assert "En idé som ikke må gå tapt" in answer.text


def test_a_text_that_would_be_markup_is_text(ben: FlaskClient, room: tuple[int, str]) -> None:
    workshop_id, code = room
    join(ben, code)
    stand_at(workshop_id, "propose")
    ben.post(f"/w/{code}/ideas", data={"text": "<script>alert(1)</script>"})
    stand_at(workshop_id, "reveal")

    page = ben.get(f"/w/{code}").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
