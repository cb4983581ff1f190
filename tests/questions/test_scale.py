import pytest

from questions import DONT_KNOW, Kind, Scale, accept
from questions.scale import NotOnScale, Step

KIND = Scale(1, 5, {1: "Svært dårlig", 5: "Svært godt"}, allow_dont_know=True)
ASKED: Kind[Step] = KIND
STRICT: Kind[Step] = Scale(1, 5)


@pytest.mark.parametrize("step", [1, 3, 5])
def test_the_answer_is_a_step(step: int) -> None:
    assert accept(ASKED, {"": [str(step)]}) == step


@pytest.mark.parametrize("text", ["0", "6", "-1", "2,5", "two", "²", "9" * 50])
def test_what_is_no_step_is_refused(text: str) -> None:
    with pytest.raises(NotOnScale):
        accept(ASKED, {"": [text]})


def test_not_knowing_is_an_answer_only_where_it_is_allowed() -> None:
    assert accept(ASKED, {"": [DONT_KNOW]}) == DONT_KNOW
    with pytest.raises(NotOnScale):
        accept(STRICT, {"": [DONT_KNOW]})


def test_who_does_not_know_never_counts_as_a_number() -> None:
    [row] = KIND.tally([1, 2, 5, DONT_KNOW]).rows

    assert row.median == 2
    assert row.dont_know == 1
    assert KIND.comparable(DONT_KNOW) is None


def test_an_end_says_what_it_means() -> None:
    assert KIND.meaning(1) == "1: Svært dårlig"
    assert KIND.meaning(2) == "2"


def test_no_answers_have_no_middle() -> None:
    assert KIND.tally([]).rows[0].median is None
