"""Counting what the tables without phones have counted: shown apart, and added once."""

from collections.abc import Mapping

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from storage import Prepared
from workshop.actions.rows import tables
from workshop.group_records import PaperTableRow, TableCountRow
from workshop.records import IdeaGroupRow, IdeaRow
from workshop.stage import Stage
from workshop.table_count import Count, Turnout, added_up, together

_THERE = PaperTableRow.removed_at.is_(None)
_COUNTS = (
    select(
        func.coalesce(IdeaGroupRow.lead_id, IdeaRow.id),
        PaperTableRow.id,
        PaperTableRow.people,
        TableCountRow.votes,
        TableCountRow.against,
        TableCountRow.passed,
    )
    .select_from(TableCountRow)
    .join(PaperTableRow, PaperTableRow.id == TableCountRow.table_id)
    .join(IdeaRow, IdeaRow.id == TableCountRow.idea_id)
    .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
    .where(TableCountRow.stage_id == bindparam("stage"), _THERE, IdeaRow.hidden_at.is_(None))
    .order_by(TableCountRow.id)
)
_TABLES = Prepared(
    select(func.count().label("number"), func.sum(PaperTableRow.people).label("people")).where(
        PaperTableRow.workshop_id == bindparam("workshop"), _THERE
    )
)
_COUNTED = (
    select(func.count(TableCountRow.table_id.distinct()))
    .join(PaperTableRow, PaperTableRow.id == TableCountRow.table_id)
    .where(TableCountRow.stage_id == bindparam("stage"), _THERE)
)


def counted_at_tables(db: Session, stage: Stage) -> dict[int, Count]:
    """For each idea, or group under its leading idea, what all the tables have counted."""
    by_idea: dict[int, list[Count]] = {}
    for counts in counts_by_table(db, stage).values():
        for idea, count in counts.items():
            by_idea.setdefault(idea, []).append(count)
    return {idea: added_up(counts) for idea, counts in by_idea.items()}


def counts_by_table(db: Session, stage: Stage) -> dict[int, Mapping[int, Count]]:
    """For each table, what it has counted for each idea or group; hidden ideas do not count."""
    rows = tables(db).execute(_COUNTS, {"stage": stage.id}).all()
    people = {row[1]: row[2] for row in rows}
    found: dict[int, dict[int, list[Count]]] = {}
    for idea, table, _people, *numbers in rows:
        found.setdefault(table, {}).setdefault(idea, []).append(Count(*numbers))
    return {
        table: {idea: together(stage, people[table], counts) for idea, counts in ideas.items()}
        for table, ideas in found.items()
    }


def turnout_in(db: Session, workshop_id: int, stage_id: int) -> Turnout:
    """The tables of the workshop, and how many of them have counted in the stage."""
    there = _TABLES.one(tables(db), {"workshop": workshop_id})
    if not there.number:
        return Turnout()
    counted = tables(db).execute(_COUNTED, {"stage": stage_id}).scalar_one()
    return Turnout(there.number, int(there.people), counted)


def votes_of(counted: Mapping[int, Count]) -> dict[int, int]:
    """The votes alone, of the ideas that got any at a table."""
    return {idea: count.votes for idea, count in counted.items() if count.votes}
