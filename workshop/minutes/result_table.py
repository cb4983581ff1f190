"""The table of one result in the minutes: words first, then the numbers of the way of voting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from documents import Table
from workshop.methods import way_of
from workshop.minutes.naming import name_of
from workshop.minutes.values import Minutes, VoteResult
from workshop.minutes.words import Words
from workshop.results import ResultRow

WIDTH_CM = 17.0
NUMBER_CM, SIGN_CM, SHIFT_CM = 2.1, 0.19, 8.0
"""How wide a column of numbers is at least, a sign of its heading, and the column of the shift."""

WORD = "word"
"""The figure that is a word, where there is one."""


@dataclass(frozen=True)
class Column:
    """One column: its heading, its width in centimetres and what stands in it."""

    head: str
    width: float
    cell: Callable[[ResultRow], str]


def result_table(minutes: Minutes, result: VoteResult, name: str, words: Words) -> Table:
    """The ideas in the order of the result, with what the way of voting tells of each."""
    _ = words.gettext
    told = way_of(result.stage).told
    in_words = [_figure(one, head, words) for one, head in told.items() if one == WORD]
    numbers = [_figure(one, head, words) for one, head in told.items() if one != WORD]
    if any(row.from_tables for row in result.rows):
        numbers.append(_number(_("Of these from tables"), lambda row: str(row.from_tables)))
    place = Column(_("Place"), 2.3, lambda row: words.place(row.place))
    columns = (place, *_ideas(minutes, words, [place, *in_words, *numbers]), *in_words, *numbers)
    return _table(name, columns, result.rows, words_in=len(columns) - len(numbers))


def shift_table(minutes: Minutes, result: VoteResult, name: str, words: Words) -> Table | None:
    """How the ideas have moved since an earlier round; None when there was none."""
    moved = [row for row in result.rows if "shift" in row.figures]
    if not moved:
        return None
    heading = words.gettext("Since the earlier round")
    shift = Column(heading, SHIFT_CM, lambda row: words.shift(row.figures))
    columns = (*_ideas(minutes, words, [shift]), shift)
    return _table(f"{name}. {heading}", columns, moved, words_in=len(columns))


def _ideas(minutes: Minutes, words: Words, others: Sequence[Column]) -> tuple[Column, Column]:
    """The number and the name of the idea, in the room that the others leave."""
    number = Column(words.gettext("No."), 1.1, lambda row: str(row.idea))
    left = WIDTH_CM - number.width - sum(column.width for column in others)
    idea = words.gettext("Idea")
    return number, Column(idea, left, lambda row: name_of(minutes, row.idea, words))


def _table(
    name: str, columns: Sequence[Column], rows: Sequence[ResultRow], *, words_in: int
) -> Table:
    return Table(
        name=name,
        heads=tuple(column.head for column in columns),
        rows=tuple(tuple(column.cell(row) for column in columns) for row in rows),
        widths=tuple(column.width for column in columns),
        words_in=words_in,
    )


def _figure(name: str, heading: str, words: Words) -> Column:
    return _number(words.gettext(heading), lambda row: words.figure(row.figures[name]))


def _number(head: str, cell: Callable[[ResultRow], str]) -> Column:
    return Column(head, max(NUMBER_CM, SIGN_CM * len(head)), cell)
