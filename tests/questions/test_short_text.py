import pytest

from questions import ShortText, accept
from questions.words import IdentityNumber, TooLong

KIND = ShortText(10)


def test_the_answer_is_one_line() -> None:
    assert accept(KIND, {"": ["  Nord\r\n  bygg "]}) == "Nord bygg"


def test_spaces_alone_are_no_answer() -> None:
    assert accept(KIND, {"": [" \r\n "]}) is None


def test_a_letter_counts_as_one() -> None:
    assert accept(KIND, {"": ["å" * 10]}) == "å" * 10
    with pytest.raises(TooLong):
        accept(KIND, {"": ["å" * 11]})


def test_an_identity_number_is_refused() -> None:
    with pytest.raises(IdentityNumber):
        accept(ShortText(), {"": ["010170 00027"]})


def test_the_order_of_texts_tells_nothing() -> None:
    assert KIND.tally(["b", "a"]).texts == KIND.tally(["a", "b"]).texts == ("a", "b")
