import pytest

from questions import Kind, NotAnOption, Option, SingleChoice, accept
from questions.single_choice import Choice, WordsMissing
from questions.words import IdentityNumber

KIND = SingleChoice(
    (Option("agree", "Enig"), Option("other", "Noe annet", free_text=True)),
)
ASKED: Kind[Choice] = KIND


def test_the_answer_is_the_key_of_what_was_chosen() -> None:
    assert accept(ASKED, {"": ["agree"]}) == "agree"


def test_nothing_chosen_is_no_answer() -> None:
    assert accept(ASKED, {}) is None
    assert accept(ASKED, {"": [""]}) is None


def test_what_is_not_among_the_options_is_refused() -> None:
    with pytest.raises(NotAnOption):
        accept(ASKED, {"": ["made-up"]})


def test_the_words_of_another_option_are_kept() -> None:
    answer = accept(ASKED, {"": ["other"], "other": [" Felles  busstilbud "]})

    assert answer == {"choice": "other", "text": "Felles  busstilbud"}
    assert KIND.cells(answer)[0].value == "Noe annet: Felles  busstilbud"
    assert KIND.comparable(answer) == "other"
    assert KIND.tally([answer, "agree"]).texts == ("Felles  busstilbud",)


def test_an_option_that_asks_for_words_needs_them() -> None:
    with pytest.raises(WordsMissing) as refused:
        accept(ASKED, {"": ["other"], "other": ["  "]})

    assert refused.value.parts == ("other",)


def test_words_for_an_option_that_was_not_chosen_do_not_count() -> None:
    assert accept(ASKED, {"": ["agree"], "other": ["left over"]}) == "agree"


def test_words_may_not_hold_an_identity_number() -> None:
    with pytest.raises(IdentityNumber):
        accept(ASKED, {"": ["other"], "other": ["Ring 01017000027"]})


def test_the_key_alone_is_no_answer_where_words_are_asked_for() -> None:
    with pytest.raises(NotAnOption):
        KIND.check("other")
    with pytest.raises(NotAnOption):
        KIND.check({"choice": "agree", "text": "slipped in"})
