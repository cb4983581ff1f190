"""What the minutes say of a workshop, and that every kind of them says the same."""

import re
from datetime import timedelta
from http import HTTPStatus
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.table import Table as WordTable
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import escape
from pypdf import PdfReader
from sqlalchemy.orm import Session

import storage
from documents import Paper, Paragraph, Table, draw
from language import catalogue_of
from planning import Project, departments_of
from tests.conftest import NOW
from tests.workshop.cast import (
    BEN,
    CHI,
    ada_id,
    close,
    go_to,
    merge,
    open_room,
    propose,
    room_with_ideas,
    vote,
)  # fmt: skip
from workshop.actions import steering, tidying
from workshop.actions.opening import take_seat
from workshop.actions.recording import minutes_of
from workshop.actions.rows import workshop_row
from workshop.minutes import Minutes, Words, write_minutes
from workshop.minutes.words import DEEDS, NOTHING
from workshop.records import ReservationRow

WORDS = Words(catalogue_of("nb").gettext)
LATER = NOW + timedelta(hours=2)
ACTIONS = Path(__file__).parents[2] / "workshop" / "actions"
KEPT = {"Leie-til-eie": 1, "Leie før eie": 2, "#panic() *nei*": 3, "Ingen stemte": 5}
FIRST_TWO = f"delt 1.{NOTHING}2."
SECRET = "Naboen Kari bråker"


def paper_of(minutes: Minutes) -> Paper:
    return write_minutes(minutes, WORDS)


def tables_of(paper: Paper) -> dict[str, Table]:
    return {block.name: block for block in paper.blocks if isinstance(block, Table)}


def word_rows(table: WordTable) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


@pytest.fixture
def held(house: Flask, project: Project) -> int:
    """A workshop that is over: two ideas merged, one hidden, one without a vote, two tied."""
    with storage.transaction() as db:
        opened = open_room(db, project)
        take_seat(db, opened.code, departments_of(db, project.id)[0].id, "token-of-eve", NOW)
        go_to(db, opened.id, "propose")
        ideas = [propose(db, opened.id, BEN, text) for text in [*KEPT][:3]]
        ideas.append(propose(db, opened.id, CHI, SECRET))
        go_to(db, opened.id, "reveal")
        ideas += tidying.enter_ideas(db, opened.id, ["Ingen stemte"], None, ada_id(db), NOW)
        merge(db, opened.id, ideas[:2])
        tidying.hide_idea(db, opened.id, ideas[3], ada_id(db), NOW)
        go_to(db, opened.id, "vote")
        vote(db, opened.id, BEN, ideas[0], 2)
        vote(db, opened.id, CHI, ideas[2], 2)
        go_to(db, opened.id, "close")
        steering.end_workshop(db, opened.id, ada_id(db), NOW + timedelta(minutes=30))
    return opened.id


@pytest.fixture
def minutes(held: int) -> Minutes:
    with storage.reading() as db:
        return minutes_of(db, held, LATER)


def test_every_idea_is_in_them_also_those_that_nobody_voted_for(minutes: Minutes) -> None:
    assert {idea.text: idea.number for idea in minutes.ideas if idea.text} == KEPT
    assert [row.idea for row in minutes.results[0].rows] == [1, 3, 5]
    assert minutes.results[0].rows[-1].votes == 0


def test_a_hidden_idea_is_told_of_without_its_text(minutes: Minutes) -> None:
    rows = tables_of(paper_of(minutes))["Alle idéene"].rows

    assert rows[3] == ("4", "Skjult av møteleder", "1", NOTHING)
    assert SECRET not in repr(minutes)


def test_merged_ideas_stand_with_the_words_of_each(minutes: Minutes) -> None:
    assert [[idea.text for idea in group.ideas] for group in minutes.groups] == [
        ["Leie-til-eie", "Leie før eie"]
    ]
    assert tables_of(paper_of(minutes))["Alle idéene"].rows[1][3] == "Slått sammen med nr. 1"


def test_equals_share_their_place_and_no_votes_give_none(minutes: Minutes) -> None:
    rows = tables_of(paper_of(minutes))["Resultat av runde 4: Prioriter"].rows

    assert [row[0] for row in rows] == [FIRST_TWO, FIRST_TWO, NOTHING]
    assert [row[3:] for row in rows] == [("2", "1"), ("2", "1"), ("0", "0")]


def test_participation_is_told_per_department_and_votes_are_not(minutes: Minutes) -> None:
    tables = tables_of(paper_of(minutes))
    people = tables["Deltakere per avdeling"].rows

    assert sum(int(row[1]) for row in people) == minutes.participants == 3
    titles = {row[0] for row in people}
    others = [t for name, t in tables.items() if name != "Deltakere per avdeling"]
    assert not titles & {cell for table in others for row in table.rows for cell in row}


def test_the_log_says_who_did_what_in_plain_sentences(minutes: Minutes) -> None:
    said = [row[1] for row in tables_of(paper_of(minutes))["Hva møtelederne gjorde"].rows]
    ada = minutes.log[0].deed.who

    assert said == [
        f"{ada} opprettet idédugnaden.",
        f"{ada} gikk fra runde 1 «Bli med» til runde 2 «Stille idéfase».",
        f"{ada} gikk fra runde 2 «Stille idéfase» til runde 3 «Del og forstå».",
        f"{ada} la inn idé nr. 5.",
        f"{ada} slo sammen idé nr. 1 og 2. Idé nr. 1 står først.",
        f"{ada} skjulte idé nr. 4.",
        f"{ada} gikk fra runde 3 «Del og forstå» til runde 4 «Prioriter».",
        f"{ada} lukket avstemningen i runde 4 «Prioriter» og gikk til runde 5 «Takk».",
        f"{ada} avsluttet idédugnaden.",
    ]


