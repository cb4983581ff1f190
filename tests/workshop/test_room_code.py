from random import Random

from hypothesis import given
from hypothesis import strategies as st

from workshop.room_code import ALPHABET, as_code, new_code


def test_a_code_may_be_typed_in_small_letters_with_spaces() -> None:
    assert as_code(" kvb-7t4 ") == "KVB7T4"


@given(st.integers())
def test_a_code_has_no_letters_that_look_alike(seed: int) -> None:
    code = new_code(Random(seed))

    assert len(code) == 6
    assert set(code) <= set(ALPHABET)
    assert not set(code) & set("IL1O0")
