"""What every text must keep to: a length, and nobody's national identity number in it."""

import re

from language import N_
from questions.kind import Fault

ELEVEN = re.compile(r"(?<!\d)(\d{6})[ \u00a0]?(\d{5})(?!\d)", re.ASCII)
FIRST_CHECK = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
SECOND_CHECK = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


class TooLong(Fault):
    """The text is longer than the question has room for."""

    code = "too_long"
    sentence = N_("Shorten the text by %(over)s characters. There is room for %(most)s")


class IdentityNumber(Fault):
    """The text holds a national identity number, which must never lie in an open answer."""

    code = "identity_number"
    sentence = N_("Take out the national identity number. Do not write about named persons here")


def clean(text: str) -> str:
    """The text with one kind of line ending and without the spaces around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def refuse_too_long(text: str, most: int, *parts: str) -> None:
    """Refuse more than `most` characters, a letter such as å counting as one."""
    over = len(text) - most
    if over > 0:
        raise TooLong(*parts, over=over, most=most)


def refuse_identity_number(text: str, *parts: str) -> None:
    """Refuse a text in which a national identity number stands."""
    if any(_is_identity_number("".join(found)) for found in ELEVEN.findall(text)):
        raise IdentityNumber(*parts)


def _is_identity_number(number: str) -> bool:
    # An account number has eleven digits and one of the two checks; the date tells them apart.
    digits = [int(digit) for digit in number]
    day, month = int(number[:2]), int(number[2:4])
    return (
        1 <= day % 40 <= 31  # noqa: PLR2004 (a D-number adds 40 to the day)
        and 1 <= month % 40 <= 12  # noqa: PLR2004 (numbers for tests add 40 or 80 to the month)
        and _adds_up(digits, FIRST_CHECK)
        and _adds_up(digits, SECOND_CHECK)
    )


def _adds_up(digits: list[int], weights: tuple[int, ...]) -> bool:
    return sum(d * w for d, w in zip(digits, weights, strict=False)) % 11 == 0
