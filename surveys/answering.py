"""Working out, from what someone has typed so far, what is asked, what counts and what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from language import N_, Sentence
from questions import Answer, Comparable, Fault, Fields, accept
from surveys.conditions import holds
from surveys.questionnaire import Question, Questionnaire, Section

Typed = Mapping[str, Fields]
"""What was typed per question, exactly as it was typed."""

Form = Mapping[str, Sequence[str]]
"""A form as it was sent: the texts per name of input."""


class State(StrEnum):
    """Why there is an answer, or none."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    NOT_RELEVANT = "not_relevant"


class AnswerMissing(Fault):
    """A question that needs an answer has none."""

    code = "answer_missing"
    sentence = N_("Answer the question “%(question)s”")

    def __init__(self, question: Question) -> None:
        super().__init__(question=question.label)
        if question.missing:
            self.said = Sentence(question.missing)


@dataclass(frozen=True)
class Reading:
    """What someone's typed fields come to."""

    states: dict[str, State] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)

    def relevant(self, section: Section) -> tuple[Question, ...]:
        """The questions of the section that are asked of this person."""
        return tuple(
            question
            for question in section.questions
            if self.states[question.key] != State.NOT_RELEVANT
        )


def read_typed(questionnaire: Questionnaire, typed: Typed) -> Reading:
    """What these fields come to: the answers that count, and every fault.

    An irrelevant question has neither answer nor fault, and counts as unanswered in the
    conditions of others. So does a question whose answer is refused.
    """
    reading = Reading()
    values: dict[str, Comparable] = {}
    for question in questionnaire.questions:
        _read_question(question, typed.get(question.key, {}), values, reading)
        answer = reading.answers.get(question.key)
        values[question.key] = None if answer is None else question.kind.comparable(answer)
    return reading


def sections_shown(questionnaire: Questionnaire, reading: Reading) -> tuple[Section, ...]:
    """The sections in which something is asked of this person."""
    return tuple(section for section in questionnaire.sections if reading.relevant(section))


def typed_in(section: Section, shown: Sequence[str], form: Form) -> dict[str, dict[str, list[str]]]:
    """What a form says about the questions of the section that stood on the page.

    A question that stood there and of which nothing was sent has been emptied.
    """
    on_the_page = set(shown)
    return {
        question.key: _fields(question, form)
        for question in section.questions
        if question.key in on_the_page
    }


def as_typed(answers: Mapping[str, object]) -> dict[str, dict[str, list[str]]]:
    """Answers as a file holds them (a value, a list, or a value per part), as if typed."""
    return {key: _as_fields(answer) for key, answer in answers.items()}


def name_of(question_key: str, part: str) -> str:
    """What the input for this part of a question is called."""
    return f"{question_key}.{part}" if part else question_key


def kept_aside(questionnaire: Questionnaire, typed: Typed, reading: Reading) -> list[Question]:
    """The questions that hold something typed, but do not apply as things now stand."""
    return [
        question
        for question in questionnaire.questions
        if reading.states[question.key] == State.NOT_RELEVANT
        and any(text.strip() for texts in typed.get(question.key, {}).values() for text in texts)
    ]


def _read_question(
    question: Question, fields: Fields, values: Mapping[str, Comparable], reading: Reading
) -> None:
    if question.visible_if is not None and not holds(question.visible_if, values):
        reading.states[question.key] = State.NOT_RELEVANT
        return
    reading.states[question.key] = State.SKIPPED
    try:
        answer = accept(question.kind, fields)
    except Fault as fault:
        reading.faults[question.key] = fault
        return
    if answer is not None:
        reading.states[question.key] = State.ANSWERED
        reading.answers[question.key] = answer
    elif question.required:
        reading.faults[question.key] = AnswerMissing(question)


def _as_fields(answer: object) -> dict[str, list[str]]:
    if isinstance(answer, Mapping):
        return {str(part): [str(value)] for part, value in answer.items()}
    return {"": [str(each) for each in (answer if isinstance(answer, list) else [answer])]}


def _fields(question: Question, form: Form) -> dict[str, list[str]]:
    sent = {part: form.get(name_of(question.key, part), ()) for part in question.kind.parts}
    # No database takes a NUL in a text, and nobody types one.
    return {
        part: [text.replace("\0", "") for text in texts] for part, texts in sent.items() if texts
    }
