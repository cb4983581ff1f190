"""Hiding what people wrote, with a reason."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

import storage
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, ada_id, room_with_ideas
from workshop.actions import tidying
from workshop.actions.looking import picture_of
from workshop.actions.recording import afterwards_of, minutes_of
from workshop.actions.undoing import undo_last
from workshop.hiding import REASON_NAMES, NoReason, Reason, accept_reason
from workshop.minutes import Words
from workshop.records import DeedRow


def test_a_usual_reason_is_kept_by_its_name_and_another_in_its_words() -> None:
    assert accept_reason("personal", "") == "personal"
    assert accept_reason("", " Den nevner\n en nabo ") == "Den nevner en nabo"
    assert set(REASON_NAMES) == set(Reason)


@pytest.mark.parametrize(("chosen", "typed"), [("", ""), ("", " \0 "), ("x", ""), ("", "x" * 121)])
def test_no_reason_is_refused(chosen: str, typed: str) -> None:
    with pytest.raises(NoReason):
        accept_reason(chosen, typed)


@pytest.mark.parametrize(
    ("reason", "said"),
    [("off_topic", "Reason: Not about the goals"), ("Den nevner en nabo", "Reason: Den nevner")],
)
def test_the_reason_is_in_the_minutes_and_told_to_the_one_who_wrote_it(
    db: Session, project: Project, reason: str, said: str
) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    tidying.hide_idea(db, room, idea, ada_id(db), NOW, reason)

    deed = minutes_of(db, room, NOW).log[-1].deed
    assert said in Words(str).deed(deed, {})
    assert afterwards_of(db, room, BEN).fates[0].reason == reason


def test_undoing_shows_the_idea_and_undoing_that_hides_it_for_the_same_reason(
    db: Session, project: Project
) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    tidying.hide_idea(db, room, idea, ada_id(db), NOW, "offensive")
    tidying.show_idea(db, room, idea, ada_id(db), NOW)

    undo_last(db, room, ada_id(db), NOW)
    assert afterwards_of(db, room, BEN).fates[0].reason == "offensive"

    undo_last(db, room, ada_id(db), NOW)
    assert not picture_of(db, room).cards[0].hidden


def test_the_desk_asks_for_a_reason_also_without_a_script(
    ada: FlaskClient, project: Project
) -> None:
    with storage.transaction() as db:
        room, (one, two, _) = room_with_ideas(db, project)
    here = f"/workshops/{room}"
    page = ada.get(here).get_data(as_text=True)
    assert f'formaction="{here}/ideas/{one}/hide"' in page
    assert all(f'value="{reason}"' in page for reason in Reason)

    assert ada.post(f"{here}/ideas/{one}/hide", data={f"why-{two}": "x"}).status_code == 422
    assert ada.post(f"{here}/ideas/{one}/hide", data={"reason": "personal"}).status_code == 303
    assert ada.post(f"{here}/ideas/{two}/hide", data={f"why-{two}": "Nabo"}).status_code == 303

    with storage.reading() as db:
        assert [fate.reason for fate in afterwards_of(db, room, BEN).fates] == [
            "personal",
            "Nabo",
            "",
        ]


def test_to_hide_or_show_an_idea_twice_is_one_step(db: Session, project: Project) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    tidying.hide_idea(db, room, idea, ada_id(db), NOW, "off_topic")
    version = picture_of(db, room).version
    tidying.hide_idea(db, room, idea, ada_id(db), NOW, "personal")
    assert picture_of(db, room).version == version

    tidying.show_idea(db, room, idea, ada_id(db), NOW)
    tidying.show_idea(db, room, idea, ada_id(db), NOW)
    undo_last(db, room, ada_id(db), NOW)
    undo_last(db, room, ada_id(db), NOW)

    assert not picture_of(db, room).cards[0].hidden
    reasons = [deed.details["reason"] for deed in db.scalars(select(DeedRow)) if deed.act == "hide"]
    assert reasons == ["off_topic", "off_topic"]
