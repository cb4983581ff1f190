"""What is told after a workshop: its minutes, and to each participant what became of an idea."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from people import find_person
from planning import departments_of, get_project, goals_of
from workshop.actions.counting import standings_of
from workshop.actions.drafting import sentences_in
from workshop.actions.late import late_in
from workshop.actions.looking import picture_of
from workshop.actions.owning import owners_of
from workshop.actions.reserving import reservations_in
from workshop.actions.rows import seat_of, workshop_row
from workshop.actions.seating import ways_in
from workshop.actions.table_counts import counted_at_tables, turnout_in, votes_of
from workshop.actions.tables import tables_in, tables_of_ideas
from workshop.actions.taking_part import voters_in
from workshop.minutes import (
    AgendaLine,
    Attendance,
    CommentedIdea,
    Deed,
    IdeaLine,
    LogLine,
    MergedIdeas,
    Minutes,
    OwnedIdea,
    ReservedIdea,
    ResultRow,
    SentenceLine,
    TableLine,
    VoteResult,
    course_of,
    result_rows,
)
from workshop.minutes.course import first_after_renumbering, knows_rounds, renumbered
from workshop.picture import Card, Picture, shown_rows
from workshop.plenary import left_behind
from workshop.records import DeedRow, IdeaRow, StageRow
from workshop.stage import Stage, StageKind, earlier_round
from workshop.tally import Standing

Numbers = Mapping[int, int]
"""The number of each idea, by its id: the order in which they were written."""


@dataclass(frozen=True)
class Fate:
    """What became of one idea, told to the one who wrote it."""

    text: str
    hidden: bool
    reason: str
    """What the facilitator said when hiding it; often nothing."""
    led_by: str | None
    """The text under which it is counted, when it was merged into another idea."""
    together_with: tuple[str, ...]
    """The texts that were merged into it."""
    left_at_table: bool
    """Whether its table did not take it to plenary."""
    outcome: ResultRow | None
    """How it, or its group, came out; None while no result is shown."""


@dataclass(frozen=True)
class Afterwards:
    """What became of everything that one participant wrote."""

    project_id: int
    title: str
    code: str
    ended: bool
    in_proposals: bool
    """Whether the project group works on with the ideas now; not with those of a rehearsal."""
    method: str | None
    """How people voted in the result that is shown."""
    ideas: int
    """How many ideas or groups of ideas there are to vote for."""
    fates: tuple[Fate, ...]


def minutes_of(db: Session, workshop_id: int, now: datetime) -> Minutes:
    """The minutes as they stand now; provisional until the workshop has ended."""
    row = workshop_row(db, workshop_id)
    project = get_project(db, row.project_id)
    picture = picture_of(db, workshop_id)
    numbers = {card.id: n for n, card in enumerate(picture.cards, 1)}
    ideas = _ideas(db, picture, numbers)
    deeds = renumbered(_deeds(db, workshop_id, numbers), [stage.id for stage in picture.stages])
    stays = course_of(len(picture.stages), row.position, deeds, now)
    first = first_after_renumbering(deeds)
    return Minutes(
        municipality=project.municipality,
        project=project.title,
        title=row.title,
        code=row.code,
        rehearsal=row.rehearsal,
        drawn_at=now,
        made_at=row.made_at,
        started_at=next((deed.at for deed in deeds if deed.act == "move"), None),
        ended_at=row.ended_at,
        goals=tuple((goal.ordinal, goal.title) for goal in goals_of(db, project.id)),
        agenda=tuple(map(AgendaLine, picture.stages, stays)),
        attendance=tuple(
            Attendance(department.title, picture.joined.get(department.id, 0))
            for department in departments_of(db, project.id)
        ),
        ideas=ideas,
        tables=_tables(db, row.id, project.id),
        groups=_groups(picture, ideas, numbers),
        results=_results(db, picture, numbers),
        reserved=tuple(
            ReservedIdea(numbers[idea], tuple(said))
            for idea, said in sorted(reservations_in(db, workshop_id).items())
        ),
        commented=tuple(
            CommentedIdea(numbers[card.id], said)
            for card in picture.cards
            if not card.hidden and (said := tuple(c.text for c in card.comments if not c.hidden))
        ),
        owned=tuple(
            OwnedIdea(numbers[idea], answers)
            for idea, answers in sorted(owners_of(db, workshop_id, project.id).items())
        ),
        sentences=tuple(
            SentenceLine(sentence.draft, tuple(numbers[idea] for idea in sentence.ideas))
            for sentence in sentences_in(db, workshop_id)
            if not sentence.hidden
        ),
        log=tuple(LogLine(deed, n >= first or knows_rounds(deed)) for n, deed in enumerate(deeds)),
    )


def afterwards_of(db: Session, workshop_id: int, token: str) -> Afterwards:
    """What became of the ideas of whoever holds this token. Refused without a seat."""
    seat = seat_of(db, workshop_id, token)
    picture = picture_of(db, workshop_id)
    mine = set(db.scalars(select(IdeaRow.id).where(IdeaRow.participant_id == seat.id)))
    outcomes = {row.idea: row for row in shown_rows(picture)}
    reasons = _reasons(db, workshop_id)
    return Afterwards(
        project_id=picture.project_id,
        title=picture.title,
        code=picture.code,
        ended=picture.ended,
        in_proposals=picture.ended and not workshop_row(db, workshop_id).rehearsal,
        method=str(picture.result.method) if picture.result else None,
        ideas=len(picture.visible),
        fates=tuple(
            _fate(card, picture, outcomes, reasons) for card in picture.cards if card.id in mine
        ),
    )


def _ideas(db: Session, picture: Picture, numbers: Numbers) -> tuple[IdeaLine, ...]:
    by_facilitator = IdeaRow.workshop_id == picture.id, IdeaRow.participant_id.is_(None)
    entered = set(db.scalars(select(IdeaRow.id).where(*by_facilitator)))
    tables = tables_of_ideas(db, picture.id)
    ways = ways_in(db, picture.id)
    return tuple(
        IdeaLine(
            number=numbers[card.id],
            text=None if card.hidden else card.texts[0],
            goal=card.goal,
            entered=card.id in entered,
            merged_into=None if card.merged_into is None else numbers[card.merged_into],
            need=card.need,
            table=tables[card.id].name if card.id in tables else None,
            way=ways.get(card.id),
        )
        for card in picture.cards
    )


def _groups(
    picture: Picture, ideas: Sequence[IdeaLine], numbers: Numbers
) -> tuple[MergedIdeas, ...]:
    groups = []
    for card in picture.cards:
        lead = ideas[numbers[card.id] - 1]
        merged = [idea for idea in ideas if idea.merged_into == lead.number]
        if merged and lead.text is not None:
            groups.append(MergedIdeas((lead, *merged)))
    return tuple(groups)


def _results(db: Session, picture: Picture, numbers: Numbers) -> tuple[VoteResult, ...]:
    """The result of every vote that is closed; of one that is open, nothing."""
    query = select(StageRow.id, StageRow.closed_at).where(StageRow.workshop_id == picture.id)
    closed_at = dict(db.execute(query).all())
    results = []
    rounds: dict[int, tuple[ResultRow, ...]] = {}
    for stage in picture.stages:
        closed = closed_at[stage.id]
        if stage.kind is not StageKind.VOTE or closed is None:
            continue
        earlier = earlier_round(picture.stages, stage)
        before = rounds.get(earlier.id, ()) if earlier else ()
        standings = standings_of(db, stage)
        ideas = _votable(picture, stage, standings)
        from_tables = votes_of(counted_at_tables(db, stage))
        rows = rounds[stage.id] = result_rows(stage, ideas, standings, before, from_tables)
        numbered = tuple(_numbered(row, numbers) for row in rows)
        voted, late = voters_in(db, stage.id), late_in(db, stage.id)
        tables = turnout_in(db, picture.id, stage.id)
        results.append(VoteResult(stage, closed, voted, late, numbered, tables))
    return tuple(results)


def _numbered(row: ResultRow, numbers: Numbers) -> ResultRow:
    return replace(row, idea=numbers[row.idea])


def _tables(db: Session, workshop_id: int, project_id: int) -> tuple[TableLine, ...]:
    titles = {department.id: department.title for department in departments_of(db, project_id)}
    return tuple(
        TableLine(table.name, titles.get(table.department_id or 0, ""), table.people)
        for table in tables_in(db, workshop_id)
    )


def _deeds(db: Session, workshop_id: int, numbers: Numbers) -> list[Deed]:
    rows = _deed_rows(db, workshop_id)
    names = {row.person_id: _name(db, row.person_id) for row in rows}
    return [
        Deed(names[row.person_id], row.act, _in_numbers(row.details, numbers), row.done_at)
        for row in rows
    ]


def _deed_rows(db: Session, workshop_id: int) -> Sequence[DeedRow]:
    query = select(DeedRow).where(DeedRow.workshop_id == workshop_id).order_by(DeedRow.id)
    return db.scalars(query).all()


def _name(db: Session, person_id: int) -> str:
    person = find_person(db, person_id)
    return person.name if person else ""


def _in_numbers(details: Mapping[str, object], numbers: Numbers) -> dict[str, object]:
    """The details of a deed, with the numbers of the ideas in the place of their ids."""
    told = dict(details)
    for name in ("idea", "lead"):
        if name in told:
            told[name] = numbers.get(_id(told[name]), "?")
    if isinstance(ideas := told.get("ideas"), list):
        told["ideas"] = [numbers[_id(idea)] for idea in ideas if _id(idea) in numbers]
    return told


def _id(stored: object) -> int:
    return stored if isinstance(stored, int) else 0


def _reasons(db: Session, workshop_id: int) -> dict[int, str]:
    """Why ideas were hidden, where somebody said so; the latest word stands."""
    hidings = [row.details for row in _deed_rows(db, workshop_id) if row.act == "hide"]
    return {_id(hiding.get("idea")): str(hiding.get("reason") or "") for hiding in hidings}


def _votable(picture: Picture, stage: Stage, standings: Sequence[Standing]) -> list[int]:
    """The ideas that could be voted for in the stage, and those that were all the same."""
    got = {standing.idea for standing in standings}
    return [
        card.id
        for card in picture.cards
        if not card.hidden and card.merged_into is None
        if card.id in got or not left_behind(card.way, picture.stages, stage.ordinal)
    ]


def _fate(
    card: Card, picture: Picture, outcomes: Mapping[int, ResultRow], reasons: Mapping[int, str]
) -> Fate:
    # While ideas are written in silence, nobody is told what others have written.
    shown = picture.stage.shows_ideas and not card.hidden
    lead = card.merged_into
    texts = {other.id: other.texts[0] for other in picture.cards}
    return Fate(
        text=card.texts[0],
        hidden=card.hidden,
        reason=reasons.get(card.id, "") if card.hidden else "",
        led_by=texts[lead] if shown and lead is not None else None,
        together_with=card.texts[1:] if shown else (),
        left_at_table=left_behind(card.way, picture.stages, picture.stage.ordinal),
        outcome=outcomes.get(lead or card.id),
    )
