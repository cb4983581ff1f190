import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.cells import clean, harmless, starts_formula

NASTY = [
    '=HYPERLINK("http://x.example")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "\xa0=1+1",
    "\x00=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20A1",
    "\u2212cmd",
    "\n=1+1",
]


@pytest.mark.parametrize("text", NASTY)
def test_nothing_that_anyone_wrote_becomes_a_formula(text: str) -> None:
    assert starts_formula(text)
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["Æøå, «ok»", "1 + 1 = 2", "'sitat'", "5 til 7 boliger", ""])
def test_plain_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_whatever_is_written_is_harmless_and_stays_so(text: str) -> None:
    assert not starts_formula(harmless(text))
    assert harmless(harmless(text)) == harmless(text)


def test_signs_that_a_document_cannot_hold_are_left_out() -> None:
    assert clean("a\x00b\x0bc\ud800d\uffffe\r\nf\rg") == "abcde\nf\ng"
