"""What other packages and the pages see of surveys: values that cannot change under their hands."""

from dataclasses import dataclass
from datetime import date

from questions import Tally
from surveys.answering import Reading, Typed, read_typed
from surveys.questionnaire import Question, Questionnaire, Section


@dataclass(frozen=True)
class SurveySummary:
    """A survey, as those who lead the project see it in a list."""

    id: int
    title: str
    link: str
    opened: bool
    responses: int


@dataclass(frozen=True)
class StakeholderAnswer:
    """One piece of one answer: a choice, a step, a share of points, a number or a text."""

    response_id: int
    survey_id: int
    question_key: str
    row_key: str
    """The key of the option or row it is about; "" when it is about the question itself."""
    label: str
    """What was asked: the row or option that points and steps were given to, or the question."""
    kind: str
    value: str | float | int
    """The words of what was chosen, the step, the points, the number, or the text."""
    stakeholder_type: str | None
    organisation: str | None
    goals: tuple[str, ...]
    """The keys of the goals that the survey declares it to bear on."""


@dataclass(frozen=True)
class OutsideProposal:
    """A strategy that someone outside the municipality proposes in their own words."""

    response_id: int
    survey_id: int
    question_key: str
    text: str
    stakeholder_type: str | None
    organisation: str | None


@dataclass(frozen=True)
class Invited:
    """Who a personal link is for."""

    organisation: str
    stakeholder_type: str | None


@dataclass(frozen=True)
class OpenSurvey:
    """A survey that can be answered, as its first page shows it."""

    id: int
    link: str
    municipality: str
    questionnaire: Questionnaire


@dataclass(frozen=True)
class Draft:
    """What someone has typed so far, with the questions they were asked."""

    link: str
    municipality: str
    questionnaire: Questionnaire
    typed: Typed
    invited: Invited | None

    @property
    def reading(self) -> Reading:
        """What it comes to as it stands."""
        return read_typed(self.questionnaire, self.typed)


@dataclass(frozen=True)
class Receipt:
    """The proof that an answer has arrived."""

    code: str
    submitted_on: date
    municipality: str
    link: str
    questionnaire: Questionnaire
    organisation: str | None


@dataclass(frozen=True)
class QuestionResult:
    """How one question came out."""

    question: Question
    tally: Tally
    asked: int
    """How many it was asked of; a question that did not apply was not asked."""


@dataclass(frozen=True)
class Results:
    """How the versions of a survey that ask for the same came out, in the newest wording."""

    sections: tuple[tuple[Section, tuple[QuestionResult, ...]], ...]
    responses: int


@dataclass(frozen=True)
class SurveyDesk:
    """A survey as those who lead the project see it."""

    survey: SurveySummary
    by_stakeholder_type: tuple[tuple[str, int], ...]
    results: tuple[Results, ...]
    invited: tuple[tuple[str, bool], ...]
    """Every organisation with a personal link, and whether it has answered."""
