from http import HTTPStatus

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from planning import NotYourProject, Project
from planning.colleagues import (
    ColleagueUnclear,
    admit_facilitator,
    colleagues_of,
    give_sign_in_link,
)
from tests.conftest import NOW


def names(db: Session, project: Project) -> list[str]:
    return [colleague.person.name for colleague in colleagues_of(db, project.id)]


def test_a_facilitator_is_let_in_once(db: Session, project: Project) -> None:
    admit_facilitator(db, project.id, " Kari  Bråten ", "KARI@example.org")
    admit_facilitator(db, project.id, "Kari Bråten", "kari@example.org")

    assert names(db, project) == ["Ada", "Kari Bråten"]


@pytest.mark.parametrize(
    ("name", "email"), [("", "a@b.no"), ("Kari", "kari"), ("Kari", "@b"), ("x" * 121, "a@b.no")]
)
def test_someone_unclear_is_refused(db: Session, project: Project, name: str, email: str) -> None:
    with pytest.raises(ColleagueUnclear):
        admit_facilitator(db, project.id, name, email)


def test_a_link_is_given_to_colleagues_alone(db: Session, project: Project) -> None:
    kari = admit_facilitator(db, project.id, "Kari", "kari@example.org")

    assert give_sign_in_link(db, project.id, kari.id, "a-token", NOW) == kari
    with pytest.raises(NotYourProject):
        give_sign_in_link(db, project.id, kari.id + 100, "other", NOW)


def test_a_second_facilitator_comes_in_by_the_link_and_runs_the_workshop(
    house: Flask, ada: FlaskClient, project: Project
) -> None:
    page = f"/projects/{project.id}/people"
    ada.post(page, data={"name": "Kari", "email": "kari@example.org"})
    shown = ada.post(f"{page}/3/link").text
    link = shown.split("/sign-in/")[1].split('"')[0]
    asks = {"Accept": "application/json"}
    made = ada.post(f"/projects/{project.id}/workshops", data={"template": "kort45"}, headers=asks)

    kari = house.test_client()
    kari.get(f"/sign-in/{link}")

    assert made.json
    desk = f"/workshops/{made.json['workshop']}"
    assert kari.get(desk).status_code == HTTPStatus.OK
    assert kari.post(f"{desk}/stage", data={"to": "next"}, headers=asks).json == {"ok": True}


def test_the_people_of_a_project_are_for_those_who_lead_it(
    dee: FlaskClient, project: Project
) -> None:
    page = f"/projects/{project.id}/people"

    assert dee.get(page).status_code == HTTPStatus.FORBIDDEN
    assert (
        dee.post(page, data={"name": "Dee", "email": "d@example.org"}).status_code
        == HTTPStatus.FORBIDDEN
    )
    assert dee.post(f"{page}/1/link").status_code == HTTPStatus.FORBIDDEN


def test_what_was_typed_is_still_there_when_it_is_refused(
    ada: FlaskClient, project: Project
) -> None:
    answer = ada.post(f"/projects/{project.id}/people", data={"name": "Kari", "email": "nei"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'value="Kari"' in answer.text
    assert "Skriv navn og e-postadresse" in answer.text
