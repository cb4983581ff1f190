from http import HTTPStatus
from random import Random

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

import storage
from language import Refusal
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, ada_id, go_to, open_room, room_with_ideas, vote
from workshop import templates_of
from workshop.actions import arranging
from workshop.actions.looking import picture_of
from workshop.actions.opening import make_workshop
from workshop.arrangement import (
    NotAKind,
    NotDots,
    NotMinutes,
    StageDraft,
    StageTextTooLong,
    StageUntitled,
    accept_stage,
    kinds,
)
from workshop.stage import Method, NoSuchStage, StageKind

GOOD = {
    "title": "Prioriter",
    "kind": "vote:dots",
    "minutes": "6",
    "votes": "5",
    "most_per_idea": "2",
}
TALK = StageDraft(StageKind.DISCUSS, "Snakk", "", "", 5)


def titles(db: Session, workshop_id: int) -> list[str]:
    return [stage.title for stage in picture_of(db, workshop_id).stages]


def test_a_stage_is_what_the_form_says() -> None:
    draft = accept_stage(GOOD)

    assert (draft.kind, draft.method) == (StageKind.VOTE, Method.DOTS)
    assert (draft.minutes, draft.votes, draft.most_per_idea) == (6, 5, 2)


def test_dots_are_asked_for_only_where_dots_are_given() -> None:
    draft = accept_stage({"title": "Støtt", "kind": "vote:approval", "minutes": "5", "votes": "x"})

    assert (draft.votes, draft.most_per_idea) == (0, 0)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"title": "  "}, StageUntitled),
        ({"title": "x" * 121}, StageUntitled),
        ({"minutes": "0"}, NotMinutes),
        ({"minutes": "to"}, NotMinutes),
        ({"minutes": "20161"}, NotMinutes),
        ({"votes": "21"}, NotDots),
        ({"votes": "2", "most_per_idea": "3"}, NotDots),
        ({"kind": "vote"}, NotAKind),
        ({"kind": "party"}, NotAKind),
        ({"prompt": "x" * 601}, StageTextTooLong),
    ],
)
def test_what_no_stage_can_be_is_refused(change: dict[str, str], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        accept_stage({**GOOD, **change})


def test_every_kind_that_can_be_chosen_is_accepted() -> None:
    assert {accept_stage({**GOOD, "kind": kind}).kind for kind in kinds()} == set(StageKind)


@given(st.dictionaries(st.sampled_from([*GOOD, "prompt", "notes"]), st.text()))
def test_whatever_is_typed_is_accepted_or_refused(typed: dict[str, str]) -> None:
    try:
        draft = accept_stage(typed)
    except Refusal:
        return

    assert draft.title
    assert draft.minutes >= 1


def test_a_new_stage_comes_before_the_thanks(db: Session, project: Project) -> None:
    room = open_room(db, project).id
    arranging.add_stage(db, room, TALK, ada_id(db), NOW)

    assert titles(db, room)[-2:] == ["Snakk", "Takk"]


def test_the_workshop_goes_on_standing_where_it_stood(db: Session, project: Project) -> None:
    room = open_room(db, project).id
    go_to(db, room, "reveal")
    stages = picture_of(db, room).stages
    arranging.move_stage(db, room, stages[0].id, 3, ada_id(db), NOW)
    assert picture_of(db, room).stage.kind is StageKind.REVEAL

    arranging.remove_stage(db, room, stages[1].id, ada_id(db), NOW)
    picture = picture_of(db, room)
    assert picture.stage.kind is StageKind.REVEAL
    assert [stage.ordinal for stage in picture.stages] == [1, 2, 3, 4]


def test_a_stage_is_never_moved_out_of_the_agenda(db: Session, project: Project) -> None:
    room = open_room(db, project).id
    before = titles(db, room)
    first = picture_of(db, room).stages[0]
    arranging.move_stage(db, room, first.id, -1, ada_id(db), NOW)
    assert titles(db, room) == before

    arranging.move_stage(db, room, first.id, 99, ada_id(db), NOW)
    assert titles(db, room) == [*before[1:], before[0]]


def test_the_stage_one_stands_at_is_not_removed(db: Session, project: Project) -> None:
    room = open_room(db, project).id

    with pytest.raises(arranging.StageInUse):
        arranging.remove_stage(db, room, picture_of(db, room).stages[0].id, ada_id(db), NOW)


def test_what_was_answered_is_never_thrown_away(db: Session, project: Project) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    vote(db, room, BEN, idea, 1)
    stage = picture_of(db, room).stage
    go_to(db, room, "reveal")

    with pytest.raises(arranging.StageAnswered):
        arranging.remove_stage(db, room, stage.id, ada_id(db), NOW)
    with pytest.raises(arranging.StageAnswered):
        arranging.change_stage(db, room, stage.id, TALK, ada_id(db), NOW)
    renamed = StageDraft(
        StageKind.VOTE, "Velg", "", "", 9, Method.DOTS, stage.votes, stage.most_per_idea
    )
    arranging.change_stage(db, room, stage.id, renamed, ada_id(db), NOW)
    assert "Velg" in titles(db, room)


def test_a_stage_of_another_workshop_is_not_there(db: Session, project: Project) -> None:
    room = open_room(db, project).id
    other = open_room(db, project, most=1).id

    with pytest.raises(NoSuchStage):
        arranging.remove_stage(db, room, picture_of(db, other).stages[1].id, ada_id(db), NOW)


def test_an_agenda_can_be_kept_and_used_again(db: Session, project: Project) -> None:
    room = open_room(db, project).id
    arranging.add_stage(db, room, TALK, ada_id(db), NOW)
    arranging.keep_as_template(db, room, "Vår egen")
    arranging.keep_as_template(db, room, "Vår egen")
    (own,) = [t for t in templates_of(db, project.id) if t.title == "Vår egen"]

    made = make_workshop(db, project.id, own.key, ada_id(db), NOW, Random(5))

    assert titles(db, made.id) == titles(db, room)


def test_approval_takes_a_vote_or_none_for_each_idea(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    stage = picture_of(db, room).stage
    approve = StageDraft(StageKind.VOTE, "Støtt", "", "", 5, Method.APPROVAL)
    arranging.change_stage(db, room, stage.id, approve, ada_id(db), NOW)

    assert vote(db, room, BEN, one, 1) is None
    vote(db, room, BEN, two, 1)
    vote(db, room, BEN, two, 0)
    with pytest.raises(Refusal):
        vote(db, room, BEN, one, 2)


def test_the_agenda_is_changed_by_plain_forms(ada: FlaskClient, project: Project) -> None:
    with storage.transaction() as db:
        room = open_room(db, project).id
        second = picture_of(db, room).stages[1].id
    page = f"/workshops/{room}/agenda"

    assert "Stille idéfase" in ada.get(page).text
    assert ada.post(page, data={**GOOD, "title": "Velg"}).status_code == HTTPStatus.SEE_OTHER
    ada.post(f"{page}/{second}/down")
    ada.post(f"{page}/template", data={"title": "Vår egen"})
    refused = ada.post(f"{page}/{second}", data={**GOOD, "title": "", "prompt": "Ikke mist dette"})

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Gi runden en tittel" in refused.text
    assert "Ikke mist dette" in refused.text
    with storage.reading() as db:
        assert titles(db, room) == [
            "Bli med",
            "Del og forstå",
            "Stille idéfase",
            "Prioriter",
            "Velg",
            "Takk",
        ]
    assert "Vår egen" in ada.get(f"/projects/{project.id}").text


def test_the_agenda_is_for_those_who_lead(dee: FlaskClient, project: Project) -> None:
    with storage.transaction() as db:
        room = open_room(db, project).id

    assert dee.get(f"/workshops/{room}/agenda").status_code == HTTPStatus.FORBIDDEN
    assert dee.post(f"/workshops/{room}/agenda", data=GOOD).status_code == HTTPStatus.FORBIDDEN
