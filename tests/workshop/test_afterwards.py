"""What became of my idea: told to the one who wrote it, and to whoever holds the link."""

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

import storage
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, ada_id, close, go_to, merge, open_room, propose, vote
from workshop.actions import steering, tidying
from workshop.actions.recording import Fate, afterwards_of
from workshop.actions.rows import NoSeat
from workshop.records import DeedRow, WorkshopRow


@pytest.fixture
def room(house: Flask, project: Project) -> tuple[int, str, list[int]]:
    """Ben and Chi have written two ideas each; the first of each is about the same."""
    with storage.transaction() as db:
        opened = open_room(db, project)
        go_to(db, opened.id, "propose")
        ideas = [
            propose(db, opened.id, token, text)
            for token, text in (
                (BEN, "Leie-til-eie"), (CHI, "Leie før eie"), (BEN, "Byttedag"), (CHI, "Tomter"),
            )
        ]  # fmt: skip
    return opened.id, opened.code, ideas


def fates(workshop_id: int, token: str) -> tuple[Fate, ...]:
    with storage.reading() as db:
        return afterwards_of(db, workshop_id, token).fates


def act(workshop_id: int, *kinds: str) -> None:
    with storage.transaction() as db:
        for kind in kinds:
            go_to(db, workshop_id, kind)


def test_everyone_is_told_of_their_own_ideas_alone(room: tuple[int, str, list[int]]) -> None:
    workshop_id, _, _ = room

    assert [fate.text for fate in fates(workshop_id, BEN)] == ["Leie-til-eie", "Byttedag"]
    assert [fate.text for fate in fates(workshop_id, CHI)] == ["Leie før eie", "Tomter"]


def test_a_merged_idea_tells_under_which_text_it_is_counted(
    room: tuple[int, str, list[int]],
) -> None:
    workshop_id, _, ideas = room
    act(workshop_id, "reveal")
    with storage.transaction() as db:
        merge(db, workshop_id, ideas[:2])

    assert fates(workshop_id, BEN)[0].together_with == ("Leie før eie",)
    assert fates(workshop_id, CHI)[0].led_by == "Leie-til-eie"


def test_in_the_silent_stage_nobody_is_told_what_others_wrote(
    room: tuple[int, str, list[int]],
) -> None:
    workshop_id, _, ideas = room
    with storage.transaction() as db:
        merge(db, workshop_id, ideas[:2])

    assert fates(workshop_id, BEN)[0].together_with == ()
    assert fates(workshop_id, CHI)[0].led_by is None


def test_votes_are_told_when_the_result_is_shown_and_never_before(
    room: tuple[int, str, list[int]],
) -> None:
    workshop_id, _, ideas = room
    act(workshop_id, "reveal")
    with storage.transaction() as db:
        merge(db, workshop_id, ideas[:2])
        go_to(db, workshop_id, "vote")
        vote(db, workshop_id, BEN, ideas[0], 2)
        vote(db, workshop_id, CHI, ideas[3], 2)
    assert {fate.outcome for fate in fates(workshop_id, CHI)} == {None}

    with storage.transaction() as db:
        close(db, workshop_id)
    merged, own = (fate.outcome for fate in fates(workshop_id, CHI))
    assert merged
    assert own
    assert merged.place == own.place
    assert (merged.votes, merged.place and merged.place.shared) == (2, True)

    with storage.transaction() as db:
        steering.open_voting(db, workshop_id, ada_id(db), NOW)
    assert {fate.outcome for fate in fates(workshop_id, CHI)} == {None}


def test_a_hidden_idea_is_told_of_with_the_reason_if_there_is_one(
    room: tuple[int, str, list[int]],
) -> None:
    workshop_id, _, ideas = room
    with storage.transaction() as db:
        tidying.hide_idea(db, workshop_id, ideas[2], ada_id(db), NOW)
    assert (fates(workshop_id, BEN)[1].hidden, fates(workshop_id, BEN)[1].reason) == (True, "")

    with storage.transaction() as db:
        deed = db.query(DeedRow).filter_by(act="hide").one()
        deed.details = {**deed.details, "reason": "Den nevner en nabo"}
    assert fates(workshop_id, BEN)[1].reason == "Den nevner en nabo"


@pytest.mark.parametrize("token", ["", "wrong", "x" * 500])
def test_a_wrong_token_is_refused(db: Session, project: Project, token: str) -> None:
    opened = open_room(db, project)

    with pytest.raises(NoSeat):
        afterwards_of(db, opened.id, token)


