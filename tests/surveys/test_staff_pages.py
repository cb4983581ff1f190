import re
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient

import planning
import storage
import surveys
from tests.conftest import NOW
from tests.surveys.cast import BUILDER, USER, typed


@pytest.fixture
def desk(project: planning.Project, survey: surveys.SurveySummary) -> str:
    """The address of the desk of the small survey."""
    return f"/projects/{project.id}/surveys/{survey.id}"


def test_who_leads_sees_the_link_and_the_answers(
    ada: FlaskClient, desk: str, survey: surveys.SurveySummary
) -> None:
    with storage.transaction() as db:
        surveys.submit_answers(db, survey.id, typed(BUILDER), "one", NOW.date())
        surveys.submit_answers(db, survey.id, typed(USER), "two", NOW.date())

    page = ada.get(desk).text

    assert "http://localhost/surveys/open-link" in page
    assert "2 svar" in page
    assert "Brukerorganisasjon" in page
    assert "Sell plots at a fixed price." in page
    assert "In the park" in page
    assert "style=" not in page


def test_nobody_else_sees_it(
    ben: FlaskClient, dee: FlaskClient, desk: str, survey: surveys.SurveySummary
) -> None:
    assert ben.get(desk).status_code == HTTPStatus.UNAUTHORIZED
    assert dee.get(desk).status_code == HTTPStatus.FORBIDDEN
    assert dee.post(f"{desk}/close").status_code == HTTPStatus.FORBIDDEN
    assert dee.post(f"{desk}/reopen").status_code == HTTPStatus.FORBIDDEN
    invited = dee.post(f"{desk}/invitations", data={"organisation": "Nordbygg"})
    assert invited.status_code == HTTPStatus.FORBIDDEN


def test_a_personal_link_is_shown_once_and_works(
    ada: FlaskClient, ben: FlaskClient, desk: str
) -> None:
    page = ada.post(f"{desk}/invitations", data={"organisation": "Nordbygg"}).text

    [link] = re.findall(r"http://localhost(/invitations/[\w-]+)", page)
    assert "Nordbygg" in ben.get(link).text
    assert link not in ada.get(desk).text


def test_a_survey_is_closed_and_opened_from_the_desk(
    ada: FlaskClient, ben: FlaskClient, desk: str
) -> None:
    ada.post(f"{desk}/close")
    assert ben.get("/surveys/open-link").status_code == HTTPStatus.FORBIDDEN

    ada.post(f"{desk}/reopen")
    assert ben.get("/surveys/open-link").status_code == HTTPStatus.OK


def test_a_survey_there_is_not_is_not_found(ada: FlaskClient, project: planning.Project) -> None:
    assert ada.get(f"/projects/{project.id}/surveys/99").status_code == HTTPStatus.NOT_FOUND
