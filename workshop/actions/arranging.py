"""Changing the agenda of a workshop, before it and while it runs."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from language import N_, Refusal
from workshop.actions.rows import grow, log, running, workshop_row
from workshop.agenda import AgendaTemplate, agenda_template, agenda_templates, template_of
from workshop.arrangement import LONGEST_TITLE, StageDraft
from workshop.group_records import OwnershipRow, SentenceRow, TableCountRow, TakenRow
from workshop.records import AgendaTemplateRow, BallotRow, ComparisonRow, StageRow, WorkshopRow
from workshop.stage import NoSuchStage, StageKind

OWN = "own-"
"""How the keys of the municipality's own templates begin."""


class StageAnswered(Refusal):
    """People have voted in the stage; what was answered is never thrown away."""

    code = "stage_answered"
    sentence = N_(
        "People have voted in this round, so it can neither be removed nor vote otherwise."
    )


class StageInUse(Refusal):
    """The workshop stands at the stage."""

    code = "stage_in_use"
    sentence = N_("The workshop stands at this round. Go to another one before you remove it.")


def add_stage(
    db: Session, workshop_id: int, draft: StageDraft, person_id: int, now: datetime
) -> int:
    """The id of a new stage, the last but one: a workshop ends with its thanks."""
    workshop, stages = _agenda(db, workshop_id)
    stage = StageRow(workshop_id=workshop_id, ordinal=len(stages) + 1, **asdict(draft))
    db.add(stage)
    db.flush()
    _number(db, workshop, [*stages[:-1], stage, *stages[-1:]])
    log(db, workshop_id, person_id, "add_stage", now, title=draft.title)
    return stage.id


def repeat_vote(
    db: Session, workshop_id: int, stage_id: int, title: str, person_id: int, now: datetime
) -> int:
    """The id of a new stage right after this one, in which people vote in the same way.

    Its result is told with the shift since this one. Refused when people do not vote in it.
    """
    workshop, stages = _agenda(db, workshop_id)
    stage = _stage(stages, stage_id)
    if stage.kind != StageKind.VOTE:
        raise NoSuchStage
    again = StageRow(workshop_id=workshop_id, ordinal=len(stages) + 1, **_definition(stage))
    again.title = " ".join(title.replace("\0", "").split())[:LONGEST_TITLE] or stage.title
    db.add(again)
    db.flush()
    place = stages.index(stage) + 1
    _number(db, workshop, [*stages[:place], again, *stages[place:]])
    log(db, workshop_id, person_id, "add_stage", now, title=again.title)
    return again.id


def change_stage(
    db: Session, workshop_id: int, stage_id: int, draft: StageDraft, person_id: int, now: datetime
) -> None:
    """Make the stage this. Refused when people have voted in it and it would vote otherwise."""
    workshop, stages = _agenda(db, workshop_id)
    stage = _stage(stages, stage_id)
    # How many tables or ideas there are may change under way; how many votes each has may not.
    voting = ("kind", "method", *(("votes", "most_per_idea") if stage.method else ()))
    if any(getattr(stage, name) != getattr(draft, name) for name in voting):
        _refuse_answered(db, stage)
    for name, value in asdict(draft).items():
        setattr(stage, name, value)
    grow(db, workshop.id)
    log(db, workshop_id, person_id, "change_stage", now, title=draft.title)


def move_stage(
    db: Session, workshop_id: int, stage_id: int, by: int, person_id: int, now: datetime
) -> None:
    """Put the stage so many places later, or earlier when below zero; never out of the agenda."""
    workshop, stages = _agenda(db, workshop_id)
    stage = _stage(stages, stage_id)
    others = [other for other in stages if other is not stage]
    place = max(0, min(len(others), stages.index(stage) + by))
    _number(db, workshop, [*others[:place], stage, *others[place:]])
    log(db, workshop_id, person_id, "move_stage", now, title=stage.title)


def remove_stage(
    db: Session, workshop_id: int, stage_id: int, person_id: int, now: datetime
) -> None:
    """Take the stage out. Refused while the workshop stands at it, and when it has votes."""
    workshop, stages = _agenda(db, workshop_id)
    stage = _stage(stages, stage_id)
    if stage.ordinal == workshop.position:
        raise StageInUse
    _refuse_answered(db, stage)
    here = stages[workshop.position - 1]
    db.delete(stage)
    db.flush()
    _number(db, workshop, [other for other in stages if other is not stage], here)
    log(db, workshop_id, person_id, "remove_stage", now, title=stage.title)


def keep_as_template(db: Session, workshop_id: int, title: str) -> None:
    """Keep this agenda as a template of the municipality; one of the same title is replaced."""
    workshop, stages = _agenda(db, workshop_id)
    title = " ".join(title.split())[:120] or workshop.title
    own = AgendaTemplateRow
    known = select(own).where(own.project_id == workshop.project_id, own.title == title)
    row = db.scalar(known) or own(project_id=workshop.project_id, title=title)
    row.definition = {
        "title": title,
        "summary": "",
        "most_participants": workshop.most_participants,
        "stages": [_definition(stage) for stage in stages],
    }
    db.add(row)


def templates_of(db: Session, project_id: int) -> list[AgendaTemplate]:
    """The templates of the house, and after them those of the municipality itself."""
    own = AgendaTemplateRow
    rows = db.scalars(select(own).where(own.project_id == project_id).order_by(own.title))
    return [*agenda_templates(), *(_own(row) for row in rows)]


def get_template(db: Session, project_id: int, key: str) -> AgendaTemplate:
    """The template with this key, of the house or the project's own. Refused when there is none."""
    if not key.startswith(OWN):
        return agenda_template(key)
    for template in templates_of(db, project_id):
        if template.key == key:
            return template
    raise NoSuchStage


def _agenda(db: Session, workshop_id: int) -> tuple[WorkshopRow, list[StageRow]]:
    workshop = running(workshop_row(db, workshop_id))
    query = select(StageRow).where(StageRow.workshop_id == workshop_id).order_by(StageRow.ordinal)
    return workshop, list(db.scalars(query))


def _stage(stages: Sequence[StageRow], stage_id: int) -> StageRow:
    for stage in stages:
        if stage.id == stage_id:
            return stage
    raise NoSuchStage


def _refuse_answered(db: Session, stage: StageRow) -> None:
    for table in (BallotRow, ComparisonRow, TableCountRow, OwnershipRow, SentenceRow, TakenRow):
        if db.scalar(select(exists().where(table.stage_id == stage.id))):
            raise StageAnswered


def _number(
    db: Session, workshop: WorkshopRow, stages: Sequence[StageRow], here: StageRow | None = None
) -> None:
    """Number the stages in this order; the workshop goes on standing where it stood."""
    here = here or next(stage for stage in stages if stage.ordinal == workshop.position)
    for n, stage in enumerate(stages, 1):
        stage.ordinal = -n  # no two stages may have one number, not even for a moment
    db.flush()
    for n, stage in enumerate(stages, 1):
        stage.ordinal = n
    workshop.position = here.ordinal
    db.flush()
    grow(db, workshop.id)


def _definition(stage: StageRow) -> dict[str, object]:
    names = ("kind", "title", "prompt", "notes", "minutes", "method", "votes", "most_per_idea")
    return {name: getattr(stage, name) for name in names}


def _own(row: AgendaTemplateRow) -> AgendaTemplate:
    return template_of({"key": f"{OWN}{row.id}", **row.definition})
