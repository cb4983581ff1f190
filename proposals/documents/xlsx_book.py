"""The report as a workbook: a sheet for each way of looking at it, ready to print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import cast

from xlsxwriter import Workbook
from xlsxwriter.chart_bar import ChartBar
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from documents.cells import clean
from proposals.documents import input_rows as outside
from proposals.documents import rows as inside
from proposals.documents.leading import leading
from proposals.documents.matrix_rows import matrix_headings, matrix_row, on_two_axes
from proposals.documents.method import method_lines
from proposals.documents.rows import Cell
from proposals.documents.strategy_rows import strategy_headings, strategy_rows
from proposals.report import Report
from proposals.words import HIDDEN, NOTHING, Words

BLUE = "#0062BA"
PALE = "#E6EFF8"
CHART_ROW_PX = 46
DEFAULT_WIDTH = 15
LINE_PT = 15
HIGHEST_PT = 400
"""No row of a workbook may be much higher."""


@dataclass(frozen=True)
class Sheet:
    """One table: headings, rows, and how wide each column is in signs."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int]
    printed: int | None = None
    """How many columns are printed; all of them when nothing is said."""


def draw_xlsx(report: Report, words: Words) -> bytes:
    """The whole report."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties(_about(report, words))
    book.set_size(2600, 1700)
    for sheet in _sheets(report, words):
        _draw(book, sheet, report, words)
    _draw_chart(book, report, words)
    book.close()
    return file.getvalue()


def _sheets(report: Report, words: Words) -> list[Sheet]:
    _ = words.gettext
    columns = inside.proposal_columns(words)
    return [
        Sheet(
            _("Proposals"),
            [column.heading for column in columns],
            inside.proposal_rows(report, words),
            [column.width for column in columns],
            printed=inside.PRINTED,
        ),
        Sheet(
            _("Ideas with votes"),
            inside.breakdown_headings(report, words),
            inside.breakdown_rows(report, words),
            [30, 40, 46, 17, 11, 13],
        ),
        *_matrix(report, words),
        *_strategies(report, words),
        Sheet(
            _("Inputs per goal"),
            outside.input_headings(report, words),
            outside.input_rows(report, words),
            [30, 14, 60, 36, 9, 9, 9],
        ),
        Sheet(
            _("Types of stakeholder"),
            outside.stakeholder_headings(report, words),
            outside.stakeholder_rows(report, words),
            [46, 10, 14, *[12] * len(report.sections)],
        ),
        Sheet(_("Method"), [_("What"), _("How")], method_lines(report, words), [28, 100]),
    ]


def _matrix(report: Report, words: Words) -> list[Sheet]:
    """The priority matrix, where people have scored on two axes."""
    scored = on_two_axes(report.proposals)
    if not scored:
        return []
    rows = [matrix_row(proposal, words) for proposal in scored]
    headings = matrix_headings(scored, words)
    return [Sheet(words.gettext("Priority matrix"), headings, rows, [60, 16, 14, 20, 12])]


def _strategies(report: Report, words: Words) -> list[Sheet]:
    """The draft strategies, where any group has written one."""
    if not report.strategies:
        return []
    rows = strategy_rows(report, words)
    return [
        Sheet(words.gettext("Draft strategies"), strategy_headings(words), rows, [70, 60, 10, 32])
    ]


def _draw(book: Workbook, sheet: Sheet, report: Report, words: Words) -> Worksheet:
    page = book.add_worksheet(sheet.name)
    _lay_out(page, report, words)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    if sheet.printed:
        page.print_area(0, 0, len(sheet.rows), sheet.printed - 1)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.headings) - 1)
    head = book.add_format(_HEAD)
    widths = [_width(sheet, n) for n in range(len(sheet.headings))]
    page.set_row(0, _height(sheet.headings, widths))
    for n, heading in enumerate(sheet.headings):
        page.set_column(n, n, widths[n])
        page.write_string(0, n, clean(heading), head)
    formats = _formats(book)
    for row, cells in enumerate(sheet.rows, 1):
        page.set_row(row, _height(cells, widths))
        for column, cell in enumerate(cells):
            _write(page, row, column, cell, formats)
    return page


def _write(
    page: Worksheet, row: int, column: int, cell: Cell, formats: Mapping[object, Format]
) -> None:
    """One cell. Text goes in as text, so that nothing anyone wrote becomes a formula."""
    if isinstance(cell, str):
        page.write_string(row, column, clean(cell), formats.get(cell, formats[str]))
    else:
        page.write_number(row, column, cell, formats[type(cell)])


def _width(sheet: Sheet, column: int) -> int:
    return sheet.widths[column] if column < len(sheet.widths) else DEFAULT_WIDTH


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """The height in points that shows every line; not every program finds it by itself."""
    lines = [
        sum(len(line) // (width - 2) + 1 for line in str(cell).split("\n"))
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell, str)
    ]
    return min(LINE_PT * max(lines, default=1) + 4, HIGHEST_PT)


def _formats(book: Workbook) -> dict[object, Format]:
    """How a cell looks, by the type of what is in it; signs for "no number" stand as numbers."""
    common = {"valign": "top", "bottom": 1, "bottom_color": "#D2D8DE"}
    return {
        HIDDEN: book.add_format({**common, "align": "center"}),
        NOTHING: book.add_format({**common, "align": "center"}),
        str: book.add_format({**common, "text_wrap": True, "indent": 1}),
        int: book.add_format({**common, "num_format": "0"}),
        inside.Share: book.add_format({**common, "num_format": "0 %"}),
        float: book.add_format({**common, "num_format": "0.#"}),
    }


def _lay_out(page: Worksheet, report: Report, words: Words) -> None:
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    page.hide_gridlines(2)
    title = clean(f"{report.project.municipality}: {report.project.title}").replace("&", "&&")
    page.set_header(f"&L{title}&R{words.date(report.drawn_at)}")
    page.set_footer("&L&A&R&P / &N")


def _draw_chart(book: Workbook, report: Report, words: Words) -> None:
    """The proposals with most votes as a bar chart that Excel itself draws, beside its numbers."""
    _ = words.gettext
    top = leading(report)
    bars = [(proposal.headline, proposal.votes) for proposal in top]
    sheet = Sheet(_("Chart"), [_("Proposal"), _("Votes")], bars, [44, 9])
    page = _draw(book, sheet, report, words)
    if bars:
        title = _("The proposals with most votes")
        said = "; ".join(f"{headline}: {votes}" for headline, votes in bars)
        chart = _bar_chart(book, sheet, title)
        page.insert_chart(0, 3, chart, {"description": clean(f"{title}. {said}")})


def _bar_chart(book: Workbook, sheet: Sheet, title: str) -> ChartBar:
    chart = cast("ChartBar", book.add_chart({"type": "bar"}))
    last = len(sheet.rows)
    chart.add_series(
        {
            "name": sheet.headings[1],
            "categories": [sheet.name, 1, 0, last, 0],
            "values": [sheet.name, 1, 1, last, 1],
            "fill": {"color": BLUE},
            "gap": 60,
            "data_labels": {"value": True},
        }
    )
    chart.set_title({"name": title, "name_font": {"size": 14}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "line": {"none": True}, "num_font": {"size": 10}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": 900, "height": 110 + CHART_ROW_PX * last})
    return chart


def _about(report: Report, words: Words) -> dict[str, object]:
    return {
        "title": words.gettext("Proposals for strategies"),
        "subject": clean(report.project.title),
        "company": clean(report.project.municipality),
        # The file's own stamp is without a zone.
        "created": report.drawn_at.replace(tzinfo=None)
        - (report.drawn_at.utcoffset() or timedelta()),
    }


_HEAD = {
    "bold": True,
    "font_color": "#002A4C",
    "bg_color": PALE,
    "bottom": 2,
    "bottom_color": BLUE,
    "text_wrap": True,
    "valign": "vcenter",
}
