import pytest

from questions import Number, accept
from questions.number import NotANumber, NotWhole, OutOfRange, TooLarge, TooSmall

KIND = Number(0, 5000, "boliger")
DECIMAL = Number(whole=False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        (" 1 200 ", 1200),
        ("1\u2009200", 1200),
        ("1\u202f200", 1200),
        ("1\u00a0200", 1200),
        ("12,0", 12),
        ("0", 0),
    ],
)
def test_a_number_is_read_as_norwegians_write_it(text: str, number: int) -> None:
    assert accept(KIND, {"": [text]}) == number


def test_a_decimal_comma_is_understood_and_a_phones_point_too() -> None:
    assert accept(DECIMAL, {"": ["2,5"]}) == 2.5
    assert accept(DECIMAL, {"": ["2.5"]}) == 2.5
    assert accept(DECIMAL, {"": ["−2,5"]}) == -2.5  # noqa: RUF001 (a minus sign)


@pytest.mark.parametrize(
    "text", ["many", "1.500", "1,2,3", "12 34", "1e9", "١٢", "--1", "nan", "inf", "9" * 100]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        accept(DECIMAL, {"": [text]})


def test_nothing_typed_is_no_answer() -> None:
    assert accept(KIND, {"": ["  "]}) is None


def test_decimals_are_refused_where_whole_numbers_are_asked_for() -> None:
    with pytest.raises(NotWhole):
        accept(KIND, {"": ["2,5"]})


def test_a_number_outside_the_limits_is_refused() -> None:
    with pytest.raises(OutOfRange):
        accept(KIND, {"": ["5001"]})
    with pytest.raises(TooSmall):
        Number(least=1).check(0)
    with pytest.raises(TooLarge):
        Number(most=1).check(2)


def test_a_number_is_written_with_its_unit() -> None:
    assert KIND.written(1200) == "1\u202f200 boliger"
    assert DECIMAL.written(2.5) == "2,5"


def test_the_middle_number_is_told() -> None:
    tally = KIND.tally([30, 10, 20])

    assert tally.rows[0].median == 20
    assert tally.texts == ("10 boliger", "20 boliger", "30 boliger")
