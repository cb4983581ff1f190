"""A paper as PDF: tagged for screen readers (PDF/UA-1), and made to be kept (PDF/A-2a).

What people wrote goes to Typst as data, never as its language, so that none of it is code.
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from documents.cells import clean
from documents.paper import Block, Facts, Heading, Paper, Paragraph, Table
from documents.typefaces import drawable, typefaces

TEMPLATE = Path(__file__).with_name("paper.typ")
KINDS: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Facts: "facts",
    Table: "table",
}


def draw_pdf(paper: Paper) -> bytes:
    """The whole paper; a sign that no typeface of ours has stands as a box, and that is said."""
    said = {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "line": paper.line,
        "owner": paper.owner,
        "blocks": [{"kind": KINDS[type(block)], **asdict(block)} for block in paper.blocks],
    }
    drawn = _drawable(said)
    drawn["note"] = paper.left_out if drawn != _cleaned(said) else ""
    return typst.compile(
        _template(),
        font_paths=typefaces(),
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(drawn)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=paper.drawn_at.replace(microsecond=0),
    )


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def _cleaned(said: Any) -> Any:
    return _each_text(said, clean)


def _drawable(said: Any) -> Any:
    return _each_text(said, lambda text: drawable(clean(text)))


def _each_text(said: Any, change: Any) -> Any:
    if isinstance(said, str):
        return change(said)
    if isinstance(said, dict):
        return {key: _each_text(value, change) for key, value in said.items()}
    if isinstance(said, list | tuple):
        return [_each_text(value, change) for value in said]
    return said
