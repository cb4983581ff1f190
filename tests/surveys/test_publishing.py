from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

import planning
import surveys
from surveys.actions.publishing import AlreadyInvited, NoOrganisation, NoSuchSurvey
from surveys.actions.starting import get_invitation
from surveys.actions.submitting import NotComplete
from surveys.publication import NotPublishable
from surveys.records import ResponseRow, SurveyRow, SurveyVersionRow
from surveys.values import Invited
from tests.conftest import NOW
from tests.surveys.cast import BUILDER, typed
from tests.surveys.conftest import example

TODAY = NOW.date()


def versions(db: Session) -> int:
    return db.scalar(select(func.count(SurveyVersionRow.id))) or 0


def test_a_published_survey_is_open(db: Session, project: planning.Project) -> None:
    published = surveys.publish_survey(db, project.id, example(), link="link", now=NOW)

    assert published.opened
    assert (published.title, published.link, published.responses) == ("Small survey", "link", 0)
    assert surveys.surveys_of(db, project.id) == [published]


def test_publishing_the_same_again_changes_nothing(db: Session, project: planning.Project) -> None:
    first = surveys.publish_survey(db, project.id, example(), link="link", now=NOW)
    again = surveys.publish_survey(db, project.id, example(), link="other", now=NOW)

    assert again == first
    assert versions(db) == 1


def test_a_change_makes_a_new_version_and_keeps_the_link(
    db: Session, project: planning.Project
) -> None:
    surveys.publish_survey(db, project.id, example(), link="link", now=NOW)
    changed = {**example(), "title": "Better title"}

    published = surveys.publish_survey(db, project.id, changed, link="other", now=NOW)

    assert (published.title, published.link) == ("Better title", "link")
    assert versions(db) == 2


def test_a_survey_with_mistakes_is_not_published(db: Session, project: planning.Project) -> None:
    with pytest.raises(NotPublishable):
        surveys.publish_survey(db, project.id, {"key": "k"}, link="link", now=NOW)

    assert surveys.surveys_of(db, project.id) == []


def test_an_option_taken_away_leaves_its_answers(db: Session, project: planning.Project) -> None:
    published = surveys.publish_survey(db, project.id, example(), link="link", now=NOW)
    surveys.submit_answers(db, published.id, typed(BUILDER), "one", TODAY)
    changed = example()
    del changed["sections"][3]["questions"][0]["options"][2]

    surveys.publish_survey(db, project.id, changed, link="link", now=NOW)

    answers = surveys.stakeholder_answers(db, project.id)
    assert ("where", "Nowhere") in {(each.question_key, each.value) for each in answers}
    assert surveys.surveys_of(db, project.id)[0].responses == 1


def test_a_closed_survey_can_be_opened_again(db: Session, project: planning.Project) -> None:
    published = surveys.publish_survey(db, project.id, example(), link="link", now=NOW)

    surveys.close_survey(db, project.id, published.id, NOW + timedelta(days=1))
    assert not surveys.surveys_of(db, project.id)[0].opened

    surveys.reopen_survey(db, project.id, published.id)
    assert surveys.surveys_of(db, project.id)[0].opened


def test_the_survey_of_another_project_is_not_found(db: Session, project: planning.Project) -> None:
    published = surveys.publish_survey(db, project.id, example(), link="link", now=NOW)

    with pytest.raises(NoSuchSurvey):
        surveys.close_survey(db, project.id + 1, published.id, NOW)


def test_an_organisation_is_invited_once_and_by_name(
    db: Session, project: planning.Project
) -> None:
    survey = surveys.publish_survey(db, project.id, example(), link="link", now=NOW)
    surveys.invite(db, survey.id, " Nord  bygg ", "utbygger", token="one", now=NOW)

    with pytest.raises(AlreadyInvited):
        surveys.invite(db, survey.id, "Nord bygg", None, token="two", now=NOW)
    with pytest.raises(NoOrganisation):
        surveys.invite(db, survey.id, "  ", None, token="three", now=NOW)


def test_a_whole_answer_can_be_sent_in_at_once_and_only_once(
    db: Session, project: planning.Project
) -> None:
    survey = surveys.publish_survey(db, project.id, example(), link="link", now=NOW)

    first = surveys.submit_answers(db, survey.id, typed(BUILDER), "one", TODAY)
    again = surveys.submit_answers(db, survey.id, typed(BUILDER), "one", TODAY)
    other = surveys.submit_answers(db, survey.id, typed(BUILDER), "two", TODAY)

    assert first == again != other
    assert surveys.surveys_of(db, project.id)[0].responses == 2


def test_an_answer_with_faults_is_not_taken(db: Session, project: planning.Project) -> None:
    survey = surveys.publish_survey(db, project.id, example(), link="link", now=NOW)

    with pytest.raises(NotComplete) as refused:
        surveys.submit_answers(db, survey.id, typed(BUILDER, idea=None), "one", TODAY)

    assert set(refused.value.faults) == {"idea"}


def test_a_response_knows_the_day_and_not_the_hour() -> None:
    columns = ResponseRow.__table__.columns

    assert str(columns["submitted_on"].type) == "DATE"
    assert not any("TIME" in str(column.type) for column in columns)


def test_every_survey_has_a_link_of_its_own(db: Session) -> None:
    assert SurveyRow.__table__.columns["link"].unique


def test_an_invitation_knows_only_types_that_the_project_knows(
    db: Session, project: planning.Project
) -> None:
    survey = surveys.publish_survey(db, project.id, example(), link="link", now=NOW)
    surveys.invite(db, survey.id, "Nordbygg", "made-up", token="one", now=NOW)

    assert get_invitation(db, "one")[1] == Invited("Nordbygg", None)
