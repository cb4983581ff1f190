"""What holds of every tally: each answer counts once, in any order."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions import (
    DONT_KNOW,
    Contact,
    Fault,
    Kind,
    LongText,
    Matrix,
    MultipleChoice,
    Number,
    Option,
    PointAllocation,
    Scale,
    ShortText,
    SingleChoice,
    accept,
)

KEYS = ("a", "b", "c", "d")
OPTIONS = tuple(Option(key, key.upper()) for key in KEYS)
SCALE = Scale(1, 5, allow_dont_know=True)
STEPS: st.SearchStrategy[int | str] = st.one_of(st.integers(1, 5), st.just(DONT_KNOW))

ANSWERS: list[tuple[Kind[Any], st.SearchStrategy[Any]]] = [
    (SingleChoice(OPTIONS), st.sampled_from(KEYS)),
    (MultipleChoice(OPTIONS), st.sets(st.sampled_from(KEYS), min_size=1).map(sorted)),
    (SCALE, STEPS),
    (Matrix(OPTIONS, SCALE), st.fixed_dictionaries(dict.fromkeys(KEYS, STEPS))),
    (
        PointAllocation(OPTIONS, 10, exact=False),
        st.dictionaries(st.sampled_from(KEYS), st.integers(1, 9), min_size=1),
    ),
    (Number(), st.integers(-999, 999)),
    (ShortText(), st.text(min_size=1, max_size=9)),
    (LongText(), st.text(min_size=1, max_size=9)),
    (Contact(), st.fixed_dictionaries({"name": st.text(min_size=1, max_size=5)})),
]

of_every_kind = pytest.mark.parametrize(
    ("kind", "answer"), ANSWERS, ids=[kind.name for kind, _ in ANSWERS]
)


@of_every_kind
@given(data=st.data())
def test_the_order_of_answers_does_not_matter(
    kind: Kind[Any], answer: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    answers = data.draw(st.lists(answer, max_size=20))
    shuffled = Random(1).sample(answers, len(answers))

    assert kind.tally(shuffled) == kind.tally(answers)


@of_every_kind
@given(data=st.data())
def test_every_answer_counts_once(
    kind: Kind[Any], answer: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    answers = data.draw(st.lists(answer, max_size=20))

    tally = kind.tally(answers)

    assert tally.answered == len(answers)
    for row in tally.rows:
        if row.bars and kind.name in {"single_choice", "scale", "matrix"}:
            assert sum(bar.people for bar in row.bars) + row.dont_know == len(answers)
        assert all(0 <= bar.people <= len(answers) for bar in row.bars)


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), st.integers(1, 9))))
def test_no_point_is_lost_and_none_is_made(answers: list[dict[str, int]]) -> None:
    [row] = PointAllocation(OPTIONS, 99, exact=False).tally(answers).rows

    assert sum(bar.amount for bar in row.bars) == sum(sum(answer.values()) for answer in answers)


@of_every_kind
@given(data=st.data())
def test_no_form_breaks_a_kind(
    kind: Kind[Any], answer: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    parts = st.sampled_from(kind.parts)
    fields = data.draw(st.dictionaries(parts, st.lists(st.text(), max_size=3)))

    try:
        accepted = accept(kind, fields)
    except Fault:
        return
    if accepted is not None:
        kind.check(accepted)
        assert kind.tally([accepted]).answered == 1
        assert kind.cells(accepted)
