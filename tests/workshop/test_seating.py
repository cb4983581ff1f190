"""Individual, table, plenary: each table sees its own ideas, and takes some of them on."""

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
from workshop.actions import arranging, ordering, seating, suggesting, tidying
from workshop.actions.looking import picture_of
from workshop.actions.opening import take_seat
from workshop.actions.parts import part_of
from workshop.actions.recording import afterwards_of, minutes_of
from workshop.actions.rows import NoSeat, NoSuchIdea, workshop_row
from workshop.actions.undoing import undo_last
from workshop.arrangement import NotTables, StageDraft, accept_stage
from workshop.minutes import Words, write_minutes
from workshop.picture import Audience, news_for
from workshop.plenary import (
    NoTableChosen,
    NotAtTables,
    NotOfYourTable,
    TakenEnough,
    Way,
    left_behind,
    together,
)
from workshop.stage import Stage, StageKind

ERI = "token-of-eri"
WAYS = st.one_of(st.none(), st.builds(Way, st.integers(1, 3), st.booleans()))


def room_with_tables(db: Session, project: Project) -> tuple[int, list[int]]:
    """Ben and Eri sit at table 1, Chi at table 2; each has written one idea, Ben two."""
    opened = open_room(db, project, "igp")
    take_seat(db, opened.code, departments_of(db, project.id)[0].id, ERI, NOW)
    go_to(db, opened.id, "propose")
    ideas = [
        propose(db, opened.id, who, f"Idéen om {what}")
        for who, what in ((BEN, "tomter"), (BEN, "leie"), (ERI, "lån"), (CHI, "bytte"))
    ]
    go_to(db, opened.id, "table")
    for who, table in ((BEN, 1), (ERI, 1), (CHI, 2)):
        seating.sit_at(db, opened.id, who, table)
    return opened.id, ideas


def take(db: Session, room: int, who: str, idea: int) -> None:
    seating.take_or_leave(db, room, who, idea, taken=True)


def seen_by(db: Session, room: int, who: str) -> list[int]:
    return [
        idea.id for table in part_of(db, picture_of(db, room), who).tables for idea in table.ideas
    ]


def told(db: Session, room: int, audience: Audience, since: int = 0) -> set[int]:
    news = news_for(audience, picture_of(db, room), since)
    return {idea["id"] for idea in news["ideas"] if not idea["gone"]}


@given(st.lists(WAYS, min_size=1, max_size=4))
def test_a_group_is_in_plenary_when_one_of_its_ideas_is(ways: list[Way | None]) -> None:
    stages = [Stage(1, 1, StageKind.TABLE, "", "", "", 1)]
    stays = [left_behind(way, stages, 2) for way in ways]

    if ways[0] is not None:
        assert left_behind(together(ways), stages, 2) == all(stays)
    assert not left_behind(together(ways), stages, 1)


def test_a_phone_sees_the_ideas_of_its_table_and_the_room_is_told_of_none(
    db: Session, project: Project
) -> None:
    room, (one, two, three, four) = room_with_tables(db, project)

    assert seen_by(db, room, BEN) == seen_by(db, room, ERI) == [one, two, three]
    assert seen_by(db, room, CHI) == [four]
    for audience in (Audience.PHONE, Audience.SCREEN):
        assert told(db, room, audience) == set()
    assert told(db, room, Audience.DESK) == {one, two, three, four}


def test_someone_who_has_chosen_no_table_sees_no_ideas(db: Session, project: Project) -> None:
    room, ideas = room_with_tables(db, project)
    code = workshop_row(db, room).code
    take_seat(db, code, departments_of(db, project.id)[0].id, "token-of-flo", NOW)

    assert seen_by(db, room, "token-of-flo") == []
    with pytest.raises(NoTableChosen):
        take(db, room, "token-of-flo", ideas[0])


