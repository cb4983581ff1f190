"""A vote that is held once more, and how the ideas have moved since."""

from http import HTTPStatus

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

import storage
from documents import Table
from language import catalogue_of
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, ada_id, close, go_to, merge, room_with_ideas, vote
from workshop.actions import arranging, steering
from workshop.actions.looking import picture_of
from workshop.actions.recording import minutes_of
from workshop.arrangement import StageDraft
from workshop.minutes import Words, write_minutes
from workshop.picture import Audience, news_for
from workshop.stage import Method, NoSuchStage, StageKind

WORDS = Words(catalogue_of("nb").gettext)


def hold_again(db: Session, room: int) -> None:
    """Add the same vote once more, and go on to it."""
    stage = picture_of(db, room).stage
    arranging.repeat_vote(db, room, stage.id, "Prioriter igjen", ada_id(db), NOW)
    steering.move_to(db, room, "next", ada_id(db), NOW)


def shifts(db: Session, room: int) -> dict[int, tuple[object, ...]]:
    """Of each idea: the direction, the places and the votes, before and now."""
    told = news_for(Audience.PHONE, picture_of(db, room), 0)["figures"]
    names = ("shift", "was", "now", "had", "got")
    return {idea: tuple(figures.get(name) for name in names) for idea, figures in told.items()}


def test_the_same_vote_can_be_added_once_more(db: Session, project: Project) -> None:
    room, _ = room_with_ideas(db, project)
    first = picture_of(db, room).stage
    hold_again(db, room)

    second = picture_of(db, room).stage
    assert (second.ordinal, second.title) == (first.ordinal + 1, "Prioriter igjen")
    assert (second.method, second.votes, second.most_per_idea) == (
        first.method, first.votes, first.most_per_idea,
    )  # fmt: skip
    assert second.takes_votes


def test_only_a_vote_is_held_once_more(db: Session, project: Project) -> None:
    room, _ = room_with_ideas(db, project)
    lobby = picture_of(db, room).stages[0]

    with pytest.raises(NoSuchStage):
        arranging.repeat_vote(db, room, lobby.id, "", ada_id(db), NOW)


def test_each_idea_tells_how_it_has_moved(db: Session, project: Project) -> None:
    room, (one, two, three, four, five) = room_with_ideas(db, project, 5)
    for token in (BEN, CHI):
        vote(db, room, token, one, 1)
        vote(db, room, token, two, 2)
    close(db, room)
    assert shifts(db, room)[one] == (None,) * 5
    hold_again(db, room)
    for token in (BEN, CHI):
        vote(db, room, token, one, 2)
    vote(db, room, BEN, three, 1)
    close(db, room)

    assert shifts(db, room) == {
        one: ("up", "2", "1", "2", "4"),
        two: ("gone", "1", "", "4", "0"),
        three: ("new", "", "2", "0", "1"),
        four: (None,) * 5,
        five: (None,) * 5,
    }


def test_nothing_of_the_first_round_is_told_while_the_second_is_open(
    db: Session, project: Project
) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 1)
    hold_again(db, room)

    assert shifts(db, room) == {}


def test_a_vote_in_another_way_between_is_not_compared(db: Session, project: Project) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 1)
    hold_again(db, room)
    stage = picture_of(db, room).stage
    draft = StageDraft(StageKind.VOTE, "Støtt", "", "", 5, Method.APPROVAL)
    arranging.change_stage(db, room, stage.id, draft, ada_id(db), NOW)
    vote(db, room, BEN, one, 1)
    close(db, room)

    assert shifts(db, room)[one] == (None,) * 5


def test_both_rounds_are_counted_by_the_groups_as_they_are_now(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 1)
    vote(db, room, CHI, two, 1)
    vote(db, room, CHI, three, 1)
    hold_again(db, room)
    vote(db, room, BEN, one, 2)
    merge(db, room, [one, two])
    close(db, room)

    assert shifts(db, room)[one] == ("same", "1", "1", "2", "2")
    assert shifts(db, room)[three] == ("gone", "2", "", "1", "0")


def test_the_minutes_tell_the_shift_in_words(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    vote(db, room, BEN, two, 2)
    vote(db, room, CHI, one, 1)
    hold_again(db, room)
    vote(db, room, BEN, one, 2)
    vote(db, room, CHI, two, 1)
    go_to(db, room, "close")

    paper = write_minutes(minutes_of(db, room, NOW), WORDS)
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    results = [table for table in tables if table.name.startswith("Resultat av")]
    assert [table.heads[-1] for table in results] == ["Personer", "Personer", "Siden forrige runde"]
    assert [(row[1], row[-1]) for row in results[-1].rows] == [
        ("Idé 0", "↑ Opp fra nr. 2 til nr. 1. Før 1, nå 2."),
        ("Idé 1", "↓ Ned fra nr. 1 til nr. 2. Før 2, nå 1."),
    ]


def test_the_agenda_adds_the_vote_by_a_plain_form(ada: FlaskClient, project: Project) -> None:
    with storage.transaction() as db:
        room = room_with_ideas(db, project)[0]
        stage = picture_of(db, room).stage

    page = ada.get(f"/workshops/{room}/agenda").text
    assert "Prioriter, en gang til" in page
    answer = ada.post(
        f"/workshops/{room}/agenda/{stage.id}/again", data={"title": "Prioriter, en gang til"}
    )

    assert answer.status_code == HTTPStatus.SEE_OTHER
    with storage.reading() as db:
        titles = [one.title for one in picture_of(db, room).stages]
    assert titles[stage.ordinal] == "Prioriter, en gang til"
