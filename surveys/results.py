"""How the questions of a survey came out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from surveys.answering import State
from surveys.questionnaire import Question, Questionnaire
from surveys.values import QuestionResult, Results


@dataclass(frozen=True)
class Answered:
    """The answers of one response, and per question why there is one or none."""

    answers: Mapping[str, Any]
    states: Mapping[str, str]


def results_of(questionnaire: Questionnaire, responses: Sequence[Answered]) -> Results:
    """How every question came out; each response counts once, in any order."""
    sections = tuple(
        (section, tuple(_result(question, responses) for question in section.questions))
        for section in questionnaire.sections
    )
    return Results(sections, len(responses))


def _result(question: Question, responses: Sequence[Answered]) -> QuestionResult:
    asked = [r for r in responses if r.states.get(question.key) != State.NOT_RELEVANT]
    answers = [r.answers[question.key] for r in asked if question.key in r.answers]
    return QuestionResult(question, question.kind.tally(answers), len(asked))
