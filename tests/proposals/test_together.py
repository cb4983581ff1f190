"""What people did together in a workshop, in the documents: tables, departments, groups."""

from dataclasses import replace
from io import BytesIO

import docx
from docx.document import Document
from python_calamine import CalamineWorkbook

from proposals.documents import draw_docx, draw_xlsx
from proposals.drawing_up import draw_up
from proposals.report import Proposal, Report
from tests.proposals.examples import WORDS, finding, material
from workshop import Answer, Count, DepartmentAnswer, DraftedStrategy, Ownership
from workshop.strategy_sentence import StrategyDraft

OWNERS = (
    DepartmentAnswer("Plan", Ownership(Answer.YES)),
    DepartmentAnswer("Nav", Ownership(Answer.RESERVED, "Hvis vi får penger")),
    DepartmentAnswer("Helse", Ownership(Answer.YES, differs=True)),
)
STRATEGY = DraftedStrategy(
    "Idédugnad", StrategyDraft("kjøpe tomter", "holde prisene nede"), ("Tomter\nTidlig.",), (1,)
)


def report_with_everything() -> Report:
    told = replace(
        finding(1, "Tomter", votes=9, voters=4, seen=8),
        owners=OWNERS,
        table="Bord 3",
        from_tables=Count(5),
    )
    return draw_up(replace(material(told), strategies=[STRATEGY], at_tables=6))


def the_proposal() -> Proposal:
    return report_with_everything().proposals[0]


def text_of(document: Document) -> str:
    cells = (c.text for table in document.tables for row in table.rows for c in row.cells)
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


def test_who_takes_responsibility_is_told_answer_by_answer() -> None:
    assert WORDS.owners(the_proposal()).splitlines() == [
        "Ja: Plan; Helse (ulike svar i avdelingen)",
        "Ja, med forbehold: Nav (Hvis vi får penger)",
    ]


def test_votes_from_tables_are_told_apart_and_are_in_no_share() -> None:
    proposal = the_proposal()

    assert WORDS.support(proposal).endswith("Av stemmene kommer 5 fra bord uten telefoner.")
    assert proposal.share == 4 / 8
    assert "bordet «Bord 3»" in WORDS.origin(proposal)


def test_opinions_from_tables_are_told_beside_those_of_the_phones() -> None:
    told = finding(1, "Tomter", method="opinion", votes=7, voters=4, against=3, passed=1, seen=8)
    counted = replace(told, from_tables=Count(3, 2, 1))
    said = WORDS.support(draw_up(material(counted)).proposals[0])

    assert "4 enige" in said
    assert "1 uenig" in said
    assert "Ved bord uten telefoner er 3 enige og 2 uenige, og 1 svarte pass." in said


def test_the_files_hold_the_draft_strategies_with_their_trail() -> None:
    report = report_with_everything()
    book = CalamineWorkbook.from_filelike(BytesIO(draw_xlsx(report, WORDS)))
    _head, row = book.get_sheet_by_name("Strategiutkast").to_python()
    said = text_of(docx.Document(BytesIO(draw_docx(report, WORDS))))
    sentence = "Kommunen skal kjøpe tomter for å holde prisene nede."

    assert row[:3] == [sentence, "«Tomter»", "1"]
    for words in (sentence, "Hvem tar ansvar:", "Hvis vi får penger", "Ved bord uten telefoner"):
        assert words in said
