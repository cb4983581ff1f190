"""Tables without phones: counted by hand, shown apart, added once."""

from http import HTTPStatus
from random import Random

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

import storage
from language import Refusal
from planning import Project, departments_of
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, ada_id, close, go_to, merge, room_with_ideas, vote
from workshop import Count, findings_of, people_at_tables
from workshop.actions import at_table, tables, tidying
from workshop.actions.arranging import StageAnswered, remove_stage
from workshop.actions.at_table import counts_of
from workshop.actions.counting import standings_by_department, standings_of
from workshop.actions.looking import picture_of
from workshop.actions.recording import minutes_of
from workshop.actions.rows import NoSuchIdea, current_stage, workshop_row
from workshop.actions.tables import NoSuchTable, PaperTable, TableNamed, get_table
from workshop.actions.undoing import undo_last
from workshop.minutes import Words, write_minutes
from workshop.picture import Audience, news_for
from workshop.stage import Method, NotProposing, Stage, StageKind, VotingClosed
from workshop.table_count import (
    MoreOnOneIdea,
    MoreThanPeople,
    MoreThanVotes,
    NotACount,
    NotATable,
    accept_count,
    accept_table,
    together,
    with_tables,
)
from workshop.tally import Standing

PEOPLE = 4
DOTS = Stage(1, 1, StageKind.VOTE, "", "", "", 5, Method.DOTS, 3, 2)
APPROVAL = Stage(1, 1, StageKind.VOTE, "", "", "", 5, Method.APPROVAL)
OPINION = Stage(1, 1, StageKind.VOTE, "", "", "", 5, Method.OPINION)
FEW = st.integers(0, PEOPLE)


def add(db: Session, room: int, name: str = "Bord 1", department: int | None = None) -> PaperTable:
    chance = Random(name)
    table = tables.add_table(db, room, name, PEOPLE, department, ada_id(db), NOW, chance)
    return get_table(db, room, table)


def count(db: Session, table: PaperTable, typed: dict[int, str], person: int | None = None) -> None:
    fields = {idea: text.split("/") for idea, text in typed.items()}
    at_table.count_table(db, table, fields, NOW, person)


def votes_in(db: Session, room: int) -> dict[int, int]:
    stage = next(s for s in picture_of(db, room).stages if s.kind is StageKind.VOTE)
    return {s.idea: s.votes for s in standings_of(db, stage)}


def test_a_table_has_a_name_and_people() -> None:
    assert accept_table("  Bord \n 3 ", 6) == ("Bord 3", 6)


@pytest.mark.parametrize(("name", "people"), [("", 3), ("x" * 61, 3), ("A", 0), ("A", None)])
def test_what_is_no_table_is_refused(name: str, people: int | None) -> None:
    with pytest.raises(NotATable):
        accept_table(name, people)


def test_an_empty_field_is_nothing_counted_and_nought_is_a_number() -> None:
    assert accept_count(DOTS, PEOPLE, [" "], 1) is None
    assert accept_count(DOTS, PEOPLE, ["0"], 1) == Count(0)
    assert accept_count(OPINION, PEOPLE, ["2", "", "1"], 1) == Count(2, 0, 1)


