from datetime import timedelta
from http import HTTPStatus

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

import storage
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import (
    BEN,
    CHI,
    DEE,
    ada_id,
    go_to,
    merge,
    open_room,
    propose,
    room_with_ideas,
)
from workshop.actions import steering, tidying
from workshop.actions.ordering import FRESH, Looks, coverage_of, ordered_ideas
from workshop.actions.rows import NoSeat, WorkshopEnded
from workshop.actions.suggesting import similar_to, suggestions_in
from workshop.actions.taking_part import see_ideas

RENT = "Leie-til-eie i kommunale rekkehus"
RENT_TOO = "Kommunale rekkehus som leie til eie"
SMALL = "Flere små boliger i sentrum"


def silent_room(db: Session, project: Project) -> int:
    opened = open_room(db, project)
    go_to(db, opened.id, "propose")
    return opened.id


def headlines(db: Session, workshop_id: int, token: str, text: str) -> list[str]:
    return [idea.headline for idea in similar_to(db, workshop_id, token, text)]


# What a phone hears while someone writes


def test_someone_who_writes_the_same_again_hears_of_the_first(
    db: Session, project: Project
) -> None:
    room = silent_room(db, project)
    propose(db, room, BEN, f"{RENT}\nFamiliene kjøper boligen de bor i.")
    propose(db, room, BEN, SMALL)

    assert headlines(db, room, BEN, RENT_TOO) == [RENT]


def test_the_silent_stage_tells_nobody_what_others_write(db: Session, project: Project) -> None:
    room = silent_room(db, project)
    propose(db, room, BEN, RENT)

    assert headlines(db, room, CHI, RENT) == []
    go_to(db, room, "reveal")
    assert headlines(db, room, CHI, RENT) == [RENT]


def test_no_stage_that_hides_the_ideas_tells_them(db: Session, project: Project) -> None:
    room = silent_room(db, project)
    propose(db, room, BEN, RENT)
    go_to(db, room, "reveal")
    go_to(db, room, "lobby")

    assert headlines(db, room, CHI, RENT) == []


def test_a_hidden_idea_is_not_told(db: Session, project: Project) -> None:
    room = silent_room(db, project)
    idea = propose(db, room, BEN, RENT)
    go_to(db, room, "reveal")
    tidying.hide_idea(db, room, idea, ada_id(db), NOW)

    assert headlines(db, room, CHI, RENT) == []


def test_a_merged_idea_is_told_by_the_one_it_is_shown_under(db: Session, project: Project) -> None:
    room = silent_room(db, project)
    ideas = [propose(db, room, BEN, text) for text in (SMALL, RENT)]
    go_to(db, room, "reveal")
    merge(db, room, ideas)

    assert headlines(db, room, CHI, RENT) == [SMALL]


def test_a_text_that_has_hardly_begun_is_like_nothing(db: Session, project: Project) -> None:
    room = silent_room(db, project)
    propose(db, room, BEN, "Leie")

    assert headlines(db, room, BEN, "  Leie       ") == []


def test_at_most_three_ideas_are_told(db: Session, project: Project) -> None:
    room = silent_room(db, project)
    for n in range(6):
        propose(db, room, BEN, f"{SMALL} {n}")

    assert len(headlines(db, room, BEN, SMALL)) == 3


def test_one_must_have_a_seat_and_the_workshop_must_run(db: Session, project: Project) -> None:
    room = silent_room(db, project)
    with pytest.raises(NoSeat):
        similar_to(db, room, DEE, RENT)
    with pytest.raises(NoSeat):
        ordered_ideas(db, Looks(), room, DEE, NOW)
    steering.end_workshop(db, room, ada_id(db), NOW)
    with pytest.raises(WorkshopEnded):
        similar_to(db, room, BEN, RENT)


# What the desk is told