def test_what_no_table_took_is_kept_and_not_shown_in_plenary(db: Session, project: Project) -> None:
    room, (one, two, three, four) = room_with_tables(db, project)
    take(db, room, ERI, one)
    go_to(db, room, "reveal")

    for audience in (Audience.PHONE, Audience.SCREEN):
        assert told(db, room, audience) == {one}
        assert news_for(audience, picture_of(db, room), 0)["state"]["ideas"] == 1
    assert told(db, room, Audience.DESK) == {one, two, three, four}
    looks = ordering.Looks()
    assert ordering.ordered_ideas(db, looks, room, CHI, NOW) == [one]
    near = suggesting.similar_to(db, room, CHI, "Idéen om leie og")
    assert two not in {idea.id for idea in near}


def test_what_stayed_at_a_table_gets_no_votes_and_comes_to_nobody(
    db: Session, project: Project
) -> None:
    room, (one, two, *_) = room_with_tables(db, project)
    take(db, room, BEN, one)
    stages = ((StageKind.OWN, "Hvem tar ansvar?"), (StageKind.SENTENCE, "Setninger"))
    for kind, title in stages:
        draft = StageDraft(kind, title, "", "", 5)
        arranging.add_stage(db, room, draft, ada_id(db), NOW)
    go_to(db, room, "vote")
    vote(db, room, BEN, one, 1)
    with pytest.raises(NoSuchIdea):
        vote(db, room, CHI, two, 2)

    for kind, _title in stages:
        go_to(db, room, kind)
        assert [idea.id for idea in part_of(db, picture_of(db, room), CHI).ideas] == [one]
        assert told(db, room, Audience.PHONE) == {one}


def test_ideas_of_nobody_at_a_table_go_to_plenary_with_all(db: Session, project: Project) -> None:
    room, _ideas = room_with_tables(db, project)
    (entered,) = tidying.enter_ideas(db, room, ["Fra møtelederen"], None, ada_id(db), NOW)
    go_to(db, room, "reveal")

    assert told(db, room, Audience.PHONE) == {entered}


def test_anybody_at_the_table_takes_and_leaves_within_what_it_may(
    db: Session, project: Project
) -> None:
    room, (one, two, three, four) = room_with_tables(db, project)
    stage = picture_of(db, room).stage
    draft = StageDraft(StageKind.TABLE, stage.title, "", "", 20, None, 8, 2)
    arranging.change_stage(db, room, stage.id, draft, ada_id(db), NOW)
    take(db, room, BEN, one)
    take(db, room, ERI, two)
    take(db, room, ERI, two)
    with pytest.raises(TakenEnough):
        take(db, room, ERI, three)
    with pytest.raises(NotOfYourTable):
        take(db, room, BEN, four)

    seating.take_or_leave(db, room, ERI, one, taken=False)
    take(db, room, ERI, three)
    taken = [i.id for i in seating.table_ideas(db, room) if i.taken]
    assert taken == [two, three]


def test_who_sits_down_elsewhere_brings_their_ideas(db: Session, project: Project) -> None:
    room, (one, two, three, four) = room_with_tables(db, project)
    seating.sit_at(db, room, ERI, 2)

    assert seen_by(db, room, ERI) == [three, four]
    assert seen_by(db, room, BEN) == [one, two]
    with pytest.raises(NoTableChosen):
        seating.sit_at(db, room, ERI, 9)
    with pytest.raises(NoSeat):
        seating.sit_at(db, room, DEE, 1)


def test_the_facilitator_takes_an_idea_up_later_and_undoes_it(
    db: Session, project: Project
) -> None:
    room, (one, two, *_) = room_with_tables(db, project)
    go_to(db, room, "reveal")
    since = picture_of(db, room).version
    seating.take_at_desk(db, room, two, ada_id(db), NOW, taken=True)
    assert told(db, room, Audience.PHONE, since) == {two}

    since = picture_of(db, room).version
    undo_last(db, room, ada_id(db), NOW)
    news = news_for(Audience.PHONE, picture_of(db, room), since)
    assert {"id": two, "gone": True} in news["ideas"]
    with pytest.raises(NotAtTables):
        take(db, room, BEN, one)
    with pytest.raises(NoSuchIdea):
        seating.take_at_desk(db, room, 999, ada_id(db), NOW, taken=True)


