"""The documents are opened again, as the one who gets them would, and held against the report."""

import csv
import re
from collections.abc import Sequence
from io import BytesIO, StringIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from python_calamine import CalamineWorkbook

from proposals.documents import draw_csv, draw_docx, draw_xlsx
from proposals.drawing_up import draw_up
from proposals.report import Measure, Proposal, Report
from tests.documents.test_cells import NASTY
from tests.proposals.examples import (
    OWNING,
    WORDS,
    finding,
    material,
    outside,
    points,
    rated,
    tie,
)

Rows = Sequence[Sequence[object]]


@pytest.fixture(scope="module")
def report() -> Report:
    return draw_up(
        material(
            finding(1, "Startlån for flere\nSøk om mer."),
            finding(2, "Leie-til-eie", votes=7, voters=5, seen=9),
            finding(3, "Byttedag", votes=0, voters=0, votes_by_department={}),
            finding(4, "Enig?", method="opinion", votes=6, voters=6, against=2, passed=1),
            outside=[outside(1, "Mer lån"), outside(2, "Nye tomter på Øra"), outside(3, "Løst")],
            ties=[tie(1, idea_id=1), tie(2, goal_id=OWNING)],
            answers=[points(1, 6, "M1", "utbygger"), rated(1, 4, "M1"), rated(2, 5, "M1")],
        )
    )


@pytest.fixture(scope="module")
def nasty() -> Report:
    ideas = [finding(n, text, texts=(text, text)) for n, text in enumerate(NASTY)]
    voices = [outside(n, text) for n, text in enumerate(NASTY)]
    return draw_up(material(*ideas, outside=voices, surveys=NASTY))


def sheets_of(file: bytes) -> dict[str, Rows]:
    book = CalamineWorkbook.from_filelike(BytesIO(file))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def rows_of(file: bytes) -> list[list[str]]:
    text = file.decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def tables_of(text: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in text.tables]


def _xml(text: Document) -> list[BaseOxmlElement]:
    return list(text.element.body.iter(qn("w:tbl")))


def figures(proposal: Proposal) -> list[str]:
    """The numbers of a proposal as the page shows them."""
    return [WORDS.figure(proposal, measure) for measure in Measure]


def test_the_workbook_has_a_sheet_for_each_way_of_looking_at_it(report: Report) -> None:
    assert list(sheets_of(draw_xlsx(report, WORDS))) == [
        "Forslag", "Idéer med stemmer", "Innspill per mål", "Aktørtyper", "Metode", "Diagram",
    ]  # fmt: skip


def test_every_number_in_the_workbook_is_the_one_on_the_page(report: Report) -> None:
    head, *rows = sheets_of(draw_xlsx(report, WORDS))["Forslag"]
    at = {name: head.index(name) for name in ("Forslag", "Stemmer", "Avdelinger")}
    share, inputs = head.index("Andel av dem som så det"), head.index("Eksterne innspill")

    for row, proposal in zip(rows, report.proposals, strict=True):
        part = row[share]
        shown = f"{int(part * 100 + 0.5)}\xa0%" if isinstance(part, float) else part
        counts = [str(int(str(row[n]).split(".")[0])) for n in (at["Stemmer"], at["Avdelinger"])]
        said = [counts[0], shown, counts[1], str(int(float(str(row[inputs]))))]
        assert (row[at["Forslag"]], said) == (proposal.headline, figures(proposal))


def test_every_number_in_the_rows_is_the_one_in_the_workbook(report: Report) -> None:
    workbook = sheets_of(draw_xlsx(report, WORDS))["Forslag"]
    plain = rows_of(draw_csv(report, WORDS))

    assert len(plain) == len(workbook)
    for there, here in zip(workbook, plain, strict=True):
        for cell, text in zip(there, here, strict=True):
            if isinstance(cell, float):
                assert float(text.replace(",", ".")) == pytest.approx(cell, abs=1e-4)
            else:
                assert text == cell


def test_every_number_in_the_document_is_the_one_on_the_page(report: Report) -> None:
    text = docx.Document(BytesIO(draw_docx(report, WORDS)))
    shown = [row for table in tables_of(text) if table[0][0] == "Plass" for row in table[1:]]

    assert shown == [
        [WORDS.rank(p.ranks[Measure.VOTES]), p.headline, *figures(p)]
        for section in report.sections
        if section.goal
        for p in section.proposals
    ]


