"""Sending in an answer, exactly once."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

import storage
from language import N_, Refusal
from people import hash_of
from questions import Fault
from surveys.actions.drafting import get_draft, get_draft_row
from surveys.actions.publishing import latest_version
from surveys.actions.starting import SurveyLinkBroken
from surveys.answering import Reading, Typed, read_typed
from surveys.fingerprint import receipt_code_of
from surveys.questionnaire import read_questionnaire
from surveys.records import ResponseRow, SurveyVersionRow


class NotComplete(Refusal):
    """Something that is needed is missing, or something does not fit its question."""

    code = "not_complete"
    sentence = N_("Some answers must be mended before you can send them in.")

    def __init__(self, faults: Mapping[str, Fault]) -> None:
        super().__init__()
        self.faults = dict(faults)


def submit_draft(db: Session, key: str, today: date) -> None:
    """Send in what has been typed. Refused when something is missing or does not fit."""
    row = get_draft_row(db, key)
    version = db.get_one(SurveyVersionRow, row.version_id)
    reading = get_draft(db, key).reading
    if reading.faults:
        raise NotComplete(reading.faults)
    _store(db, version, reading, row.key_hash, row.invitation_id, today)
    db.delete(row)
    db.flush()


def submit_answers(
    db: Session, survey_id: int, fields_by_question: Typed, submission_key: str, today: date
) -> str:
    """Send in a whole answer at once and give its receipt code; sent in again, the same code.

    Refused when something is missing or does not fit.
    """
    version = latest_version(db, survey_id)
    if version is None:
        raise SurveyLinkBroken
    reading = read_typed(read_questionnaire(version.definition), fields_by_question)
    if reading.faults:
        raise NotComplete(reading.faults)
    return _store(db, version, reading, hash_of(submission_key), None, today)


def _store(
    db: Session, version: SurveyVersionRow, reading: Reading, submission_key: str,
    invitation_id: int | None, today: date,
) -> str:  # fmt: skip
    values = {
        "version_id": version.id,
        "submission_key": submission_key,
        "invitation_id": invitation_id,
        "answers": reading.answers,
        "states": {key: state.value for key, state in reading.states.items()},
        "receipt_code": receipt_code_of(submission_key),
        "submitted_on": today,
    }
    # One statement, so that sending in twice at once still makes one response.
    db.execute(storage.insert_into(db, ResponseRow).values(**values).on_conflict_do_nothing())
    row = ResponseRow
    return db.scalars(select(row.receipt_code).where(row.submission_key == submission_key)).one()
