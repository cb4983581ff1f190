import pytest
from sqlalchemy.orm import Session

from planning import Project
from tests.workshop.cast import BEN, CHI, DEE, go_to, open_room, propose
from workshop.actions.looking import own_of, picture_of
from workshop.actions.rows import NoSeat
from workshop.picture import Audience, news_for
from workshop.stage import NotProposing


def test_an_idea_that_is_sent_twice_is_stored_once(db: Session, project: Project) -> None:
    room = open_room(db, project)
    go_to(db, room.id, "propose")

    first = propose(db, room.id, BEN, "Leie-til-eie", "from-the-phone")
    again = propose(db, room.id, BEN, "Leie-til-eie", "from-the-phone")

    assert first == again
    assert len(picture_of(db, room.id).cards) == 1


def test_an_idea_stored_before_the_stage_moved_is_answered_the_same(
    db: Session, project: Project
) -> None:
    room = open_room(db, project)
    go_to(db, room.id, "propose")
    first = propose(db, room.id, BEN, "Leie-til-eie", "from-the-phone")
    go_to(db, room.id, "vote")

    assert propose(db, room.id, BEN, "Leie-til-eie", "from-the-phone") == first
    with pytest.raises(NotProposing):
        propose(db, room.id, BEN, "For sent")


def test_nobody_proposes_without_a_seat(db: Session, project: Project) -> None:
    room = open_room(db, project)
    go_to(db, room.id, "propose")

    with pytest.raises(NoSeat):
        propose(db, room.id, DEE, "Fra gata")


def test_ideas_of_the_silent_stage_are_seen_by_their_writer_and_the_desk_alone(
    db: Session, project: Project
) -> None:
    room = open_room(db, project)
    go_to(db, room.id, "propose")
    propose(db, room.id, BEN, "Stille")
    picture = picture_of(db, room.id)

    assert [text for _, text in own_of(db, room.id, BEN).ideas] == ["Stille"]
    assert own_of(db, room.id, CHI).ideas == []
    assert news_for(Audience.PHONE, picture, 0)["ideas"] == []
    assert news_for(Audience.SCREEN, picture, 0)["ideas"] == []
    assert len(news_for(Audience.DESK, picture, 0)["ideas"]) == 1


def test_ideas_are_shown_when_the_room_comes_to_them(db: Session, project: Project) -> None:
    room = open_room(db, project)
    go_to(db, room.id, "propose")
    propose(db, room.id, BEN, "Stille")
    go_to(db, room.id, "reveal")

    assert len(news_for(Audience.PHONE, picture_of(db, room.id), 0)["ideas"]) == 1


def test_what_is_noted_for_the_facilitator_is_told_at_the_desk_alone(
    db: Session, project: Project
) -> None:
    picture = picture_of(db, open_room(db, project).id)

    assert picture.stage.notes
    assert news_for(Audience.DESK, picture, 0)["state"]["notes"] == picture.stage.notes
    assert picture.stage.notes not in str(news_for(Audience.PHONE, picture, 0))
    assert picture.stage.notes not in str(news_for(Audience.SCREEN, picture, 0))