def test_every_idea_is_there_with_its_votes_per_department(report: Report) -> None:
    head, *rows = sheets_of(draw_xlsx(report, WORDS))["Idéer med stemmer"]

    assert [row[head.index("Idé")] for row in rows] == [
        "Leie-til-eie", "Enig?", "Startlån for flere", "Byttedag",
    ]  # fmt: skip
    assert rows[2][head.index("Plan")] == 3
    opinion = [rows[1][head.index(name)] for name in ("Enig", "Uenig", "Pass")]
    assert opinion == [6, 2, 1]


def test_agreement_is_shown_only_where_it_was_asked_for() -> None:
    dots = draw_up(material(finding(1)))

    assert "Uenig" not in sheets_of(draw_xlsx(dots, WORDS))["Idéer med stemmer"][0]


def test_hidden_numbers_are_colons_in_the_workbook() -> None:
    small = draw_up(material(finding(1), participation={1: {1: 1, 2: 1, 3: 5}}))

    head, row = sheets_of(draw_xlsx(small, WORDS))["Idéer med stemmer"]

    assert [row[head.index(name)] for name in ("Plan", "Nav", "Helse")] == [":", ":", ":"]


def test_the_chart_is_drawn_by_the_spreadsheet_itself(report: Report) -> None:
    with ZipFile(BytesIO(draw_xlsx(report, WORDS))) as book:
        chart = book.read("xl/charts/chart1.xml").decode()

    assert "<c:barChart>" in chart
    assert "Diagram!$B$2:$B$4" in chart


def test_the_workbook_holds_no_formula_and_no_link(nasty: Report) -> None:
    with ZipFile(BytesIO(draw_xlsx(nasty, WORDS))) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "sheets/sheet" in name]

    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_no_row_starts_a_formula(nasty: Report) -> None:
    cells = [cell for row in rows_of(draw_csv(nasty, WORDS)) for cell in row]

    assert not [
        cell
        for cell in cells
        if re.match(r"[\s\ufeff\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]", cell)
    ]


def test_nasty_texts_can_be_read_in_the_document(nasty: Report) -> None:
    text = docx.Document(BytesIO(draw_docx(nasty, WORDS)))

    said = "\n".join(paragraph.text for paragraph in text.paragraphs)
    assert '=HYPERLINK("http://x.example")' in said


def test_norwegian_letters_survive_in_the_rows(report: Report) -> None:
    file = draw_csv(report, WORDS)

    assert file.startswith(b"\xef\xbb\xbf")
    assert file.count(b"\r\n") >= len(report.proposals)
    assert any("Nye tomter på Øra" in row for row in rows_of(file))


def test_the_document_can_be_read_aloud(report: Report) -> None:
    text = docx.Document(BytesIO(draw_docx(report, WORDS)))

    assert text.core_properties.language == "nb-NO"
    assert {lang.get(qn("w:val")) for lang in text.styles.element.iter(qn("w:lang"))} == {"nb-NO"}
    heads = [table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") for table in _xml(text)]
    assert heads
    assert None not in heads
    headings = [p.text for p in text.paragraphs if str(p.style.name) == "Heading 1"]  # type: ignore[union-attr]
    assert headings == [
        "Oppsummering", "Mål 1: Flere eier", "Mål 2: Trygt å leie",
        "Ikke knyttet til et mål ennå", "Aktørtyper", "Metode",
    ]  # fmt: skip


def test_the_document_tells_where_each_proposal_comes_from(report: Report) -> None:
    text = docx.Document(BytesIO(draw_docx(report, WORDS)))

    said = [paragraph.text for paragraph in text.paragraphs]
    assert "«Mer lån» Utbygger" in said
    assert "Idédugnad i februar, foreslått av Nav" in said
    assert "Lillevik kommune, 16. februar 2027 kl. 09.30" in said


def test_an_empty_report_can_be_drawn() -> None:
    empty = draw_up(material(participation={}))

    for draw in (draw_xlsx, draw_csv, draw_docx):
        assert draw(empty, WORDS)
