"""A paper is drawn, and opened again as the one who gets the file would open it."""

from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from documents import KINDS, Block, Facts, Heading, Paper, Paragraph, Table, draw
from documents.typefaces import MISSING, drawable
from tests.documents.test_cells import NASTY

TYPST = [
    '#import "x": *',
    "#panic()",
    "[a] ]] [[ {b} \\ \\u{41}",
    "*b* _c_ $d^2$ @ref <label>",
    "`kode` ```rå```",
    "// ikke en kommentar /* heller ikke */",
    "= Ikke en overskrift",
    "- ikke en liste",
    "\"anførsel\" 'enkel' &amp; <b>",
    "https://example.org/#frag~tilde---strek",
]
EMOJI = "Gjenbruk \N{HOUSE BUILDING} og 👩\u200d👩\u200d👧"
LONG = "Kommunaladministrasjonsbygningsrehabiliteringsprosjekt" * 6


def paper(*blocks: Block, left_out: str = "Noe er utelatt") -> Paper:
    return Paper(
        title="Referat",
        subtitle="Idédugnad",
        line="Fjordvik, 3. februar 2027",
        owner="Fjordvik kommune",
        drawn_at=datetime(2027, 2, 3, 9, 0, 0, 7, tzinfo=UTC),
        left_out=left_out,
        blocks=blocks,
    )


def table(*rows: tuple[str, ...]) -> Table:
    return Table("Idéer", ("Nr.", "Idé", "Stemmer"), rows, (1.5, 13.0, 2.5), words_in=2)


def pdf_of(*blocks: Block) -> PdfReader:
    return PdfReader(BytesIO(draw(paper(*blocks), "pdf")))


def text_of(pdf: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in pdf.pages)


def tags_of(pdf: PdfReader) -> list[str]:
    """The structure that a screen reader walks through."""

    def walk(node: object) -> list[str]:
        if isinstance(node, list):
            return list(chain.from_iterable(walk(child.get_object()) for child in node))
        if not isinstance(node, DictionaryObject):
            return []
        here = [str(node["/S"])] if "/S" in node else []
        return here + (walk(node["/K"]) if "/K" in node else [])

    return walk(pdf.root_object["/StructTreeRoot"])


def test_the_pdf_says_that_it_is_made_to_be_kept_and_to_be_heard() -> None:
    pdf = pdf_of(Heading("Idéer"))
    about = pdf.root_object["/Metadata"].get_object()
    assert isinstance(about, StreamObject)

    for sign in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert sign in about.get_data().decode()
    assert str(pdf.root_object["/Lang"]) == "nb-NO"
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Referat: Idédugnad"


def test_headings_and_the_heads_of_tables_are_tagged_as_such() -> None:
    tags = tags_of(pdf_of(Heading("Idéer"), Heading("Sammen", 2), table(("1", "Lån", "3"))))

    assert "/H1" in tags
    assert "/H2" in tags
    assert tags.count("/TH") == 3
    assert tags.count("/TD") == 3


@pytest.mark.parametrize("text", [*TYPST, EMOJI, "Æøå, «ok» 1/2"])
def test_what_people_wrote_stands_in_the_pdf_as_they_wrote_it(text: str) -> None:
    pdf = pdf_of(Heading(text), Paragraph(text), Facts(((text, text),)), table(("1", text, text)))

    assert "".join(text_of(pdf).split()).count("".join(text.split())) == 6


@pytest.mark.parametrize("text", [*TYPST, *NASTY, EMOJI, LONG, "菜", "\u0627\u0644", "\ue000"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_anyone_wrote_breaks_a_document(kind: str, text: str) -> None:
    blocks = Heading(text), Paragraph(text), Facts(((text, text),)), table((text, text, text))

    assert len(draw(paper(*blocks), kind)) > 1000


def test_a_very_long_word_stays_within_its_column() -> None:
    lines = text_of(pdf_of(table(("1", LONG, "3")))).splitlines()

    assert max(map(len, lines)) < 90
    assert LONG in "".join(lines)


def test_a_sign_without_a_picture_is_a_box_and_that_is_said() -> None:
    with_box = text_of(pdf_of(Paragraph("Ris 菜 og \ue000 ris")))

    assert f"Ris {MISSING} og {MISSING} ris" in with_box
    assert "Noe er utelatt" in with_box
    assert "Noe er utelatt" not in text_of(pdf_of(Paragraph("Ris og 😀 ris")))


def test_plain_signs_are_never_replaced() -> None:
    plain = (
        "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180))))
        + "\u2013\u2014\u2018\u2019\u201c\u201d\u201e•…→€\n"
    )

    assert drawable(plain) == plain


def test_the_heads_of_a_long_table_come_back_on_every_page() -> None:
    pdf = pdf_of(table(*((str(n), "Lån", "3") for n in range(200))))

    assert len(pdf.pages) > 2
    assert all("Nr. Idé Stemmer" in page.extract_text() for page in pdf.pages)


def test_the_same_paper_is_the_same_file() -> None:
    assert draw(paper(Heading("Idéer")), "pdf") == draw(paper(Heading("Idéer")), "pdf")


def test_the_word_file_has_real_headings_its_language_and_heads_that_come_back() -> None:
    file = draw(paper(Heading("Idéer"), table(("1", "Lån", "3"))), "docx")
    text = docx.Document(BytesIO(file))

    assert [p.text for p in text.paragraphs if p.style and p.style.name == "Heading 1"] == ["Idéer"]
    assert text.core_properties.language == "nb-NO"
    assert text.tables[0].rows[0]._tr.findall(f".//{qn('w:tblHeader')}")  # noqa: SLF001
    assert 'w:lang w:val="nb-NO"' in ZipFile(BytesIO(file)).read("word/styles.xml").decode()


def test_the_word_file_keeps_every_sign() -> None:
    text = docx.Document(BytesIO(draw(paper(Paragraph("菜 og 😀")), "docx")))

    assert "菜 og 😀" in [p.text for p in text.paragraphs]