@pytest.mark.parametrize(
    ("stage", "typed", "refusal"),
    [
        (DOTS, ["to"], NotACount),
        (DOTS, ["-1"], NotACount),
        (DOTS, ["²"], NotACount),
        (DOTS, ["9"], MoreOnOneIdea),
        (APPROVAL, ["5"], MoreThanPeople),
        (OPINION, ["2", "2", "1"], MoreThanPeople),
    ],
)
def test_a_number_that_the_table_cannot_have_counted_is_refused_where_it_stands(
    stage: Stage, typed: list[str], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as refused:
        accept_count(stage, PEOPLE, typed, 7)

    assert refused.value.idea == 7  # type: ignore[attr-defined]


@given(st.lists(st.builds(Count, FEW, FEW, FEW), max_size=4))
def test_merged_ideas_never_get_more_from_a_table_than_its_people_can_give(
    counts: list[Count],
) -> None:
    whole = together(OPINION, PEOPLE, counts)

    assert whole.answers <= PEOPLE
    assert together(DOTS, PEOPLE, counts).votes <= PEOPLE * DOTS.most_per_idea


@given(
    st.dictionaries(st.integers(1, 5), st.builds(Count, FEW, FEW, FEW)),
    st.sets(st.integers(1, 5)),
)
def test_what_was_counted_is_added_once_and_to_nothing_else(
    counted: dict[int, Count], known: set[int]
) -> None:
    standings = [Standing(idea, 3, 2, 1, 1) for idea in known]
    got = with_tables(standings, counted)

    tables_votes = sum(c.votes for c in counted.values())
    assert sum(s.votes for s in got) == 3 * len(known) + tables_votes
    assert {s.idea for s in got} == known | set(counted)
    assert sum(s.voters for s in got) == 2 * len(known)


def test_a_table_is_counted_with_the_phones_and_shown_apart(db: Session, project: Project) -> None:
    room, (one, two, three) = room_with_ideas(db, project)
    table = add(db, room)
    vote(db, room, BEN, one, 2)
    count(db, table, {one: "5", two: "3"})
    close(db, room)

    picture = picture_of(db, room)
    assert votes_in(db, room) == {one: 7, two: 3}
    for audience in Audience:
        news = news_for(audience, picture, since=0)
        assert [news["figures"][idea].get("tables") for idea in (one, two, three)] == [5, 3, None]
        assert news["results"][0] == [one, 7, 1, 0, 0]
    found = {finding.idea_id: finding for finding in findings_of(db, project.id)}
    assert (found[one].votes, found[one].voters, found[one].from_tables) == (7, 1, Count(5))
    assert people_at_tables(db, project.id) == PEOPLE


def test_nothing_of_what_a_table_counts_is_sent_while_the_voting_is_open(
    db: Session, project: Project
) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    count(db, add(db, room), {one: "5"})

    picture = picture_of(db, room)
    assert picture.from_tables == {}
    assert (picture.tables.tables, picture.tables.people, picture.tables.counted) == (1, 4, 1)
    assert picture.voted == 0


def test_entering_again_changes_the_number_and_an_empty_field_takes_it_back(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    table = add(db, room)
    count(db, table, {one: "5", two: "1"})
    count(db, table, {one: "2"})
    assert votes_in(db, room) == {one: 2, two: 1}

    count(db, table, {one: "", two: ""})
    assert votes_in(db, room) == {}
    assert picture_of(db, room).tables.counted == 0


def test_a_table_cannot_give_more_than_its_people_have_also_in_two_sendings(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    table = add(db, room)
    count(db, table, {one: "8"})

    with pytest.raises(MoreThanVotes):
        count(db, table, {two: "5"})
    count(db, table, {one: "7", two: "5"})
    assert votes_in(db, room) == {one: 7, two: 5}


def test_two_tables_count_each_for_themselves(db: Session, project: Project) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    count(db, add(db, room), {one: "5"})
    count(db, add(db, room, "Bord 2"), {one: "4"})

    assert votes_in(db, room) == {one: 9}


def test_counts_of_merged_ideas_come_to_the_leading_one_within_what_may_be_given(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_with_ideas(db, project)
    table = add(db, room)
    count(db, table, {one: "3", two: "3"})
    merge(db, room, [one, two])
    assert votes_in(db, room) == {one: 6}

    merge(db, room, [one, three])
    count(db, table, {one: "4"})
    stage = current_stage(db, workshop_row(db, room))
    assert counts_of(db, stage, table.id) == {one: Count(4)}


def test_ideas_that_were_merged_while_the_form_was_open_are_added(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    table = add(db, room)
    merge(db, room, [one, two])
    count(db, table, {one: "3", two: "2"})
    assert votes_in(db, room) == {one: 5}

    with pytest.raises(MoreOnOneIdea):
        count(db, table, {one: "8", two: "1"})


def test_a_hidden_idea_counts_no_more_and_comes_back_with_its_count(
    db: Session, project: Project
) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    table = add(db, room)
    count(db, table, {one: "3"})
    tidying.hide_idea(db, room, one, ada_id(db), NOW)
    assert votes_in(db, room) == {}
    with pytest.raises(NoSuchIdea):
        count(db, table, {one: "2"})

    tidying.show_idea(db, room, one, ada_id(db), NOW)
    assert votes_in(db, room) == {one: 3}


def test_a_table_counts_while_the_voting_is_open_and_not_after(
    db: Session, project: Project
) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    table = add(db, room)
    close(db, room)

    with pytest.raises(VotingClosed):
        count(db, table, {one: "1"}, ada_id(db))


def test_ideas_of_a_table_are_stored_once_and_come_from_its_department(
    db: Session, project: Project
) -> None:
    room, _ideas = room_with_ideas(db, project)
    department = departments_of(db, project.id)[1].id
    table = add(db, room, "Bord 7", department)
    ids = [
        at_table.enter_table_idea(db, table, "Fra arket", None, "form-0", NOW, ada_id(db))
        for _ in range(2)
    ]
    assert ids[0] == ids[1]

    (found,) = [f for f in findings_of(db, project.id) if f.idea_id == ids[0]]
    assert (found.table, found.department_id) == ("Bord 7", department)
    with pytest.raises(NotProposing):
        at_table.enter_table_idea(db, table, "For sent", None, "form-1", NOW)
    go_to(db, room, "propose")
    at_table.enter_table_idea(db, table, "I tide", None, "form-1", NOW)


def test_what_was_done_for_a_table_is_undone_step_by_step(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    who = ada_id(db)
    table = add(db, room)
    count(db, table, {one: "2"}, who)
    count(db, table, {one: "3", two: "1"}, who)
    at_table.enter_table_idea(db, table, "Fra arket", None, "a", NOW, who)
    tables.remove_table(db, room, table.id, who, NOW)
    assert votes_in(db, room) == {}

    undo_last(db, room, who, NOW)
    assert votes_in(db, room) == {one: 3, two: 1}
    undo_last(db, room, who, NOW)
    assert picture_of(db, room).cards[-1].hidden
    undo_last(db, room, who, NOW)
    assert votes_in(db, room) == {one: 2}
    undo_last(db, room, who, NOW)
    assert votes_in(db, room) == {}
    undo_last(db, room, who, NOW)
    with pytest.raises(NoSuchTable):
        get_table(db, room, table.id)


def test_a_name_is_free_again_when_its_table_is_gone(db: Session, project: Project) -> None:
    room, _ideas = room_with_ideas(db, project)
    table = add(db, room)
    with pytest.raises(TableNamed):
        add(db, room)
    tables.remove_table(db, room, table.id, ada_id(db), NOW)
    chance = Random(2)
    tables.add_table(db, room, "Bord 1", PEOPLE, None, ada_id(db), NOW, chance)

    with pytest.raises(TableNamed):
        tables.restore_table(db, room, table.id, ada_id(db), NOW)


def test_a_stage_that_a_table_has_counted_in_stays(db: Session, project: Project) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    count(db, add(db, room), {one: "2"})
    stage = picture_of(db, room).stage
    go_to(db, room, "reveal")

    with pytest.raises(StageAnswered):
        remove_stage(db, room, stage.id, ada_id(db), NOW)


def test_the_votes_of_a_department_are_those_of_its_phones(db: Session, project: Project) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    department = departments_of(db, project.id)[0].id
    count(db, add(db, room, department=department), {one: "5"})
    vote(db, room, CHI, one, 1)
    stage = picture_of(db, room).stage

    assert department not in standings_by_department(db, stage)[one]


def test_the_minutes_tell_of_the_tables_and_what_came_from_them(
    db: Session, project: Project
) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    table = add(db, room)
    at_table.enter_table_idea(db, table, "Fra arket", None, "a", NOW, ada_id(db))
    count(db, table, {one: "5"}, ada_id(db))
    close(db, room)
    minutes = minutes_of(db, room, NOW)
    said = str(write_minutes(minutes, Words(lambda text: text)).blocks)

    assert minutes.participants == 2
    for words in (
        "1 of 1 tables without phones have counted",
        "Of these from tables",
        "From the table “Bord 1”",
        "entered what the table “Bord 1” had counted",
    ):
        assert words in said


def test_a_borrowed_device_speaks_for_its_table_and_nothing_else(
    ada: FlaskClient, ben: FlaskClient, project: Project
) -> None:
    with storage.transaction() as db:
        room, (one, *_) = room_with_ideas(db, project)
    added = {"name": "Bord 1", "people": "4", "department": ""}
    assert ada.post(f"/workshops/{room}/tables", data=added).status_code == HTTPStatus.SEE_OTHER
    with storage.reading() as db:
        (table,) = tables.tables_in(db, room)
    page = f"/t/{table.code}"
    assert table.code in ada.get(f"/workshops/{room}/tables").text
    assert "Idé 0" in ben.get(page).text
    before = ben.get(f"{page}/standing").text

    assert ben.post(f"{page}/counts", data={f"votes-{one}": "5"}).status_code == 303
    refused = ben.post(f"{page}/counts", data={f"votes-{one}": "9"})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'value="9"' in refused.text
    assert f'id="fault-{one}"' in refused.text
    assert ben.post(f"{page}/ideas", data={"lines": "For sent"}).status_code == 422

    assert ben.get(f"/workshops/{room}/tables").status_code == HTTPStatus.UNAUTHORIZED
    assert ben.get("/t/AAAAAAAAAA").status_code == HTTPStatus.NOT_FOUND
    ada.post(f"/workshops/{room}/voting", data={"act": "close"})
    assert ben.get(f"{page}/standing").text != before
    said = ada.get(f"/workshops/{room}/screen").text
    assert "herav 5 fra bord uten telefoner" in said


def test_the_desk_enters_for_a_table_by_plain_forms(
    ada: FlaskClient, dee: FlaskClient, project: Project
) -> None:
    with storage.transaction() as db:
        room, (one, two, _) = room_with_ideas(db, project)
        table = add(db, room)
    page = f"/workshops/{room}/tables/{table.id}"

    ada.post(f"{page}/counts", data={f"votes-{one}": "5", f"votes-{two}": "0"})
    lines = {"lines": "En til\n\nOg en til", "client_id": "form"}
    ada.post(f"{page}/ideas", data=lines)
    ada.post(f"{page}/ideas", data=lines)
    again = ada.post(f"/workshops/{room}/tables", data={"name": "Bord 1", "people": "3"})

    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "5 av 12 stemmer er ført inn" in ada.get(page).text
    assert dee.get(page).status_code == HTTPStatus.FORBIDDEN
    assert dee.post(f"{page}/counts", data={}).status_code == HTTPStatus.FORBIDDEN
    with storage.reading() as db:
        assert [card.texts[0] for card in picture_of(db, room).cards][3:] == ["En til", "Og en til"]
    assert ada.post(f"{page}/remove").status_code == HTTPStatus.SEE_OTHER
    assert ada.get(page).status_code == HTTPStatus.NOT_FOUND
