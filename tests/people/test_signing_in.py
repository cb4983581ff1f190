from datetime import timedelta
from http import HTTPStatus

import pytest
from flask import Flask
from sqlalchemy.orm import Session

import people
from people.actions import SignInLinkBroken
from tests.conftest import NOW


def test_a_link_signs_its_person_in(db: Session) -> None:
    people.invite_to_sign_in(db, "ada@example.org", "the-token", NOW)

    assert people.sign_in(db, "the-token", NOW).name == "Ada"


def test_a_link_works_for_two_weeks(db: Session) -> None:
    people.invite_to_sign_in(db, "ada@example.org", "the-token", NOW)

    people.sign_in(db, "the-token", NOW + timedelta(days=13))
    with pytest.raises(SignInLinkBroken):
        people.sign_in(db, "the-token", NOW + timedelta(days=15))


def test_a_made_up_link_gets_a_page_that_says_so(house: Flask) -> None:
    answer = house.test_client().get("/sign-in/made-up")

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Be om en ny" in answer.text
