"""Draft strategies in one sentence, with the ideas they build on."""

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
from workshop import strategies_of
from workshop.actions import arranging, drafting, tidying
from workshop.actions.drafting import sentences_in
from workshop.actions.looking import picture_of
from workshop.actions.opening import take_seat
from workshop.actions.parts import part_of
from workshop.actions.recording import minutes_of
from workshop.actions.rows import NoSeat, NoSuchIdea, workshop_row
from workshop.actions.undoing import undo_last
from workshop.arrangement import StageDraft
from workshop.minutes import Words, write_minutes
from workshop.picture import Audience, news_for
from workshop.stage import StageKind
from workshop.strategy_sentence import (
    BuildsOnNothing,
    NoSuchSentence,
    NotDrafting,
    SentenceUnclear,
    StrategyDraft,
    accept_sentence,
)

ERI = "token-of-eri"
BUY = StrategyDraft("kjøpe tomter tidlig", "holde prisene nede")


def room_that_drafts(db: Session, project: Project) -> tuple[int, list[int]]:
    room = open_room(db, project).id
    draft = StageDraft(StageKind.SENTENCE, "Fra idé til strategi", "", "", 20)
    arranging.add_stage(db, room, draft, ada_id(db), NOW)
    go_to(db, room, "propose")
    ideas = [propose(db, room, BEN, f"Idé {n}") for n in range(3)]
    go_to(db, room, "vote")
    vote(db, room, BEN, ideas[1], 2)
    go_to(db, room, "sentence")
    return room, ideas


def write(db: Session, room: int, token: str, ideas: list[int], client_id: str = "a") -> int:
    return drafting.write_sentence(db, room, token, BUY, ideas, client_id)


def test_a_sentence_has_two_parts_without_the_words_that_it_says_anyway() -> None:
    said = accept_sentence("  Kommunen skal kjøpe \n tomter tidlig ", "for å holde prisene nede.")

    assert said == BUY


@pytest.mark.parametrize(
    ("what", "purpose"),
    [
        ("", "bo"),
        ("bygge", " "),
        ("Kommunen skal .", "bo"),
        ("x" * 301, "bo"),
        ("bygge", "x" * 301),
    ],
)
def test_what_is_no_sentence_is_refused(what: str, purpose: str) -> None:
    with pytest.raises(SentenceUnclear):
        accept_sentence(what, purpose)


@given(st.text(max_size=200), st.text(max_size=200))
def test_accepting_twice_changes_nothing_more(what: str, purpose: str) -> None:
    try:
        once = accept_sentence(what, purpose)
    except SentenceUnclear:
        return

    assert accept_sentence(once.what, once.purpose) == once


def test_a_sentence_is_kept_with_the_ideas_it_builds_on(db: Session, project: Project) -> None:
    room, (one, two, _) = room_that_drafts(db, project)
    write(db, room, BEN, [two, one, two])

    (sentence,) = sentences_in(db, room)
    assert (sentence.draft, sentence.ideas) == (BUY, (two, one))


def test_one_writes_several_and_one_that_is_sent_twice_is_stored_once(
    db: Session, project: Project
) -> None:
    room, (one, *_) = room_that_drafts(db, project)
    ids = [write(db, room, BEN, [one], client_id) for client_id in ("a", "a", "b")]

    assert ids[0] == ids[1] != ids[2]
    assert len(sentences_in(db, room)) == 2


