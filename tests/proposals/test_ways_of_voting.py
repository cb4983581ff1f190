"""What the proposals and their documents say of each way of voting."""

from io import BytesIO

import docx
import pytest

from proposals.documents import draw_csv, draw_docx, draw_xlsx
from proposals.drawing_up import draw_up
from proposals.report import Proposal, Report
from proposals.words import BALLOTS
from tests.proposals.examples import WORDS, finding, material
from tests.proposals.test_documents import sheets_of, tables_of
from workshop.methods import WAYS
from workshop.stage import Method, Stage, StageKind

SPREADS = {
    Method.DOTS: {2: 3},
    Method.APPROVAL: {1: 3},
    Method.OPINION: {1: 3, -1: 1},
    Method.SCORE: {5: 3, 2: 1},
    Method.AXES: {54: 3, 22: 1},
    Method.RANKING: {1: 2, 2: 1},
    Method.PAIRS: {1: 6, -1: 2},
}


def told(method: Method, spread: dict[int, int]) -> tuple[tuple[str, str], ...]:
    """What a workshop tells of an idea that got this."""
    stage = Stage(1, 1, StageKind.VOTE, "", "", "", 5, method, votes=5, most_per_idea=2)
    way = WAYS[method]
    figures = way.figures(stage, way.standing(stage, 1, spread))
    return tuple((heading, str(figures[name])) for name, heading in way.told.items())


@pytest.fixture(scope="module")
def report() -> Report:
    """A proposal for each way of voting, and two more on two axes."""
    ideas = [
        finding(n, f"Idé {method}", method=str(method), told=told(method, spread))
        for n, (method, spread) in enumerate(SPREADS.items(), 1)
    ]
    later = told(Method.AXES, {11: 4})
    few = told(Method.AXES, {55: 1})
    more = [
        finding(8, "Senere", method="axes", told=later),
        finding(9, "Få", method="axes", told=few),
    ]
    return draw_up(material(*more, *ideas))


def of(report: Report, method: Method) -> Proposal:
    return next(p for p in report.proposals if p.headline == f"Idé {method}")


def test_every_way_of_voting_has_a_name_of_its_own() -> None:
    assert {*BALLOTS} == {*map(str, Method)}
    assert len({WORDS.gettext(name) for name in BALLOTS.values()}) == len(Method)


def test_what_is_told_is_told_in_words(report: Report) -> None:
    assert WORDS.told(of(report, Method.SCORE)) == (
        "Ga 4 eller 5: 75\N{NO-BREAK SPACE}%. Median: 5. Personer: 4"
    )
    assert WORDS.told(of(report, Method.AXES)).startswith("Felt: Gjør nå. Effekt: 5 (5).")


@pytest.mark.parametrize("method", Method)
def test_the_documents_tell_what_the_page_tells(report: Report, method: Method) -> None:
    proposal = of(report, method)
    said = WORDS.told(proposal)
    text = docx.Document(BytesIO(draw_docx(report, WORDS)))
    sheet = sheets_of(draw_xlsx(report, WORDS))["Forslag"]

    support = f"{WORDS.support(proposal)} {said}".strip()
    assert any(line.text.startswith(support) for line in text.paragraphs)
    column = sheet[0].index("Avstemningen i tall")
    row = next(row for row in sheet if row[2] == proposal.headline)
    assert row[column] == said
    assert said in draw_csv(report, WORDS).decode("utf-8-sig")


def test_the_priority_matrix_is_a_table_in_the_workbook_and_the_document(report: Report) -> None:
    matrix = sheets_of(draw_xlsx(report, WORDS))["Prioriteringsmatrise"]
    text = docx.Document(BytesIO(draw_docx(report, WORDS)))
    (table,) = [table for table in tables_of(text) if "Felt" in table[0]]

    assert matrix[0] == ["Forslag", "Felt", "Effekt", "Gjennomførbarhet", "Personer"]
    assert [row[:2] for row in matrix[1:]] == [
        ["Idé axes", "Gjør nå"],
        ["Senere", "La ligge"],
        ["Få", "\N{EN DASH}"],
    ]
    assert table == matrix


def test_without_two_axes_there_is_no_matrix() -> None:
    report = draw_up(material(finding(1)))

    assert "Prioriteringsmatrise" not in sheets_of(draw_xlsx(report, WORDS))
