"""Who takes responsibility: one answer from each department about each of the top ideas."""

from http import HTTPStatus

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

import storage
from planning import Project, departments_of
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, DEE, ada_id, go_to, merge, open_room, propose, vote
from workshop import findings_of
from workshop.actions import arranging, owning, steering, tidying
from workshop.actions.looking import picture_of
from workshop.actions.opening import NoSuchDepartment, take_seat
from workshop.actions.owning import asked_about
from workshop.actions.parts import part_of
from workshop.actions.recording import minutes_of
from workshop.actions.rows import NoSeat, workshop_row
from workshop.actions.undoing import undo_last
from workshop.arrangement import NotSoManyIdeas, StageDraft, accept_stage
from workshop.minutes import Words, write_minutes
from workshop.ownership import (
    Answer,
    AnswerUnclear,
    NotAskedAbout,
    NotOwning,
    Ownership,
    ReservationUnsaid,
    accept_answer,
    differs_after,
    top_ideas,
)
from workshop.results import result_rows
from workshop.stage import Method, Stage, StageKind
from workshop.tally import Standing

YES, NO = Ownership(Answer.YES), Ownership(Answer.NO)
IF = Ownership(Answer.RESERVED, "Hvis vi får penger")
ERI = "token-of-eri"


def room_that_owns(db: Session, project: Project, most: int = 5) -> tuple[int, list[int]]:
    """Ben has voted for the first idea twice and for the second once; the third got nothing."""
    room = open_room(db, project)
    draft = StageDraft(StageKind.OWN, "Hvem tar ansvar?", "", "", 7, None, most)
    arranging.add_stage(db, room.id, draft, ada_id(db), NOW)
    take_seat(db, room.code, departments_of(db, project.id)[0].id, ERI, NOW)
    go_to(db, room.id, "propose")
    ideas = [propose(db, room.id, BEN, f"Idé {n}") for n in range(3)]
    go_to(db, room.id, "vote")
    vote(db, room.id, BEN, ideas[0], 2)
    vote(db, room.id, BEN, ideas[1], 1)
    steering.move_to(db, room.id, "next", ada_id(db), NOW)
    return room.id, ideas


def answer(db: Session, room: int, token: str, idea: int, said: Ownership) -> None:
    owning.answer_for_department(db, room, token, idea, said)


def stands(db: Session, room: int) -> dict[int, dict[int, Ownership]]:
    stage = picture_of(db, room).stage
    return owning.answers_in(db, room).get(stage.id, {})


def test_a_reservation_says_what_it_is_and_other_answers_need_not() -> None:
    assert accept_answer("yes", "tøv") == YES
    assert accept_answer("reserved", "  Hvis vi \n får penger ") == IF