def test_a_token_opens_one_workshop_alone(
    house: Flask, project: Project, room: tuple[int, str, list[int]]
) -> None:
    with storage.transaction() as db:
        other = open_room(db, project, most=1)

    with storage.reading() as db, pytest.raises(NoSeat):
        afterwards_of(db, other.id, BEN)


def test_the_link_works_without_the_cookie_and_sets_none(
    ben: FlaskClient, room: tuple[int, str, list[int]]
) -> None:
    workshop_id, code, _ = room
    with storage.transaction() as db:
        steering.end_workshop(db, workshop_id, ada_id(db), NOW + timedelta(hours=1))

    answer = ben.get(f"/w/{code}/mine/{BEN}")

    assert answer.status_code == HTTPStatus.OK
    assert "Leie-til-eie" in answer.text
    assert "Leie før eie" not in answer.text
    assert "Den er med i det prosjektgruppen arbeider videre med" in answer.text
    assert "Set-Cookie" not in answer.headers
    assert '<meta name="referrer" content="no-referrer">' in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_wrong_link_says_what_to_do_and_repeats_nothing(
    ben: FlaskClient, room: tuple[int, str, list[int]]
) -> None:
    _, code, _ = room

    answer = ben.get(f"/w/{code}/mine/en-hemmelighet")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Bli med med koden først" in answer.text
    assert "en-hemmelighet" not in answer.text


def test_with_the_cookie_the_page_gives_the_link_that_lasts(
    ben: FlaskClient, chi: FlaskClient, room: tuple[int, str, list[int]]
) -> None:
    _, code, _ = room
    ben.post(f"/w/{code}/join", data={"department": "1"})

    page = ben.get(f"/w/{code}/mine").text
    link = _found(re.compile(r'href="http://localhost(/w/\w+/mine/[\w-]+)"'), page)

    assert chi.get(link[1]).status_code == HTTPStatus.OK
    assert chi.get(f"/w/{code}/mine").status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_the_phone_gives_the_link_at_the_close_and_to_its_owner_alone(
    ada: FlaskClient, ben: FlaskClient, chi: FlaskClient, room: tuple[int, str, list[int]]
) -> None:
    workshop_id, code, _ = room
    for phone in (ben, chi):
        phone.post(f"/w/{code}/join", data={"department": "1"})
    link = re.compile(rf'<p[^>]*>\s*<a class="ds-link"\s+href="/w/{code}/mine/([\w-]+)"')
    assert " hidden" in _found(link, ben.get(f"/w/{code}").text)[0]

    act(workshop_id, "close")
    mine = _found(link, ben.get(f"/w/{code}").text)
    assert " hidden" not in mine[0]
    for others in (
        chi.get(f"/w/{code}"), ada.get(f"/workshops/{workshop_id}"),
        ada.get(f"/workshops/{workshop_id}/screen"), ada.get(f"/workshops/{workshop_id}/minutes"),
    ):  # fmt: skip
        assert mine[1] not in others.text


def test_the_phone_gives_the_link_too_when_the_workshop_is_ended_before_its_close(
    ben: FlaskClient, room: tuple[int, str, list[int]]
) -> None:
    workshop_id, code, _ = room
    ben.post(f"/w/{code}/join", data={"department": "1"})
    with storage.transaction() as db:
        steering.end_workshop(db, workshop_id, ada_id(db), NOW)

    page = ben.get(f"/w/{code}").text

    assert " hidden" not in _found(re.compile(rf"<p[^>]*>\s*<a [^>]*/w/{code}/mine/"), page)[0]


def test_a_rehearsal_promises_nothing(ben: FlaskClient, room: tuple[int, str, list[int]]) -> None:
    workshop_id, code, _ = room
    with storage.transaction() as db:
        db.get_one(WorkshopRow, workshop_id).rehearsal = True
        steering.end_workshop(db, workshop_id, ada_id(db), NOW)

    assert "arbeider videre med" not in ben.get(f"/w/{code}/mine/{BEN}").text


def test_what_was_written_is_text_and_not_markup(
    ben: FlaskClient, house: Flask, project: Project
) -> None:
    with storage.transaction() as db:
        opened = open_room(db, project)
        go_to(db, opened.id, "propose")
        propose(db, opened.id, BEN, "<script>alert(1)</script>")

    assert "<script>alert" not in ben.get(f"/w/{opened.code}/mine/{BEN}").text


def _found(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = pattern.search(text)
    assert found
    return found
