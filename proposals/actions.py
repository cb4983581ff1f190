"""Tying outside proposals to goals and ideas, and drawing up the report."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, Select, delete, select
from sqlalchemy.orm import Session

import planning
import surveys
import workshop
from language import N_, NotFound, Refusal
from proposals.material import Material, Tie
from proposals.overview import Overview, steps_of
from proposals.records import TieRow
from proposals.report import Report


class NoSuchInput(NotFound):
    """The response was withdrawn, or the page was opened before it came."""

    code = "no_such_input"
    sentence = N_("This input is no longer there. Reload the page to see what has come in.")


class TiedToNothing(Refusal):
    """Neither a goal nor an idea of this project was chosen."""

    code = "tied_to_nothing"
    sentence = N_("Choose a goal or an idea that the input belongs to, and save again.")


def tie_input(
    db: Session,
    project_id: int,
    response_id: int,
    question_key: str,
    *,
    goal_id: int | None = None,
    idea_id: int | None = None,
    author_id: int,
    now: datetime,
) -> Tie:
    """Place an outside proposal under a goal, or with the workshop idea that says the same."""
    _check_input(db, project_id, response_id, question_key)
    goal_id = _checked_goal(db, project_id, goal_id, idea_id)
    row = db.scalar(_tie(project_id).where(*_of(response_id, question_key)))
    if row is None:
        row = TieRow(project_id=project_id, response_id=response_id, question_key=question_key)
        db.add(row)
    row.goal_id, row.idea_id = goal_id, idea_id
    row.tied_by, row.tied_at = author_id, now
    db.flush()
    return _value(row)


def untie(db: Session, project_id: int, tie_id: int) -> None:
    """Take an outside proposal back to those that are not placed. To do it twice is no harm."""
    row = TieRow
    db.execute(delete(row).where(row.project_id == project_id, row.id == tie_id))


def ties_of(db: Session, project_id: int) -> list[Tie]:
    """Where the outside proposals of the project have been placed."""
    return [_value(row) for row in db.scalars(_tie(project_id).order_by(TieRow.id))]


def material_of(db: Session, project: planning.Project, now: datetime) -> Material:
    """What the workshops, the surveys and the plan hold, in one picture."""
    return Material(
        project=project,
        drawn_at=now,
        goals=planning.goals_of(db, project.id),
        departments=planning.departments_of(db, project.id),
        stakeholder_types=planning.stakeholder_types_of(db, project.id),
        findings=workshop.findings_of(db, project.id),
        participation=workshop.participation_of(db, project.id),
        answers=surveys.stakeholder_answers(db, project.id),
        outside=surveys.outside_proposals(db, project.id),
        ties=ties_of(db, project.id),
        workshops=[meeting.title for meeting in _held(db, project.id)],
        strategies=workshop.strategies_of(db, project.id),
        at_tables=workshop.people_at_tables(db, project.id),
        surveys=[survey.title for survey in surveys.surveys_of(db, project.id)],
    )


def overview_of(db: Session, project: planning.Project) -> Overview:
    """Where the project stands, counted without drawing up the whole report."""
    meetings = workshop.workshops_of(db, project.id)
    questionnaires = surveys.surveys_of(db, project.id)
    supporting = sum(tie.idea_id is not None for tie in ties_of(db, project.id))
    ideas = len(workshop.findings_of(db, project.id))
    outside = len(surveys.outside_proposals(db, project.id))
    return Overview(
        project=project,
        goals=planning.goals_of(db, project.id),
        workshops=meetings,
        surveys=questionnaires,
        steps=steps_of(_held(db, project.id), questionnaires, ideas + outside - supporting),
    )


def _held(db: Session, project_id: int) -> list[workshop.WorkshopSummary]:
    """The workshops that count: all but rehearsals."""
    return [meeting for meeting in workshop.workshops_of(db, project_id) if not meeting.rehearsal]


def report_of(db: Session, project: planning.Project, now: datetime) -> Report:
    """Everything that is proposed in the project, as it stands now."""
    return _drawing_up()(material_of(db, project, now))


def _drawing_up() -> Callable[[Material], Report]:
    # pandas takes a second to import. The server must answer phones before that, so whoever
    # first opens the proposals waits instead.
    from proposals.drawing_up import draw_up  # noqa: PLC0415

    return draw_up


def _check_input(db: Session, project_id: int, response_id: int, question_key: str) -> None:
    there = surveys.outside_proposals(db, project_id)
    if (response_id, question_key) not in {(o.response_id, o.question_key) for o in there}:
        raise NoSuchInput


def _checked_goal(
    db: Session, project_id: int, goal_id: int | None, idea_id: int | None
) -> int | None:
    """The goal of the tie; that of the idea when no other was chosen.

    Should the idea be merged or hidden later, the goal remains.
    """
    goals = {goal.id for goal in planning.goals_of(db, project_id)}
    ideas = {finding.idea_id: finding.goal_id for finding in workshop.findings_of(db, project_id)}
    if goal_id is None and idea_id is None:
        raise TiedToNothing
    if goal_id not in {None, *goals} or idea_id not in {None, *ideas}:
        raise TiedToNothing
    return goal_id if idea_id is None else goal_id or ideas[idea_id]


def _tie(project_id: int) -> Select[TieRow]:
    return select(TieRow).where(TieRow.project_id == project_id)


def _of(response_id: int, question_key: str) -> tuple[ColumnElement[bool], ...]:
    return TieRow.response_id == response_id, TieRow.question_key == question_key


def _value(row: TieRow) -> Tie:
    return Tie(row.id, row.response_id, row.question_key, row.goal_id, row.idea_id)