@pytest.mark.parametrize(
    ("said", "text", "refusal"),
    [
        ("", "", AnswerUnclear),
        ("maybe", "", AnswerUnclear),
        ("reserved", " \0 ", ReservationUnsaid),
        ("reserved", "x" * 201, ReservationUnsaid),
    ],
)
def test_what_is_no_answer_is_refused(said: str, text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        accept_answer(said, text)


def test_another_persons_other_answer_differs_until_somebody_confirms_one() -> None:
    assert not differs_after(None, Answer.YES, same_person=False)
    assert not differs_after(YES, Answer.NO, same_person=True)
    assert differs_after(YES, Answer.NO, same_person=False)
    disputed = Ownership(Answer.NO, differs=True)
    assert differs_after(disputed, Answer.YES, same_person=True)
    assert not differs_after(disputed, Answer.NO, same_person=False)


@given(st.lists(st.integers(0, 4), max_size=12), st.integers(1, 6))
def test_no_idea_is_left_out_that_got_as_many_votes_as_one_that_is_in(
    votes: list[int], most: int
) -> None:
    stage = Stage(1, 1, StageKind.VOTE, "", "", "", 5, Method.APPROVAL)
    standings = [Standing(n, got, got) for n, got in enumerate(votes)]
    top = top_ideas(result_rows(stage, range(len(votes)), standings), most)
    least = min((votes[idea] for idea in top), default=0)

    assert len(top) >= min(most, sum(got > 0 for got in votes))
    assert all(votes[idea] > 0 for idea in top)
    assert {n for n, got in enumerate(votes) if got > least} <= set(top)


def test_departments_are_asked_about_what_was_voted_to_the_top(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_that_owns(db, project)
    stage = picture_of(db, room).stage
    assert asked_about(db, room, stage) == [one, two]

    with pytest.raises(NotAskedAbout):
        answer(db, room, BEN, three, YES)


def test_nobody_is_asked_while_the_vote_is_open(db: Session, project: Project) -> None:
    room, (one, *_) = room_that_owns(db, project)
    steering.move_to(db, room, "previous", ada_id(db), NOW)
    steering.open_voting(db, room, ada_id(db), NOW)
    with pytest.raises(NotOwning):
        answer(db, room, BEN, one, YES)


def test_a_department_has_one_answer_and_the_latest_counts(db: Session, project: Project) -> None:
    room, (one, *_) = room_that_owns(db, project)
    plan, nav = (department.id for department in departments_of(db, project.id)[:2])
    answer(db, room, BEN, one, YES)
    answer(db, room, BEN, one, IF)
    answer(db, room, CHI, one, NO)

    assert stands(db, room) == {one: {plan: IF, nav: NO}}


def test_colleagues_who_answer_otherwise_are_told_of_until_it_is_settled(
    db: Session, project: Project
) -> None:
    room, (one, *_) = room_that_owns(db, project)
    plan = departments_of(db, project.id)[0].id
    answer(db, room, BEN, one, YES)
    answer(db, room, ERI, one, NO)
    assert stands(db, room)[one][plan] == Ownership(Answer.NO, differs=True)

    owning.record_for_department(db, room, plan, one, IF, ada_id(db), NOW)
    assert stands(db, room)[one][plan] == IF


def test_what_the_desk_recorded_is_undone_to_what_stood_before(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_that_owns(db, project)
    plan, nav = (department.id for department in departments_of(db, project.id)[:2])
    answer(db, room, BEN, one, YES)
    owning.record_for_department(db, room, plan, one, NO, ada_id(db), NOW)
    owning.record_for_department(db, room, nav, two, IF, ada_id(db), NOW)

    undo_last(db, room, ada_id(db), NOW)
    assert stands(db, room) == {one: {plan: NO}}
    undo_last(db, room, ada_id(db), NOW)
    assert stands(db, room) == {one: {plan: YES}}


def test_only_those_with_a_seat_answer_and_only_for_departments_there_are(
    db: Session, project: Project
) -> None:
    room, (one, *_) = room_that_owns(db, project)
    with pytest.raises(NoSeat):
        answer(db, room, DEE, one, YES)
    with pytest.raises(NoSuchDepartment):
        owning.record_for_department(db, room, 999, one, YES, ada_id(db), NOW)


def test_answers_follow_an_idea_into_its_group_and_hide_with_it(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_that_owns(db, project)
    plan = departments_of(db, project.id)[0].id
    answer(db, room, BEN, two, IF)
    merge(db, room, [one, two])
    assert stands(db, room) == {one: {plan: IF}}

    tidying.hide_idea(db, room, two, ada_id(db), NOW)
    assert stands(db, room) == {}


def test_a_phone_is_told_of_its_own_department_alone(db: Session, project: Project) -> None:
    room, (one, *_) = room_that_owns(db, project)
    plan, nav = (department.id for department in departments_of(db, project.id)[:2])
    answer(db, room, CHI, one, NO)
    picture = picture_of(db, room)

    assert [key for key, _title in part_of(db, picture, BEN).departments] == [plan]
    assert part_of(db, picture, BEN).answers.get(one, {}) == {}
    assert [key for key, _title in part_of(db, picture).departments] == [plan, nav]
    assert part_of(db, picture).answers[one] == {nav: NO}


def test_the_agenda_says_how_many_ideas_they_are_asked_about(db: Session, project: Project) -> None:
    room, (one, *_) = room_that_owns(db, project, most=1)
    assert asked_about(db, room, picture_of(db, room).stage) == [one]

    typed = {"title": "Hvem?", "kind": "own", "minutes": "7"}
    assert accept_stage({**typed, "votes": "3", "most_per_idea": "x"}).votes == 3
    assert accept_stage({**typed, "votes": ""}).votes == 5
    with pytest.raises(NotSoManyIdeas):
        accept_stage({**typed, "votes": "21"})


def test_a_stage_that_was_answered_stays(db: Session, project: Project) -> None:
    room, (one, *_) = room_that_owns(db, project)
    answer(db, room, BEN, one, YES)
    stage = picture_of(db, room).stage
    go_to(db, room, "close")
    with pytest.raises(arranging.StageAnswered):
        arranging.remove_stage(db, room, stage.id, ada_id(db), NOW)


def test_findings_and_minutes_tell_who_takes_responsibility(db: Session, project: Project) -> None:
    room, (one, *_) = room_that_owns(db, project)
    answer(db, room, BEN, one, IF)
    answer(db, room, CHI, one, NO)

    (found,) = [finding for finding in findings_of(db, project.id) if finding.idea_id == one]
    assert [(o.department, o.given) for o in found.owners] == [("Plan", IF), ("Nav", NO)]
    said = str(write_minutes(minutes_of(db, room, NOW), Words(lambda text: text)).blocks)
    assert "Who takes responsibility" in said
    assert "Hvis vi får penger" in said


def test_it_is_answered_and_recorded_by_plain_pages(
    ada: FlaskClient, ben: FlaskClient, project: Project
) -> None:
    with storage.transaction() as db:
        room, (one, *_) = room_that_owns(db, project)
        code = workshop_row(db, room).code
        nav = departments_of(db, project.id)[1].id
    ben.post(f"/w/{code}/join", data={"department": "1"})
    page = ben.get(f"/w/{code}").text
    assert "Du svarer for Plan" in page
    assert f"own-{one}-reserved" in page

    said = {"idea": str(one), "answer": "reserved", "text": "Hvis vi får penger"}
    assert ben.post(f"/w/{code}/ownership", data=said).status_code == HTTPStatus.SEE_OTHER
    refused = ben.post(f"/w/{code}/ownership", data={**said, "text": ""})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv hva forbeholdet er" in refused.text
    ada.post(f"/workshops/{room}/ownership", data={**said, "department": nav, "answer": "no"})

    for path in (f"/workshops/{room}", f"/workshops/{room}/screen"):
        assert "Ja, med forbehold" in ada.get(path).text
    assert "Hvis vi får penger" in ben.get(f"/w/{code}/part").text
    assert "Nei" in ada.get(f"/workshops/{room}/screen-part").text
    assert "Nav" not in ben.get(f"/w/{code}/part").text
    assert "Hvis vi får penger" in ada.get(f"/projects/{project.id}/proposals").text
    assert ben.get(f"/workshops/{room}/desk-part").status_code == HTTPStatus.UNAUTHORIZED
