"""The proposals as plain rows, for Excel in Norwegian: semicolons, and a mark that says UTF-8."""

import csv
from io import StringIO

from documents.cells import harmless
from proposals.documents.rows import Cell, proposal_columns, proposal_rows
from proposals.report import Report
from proposals.words import Words


def draw_csv(report: Report, words: Words) -> bytes:
    """The proposals of the report, one row each."""
    text = StringIO(newline="")
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(column.heading for column in proposal_columns(words))
    rows.writerows([_written(cell) for cell in row] for row in proposal_rows(report, words))
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{round(cell, 4):g}".replace(".", ",")
    return harmless(cell) if isinstance(cell, str) else str(cell)
