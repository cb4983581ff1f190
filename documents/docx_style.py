"""How the text document looks: real styles, its language, and tables that can be read aloud."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from documents.cells import clean

FONT = "Calibri"
INK = RGBColor(0x1E, 0x2B, 0x3C)
BLUE = RGBColor(0x00, 0x42, 0x7A)
GREY = RGBColor(0x5A, 0x62, 0x6B)
PALE = "E6EFF8"
RULE = "C3CCD6"
# name: size in points, space before, space after, bold, colour
STYLES = {
    "Normal": (11, 0, 6, False, INK),
    "Title": (28, 0, 2, True, BLUE),
    "Subtitle": (15, 0, 2, False, INK),
    "Caption": (10, 0, 8, False, GREY),
    "Heading 1": (19, 26, 8, True, BLUE),
    "Heading 2": (14, 18, 6, True, BLUE),
    "Heading 3": (12, 14, 2, True, INK),
    "Quote": (11, 2, 6, False, INK),
    "List Bullet": (11, 0, 3, False, INK),
    "Lead-in": (11, 6, 2, True, INK),
    "Table Text": (10, 2, 2, False, INK),
}


def dress(text: Document, title: str, owner: str, footer: str, drawn_at: datetime) -> None:
    """Page, styles, language, footer and properties of the document."""
    _set_page(text)
    _set_styles(text)
    _set_language(text, "nb-NO")
    _set_footer(text, footer)
    about = text.core_properties
    about.title = clean(title)
    about.author = clean(owner)
    about.language = "nb-NO"
    about.comments = ""
    away = drawn_at.utcoffset() or timedelta()
    about.created = about.modified = drawn_at.replace(tzinfo=None) - away


def put_table(
    text: Document,
    heads: Sequence[str],
    rows: Sequence[Sequence[str | int | float]],
    widths_cm: Sequence[float],
    words_in: int = 1,
) -> None:
    """A table whose first row is a heading that is repeated on every page.

    The first `words_in` columns hold words; the others hold figures and stand to the right.
    """
    table = text.add_table(rows=1, cols=len(heads))
    table.autofit = False
    for column, width in zip(table.columns, widths_cm, strict=True):
        column.width = Cm(width)
    _rule(table)
    for values in (heads, *rows):
        line = table.rows[0] if values is heads else table.add_row()
        _mark(line, "w:cantSplit")
        for n, cell in enumerate(line.cells):
            cell.width = Cm(widths_cm[n])
            _fill(cell, values[n], figure=n >= words_in)
    _mark_as_heads(table.rows[0])
    text.add_paragraph(style="Table Text")


def _fill(cell: _Cell, value: str | float, *, figure: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Table Text"
    paragraph.add_run(clean(str(value)))
    if figure:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark_as_heads(row: _Row) -> None:
    _mark(row, "w:tblHeader")
    for cell in row.cells:
        _shade(cell)
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _set_page(text: Document) -> None:
    page = text.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin, page.bottom_margin = Cm(2.2), Cm(2)


def _set_styles(text: Document) -> None:
    known = text.styles
    for name in ("Lead-in", "Table Text"):
        known.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = known["Normal"]
    for name, (size, before, after, bold, colour) in STYLES.items():
        style = known[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 (every one in the list is)
        _set_font(style, size, colour, bold=bold)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = name.startswith(("Heading", "Lead"))
    known["Quote"].paragraph_format.left_indent = Cm(0.6)
    speaker = known.add_style("Speaker", WD_STYLE_TYPE.CHARACTER)
    assert isinstance(speaker, CharacterStyle)  # noqa: S101 (as asked for)
    _set_font(speaker, 10, GREY, bold=False)


def _set_font(style: CharacterStyle, size: int, colour: RGBColor, *, bold: bool) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = colour
    for spacing in style.element.get_or_add_rPr().findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    # The styles of the template point at fonts of its theme, which would win over the name.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)


def _set_language(text: Document, language: str) -> None:
    for known in text.styles.element.iter(qn("w:lang")):
        known.set(qn("w:val"), language)


def _set_footer(text: Document, label: str) -> None:
    line = text.sections[0].footer.paragraphs[0]
    line.style = "Caption"
    line.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(clean(f"{label}\t"))
    _add_field(line, "PAGE")


def _add_field(line: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    line._p.append(field)  # noqa: SLF001 (the library has no way to add a field)


def _rule(table: Table) -> None:
    """Thin lines between the rows, none between the columns."""
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{edge}")
        for key, value in (("val", "single"), ("sz", "4"), ("color", RULE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 (the library has no borders)


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", PALE)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 (the library has no shading)


def _mark(row: _Row, name: str) -> None:
    mark: BaseOxmlElement = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 (the library has no row marks)
