"""Drawing a paper as a file of some kind."""

from documents.paper import Paper

KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
"""What a paper can be drawn as, and how a browser is told so."""


def draw(paper: Paper, kind: str) -> bytes:
    """The paper as a file of one of KINDS."""
    # Only whoever downloads needs the libraries that draw; the server starts without them.
    if kind == "pdf":
        from documents.pdf import draw_pdf  # noqa: PLC0415

        return draw_pdf(paper)
    from documents.docx_text import draw_docx  # noqa: PLC0415

    return draw_docx(paper)
