"""The documents: one report drawn as a workbook, as plain rows and as a text to read."""

from proposals.documents.csv_rows import draw_csv
from proposals.documents.docx_text import draw_docx
from proposals.documents.xlsx_book import draw_xlsx

__all__ = ["draw_csv", "draw_docx", "draw_xlsx"]
