from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.likeness import LEAST, MOST_GROUPS, AlikeIdeas, alike_groups, headline_of, sayings

LIKENESS = st.lists(
    st.tuples(st.integers(1, 8), st.integers(1, 8), st.floats(0, 1, allow_nan=False)), max_size=30
)


def test_two_ideas_that_are_alike_are_a_group() -> None:
    assert alike_groups([(4, 2, 0.8)]) == [AlikeIdeas((2, 4), 0.8)]


def test_two_ideas_that_are_hardly_alike_are_none() -> None:
    assert alike_groups([(1, 2, LEAST - 0.01)]) == []


def test_an_idea_is_no_group_with_itself() -> None:
    assert alike_groups([(1, 1, 1.0)]) == []


def test_three_ideas_are_a_group_when_each_is_like_each() -> None:
    pairs = [(1, 2, 0.9), (2, 3, 0.7), (1, 3, 0.5)]

    assert alike_groups(pairs) == [AlikeIdeas((1, 2, 3), 0.5)]


def test_the_friend_of_a_friend_stays_outside() -> None:
    assert alike_groups([(1, 2, 0.9), (2, 3, 0.7)]) == [AlikeIdeas((1, 2), 0.9)]


def test_the_strongest_of_several_likenesses_holds() -> None:
    assert alike_groups([(1, 2, 0.5), (2, 1, 0.9), (1, 2, 0.6)]) == [AlikeIdeas((1, 2), 0.9)]


def test_what_somebody_said_is_not_alike_is_not_suggested_again() -> None:
    pairs = [(1, 2, 0.9), (2, 3, 0.7), (1, 3, 0.5), (5, 6, 0.45)]

    assert alike_groups(pairs, apart=[(1, 2, 3)]) == [AlikeIdeas((5, 6), 0.45)]
    assert alike_groups(pairs, apart=[(1, 2), (6, 5)]) == [AlikeIdeas((2, 3), 0.7)]


def test_no_more_groups_than_someone_reads_in_a_meeting() -> None:
    pairs = [(2 * n, 2 * n + 1, 0.5 + n / 100) for n in range(20)]

    groups = alike_groups(pairs)

    assert len(groups) == MOST_GROUPS
    assert groups[0].ideas == (38, 39)


@given(LIKENESS)
def test_every_idea_of_a_group_is_like_every_other_and_in_no_other_group(
    pairs: list[tuple[int, int, float]],
) -> None:
    groups = alike_groups(pairs)

    best: dict[frozenset[int], float] = {}
    for first, second, value in pairs:
        best[frozenset({first, second})] = max(value, best.get(frozenset({first, second}), 0))
    for group in groups:
        values = [best[frozenset(two)] for two in combinations(group.ideas, 2)]
        assert min(values) == group.likeness >= LEAST
    ideas = [idea for group in groups for idea in group.ideas]
    assert len(ideas) == len(set(ideas))


@given(LIKENESS)
def test_the_order_in_which_likeness_is_told_does_not_matter(
    pairs: list[tuple[int, int, float]],
) -> None:
    assert alike_groups(pairs[::-1]) == alike_groups(pairs)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Små boliger", "Små boliger"),
        ("Små boliger\nI sentrum.", "Små boliger"),
        ("ord " * 60, ("ord " * 30).strip() + "…"),
    ],
)
def test_every_idea_has_a_headline_to_be_named_by(text: str, headline: str) -> None:
    assert headline_of(text) == headline


def test_an_idea_is_compared_by_its_headlines_and_its_texts() -> None:
    assert sayings(["Små hus\nI sentrum.", "Tette hus"]) == [
        "Små hus",
        "Små hus\nI sentrum.",
        "Tette hus",
    ]
