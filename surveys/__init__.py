"""The stakeholder survey: questionnaires, invitations, drafts, responses and what they say."""

from surveys.actions.publishing import close_survey, invite, publish_survey, reopen_survey
from surveys.actions.reading import outside_proposals, stakeholder_answers, surveys_of
from surveys.actions.submitting import submit_answers
from surveys.answering import as_typed
from surveys.values import OutsideProposal, StakeholderAnswer, SurveySummary

__all__ = [
    "OutsideProposal",
    "StakeholderAnswer",
    "SurveySummary",
    "as_typed",
    "close_survey",
    "invite",
    "outside_proposals",
    "publish_survey",
    "reopen_survey",
    "stakeholder_answers",
    "submit_answers",
    "surveys_of",
]
