from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.words import TooLong
from surveys.answering import AnswerMissing, State, kept_aside, read_typed, typed_in
from surveys.publication import with_options
from surveys.questionnaire import Questionnaire, read_questionnaire
from tests.surveys.cast import BUILDER, USER, typed
from tests.surveys.conftest import example
from tests.surveys.test_publication import SOURCES

SMALL: Questionnaire = read_questionnaire(with_options(example(), SOURCES))


def test_a_whole_answer_has_no_faults() -> None:
    assert read_typed(SMALL, typed(BUILDER)).faults == {}
    assert read_typed(SMALL, typed(USER)).faults == {}


def test_a_required_question_that_does_not_apply_is_not_required() -> None:
    reading = read_typed(SMALL, typed(BUILDER))

    assert reading.states["help"] == State.NOT_RELEVANT
    assert "help" not in reading.faults


def test_an_answer_that_stops_applying_is_left_out_and_comes_back() -> None:
    changed = read_typed(SMALL, typed(USER, type="utbygger", name="Nordbygg"))
    restored = read_typed(SMALL, typed(USER))

    assert "help" not in changed.answers
    assert changed.states["help"] == State.NOT_RELEVANT
    assert restored.answers["help"] == ["panel", "advice"]


def test_an_answer_that_does_not_apply_counts_as_none_in_other_conditions() -> None:
    reading = read_typed(SMALL, typed(USER, type="utbygger", name="Nordbygg"))

    assert reading.states["advice"] == State.NOT_RELEVANT


def test_a_refused_answer_counts_as_none_in_other_conditions() -> None:
    reading = read_typed(SMALL, typed(USER, help=["panel", "advice", "other"]))

    assert "help" in reading.faults
    assert reading.states["advice"] == State.NOT_RELEVANT


def test_all_faults_are_found_at_once() -> None:
    reading = read_typed(SMALL, typed(USER, advice="x" * 21, points={"G1": 11}, idea=None))

    assert set(reading.faults) == {"advice", "points", "idea"}
    assert isinstance(reading.faults["advice"], TooLong)


def test_what_was_left_out_is_asked_for_in_the_words_of_the_survey() -> None:
    fault = read_typed(SMALL, {}).faults["type"]

    assert isinstance(fault, AnswerMissing)
    assert fault.said.text == "Choose a type"


def test_an_optional_question_left_out_is_skipped() -> None:
    reading = read_typed(SMALL, typed(USER))

    assert reading.states["homes"] == State.SKIPPED


def test_what_no_longer_applies_is_kept_aside() -> None:
    changed = typed(USER, type="utbygger", name="Nordbygg")

    aside = kept_aside(SMALL, changed, read_typed(SMALL, changed))

    assert [question.key for question in aside] == ["help", "advice"]


def test_a_form_is_read_only_for_questions_that_stood_on_the_page() -> None:
    form = {"type": ["bruker"], "name": ["forged"], "help": ["panel"], "made-up": ["x"]}

    assert typed_in(SMALL.sections[0], ["type"], form) == {"type": {"": ["bruker"]}}


def test_a_question_that_stood_on_the_page_and_sent_nothing_has_been_emptied() -> None:
    assert typed_in(SMALL.sections[1], ["help"], {}) == {"help": {}}


def test_no_nul_gets_in() -> None:
    assert typed_in(SMALL.sections[0], ["name"], {"name": ["a\0b"]}) == {"name": {"": ["ab"]}}


texts = st.lists(st.text(max_size=30), max_size=3)
of_any_question = st.sampled_from([question.key for question in SMALL.questions])
of_any_part = st.sampled_from(["", "G1", "G2", "plots", "deals", "else", "name", "email"])


@given(st.dictionaries(of_any_question, st.dictionaries(of_any_part, texts)))
def test_only_questions_that_apply_have_answers_whatever_is_typed(anything: Any) -> None:
    fields = {
        question.key: {
            part: given
            for part, given in anything.get(question.key, {}).items()
            if part in question.kind.parts
        }
        for question in SMALL.questions
    }

    reading = read_typed(SMALL, fields)

    assert set(reading.states) == {question.key for question in SMALL.questions}
    for key, state in reading.states.items():
        assert (key in reading.answers) == (state == State.ANSWERED)
        if state == State.NOT_RELEVANT:
            assert key not in reading.faults


@pytest.mark.parametrize("answers", [BUILDER, USER])
def test_reading_twice_gives_the_same(answers: dict[str, Any]) -> None:
    assert read_typed(SMALL, typed(answers)) == read_typed(SMALL, typed(answers))