def test_every_act_that_is_logged_has_its_sentence() -> None:
    logged = re.compile(r'log\(\s*db,\s*[\w.]+,\s*\w+,\s*"(\w+)"')
    acts = {act for path in ACTIONS.glob("*.py") for act in logged.findall(path.read_text())}

    assert len(acts) > 10
    assert acts <= DEEDS.keys()


def test_a_vote_that_is_open_is_not_in_them(db: Session, project: Project) -> None:
    workshop_id, (idea, *_) = room_with_ideas(db, project)
    vote(db, workshop_id, BEN, idea, 2)
    before = minutes_of(db, workshop_id, NOW)
    close(db, workshop_id)
    closed = minutes_of(db, workshop_id, NOW)
    steering.open_voting(db, workshop_id, ada_id(db), NOW)

    assert before.results == ()
    assert [row.votes for row in closed.results[0].rows] == [2, 0, 0]
    assert minutes_of(db, workshop_id, NOW).results == ()


def test_they_are_provisional_until_the_workshop_has_ended(db: Session, project: Project) -> None:
    workshop_id, _ = room_with_ideas(db, project)
    said = paper_of(minutes_of(db, workshop_id, NOW)).blocks
    steering.end_workshop(db, workshop_id, ada_id(db), NOW)
    then = paper_of(minutes_of(db, workshop_id, NOW)).blocks

    provisional = Paragraph("Referatet er foreløpig: Idédugnaden er ikke avsluttet.")
    assert provisional in said
    assert provisional not in then


def test_page_word_and_pdf_say_the_same(ada: FlaskClient, held: int) -> None:
    page = ada.get(f"/workshops/{held}/minutes").text
    word = docx.Document(BytesIO(ada.get(f"/workshops/{held}/minutes.docx").data))
    pdf = PdfReader(BytesIO(ada.get(f"/workshops/{held}/minutes.pdf").data))
    with storage.reading() as db:
        tables = tables_of(paper_of(minutes_of(db, held, LATER)))

    cells = re.findall(r"<td[^>]*>(.*?)</td>", page, re.DOTALL)
    expected = [cell for table in tables.values() for row in table.rows for cell in row]
    assert cells == [str(escape(cell)) for cell in expected]
    assert [word_rows(t) for t in word.tables] == [[t.heads, *t.rows] for t in tables.values()]
    printed = "".join("".join(sheet.extract_text() for sheet in pdf.pages).split())
    for row in (row for table in tables.values() for row in table.rows):
        assert "".join("".join(row).split()) in printed, row


def test_what_people_wrote_is_never_code_in_the_pdf(minutes: Minutes) -> None:
    pdf = PdfReader(BytesIO(draw(paper_of(minutes), "pdf")))

    assert "#panic() *nei*" in "".join(sheet.extract_text() for sheet in pdf.pages)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_file_is_named_after_the_project_the_room_and_the_day(
    ada: FlaskClient, held: int, kind: str
) -> None:
    answer = ada.get(f"/workshops/{held}/minutes.{kind}")

    assert re.search(
        rf"filename=referat-[\w-]+-[A-Z2-9]{{6}}-2027-02-03\.{kind}",
        answer.headers["Content-Disposition"],
    )
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("kind", ["", ".pdf", ".docx"])
def test_only_those_who_lead_the_project_see_them(
    ben: FlaskClient, dee: FlaskClient, held: int, kind: str
) -> None:
    assert dee.get(f"/workshops/{held}/minutes{kind}").status_code == HTTPStatus.FORBIDDEN
    assert ben.get(f"/workshops/{held}/minutes{kind}").status_code == HTTPStatus.UNAUTHORIZED


def test_the_desk_leads_to_them_at_the_last_round_and_after(
    ada: FlaskClient, project: Project
) -> None:
    with storage.transaction() as db:
        opened = open_room(db, project)
        go_to(db, opened.id, "close")
    link = re.compile(rf'<p[^>]*>\s*<a class="ds-link"\s+href="/workshops/{opened.id}/minutes"')

    shown = link.search(ada.get(f"/workshops/{opened.id}").text)
    assert shown
    assert " hidden" not in shown[0]
    with storage.transaction() as db:
        go_to(db, opened.id, "propose")
    gone = link.search(ada.get(f"/workshops/{opened.id}").text)
    assert gone
    assert " hidden" in gone[0]


def test_what_speaks_against_an_idea_stands_with_what_it_is_about(
    db: Session, project: Project
) -> None:
    workshop_id, (idea, *_) = room_with_ideas(db, project)
    about = {"participant_id": 1, "idea_id": idea, "client_id": "en gang"}
    db.add(ReservationRow(**about, criterion="financing", text="Det koster"))
    db.flush()

    rows = tables_of(paper_of(minutes_of(db, workshop_id, NOW)))["Forbehold"].rows

    assert rows == (("1", "Idé 0", "Finansiering", "Det koster"),)


def test_a_rehearsal_says_that_it_was_one(db: Session, project: Project) -> None:
    workshop_id, _ = room_with_ideas(db, project)
    said = Paragraph("Dette var en prøve. Ingenting i den teller.")

    assert said not in paper_of(minutes_of(db, workshop_id, NOW)).blocks
    workshop_row(db, workshop_id).rehearsal = True
    assert said in paper_of(minutes_of(db, workshop_id, NOW)).blocks
