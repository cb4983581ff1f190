"""Types of need on ideas: chosen by the writer, or set at the desk."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

import storage
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, ada_id, go_to, open_room, room_with_ideas
from workshop import findings_of
from workshop.actions import needs, taking_part
from workshop.actions.looking import picture_of
from workshop.actions.recording import minutes_of
from workshop.actions.undoing import undo_last
from workshop.minutes import Words
from workshop.need import Need, accept_need


def needs_in(db: Session, room: int) -> list[str | None]:
    return [card.need for card in picture_of(db, room).cards]


def test_a_type_that_is_not_chosen_or_not_known_is_none() -> None:
    assert [accept_need(said) for said in ("general", "special", "", "x", None)] == [
        Need.GENERAL,
        Need.SPECIAL,
        None,
        None,
        None,
    ]


def test_the_writer_chooses_and_everyone_sees_it(db: Session, project: Project) -> None:
    room = open_room(db, project).id
    go_to(db, room, "propose")

    taking_part.propose_idea(db, room, BEN, "Heis", None, "12345678", NOW, Need.SPECIAL)

    assert needs_in(db, room) == ["special"]
    assert findings_of(db, project.id)[0].need == "special"
    minutes = minutes_of(db, room, NOW)
    assert Words(str).remark(minutes.ideas[0]) == "Special needs"


def test_the_facilitator_sets_it_for_many_and_can_undo_it(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    needs.set_need(db, room, [one], Need.SPECIAL, ada_id(db), NOW)
    version = picture_of(db, room).version

    needs.set_need(db, room, [one, two], Need.GENERAL, ada_id(db), NOW)
    picture = picture_of(db, room)
    assert needs_in(db, room) == ["general", "general", None]
    assert picture.cards[0].version == picture.version > version
    deed = minutes_of(db, room, NOW).log[-1].deed
    assert "idea no. 1 and 2: General needs" in Words(str, "en").deed(deed, {})

    undo_last(db, room, ada_id(db), NOW)
    assert needs_in(db, room) == ["special", None, None]
    with pytest.raises(needs.NoIdeaChosen):
        needs.set_need(db, room, [], Need.GENERAL, ada_id(db), NOW)


def test_it_goes_by_plain_forms(ada: FlaskClient, ben: FlaskClient, project: Project) -> None:
    with storage.transaction() as db:
        opened = open_room(db, project)
        go_to(db, opened.id, "propose")
    ben.post(f"/w/{opened.code}/join", data={"department": "1"})

    ben.post(f"/w/{opened.code}/ideas", data={"text": "Heis", "need": "special"})
    with storage.reading() as db:
        assert needs_in(db, opened.id) == ["special"]
    form = {"idea": 1, "need": "general"}
    assert ada.post(f"/workshops/{opened.id}/needs", data=form).status_code == 303
    assert ben.post(f"/workshops/{opened.id}/needs", data=form).status_code in {401, 403, 303}

    with storage.reading() as db:
        assert needs_in(db, opened.id) == ["general"]
    page = ada.get(f"/projects/{project.id}/proposals?need=special").get_data(as_text=True)
    assert "Heis" not in page
    assert "Heis" in ada.get(f"/projects/{project.id}/proposals?need=general").get_data(
        as_text=True
    )
