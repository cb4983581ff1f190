"""Keeping what someone types, right or wrong, until it is sent in."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session

import planning
from surveys.actions.receipts import AlreadySubmitted, AnswerLinkBroken, find_receipt
from surveys.actions.starting import find_draft, invited_by, refuse_closed
from surveys.answering import Form, typed_in
from surveys.questionnaire import Section, read_questionnaire
from surveys.records import DraftRow, InvitationRow, SurveyRow, SurveyVersionRow
from surveys.values import Draft


def get_draft(db: Session, key: str) -> Draft:
    """What has been typed so far under this key.

    Refused when there is nothing, when it has been sent in, and when the survey is closed.
    """
    return _read_draft(db, get_draft_row(db, key))


def get_draft_row(db: Session, key: str) -> DraftRow:
    """The row in which it is kept. Refused when there is none, or when it has been sent in."""
    row = find_draft(db, key)
    if row is None:
        raise AnswerLinkBroken if find_receipt(db, key) is None else AlreadySubmitted
    return row


def get_section(draft: Draft, number: int) -> Section:
    """The section with this number. Refused when there is none."""
    sections = [each for each in draft.questionnaire.sections if each.number == number]
    if not sections:
        raise AnswerLinkBroken
    return sections[0]


def save_section(
    db: Session, key: str, number: int, shown: Sequence[str], form: Form, now: datetime
) -> Draft:
    """Keep what a page of the form says, whether it is right or not."""
    row = get_draft_row(db, key)
    section = get_section(_read_draft(db, row), number)
    typed = typed_in(section, shown, form)
    row.fields = {**row.fields, **typed}
    row.updated_at = now
    db.flush()
    return _read_draft(db, row)


def _read_draft(db: Session, row: DraftRow) -> Draft:
    version = db.get_one(SurveyVersionRow, row.version_id)
    survey = db.get_one(SurveyRow, version.survey_id)
    refuse_closed(survey)
    invitation = db.get(InvitationRow, row.invitation_id) if row.invitation_id else None
    return Draft(
        link=survey.link,
        municipality=planning.get_project(db, survey.project_id).municipality,
        questionnaire=read_questionnaire(version.definition),
        typed=cast("dict[str, dict[str, list[str]]]", row.fields),
        invited=invited_by(invitation) if invitation else None,
    )
