from hypothesis import given
from hypothesis import strategies as st

from proposals.headline import LONGEST, headline_of


def test_the_first_line_is_the_headline() -> None:
    assert headline_of("Startlån\nTil flere\n") == ("Startlån", "Til flere")


def test_a_long_line_is_cut_at_a_word_and_kept_in_full_below() -> None:
    text = "Vi vil ha " + "mange " * 30 + "boliger."

    headline, more = headline_of(text)

    assert headline.endswith("mange …")
    assert more == text


@given(st.text())
def test_no_headline_is_too_long(text: str) -> None:
    assert len(headline_of(text)[0]) <= LONGEST + 2
