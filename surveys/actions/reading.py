"""Reading what came in: for those who lead the project, and as evidence for strategies."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

import planning
from questions import DONT_KNOW, Cell
from surveys.actions.publishing import get_survey, summary_of
from surveys.questionnaire import Creates, Part, Question, Questionnaire, read_questionnaire
from surveys.records import InvitationRow, ResponseRow, SurveyRow, SurveyVersionRow
from surveys.results import Answered, results_of
from surveys.values import OutsideProposal, Results, StakeholderAnswer, SurveyDesk, SurveySummary


@dataclass(frozen=True)
class _Response:
    """One response, with the questions it answers and who gave it."""

    id: int
    survey_id: int
    structure: str
    questionnaire: Questionnaire
    answered: Answered
    stakeholder_type: str | None
    organisation: str | None


def surveys_of(db: Session, project_id: int) -> list[SurveySummary]:
    """The surveys of the project, by title."""
    query = select(SurveyRow).where(SurveyRow.project_id == project_id).order_by(SurveyRow.title)
    return [summary_of(db, survey) for survey in db.scalars(query)]


def stakeholder_answers(db: Session, project_id: int) -> list[StakeholderAnswer]:
    """Every piece of every answer, except don't-knows and whom to contact."""
    return [
        _piece(response, question, cell)
        for response in _responses(db, project_id)
        for question in response.questionnaire.questions
        for cell in _cells(response, question)
    ]


def outside_proposals(db: Session, project_id: int) -> list[OutsideProposal]:
    """The strategies that stakeholders propose in their own words."""
    return [
        OutsideProposal(
            response.id, response.survey_id, question.key, str(text),
            response.stakeholder_type, response.organisation,
        )
        for response in _responses(db, project_id)
        for question in response.questionnaire.questions
        if question.creates == Creates.PROPOSAL
        and (text := response.answered.answers.get(question.key))
    ]  # fmt: skip


def desk_of(db: Session, project_id: int, survey_id: int) -> SurveyDesk:
    """All that those who lead the project see of a survey."""
    survey = get_survey(db, project_id, survey_id)
    responses = [each for each in _responses(db, project_id) if each.survey_id == survey_id]
    return SurveyDesk(
        survey=summary_of(db, survey),
        by_stakeholder_type=_by_stakeholder_type(db, project_id, responses),
        results=tuple(_results(db, survey_id, responses)),
        invited=tuple(_invited(db, survey_id)),
    )


def _responses(db: Session, project_id: int) -> list[_Response]:
    response, version, survey = ResponseRow, SurveyVersionRow, SurveyRow
    query = (
        select(response, version, InvitationRow)
        .join(version, response.version_id == version.id)
        .join(survey, version.survey_id == survey.id)
        .outerjoin(InvitationRow, response.invitation_id == InvitationRow.id)
        .where(survey.project_id == project_id)
        .order_by(response.id)
    )
    questionnaires: dict[int, Questionnaire] = {}
    found = []
    for row, asked, invitation in db.execute(query):
        if asked.id not in questionnaires:
            questionnaires[asked.id] = read_questionnaire(asked.definition)
        found.append(_response(row, asked, questionnaires[asked.id], invitation))
    return found


def _response(
    row: ResponseRow, version: SurveyVersionRow, questionnaire: Questionnaire,
    invitation: InvitationRow | None,
) -> _Response:  # fmt: skip
    answers: dict[str, Any] = row.answers
    said = _said_of_themselves(questionnaire, answers)
    return _Response(
        id=row.id,
        survey_id=version.survey_id,
        structure=version.structure,
        questionnaire=questionnaire,
        answered=Answered(answers, {key: str(state) for key, state in row.states.items()}),
        stakeholder_type=said.get(Part.STAKEHOLDER_TYPE)
        or (invitation.stakeholder_type if invitation else None),
        organisation=said.get(Part.ORGANISATION)
        or (invitation.organisation if invitation else None),
    )


def _said_of_themselves(questionnaire: Questionnaire, answers: dict[str, Any]) -> dict[Part, str]:
    return {
        question.role: str(question.kind.comparable(answers[question.key]))
        for question in questionnaire.questions
        if question.role and question.key in answers
    }


def _cells(response: _Response, question: Question) -> Iterator[Cell]:
    answer = response.answered.answers.get(question.key)
    # Names and addresses are for arranging a meeting, and for nothing else.
    if answer is None or question.kind.name == "contact":
        return
    for cell in question.kind.cells(answer):
        if cell.value != DONT_KNOW:
            yield cell


def _piece(response: _Response, question: Question, cell: Cell) -> StakeholderAnswer:
    return StakeholderAnswer(
        response_id=response.id,
        survey_id=response.survey_id,
        question_key=question.key,
        row_key=cell.key,
        label=cell.label or question.label,
        kind=question.kind.name,
        value=cell.value,
        stakeholder_type=response.stakeholder_type,
        organisation=response.organisation,
        goals=question.bearings.get(cell.key, question.goals),
    )


def _by_stakeholder_type(
    db: Session, project_id: int, responses: list[_Response]
) -> tuple[tuple[str, int], ...]:
    titles = {each.key: each.title for each in planning.stakeholder_types_of(db, project_id)}
    counted = Counter(response.stakeholder_type for response in responses)
    known = [(titles[key], counted[key]) for key in titles if counted[key]]
    unknown = sum(count for key, count in counted.items() if key not in titles)
    return (*known, *([("", unknown)] if unknown else []))


def _results(db: Session, survey_id: int, responses: list[_Response]) -> Iterator[Results]:
    """The newest first. Versions that ask for the same are one, in the newest wording."""
    version = SurveyVersionRow
    query = select(version).where(version.survey_id == survey_id).order_by(version.number.desc())
    newest: dict[str, SurveyVersionRow] = {}
    for row in db.scalars(query):
        newest.setdefault(row.structure, row)
    for structure, row in newest.items():
        answered = [each.answered for each in responses if each.structure == structure]
        if answered or row is next(iter(newest.values())):
            yield results_of(read_questionnaire(row.definition), answered)


def _invited(db: Session, survey_id: int) -> Iterator[tuple[str, bool]]:
    invitation = InvitationRow
    query = (
        select(invitation.organisation, ResponseRow.id)
        .outerjoin(ResponseRow, ResponseRow.invitation_id == invitation.id)
        .where(invitation.survey_id == survey_id)
        .order_by(invitation.organisation)
    )
    for organisation, response_id in db.execute(query):
        yield organisation, response_id is not None