def test_merged_ideas_are_one_in_the_trail_and_hidden_ones_leave_it(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_that_drafts(db, project)
    write(db, room, BEN, [one, two, three])
    merge(db, room, [one, two])
    tidying.hide_idea(db, room, three, ada_id(db), NOW)

    assert sentences_in(db, room)[0].ideas == (one,)


def test_a_sentence_builds_on_ideas_that_are_there_and_comes_from_a_seat_in_its_stage(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_that_drafts(db, project)
    tidying.hide_idea(db, room, two, ada_id(db), NOW)
    with pytest.raises(BuildsOnNothing):
        write(db, room, BEN, [])
    with pytest.raises(NoSuchIdea):
        write(db, room, BEN, [one, two])
    with pytest.raises(NoSuchIdea):
        write(db, room, BEN, [2**60])
    with pytest.raises(NoSeat):
        write(db, room, DEE, [one])
    go_to(db, room, "close")
    with pytest.raises(NotDrafting):
        write(db, room, BEN, [one])


def test_one_takes_back_ones_own_and_nobody_elses(db: Session, project: Project) -> None:
    room, (one, *_) = room_that_drafts(db, project)
    mine, other = write(db, room, BEN, [one]), write(db, room, CHI, [one])
    drafting.take_back_sentence(db, room, BEN, mine)
    drafting.take_back_sentence(db, room, BEN, other)

    assert [sentence.id for sentence in sentences_in(db, room)] == [other]


def test_the_facilitator_hides_a_sentence_and_undoes_it(db: Session, project: Project) -> None:
    room, (one, *_) = room_that_drafts(db, project)
    sentence = write(db, room, BEN, [one])
    drafting.hide_sentence(db, room, sentence, ada_id(db), NOW)
    assert strategies_of(db, project.id) == []
    assert part_of(db, picture_of(db, room), CHI).sentences == ()
    assert len(part_of(db, picture_of(db, room)).sentences) == 1

    undo_last(db, room, ada_id(db), NOW)
    assert [s.draft for s in strategies_of(db, project.id)] == [BUY]
    other = open_room(db, project, most=1).id
    with pytest.raises(NoSuchSentence):
        drafting.hide_sentence(db, other, sentence, ada_id(db), NOW)


def test_the_facilitator_enters_a_sentence_for_a_group_and_undoes_it(
    db: Session, project: Project
) -> None:
    room, (one, *_) = room_that_drafts(db, project)
    for _ in range(2):
        drafting.enter_sentence(db, room, BUY, [one], "form", ada_id(db), NOW)
    assert [s.draft for s in strategies_of(db, project.id)] == [BUY]

    undo_last(db, room, ada_id(db), NOW)
    assert strategies_of(db, project.id) == []


def test_the_ideas_with_votes_are_offered_and_all_while_there_is_no_result(
    db: Session, project: Project
) -> None:
    room, ideas = room_that_drafts(db, project)
    assert [idea.id for idea in part_of(db, picture_of(db, room), BEN).ideas] == [ideas[1]]

    opened = open_room(db, project, most=1)
    no_vote = opened.id
    take_seat(db, opened.code, departments_of(db, project.id)[0].id, ERI, NOW)
    draft = StageDraft(StageKind.SENTENCE, "Setninger", "", "", 20)
    stage = arranging.add_stage(db, no_vote, draft, ada_id(db), NOW)
    arranging.move_stage(db, no_vote, stage, -2, ada_id(db), NOW)
    go_to(db, no_vote, "propose")
    only = propose(db, no_vote, ERI, "Bare denne")
    go_to(db, no_vote, "sentence")
    assert [idea.id for idea in part_of(db, picture_of(db, no_vote), ERI).ideas] == [only]


def test_the_news_of_the_room_carries_no_sentences(db: Session, project: Project) -> None:
    room, (one, *_) = room_that_drafts(db, project)
    before = picture_of(db, room).version
    write(db, room, BEN, [one])
    picture = picture_of(db, room)

    assert picture.version > before
    assert "tomter" not in str(news_for(Audience.PHONE, picture, since=0))


def test_minutes_and_findings_tell_the_sentence_and_its_trail(
    db: Session, project: Project
) -> None:
    room, (one, *_) = room_that_drafts(db, project)
    write(db, room, BEN, [one])

    (strategy,) = strategies_of(db, project.id)
    assert (strategy.ideas, strategy.goals) == (("Idé 0",), (1,))
    minutes = minutes_of(db, room, NOW)
    assert minutes.sentences[0].ideas == (1,)
    said = str(write_minutes(minutes, Words(lambda text: text)).blocks)
    assert "The municipality shall kjøpe tomter tidlig in order to holde prisene nede." in said


def test_it_is_written_and_read_by_plain_pages(
    ada: FlaskClient, ben: FlaskClient, chi: FlaskClient, project: Project
) -> None:
    with storage.transaction() as db:
        room, (_, two, _) = room_that_drafts(db, project)
        code = workshop_row(db, room).code
    for phone, department in ((ben, "1"), (chi, "2")):
        phone.post(f"/w/{code}/join", data={"department": department})
    whole = "Kommunen skal kjøpe tomter tidlig for å holde prisene nede."

    said = {"what": "kjøpe tomter tidlig", "purpose": "holde prisene nede", "idea": str(two)}
    assert ben.post(f"/w/{code}/sentences", data=said).status_code == HTTPStatus.SEE_OTHER
    refused = ben.post(f"/w/{code}/sentences", data={**said, "purpose": "", "client_id": "b"})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "kjøpe tomter tidlig</textarea>" in refused.text
    assert whole in chi.get(f"/w/{code}").text
    assert "Ta tilbake din" in ben.get(f"/w/{code}/part").text
    assert "Ta tilbake din" not in chi.get(f"/w/{code}/part").text
    for path in (f"/workshops/{room}", f"/workshops/{room}/screen", "/projects/1/proposals"):
        assert whole in ada.get(path).text, path
    for kind in ("xlsx", "docx"):
        assert ada.get(f"/projects/1/proposals.{kind}").status_code == HTTPStatus.OK

    ada.post(f"/workshops/{room}/sentences", data={**said, "what": "bygge lavt"})
    assert "Kommunen skal bygge lavt for å" in chi.get(f"/w/{code}").text
    ada.post(f"/workshops/{room}/sentences/1/hide")
    assert whole not in chi.get(f"/w/{code}").text
    assert chi.post(f"/workshops/{room}/sentences/1/show").status_code == HTTPStatus.UNAUTHORIZED