def test_an_idea_comes_to_plenary_with_the_group_it_was_merged_into(
    db: Session, project: Project
) -> None:
    room, (one, two, three, four) = room_with_tables(db, project)
    take(db, room, CHI, four)
    merge(db, room, [one, four])
    go_to(db, room, "reveal")

    assert told(db, room, Audience.PHONE) == {one}
    assert {two, three} <= told(db, room, Audience.DESK)
    go_to(db, room, "vote")
    assert vote(db, room, CHI, one, 1) == 4


def test_the_agenda_says_how_many_tables_there_are(db: Session, project: Project) -> None:
    typed = {"title": "Ved bordet", "kind": "table", "minutes": "20", "votes": "12"}
    assert accept_stage({**typed, "most_per_idea": "3"}).most_per_idea == 3
    assert accept_stage({**typed, "most_per_idea": "0"}).most_per_idea == 0
    for wrong in ({"votes": "41"}, {"votes": ""}, {"most_per_idea": "x"}):
        with pytest.raises(NotTables):
            accept_stage({**typed, **wrong})
    room, (one, *_) = room_with_tables(db, project)
    take(db, room, BEN, one)
    stage = picture_of(db, room).stage
    go_to(db, room, "reveal")
    with pytest.raises(arranging.StageAnswered):
        arranging.remove_stage(db, room, stage.id, ada_id(db), NOW)


def test_minutes_and_findings_keep_every_idea_with_its_way(db: Session, project: Project) -> None:
    room, (one, *_) = room_with_tables(db, project)
    take(db, room, BEN, one)
    go_to(db, room, "vote")

    found = {finding.idea_id: finding.way for finding in findings_of(db, project.id)}
    assert found[one] == Way(1, taken=True)
    assert list(found.values()).count(Way(1, taken=False)) == 2
    assert [fate.left_at_table for fate in afterwards_of(db, room, BEN).fates] == [False, True]
    go_to(db, room, "close")
    minutes = minutes_of(db, room, NOW)
    said = str(write_minutes(minutes, Words(lambda text: text)).blocks)
    assert "Individual, table 1, plenary" in said
    assert "Individual, table 2, not taken to plenary" in said
    assert [row.idea for row in minutes.results[0].rows] == [1]


def test_it_is_done_by_plain_pages(
    ada: FlaskClient, ben: FlaskClient, chi: FlaskClient, project: Project
) -> None:
    with storage.transaction() as db:
        opened = open_room(db, project, "igp")
        room, code = opened.id, opened.code
        go_to(db, room, "propose")
    for phone, department in ((ben, "1"), (chi, "2")):
        phone.post(f"/w/{code}/join", data={"department": department})
        phone.post(f"/w/{code}/ideas", data={"text": f"Idé fra {department}"})
    with storage.transaction() as db:
        go_to(db, room, "table")
        mine = picture_of(db, room).cards[0].id
    assert "Hvilket bord sitter du ved?" in ben.get(f"/w/{code}").text

    assert ben.post(f"/w/{code}/table", data={"table": "1"}).status_code == HTTPStatus.SEE_OTHER
    chi.post(f"/w/{code}/table", data={"table": "2"})
    assert ben.post(f"/w/{code}/table", data={"table": "99"}).status_code == 422
    page = ben.get(f"/w/{code}").text
    assert "Idé fra 1" in page
    assert "Idé fra 2" not in page
    assert "Idé fra 2" not in ben.get(f"/w/{code}/part").text
    assert "Idé fra 2" in chi.get(f"/w/{code}/part").text
    ben.post(f"/w/{code}/plenary", data={"idea": mine, "act": "take"})
    refused = chi.post(f"/w/{code}/plenary", data={"idea": mine, "act": "take"})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "1 til plenum" in ada.get(f"/workshops/{room}/screen").text

    ada.post(f"/workshops/{room}/stage", data={"to": "next"})
    assert "Idé fra 2" not in ben.get(f"/w/{code}").text
    assert "Ved bord 2" in ada.get(f"/workshops/{room}").text
    ada.post(f"/workshops/{room}/plenary/{mine + 1}/take")
    assert "Idé fra 2" in ben.get(f"/w/{code}").text
