"""Publishing a survey, closing it, and inviting organisations to it."""

import json
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import planning
from language import N_, NotFound, Refusal
from people import hash_of
from surveys.fingerprint import sha256_of, structure_of
from surveys.publication import Sources, refuse_mistakes, with_options
from surveys.questionnaire import Definition
from surveys.records import InvitationRow, ResponseRow, SurveyRow, SurveyVersionRow
from surveys.values import SurveySummary

LONGEST_NAME = 120


class NoSuchSurvey(NotFound):
    """The project has no such survey."""

    code = "no_such_survey"
    sentence = N_("There is no such survey in this project.")


class AlreadyInvited(Refusal):
    """The organisation has a personal link, and it cannot be shown again."""

    code = "already_invited"
    sentence = N_("%(organisation)s has a personal link already.")


class NoOrganisation(Refusal):
    """A personal link must be for someone."""

    code = "no_organisation"
    sentence = N_("Write the name of the organisation, at most 120 characters.")


def publish_survey(
    db: Session, project_id: int, definition: Definition, *, link: str, now: datetime
) -> SurveySummary:
    """The survey, open to be answered from now on; a new version if it was published before.

    A survey keeps the link it first got. Refused when the definition has mistakes.
    """
    sources = _sources(db, project_id)
    complete = json.loads(json.dumps(with_options(definition, sources)))
    refuse_mistakes(complete, [goal["key"] for goal in sources["goals"]])
    survey = _survey(db, project_id, complete, link, now)
    _add_version(db, survey.id, complete, now)
    return summary_of(db, survey)


def close_survey(db: Session, project_id: int, survey_id: int, now: datetime) -> None:
    """Take no more answers. Closing what is closed changes nothing."""
    survey = get_survey(db, project_id, survey_id)
    survey.closed_at = survey.closed_at or now


def reopen_survey(db: Session, project_id: int, survey_id: int) -> None:
    """Take answers again."""
    get_survey(db, project_id, survey_id).closed_at = None


def invite(
    db: Session, survey_id: int, organisation: str, stakeholder_type: str | None,
    *, token: str, now: datetime,
) -> None:  # fmt: skip
    """Let whoever brings this token answer for the organisation, once."""
    organisation = " ".join(organisation.replace("\0", "").split())
    if not organisation or len(organisation) > LONGEST_NAME:
        raise NoOrganisation
    row = InvitationRow
    known = row.survey_id == survey_id, row.organisation == organisation
    if db.scalar(select(row.id).where(*known)) is not None:
        raise AlreadyInvited(organisation=organisation)
    db.add(
        InvitationRow(
            survey_id=survey_id,
            organisation=organisation,
            stakeholder_type=_known_type(db, survey_id, stakeholder_type),
            token_hash=hash_of(token),
            invited_at=now,
        )
    )
    db.flush()


def get_survey(db: Session, project_id: int, survey_id: int) -> SurveyRow:
    """The survey of this project. Refused when the project has no such survey."""
    survey = db.get(SurveyRow, survey_id)
    if survey is None or survey.project_id != project_id:
        raise NoSuchSurvey
    return survey


def summary_of(db: Session, survey: SurveyRow) -> SurveySummary:
    """The survey, as a list shows it."""
    version = SurveyVersionRow
    query = select(func.count(ResponseRow.id)).join(version, ResponseRow.version_id == version.id)
    responses = db.scalar(query.where(version.survey_id == survey.id)) or 0
    return SurveySummary(survey.id, survey.title, survey.link, survey.closed_at is None, responses)


def latest_version(db: Session, survey_id: int) -> SurveyVersionRow | None:
    """What the survey asks now; None before it was ever published."""
    version = SurveyVersionRow
    query = select(version).where(version.survey_id == survey_id)
    return db.scalars(query.order_by(version.number.desc()).limit(1)).first()


def _known_type(db: Session, survey_id: int, key: str | None) -> str | None:
    project_id = db.get_one(SurveyRow, survey_id).project_id
    types = planning.stakeholder_types_of(db, project_id)
    return next((each.key for each in types if each.key == key), None)


def _sources(db: Session, project_id: int) -> Sources:
    types = planning.stakeholder_types_of(db, project_id)
    goals = planning.goals_of(db, project_id)
    return {
        "stakeholder_types": [{"key": t.key, "label": t.title} for t in types],
        "goals": [{"key": goal.key, "label": goal.title} for goal in goals],
    }


def _survey(
    db: Session, project_id: int, definition: Definition, link: str, now: datetime
) -> SurveyRow:
    row = SurveyRow
    known = row.project_id == project_id, row.key == definition["key"]
    survey = db.scalar(select(row).where(*known))
    if survey is None:
        survey = SurveyRow(
            project_id=project_id, key=definition["key"], link=link, opened_at=now, closed_at=None
        )
        db.add(survey)
    survey.title = definition["title"]
    db.flush()
    return survey


def _add_version(db: Session, survey_id: int, definition: Definition, now: datetime) -> None:
    before = latest_version(db, survey_id)
    sha256 = sha256_of(definition)
    if before is not None and before.sha256 == sha256:
        return
    db.add(
        SurveyVersionRow(
            survey_id=survey_id,
            number=1 if before is None else before.number + 1,
            definition=dict(definition),
            sha256=sha256,
            structure=structure_of(definition),
            published_at=now,
        )
    )
    db.flush()
