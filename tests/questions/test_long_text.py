import pytest

from questions import LongText, accept
from questions.words import IdentityNumber, TooLong, refuse_identity_number

KIND = LongText(5)


def test_a_line_break_counts_as_one_character() -> None:
    assert accept(KIND, {"": ["ab\r\ncd"]}) == "ab\ncd"


def test_how_much_too_long_is_told() -> None:
    with pytest.raises(TooLong) as refused:
        accept(KIND, {"": ["abcdefg"]})

    assert refused.value.said.details == {"over": 2, "most": 5}


def test_lines_of_spaces_are_no_answer() -> None:
    assert accept(KIND, {"": ["\r\n \r\n"]}) is None


@pytest.mark.parametrize(
    "text",
    ["01017000027", "Gjelder 010170 00027.", "(010170\u00a000027)", "a\n01017000027\nb"],
)
def test_an_identity_number_is_found_wherever_it_stands(text: str) -> None:
    with pytest.raises(IdentityNumber):
        refuse_identity_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "01017000028",  # the last check fails
        "01017000127",  # both fail
        "99999999999",
        "00000000000",  # adds up, but is no date
        "1010170000270",  # longer than a number of a person
        "tlf. 22 22 22 22, konto 1234 56 78903",
        "2027–2038",  # noqa: RUF001 (a dash)
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    refuse_identity_number(text)
