import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.idea_text import IdeaEmpty, IdeaTooLong, accept_text, parts_of


def test_spaces_alone_are_no_idea() -> None:
    with pytest.raises(IdeaEmpty):
        accept_text(" \n\t \u0000")


def test_an_idea_of_500_characters_is_taken_and_501_are_refused() -> None:
    assert len(accept_text("å" * 500)) == 500
    with pytest.raises(IdeaTooLong) as refused:
        accept_text("å" * 501)
    assert refused.value.said.details == {"over": 1, "longest": 500}


@given(st.text(max_size=400))
def test_accepting_twice_changes_nothing_more(typed: str) -> None:
    try:
        once = accept_text(typed)
    except (IdeaEmpty, IdeaTooLong):
        return

    assert accept_text(once) == once


def test_the_first_line_is_the_headline() -> None:
    assert parts_of("Leie-til-eie\nI ti rekkehus") == {
        "headline": "Leie-til-eie",
        "text": "I ti rekkehus",
    }


def test_a_long_idea_of_one_line_has_no_headline() -> None:
    assert parts_of("a" * 200) == {"headline": "", "text": "a" * 200}
