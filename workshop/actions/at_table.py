"""What a table without phones has written and counted, entered for it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from planning import goals_of
from workshop.actions.rows import (
    NO_ID,
    NoSuchIdea,
    current_stage,
    grow,
    log,
    running,
    workshop_row,
)
from workshop.actions.table_counts import counts_by_table
from workshop.actions.tables import PaperTable
from workshop.group_records import TableCountRow, TableIdeaRow
from workshop.idea_text import accept_text
from workshop.records import IdeaGroupRow, IdeaRow
from workshop.stage import NotProposing, Stage, VotingClosed
from workshop.table_count import Count, accept_count, added_up, check_all, checked

Typed = Mapping[int, Sequence[str]]
"""What stands in the fields of each idea."""


def enter_table_idea(
    db: Session,
    table: PaperTable,
    text: str,
    goal_id: int | None,
    client_id: str,
    now: datetime,
    person_id: int | None = None,
) -> int:
    """The id of an idea from the table, stored once however often the form is sent.

    The facilitator (`person_id`) enters ideas whenever it suits; a borrowed device while ideas
    are taken, as a phone does.
    """
    workshop = running(workshop_row(db, table.workshop_id))
    version = grow(db, workshop.id)
    mine = TableIdeaRow.table_id == table.id, TableIdeaRow.client_id == client_id
    if (stored := db.scalar(select(TableIdeaRow.idea_id).where(*mine))) is not None:
        return stored
    if person_id is None and not current_stage(db, workshop).takes_ideas:
        raise NotProposing
    known = {goal.id for goal in goals_of(db, workshop.project_id)}
    idea = IdeaRow(
        workshop_id=workshop.id,
        goal_id=goal_id if goal_id in known else None,
        client_id="",
        text=accept_text(text),
        proposed_at=now,
        version=version,
    )
    db.add(idea)
    db.flush()
    db.add(TableIdeaRow(idea_id=idea.id, table_id=table.id, client_id=client_id))
    if person_id is not None:
        about = {"table": table.name, "ideas": [idea.id]}
        log(db, workshop.id, person_id, "enter_table_idea", now, **about)
    return idea.id


def count_table(
    db: Session, table: PaperTable, typed: Typed, now: datetime, person_id: int | None = None
) -> None:
    """Store what the table has counted, in the place of what it counted before for these ideas.

    An empty field takes a number back. Refused while the voting is closed, for an idea that is
    not there, and beyond what the people at the table may give.
    """
    workshop = running(workshop_row(db, table.workshop_id))
    grow(db, workshop.id)
    stage = current_stage(db, workshop)
    if not stage.takes_votes:
        raise VotingClosed
    before = counts_of(db, stage, table.id)
    lead = _leads(db, workshop.id, typed)
    counts: dict[int, Count | None] = {}
    for idea, texts in typed.items():
        count = accept_count(stage, table.people, texts, idea)
        counts[lead[idea]] = _sum(stage, table.people, counts.get(lead[idea]), count, idea)
    after = {idea: count for idea, count in {**before, **counts}.items() if count is not None}
    check_all(stage, table.people, after.values())
    if after == before:
        return
    put_counts(db, stage.id, table.id, counts)
    if person_id is not None:
        about = {"table": table.name, "table_id": table.id, "stage_id": stage.id}
        changes = {"stage": stage.ordinal, "before": _kept(before, counts)}
        log(db, workshop.id, person_id, "count_table", now, **about, **changes)


def counts_of(db: Session, stage: Stage, table_id: int) -> Mapping[int, Count]:
    """What this table has counted in the stage, by idea or leading idea."""
    return counts_by_table(db, stage).get(table_id, {})


def put_counts(
    db: Session, stage_id: int, table_id: int, counts: Mapping[int, Count | None]
) -> None:
    """Let these be the table's counts for these ideas and whatever was merged with them."""
    members = select(IdeaRow.id).where(
        IdeaRow.group_id.in_(select(IdeaGroupRow.id).where(IdeaGroupRow.lead_id.in_(counts)))
    )
    about = TableCountRow.idea_id.in_(counts) | TableCountRow.idea_id.in_(members)
    here = TableCountRow.stage_id == stage_id, TableCountRow.table_id == table_id
    db.execute(delete(TableCountRow).where(*here, about))
    db.add_all(
        TableCountRow(stage_id=stage_id, table_id=table_id, idea_id=idea, **asdict(count))
        for idea, count in counts.items()
        if count is not None
    )
    db.flush()


def _kept(
    before: Mapping[int, Count], counts: Mapping[int, Count | None]
) -> list[list[int | None]]:
    """What stood at the ideas that are counted again, as a line of the log keeps it."""
    old = {idea: before.get(idea) for idea in counts}
    return [
        [idea, *((c.votes, c.against, c.passed) if c else (None, None, None))]
        for idea, c in old.items()
    ]


def _sum(
    stage: Stage, people: int, one: Count | None, other: Count | None, idea: int
) -> Count | None:
    """Two ideas may have been merged since the form was opened: what was typed is added."""
    if one is None or other is None:
        return one or other
    return checked(stage, people, added_up([one, other]), idea)


def _leads(db: Session, workshop_id: int, ideas: Typed) -> dict[int, int]:
    """For each of these ideas, the one under which it is counted. Refused when one is not there."""
    if any(not 0 < idea < NO_ID for idea in ideas):
        raise NoSuchIdea
    query = (
        select(IdeaRow.id, func.coalesce(IdeaGroupRow.lead_id, IdeaRow.id))
        .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
        .where(IdeaRow.workshop_id == workshop_id, IdeaRow.hidden_at.is_(None))
        .where(IdeaRow.id.in_(ideas))
    )
    found = dict(db.execute(query).all())
    if found.keys() != set(ideas):
        raise NoSuchIdea
    return found
