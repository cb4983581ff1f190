"""What documents share: a paper that is drawn as Word or PDF, and texts made safe for files."""

from documents.drawing import KINDS, draw
from documents.paper import Block, Facts, Heading, Paper, Paragraph, Table

__all__ = [
    "KINDS",
    "Block",
    "Facts",
    "Heading",
    "Paper",
    "Paragraph",
    "Table",
    "draw",
]
