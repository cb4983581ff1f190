"""Coming in by a public or a personal link, and beginning to answer."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

import planning
import storage
from language import N_, Forbidden, NotFound
from people import hash_of
from surveys.actions.publishing import latest_version
from surveys.actions.receipts import AlreadySubmitted, find_receipt
from surveys.questionnaire import Part, Questionnaire, read_questionnaire
from surveys.records import DraftRow, InvitationRow, SurveyRow, SurveyVersionRow
from surveys.values import Invited, OpenSurvey


class SurveyLinkBroken(NotFound):
    """The link to the survey was mistyped, or there never was such a survey."""

    code = "survey_link_broken"
    sentence = N_(
        "This link to a survey does not work. Check that you have all of it, "
        "or ask whoever sent it to you."
    )


class SurveyClosed(Forbidden):
    """The survey takes no more answers."""

    code = "survey_closed"
    sentence = N_("“%(title)s” is closed and takes no more answers. Thank you for wanting to help.")


def get_open_survey(db: Session, link: str) -> OpenSurvey:
    """The survey behind a public link. Refused when there is none, or when it is closed."""
    survey = db.scalar(select(SurveyRow).where(SurveyRow.link == link))
    version = None if survey is None else latest_version(db, survey.id)
    if survey is None or version is None:
        raise SurveyLinkBroken
    return _open(db, survey, version)


def get_invitation(db: Session, token: str) -> tuple[OpenSurvey, Invited, bool]:
    """The survey behind a personal link, whom it is for, and whether they have begun.

    Refused when there is no such link, when it has been used, and when the survey is closed.
    """
    invitation = _invitation(db, token)
    if invitation is None:
        raise SurveyLinkBroken
    if find_receipt(db, token) is not None:
        raise AlreadySubmitted
    survey = db.get_one(SurveyRow, invitation.survey_id)
    version = latest_version(db, survey.id)
    if version is None:
        raise SurveyLinkBroken
    begun = find_draft(db, token) is not None
    return _open(db, survey, version), invited_by(invitation), begun


def start_answer(db: Session, link: str, key: str, now: datetime) -> None:
    """Begin to answer the survey behind a public link; the key is the way back to it."""
    survey = get_open_survey(db, link)
    _begin(db, survey, key, None, now)


def start_invited_answer(db: Session, token: str, now: datetime) -> None:
    """Begin to answer by a personal link, or go on; the token is the way back to it."""
    survey, invited, begun = get_invitation(db, token)
    if begun:
        return
    invitation = _invitation(db, token)
    _begin(db, survey, token, invitation, now, _known_of(survey.questionnaire, invited))


def refuse_closed(survey: SurveyRow) -> None:
    """Refuse a survey that takes no more answers."""
    if survey.closed_at is not None:
        raise SurveyClosed(title=survey.title)


def find_draft(db: Session, key: str) -> DraftRow | None:
    """What is kept under this key, if anything is."""
    return db.scalar(select(DraftRow).where(DraftRow.key_hash == hash_of(key)))


def invited_by(row: InvitationRow) -> Invited:
    """Whom the invitation is for."""
    return Invited(row.organisation, row.stakeholder_type)


def _begin(
    db: Session, survey: OpenSurvey, key: str, invitation: InvitationRow | None, now: datetime,
    fields: Mapping[str, object] | None = None,
) -> None:  # fmt: skip
    version = latest_version(db, survey.id)
    if version is None:
        raise SurveyLinkBroken
    values = {
        "version_id": version.id,
        "key_hash": hash_of(key),
        "invitation_id": invitation.id if invitation else None,
        "fields": dict(fields or {}),
        "updated_at": now,
    }
    # Two taps on «Start» by a personal link leave one draft.
    db.execute(storage.insert_into(db, DraftRow).values(**values).on_conflict_do_nothing())


def _open(db: Session, survey: SurveyRow, version: SurveyVersionRow) -> OpenSurvey:
    refuse_closed(survey)
    questionnaire = read_questionnaire(version.definition)
    municipality = planning.get_project(db, survey.project_id).municipality
    return OpenSurvey(survey.id, survey.link, municipality, questionnaire)


def _invitation(db: Session, token: str) -> InvitationRow | None:
    row = InvitationRow
    return db.scalar(select(row).where(row.token_hash == hash_of(token)))


def _known_of(questionnaire: Questionnaire, invited: Invited) -> dict[str, Any]:
    """What the invitation already says, as if it had been typed."""
    known = {
        Part.ORGANISATION: invited.organisation,
        Part.STAKEHOLDER_TYPE: invited.stakeholder_type,
    }
    return {
        question.key: {"": [known[question.role]]}
        for question in questionnaire.questions
        if question.role and known[question.role]
    }
