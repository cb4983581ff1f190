"""A paper as a text document, to read, discuss and write on in."""

from io import BytesIO

import docx
from docx.document import Document

from documents.cells import clean
from documents.docx_style import dress, put_table
from documents.paper import Block, Facts, Heading, Paper, Paragraph, Table


def draw_docx(paper: Paper) -> bytes:
    """The whole paper."""
    text = docx.Document()
    dress(text, f"{paper.title}: {paper.subtitle}", paper.owner, paper.line, paper.drawn_at)
    text.add_paragraph(clean(paper.title), style="Title")
    text.add_paragraph(clean(paper.subtitle), style="Subtitle")
    text.add_paragraph(clean(paper.line), style="Caption")
    for block in paper.blocks:
        _put(text, block)
    file = BytesIO()
    text.save(file)
    return file.getvalue()


def _put(text: Document, block: Block) -> None:
    match block:
        case Heading():
            text.add_heading(clean(block.text), block.level)
        case Paragraph():
            text.add_paragraph(clean(block.text))
        case Facts():
            _put_facts(text, block)
        case Table():
            put_table(text, block.heads, block.rows, block.widths, block.words_in)


def _put_facts(text: Document, facts: Facts) -> None:
    for term, fact in facts.pairs:
        line = text.add_paragraph()
        line.add_run(clean(f"{term}: ")).bold = True
        line.add_run(clean(fact))
