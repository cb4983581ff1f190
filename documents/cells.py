"""Texts that are safe inside a document, whoever wrote them."""

import re
import unicodedata

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and control signs that nobody typed on purpose."""

_FORMULA = frozenset("=+-@\N{MINUS SIGN}")


def clean(text: str) -> str:
    """The text without signs that a document cannot hold."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet might calculate this text instead of showing it.

    Blanks and signs that are not seen are passed over; full-width signs count as plain ones.
    """
    seen = next((sign for sign in text if unicodedata.category(sign)[0] not in "ZC"), "")
    plain = unicodedata.normalize("NFKC", seen)
    return plain in _FORMULA or text.startswith(("\t", "\r", "\n"))


def harmless(text: str) -> str:
    """The text as a spreadsheet may read it in: never as a formula."""
    cleaned = clean(text)
    return f"'{cleaned}" if starts_formula(text) or starts_formula(cleaned) else cleaned
