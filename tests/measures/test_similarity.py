import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures import alike, likenesses

IDEAS = [
    "Leie-til-eie i kommunale rekkehus",
    "Kommunale rekkehus som leie til eie",
    "Flere små boliger i sentrum",
    "Varsel før husleien er to måneder på etterskudd",
    "Boligrådgivere for eldre",
    "Rådgivning om bolig til eldre over 70",
    "Bustadrådgjeving for eldre",
    "Rent to own in municipal row houses",
    "Municipal row houses, rented to be owned",
]
TEXTS = st.lists(st.text(alphabet="abcdeæøå é-\n", max_size=30), max_size=7)


def likeness(one: str, other: str) -> float:
    return likenesses(one, [other])[0]


@pytest.mark.parametrize("idea", [*IDEAS, "i", "Øl", "住宅"])
def test_a_text_is_wholly_like_itself(idea: str) -> None:
    assert likeness(idea, idea) == pytest.approx(1)


def test_texts_that_share_no_piece_of_a_word_are_not_alike() -> None:
    assert likeness("Små boliger", "Et helt annet forslag") == 0


@pytest.mark.parametrize("empty", ["", "  \n", "?! …"])
def test_a_text_without_a_word_is_like_nothing(empty: str) -> None:
    assert likenesses(empty, [empty, "Små boliger"]) == [0, 0]


def test_nothing_is_like_what_is_not_there() -> None:
    assert likenesses("Små boliger", []) == []
    assert alike([], 0) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (0, 1),  # bokmål, other words between
        (4, 5),  # rådgivere, rådgivning
        (4, 6),  # bokmål and nynorsk
        (7, 8),  # English
    ],
)
def test_other_forms_and_another_order_of_the_same_words_are_more_alike_than_the_rest(
    one: int, other: int
) -> None:
    values = dict(zip(IDEAS, likenesses(IDEAS[one], IDEAS), strict=True))
    same = {0, 1} if one == 0 else {4, 5, 6} if one == 4 else {7, 8}
    unrelated = [values[idea] for n, idea in enumerate(IDEAS) if n not in same]

    assert values[IDEAS[other]] > 1.5 * max(unrelated)


def test_capitals_accents_and_signs_do_not_matter_but_norwegian_letters_do() -> None:
    assert likeness("ÉN DØR (for boligspørsmål)!", "en dør for boligspørsmål") == pytest.approx(1)
    assert likeness("Hjälp", "hjælp") == pytest.approx(1)
    assert likeness("små hus", "sma hus") < 0.7


def test_a_rare_word_makes_texts_more_alike_than_a_common_one() -> None:
    crowd = [f"kommune {word}" for word in ("park", "torg", "skole", "buss", "marka")]

    rare, common, *_ = likenesses("kommune tomtefe", ["tomtefe xyz", "kommune xyz", *crowd])

    assert rare > common


@given(TEXTS)
def test_likeness_is_between_nothing_and_all_and_the_same_both_ways(texts: list[str]) -> None:
    for pair in alike(texts, 0):
        assert pair.first < pair.second
        assert 0 < pair.likeness <= 1
    for first, text in enumerate(texts):
        others = [*texts[:first], *texts[first + 1 :]]
        for other, value in enumerate(likenesses(text, others)):
            rest = [t for n, t in enumerate(others) if n != other]
            assert likenesses(others[other], [text, *rest])[0] == pytest.approx(value)


@given(st.data(), TEXTS)
def test_the_order_of_the_texts_does_not_matter(data: st.DataObject, texts: list[str]) -> None:
    place = data.draw(st.permutations(range(len(texts))))
    turned = [texts[n] for n in place]

    as_written = {frozenset((p.first, p.second)): p.likeness for p in alike(texts, 0)}
    as_turned = {frozenset((place[p.first], place[p.second])): p.likeness for p in alike(turned, 0)}
    assert as_turned == pytest.approx(as_written)


def test_pairs_come_with_the_most_alike_first_and_none_below_the_least() -> None:
    pairs = alike(IDEAS, 0.3)

    assert (pairs[0].first, pairs[0].second) == (0, 1)
    values = [pair.likeness for pair in pairs]
    assert values == sorted(values, reverse=True)
    assert min(values) >= 0.3


def test_the_measure_of_one_and_of_all_is_the_same() -> None:
    first, *others = IDEAS
    of_all = {pair.second: pair.likeness for pair in alike(IDEAS, 0) if pair.first == 0}

    for place, value in enumerate(likenesses(first, others), 1):
        assert value == pytest.approx(of_all.get(place, 0))


def test_numpy_is_not_loaded_before_somebody_asks() -> None:
    seen = "import sys, measures; assert 'numpy' not in sys.modules"

    subprocess.run([sys.executable, "-c", seen], check=True)  # noqa: S603 (our own)
