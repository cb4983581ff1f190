from http import HTTPStatus

from flask import Flask
from flask.testing import FlaskClient


def test_an_address_that_leads_nowhere_gets_a_page_in_norwegian(ben: FlaskClient) -> None:
    answer = ben.get("/no/such/page")

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Det finnes ingen side på denne adressen" in answer.text


def test_a_script_gets_the_same_refusal_as_json(ben: FlaskClient) -> None:
    answer = ben.get("/no/such/page", headers={"Accept": "application/json"})

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert answer.json is not None
    assert answer.json["code"] == "no_such_page"


def test_a_form_that_is_too_large_is_refused_in_words(ben: FlaskClient) -> None:
    answer = ben.post("/join", data={"code": "x" * 300_000})

    assert answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "for stort" in answer.text


def test_a_bug_is_owned_up_to_without_a_traceback(house: Flask) -> None:
    house.config["PROPAGATE_EXCEPTIONS"] = False
    house.add_url_rule("/bug", view_func=lambda: str(1 / 0))

    answer = house.test_client().get("/bug")

    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "Dette er vår feil" in answer.text
    assert "ZeroDivisionError" not in answer.text


def test_every_answer_bears_the_security_headers(ben: FlaskClient) -> None:
    for page in ("/", "/no/such/page", "/static/css/house.css"):
        with ben.get(page) as answer:
            headers = answer.headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


def test_a_nonce_is_never_used_twice(ben: FlaskClient) -> None:
    policies = {ben.get("/").headers["Content-Security-Policy"] for _ in range(5)}

    assert len(policies) == 5


def test_files_with_their_hash_in_the_address_may_be_kept_and_pages_not(ben: FlaskClient) -> None:
    with ben.get("/static/css/house.css?v=0123") as file:
        assert "immutable" in file.headers["Cache-Control"]
    assert ben.get("/").headers["Cache-Control"] == "no-store"
