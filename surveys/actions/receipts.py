"""The receipt that proves an answer has arrived."""

from sqlalchemy import select
from sqlalchemy.orm import Session

import planning
from language import N_, NotFound, Refusal
from people import hash_of
from surveys.questionnaire import read_questionnaire
from surveys.records import InvitationRow, ResponseRow, SurveyRow, SurveyVersionRow
from surveys.values import Receipt


class AnswerLinkBroken(NotFound):
    """The link to a draft was mistyped."""

    code = "answer_link_broken"
    sentence = N_(
        "We find no answer at this address. Check that you have all of the link, "
        "or open the survey again."
    )


class AlreadySubmitted(Refusal):
    """The answer has been sent in and can no longer be changed."""

    code = "already_submitted"
    sentence = N_("This answer has been sent in already.")


def get_receipt(db: Session, key: str) -> Receipt:
    """The receipt of what was sent in under this key. Refused when nothing was."""
    receipt = find_receipt(db, key)
    if receipt is None:
        raise AnswerLinkBroken
    return receipt


def find_receipt(db: Session, key: str) -> Receipt | None:
    """The receipt of what was sent in under this key, if anything was."""
    row = ResponseRow
    response = db.scalar(select(row).where(row.submission_key == hash_of(key)))
    if response is None:
        return None
    version = db.get_one(SurveyVersionRow, response.version_id)
    survey = db.get_one(SurveyRow, version.survey_id)
    invitation = db.get(InvitationRow, response.invitation_id) if response.invitation_id else None
    return Receipt(
        code=response.receipt_code,
        submitted_on=response.submitted_on,
        municipality=planning.get_project(db, survey.project_id).municipality,
        link=survey.link,
        questionnaire=read_questionnaire(version.definition),
        organisation=invitation.organisation if invitation else None,
    )