def test_the_desk_is_told_which_ideas_are_alike_until_they_are_merged(
    db: Session, project: Project
) -> None:
    room = silent_room(db, project)
    ideas = [propose(db, room, BEN, text) for text in (RENT, SMALL, RENT_TOO)]

    (suggestion,) = suggestions_in(db, room)
    assert [idea.id for idea in suggestion.ideas] == [ideas[0], ideas[2]]
    assert suggestion.likeness > 0.8
    assert suggestion.key == f"{ideas[0]}-{ideas[2]}"

    merge(db, room, [ideas[0], ideas[2]])
    assert suggestions_in(db, room) == []


def test_what_the_desk_has_called_unlike_is_not_told_again(db: Session, project: Project) -> None:
    room = silent_room(db, project)
    ideas = [propose(db, room, BEN, text) for text in (RENT, RENT_TOO)]

    assert suggestions_in(db, room, apart=[ideas]) == []


def test_a_hidden_idea_is_not_suggested(db: Session, project: Project) -> None:
    room = silent_room(db, project)
    ideas = [propose(db, room, BEN, text) for text in (RENT, RENT_TOO)]
    tidying.hide_idea(db, room, ideas[0], ada_id(db), NOW)

    assert suggestions_in(db, room) == []


# In which order, and how far read


def test_a_phone_gets_what_nobody_has_seen_first(db: Session, project: Project) -> None:
    room, ideas = room_with_ideas(db, project, 6)
    see_ideas(db, room, BEN, ideas[:4])

    order = ordered_ideas(db, Looks(), room, CHI, NOW)

    assert set(order[:2]) == set(ideas[4:])
    assert sorted(order) == ideas


def test_an_order_stays_through_the_stage_and_new_ideas_come_last(
    db: Session, project: Project
) -> None:
    room, ideas = room_with_ideas(db, project, 6)
    go_to(db, room, "reveal")
    looks = Looks()
    before = ordered_ideas(db, looks, room, CHI, NOW)
    see_ideas(db, room, BEN, before[:3])
    new = propose(db, room, BEN, "En ny idé")
    tidying.hide_idea(db, room, ideas[2], ada_id(db), NOW)

    later = ordered_ideas(db, looks, room, CHI, NOW + 2 * FRESH)

    assert later == [*(idea for idea in before if idea != ideas[2]), new]


def test_the_next_stage_begins_with_what_is_least_read_then(db: Session, project: Project) -> None:
    room, _ = room_with_ideas(db, project, 6)
    go_to(db, room, "reveal")
    looks = Looks()
    first = ordered_ideas(db, looks, room, CHI, NOW)
    see_ideas(db, room, CHI, first[:4])
    go_to(db, room, "vote")

    order = ordered_ideas(db, looks, room, CHI, NOW + FRESH)

    assert set(order[:2]) == set(first[4:])


def test_phones_that_ask_at_once_are_answered_from_one_count(db: Session, project: Project) -> None:
    counts = 0

    def count() -> dict[int, int]:
        nonlocal counts
        counts += 1
        return {}

    looks = Looks()
    for seconds in (0, 1, 4):
        looks.recent(1, NOW + timedelta(seconds=seconds), count)
    assert counts == 1
    looks.recent(1, NOW + FRESH, count)
    looks.recent(2, NOW + FRESH, count)
    assert counts == 3


def test_there_is_no_order_while_no_ideas_are_shown(db: Session, project: Project) -> None:
    room = silent_room(db, project)
    propose(db, room, BEN, RENT)

    assert ordered_ideas(db, Looks(), room, BEN, NOW) == []


def test_an_idea_is_covered_when_everyone_in_a_small_room_has_seen_it(
    db: Session, project: Project
) -> None:
    room, ideas = room_with_ideas(db, project, 3)
    see_ideas(db, room, BEN, ideas)
    see_ideas(db, room, CHI, ideas[:1])

    found = coverage_of(db, room)

    assert (found.covered, found.ideas, found.enough) == (1, 3, 2)


# The doors


