import pytest
from hypothesis import given
from hypothesis import strategies as st

from language import Refusal
from workshop.ballot import MostOnOneIdea, NotAVote, VotesSpent, accept_vote, own_votes
from workshop.stage import Method, Stage, StageKind

DOTS = Stage(1, 1, StageKind.VOTE, "", "", "", 5, Method.DOTS, votes=5, most_per_idea=2)
OPINION = Stage(1, 1, StageKind.VOTE, "", "", "", 5, Method.OPINION)


def test_two_dots_on_one_idea_and_no_third() -> None:
    assert accept_vote(DOTS, 2, 7, {}) == 2
    with pytest.raises(MostOnOneIdea):
        accept_vote(DOTS, 3, 7, {})


def test_five_dots_in_all_and_no_sixth() -> None:
    assert accept_vote(DOTS, 1, 7, {1: 2, 2: 2}) == 1
    with pytest.raises(VotesSpent):
        accept_vote(DOTS, 2, 7, {1: 2, 2: 2})


def test_no_dots_and_nothing_both_withdraw() -> None:
    assert accept_vote(DOTS, 0, 7, {}) is None
    assert accept_vote(DOTS, None, 7, {}) is None


def test_dots_beyond_the_most_from_before_a_merge_can_be_taken_back_one_by_one() -> None:
    assert accept_vote(DOTS, 3, 7, {}, before=[4]) == 3
    with pytest.raises(MostOnOneIdea):
        accept_vote(DOTS, 4, 7, {}, before=[4])


@pytest.mark.parametrize("vote", ["agree", -1, True, "2"])
def test_what_is_no_dots_is_refused(vote: int | str) -> None:
    with pytest.raises(NotAVote):
        accept_vote(DOTS, vote, 7, {})


@pytest.mark.parametrize("opinion", ["agree", "disagree", "pass"])
def test_an_opinion_comes_back_as_it_was_given(opinion: str) -> None:
    stored = accept_vote(OPINION, opinion, 7, {})

    assert stored is not None
    assert own_votes(OPINION, {7: [stored]}) == {7: opinion}


@pytest.mark.parametrize("vote", [1, "maybe", ""])
def test_what_is_no_opinion_is_refused(vote: int | str) -> None:
    with pytest.raises(NotAVote):
        accept_vote(OPINION, vote, 7, {})


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(-1, 4)), max_size=40))
def test_nobody_ever_holds_more_than_the_budget(taps: list[tuple[int, int]]) -> None:
    held: dict[int, int] = {}
    for idea, dots in taps:
        elsewhere = {key: value for key, value in held.items() if key != idea}
        try:
            stored = accept_vote(DOTS, dots, idea, elsewhere, [held.get(idea, 0)])
        except Refusal:
            continue
        held = elsewhere if stored is None else {**elsewhere, idea: stored}

        assert sum(held.values()) <= 5
        assert max(held.values(), default=0) <= 2
