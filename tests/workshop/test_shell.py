import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

import storage
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, close, go_to, propose, room_with_ideas, vote
from workshop.pages.shell import FRESH, SEAM, Shells


def drawn(secrets: tuple[str, ...], order: list[int], text: str = "Idé") -> str:
    cards = "".join(f"{SEAM}<li>{text} {idea}</li>" for idea in order)
    return f"<p>{secrets[0]}</p>{cards}{SEAM}<a>{secrets[1]}</a>"


def test_others_get_the_same_drawing_with_their_own_secrets_and_order() -> None:
    shells = Shells()
    shells.page(1, "as it is", NOW, [1, 2, 3], ("ben", "b"), lambda: drawn(("ben", "b"), [1, 2, 3]))

    page = shells.page(1, "as it is", NOW, [3, 1, 2], ("chi", "c"), pytest.fail)

    assert page == "<p>chi</p><li>Idé 3</li><li>Idé 1</li><li>Idé 2</li><a>c</a>"


def test_it_is_drawn_anew_when_it_shows_something_else() -> None:
    shells = Shells()
    shells.page(1, "before", NOW, [1], ("ben", "b"), lambda: drawn(("ben", "b"), [1]))

    page = shells.page(1, "after", NOW, [1], ("ben", "b"), lambda: drawn(("ben", "b"), [1], "Ny"))

    assert "Ny 1" in page


def test_it_is_drawn_anew_when_it_is_old() -> None:
    shells = Shells()
    shells.page(1, "same", NOW, [1], ("ben", "b"), lambda: drawn(("ben", "b"), [1]))

    later = NOW + FRESH
    page = shells.page(1, "same", later, [1], ("ben", "b"), lambda: drawn(("ben", "b"), [1], "Ny"))

    assert "Ny 1" in page
    assert "Ny 1" in shells.page(1, "same", later + timedelta(seconds=1), [1], ("c", "d"), str)


def test_two_workshops_do_not_share_a_drawing() -> None:
    shells = Shells()
    shells.page(1, "same", NOW, [1], ("ben", "b"), lambda: drawn(("ben", "b"), [1], "Her"))

    page = shells.page(2, "same", NOW, [1], ("ben", "b"), lambda: drawn(("ben", "b"), [1], "Der"))

    assert "Der 1" in page


@pytest.fixture
def room(house: Flask, project: Project) -> tuple[int, str, list[int]]:
    with storage.transaction() as db:
        workshop_id, ideas = room_with_ideas(db, project, 12)
        go_to(db, workshop_id, "vote")
        code = db.connection().exec_driver_sql("SELECT code FROM workshop").scalar_one()
    return workshop_id, code, ideas


def come_in(phone: FlaskClient, workshop_id: int, token: str) -> None:
    with phone.session_transaction() as cookie:
        cookie["seats"] = {str(workshop_id): token}


def secrets_in(page: str) -> set[str]:
    return set(re.findall(r'(?:nonce|name="(?:csrf_token|client_id)" value)="([^"]+)"', page))


def cards_in(page: str) -> list[str]:
    return re.findall(r'id="idea-(\d+)"', page)


def test_two_phones_get_pages_that_differ_in_order_and_secrets_alone(
    ben: FlaskClient, chi: FlaskClient, room: tuple[int, str, list[int]]
) -> None:
    workshop_id, code, ideas = room
    come_in(ben, workshop_id, BEN)
    come_in(chi, workshop_id, CHI)

    first, second = ben.get(f"/w/{code}").text, chi.get(f"/w/{code}").text

    assert secrets_in(first)
    assert not secrets_in(first) & secrets_in(second)
    assert BEN in first
    assert BEN not in second
    assert CHI in second
    assert cards_in(first) != cards_in(second)
    assert sorted(cards_in(first)) == sorted(cards_in(second)) == sorted(map(str, ideas))
    assert "<!--" not in first + second


def test_whoever_has_voted_sees_the_votes_and_others_do_not(
    ben: FlaskClient, chi: FlaskClient, room: tuple[int, str, list[int]]
) -> None:
    workshop_id, code, ideas = room
    come_in(ben, workshop_id, BEN)
    come_in(chi, workshop_id, CHI)
    with storage.transaction() as db:
        vote(db, workshop_id, BEN, ideas[0], 2)

    assert "2 stemmer" in ben.get(f"/w/{code}").text.split("idea-template")[0]
    assert "2 stemmer" not in chi.get(f"/w/{code}").text.split("idea-template")[0]


def test_an_idea_that_looks_like_a_seam_is_only_text(
    chi: FlaskClient, room: tuple[int, str, list[int]]
) -> None:
    workshop_id, code, _ = room
    come_in(chi, workshop_id, CHI)
    with storage.transaction() as db:
        go_to(db, workshop_id, "reveal")
        propose(db, workshop_id, BEN, f"{SEAM} og <!--0-->")

    page = chi.get(f"/w/{code}").text

    assert "&lt;!--seam--&gt; og &lt;!--0--&gt;" in page


def test_the_result_of_a_vote_is_shown_at_the_next_look(
    chi: FlaskClient, room: tuple[int, str, list[int]]
) -> None:
    workshop_id, code, ideas = room
    come_in(chi, workshop_id, CHI)
    with storage.transaction() as db:
        vote(db, workshop_id, BEN, ideas[0], 2)
    before = chi.get(f"/w/{code}").text
    with storage.transaction() as db:
        close(db, workshop_id)

    after = chi.get(f"/w/{code}").text

    assert 'data-show="shown !owning !drafting !tabling" hidden' in before
    assert 'data-show="shown !owning !drafting !tabling" hidden' not in after