@pytest.fixture
def room(house: Flask, project: Project) -> tuple[int, str]:
    with storage.transaction() as db:
        opened = open_room(db, project)
        go_to(db, opened.id, "propose")
        for text in (RENT, SMALL, RENT_TOO):
            propose(db, opened.id, BEN, text)
    return opened.id, opened.code


def test_a_phone_asks_what_its_text_is_like_and_in_which_order_to_show(
    ben: FlaskClient, room: tuple[int, str]
) -> None:
    workshop_id, code = room
    ben.post(f"/w/{code}/join", data={"department": "1"})
    asked = f"/w/{code}/similar"
    assert ben.post(asked, data={"text": RENT}).json == {"ok": True, "ideas": []}
    assert ben.get(f"/w/{code}/order").json == {"ok": True, "ideas": []}

    with storage.transaction() as db:
        go_to(db, workshop_id, "reveal")
    found = ben.post(asked, data={"text": SMALL})
    assert found.headers["Cache-Control"] == "no-store"
    assert found.json == {"ok": True, "ideas": [{"id": 2, "headline": SMALL}]}
    too_long = ben.post(asked, data={"text": "x" * 9_000})
    assert too_long.json == {"ok": True, "ideas": []}
    order = ben.get(f"/w/{code}/order").json
    assert order
    assert sorted(order["ideas"]) == [1, 2, 3]


def test_the_page_draws_the_ideas_in_the_order_of_the_seat_each_time(
    ben: FlaskClient, room: tuple[int, str]
) -> None:
    workshop_id, code = room
    ben.post(f"/w/{code}/join", data={"department": "1"})
    with storage.transaction() as db:
        go_to(db, workshop_id, "vote")
        for n in range(20):
            tidying.enter_ideas(db, workshop_id, [f"Idé {n}"], None, ada_id(db), NOW)

    order = (ben.get(f"/w/{code}/order").json or {})["ideas"]

    assert order != sorted(order)
    for _ in range(2):
        page = ben.get(f"/w/{code}").text
        places = [page.index(f'id="idea-{idea}"') for idea in order]
        assert places == sorted(places)


def test_only_a_seat_is_told(ben: FlaskClient, room: tuple[int, str]) -> None:
    _, code = room
    script = {"Accept": "application/json"}
    for answer in (
        ben.post(f"/w/{code}/similar", data={"text": "x" * 20}, headers=script),
        ben.get(f"/w/{code}/order", headers=script),
    ):
        assert (answer.json or {})["code"] == "no_seat"


def test_the_page_of_suggestions_merges_and_sets_apart_by_plain_forms(
    ada: FlaskClient, room: tuple[int, str]
) -> None:
    workshop_id, _ = room
    page = ada.get(f"/workshops/{workshop_id}/suggestions").text
    assert "Disse ligner på hverandre" in page
    assert 'value="1-3"' in page
    assert "0 av 3 idéer er sett av 2 eller flere" in page

    apart = ada.get(f"/workshops/{workshop_id}/suggestions?apart=1-3&apart=x&apart=").text
    assert "Fant ingen idéer som ligner" in apart

    ada.post(f"/workshops/{workshop_id}/merge", data={"idea": ["1", "3"]})
    assert "Fant ingen" in ada.get(f"/workshops/{workshop_id}/suggestions").text


def test_suggestions_and_coverage_are_for_those_who_lead_the_project(
    ada: FlaskClient, ben: FlaskClient, dee: FlaskClient, room: tuple[int, str]
) -> None:
    workshop_id, _ = room
    for page in ("suggestions", "coverage"):
        address = f"/workshops/{workshop_id}/{page}"
        assert ada.get(address).status_code == HTTPStatus.OK
        assert dee.get(address).status_code == HTTPStatus.FORBIDDEN
        assert ben.get(address).status_code == HTTPStatus.UNAUTHORIZED
    told = ada.get(f"/workshops/{workshop_id}/coverage").json
    assert told == {
        "ok": True,
        "ideas": 3,
        "covered": 0,
        "enough": 2,
        "exposure": [[idea, 0, None, 2] for idea in (1, 2, 3)],
    }
