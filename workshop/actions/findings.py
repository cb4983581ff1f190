"""What the workshops of a project have come to, for those who work on with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshop.actions.counting import seen_by, standings_by_department, standings_of
from workshop.actions.looking import picture_of
from workshop.actions.owning import owners_of
from workshop.actions.passing import exposure_of
from workshop.actions.reserving import reservations_in
from workshop.actions.table_counts import counted_at_tables
from workshop.actions.tables import tables_of_ideas
from workshop.exposure import Exposure
from workshop.methods import way_of
from workshop.ownership import DepartmentAnswer
from workshop.plenary import Way
from workshop.records import IdeaRow, ParticipantRow, WorkshopRow
from workshop.reservation import Reservation
from workshop.stage import Stage, StageKind
from workshop.table_count import Count
from workshop.tally import Standing


@dataclass(frozen=True)
class WorkshopSummary:
    """A workshop in a list."""

    id: int
    title: str
    code: str
    started: bool
    ended: bool
    participants: int
    ideas: int
    rehearsal: bool = False
    """Only to practise; nothing of it is among the findings."""


@dataclass(frozen=True)
class Finding:
    """How one idea, or one group of merged ideas, came out of a workshop."""

    workshop_id: int
    workshop_title: str
    idea_id: int
    """Of the idea, or of the leading idea of the group."""
    texts: tuple[str, ...]
    """The leading text first; the first line of a text is its headline."""
    goal_id: int | None
    department_id: int | None
    """Who proposed it; None when the facilitator entered it."""
    method: str | None
    """The way of voting; None when it was never put to a vote that is closed."""
    votes: int
    """Dots or points in all, comparisons won, or how many stand behind it; united per person."""
    voters: int
    """People with a phone behind those votes."""
    against: int
    passed: int
    seen: int
    """People who were shown it."""
    votes_by_department: Mapping[int, int]
    voters_by_department: Mapping[int, int]
    reservations: tuple[Reservation, ...] = ()
    """What speaks against it."""
    exposure: Exposure | None = None
    """Whom it was shown to, and who passed it by."""
    comments: tuple[str, ...] = ()
    """What was said to it, in order."""
    need: str | None = None
    """Whose need it meets, where somebody has said so."""
    told: tuple[tuple[str, str], ...] = ()
    """What the vote tells: a heading and a figure, in sentences that can be translated."""
    owners: tuple[DepartmentAnswer, ...] = ()
    """Which departments take responsibility for it."""
    way: Way | None = None
    """By which table it came, and whether it was taken to plenary."""
    table: str | None = None
    """The table without phones that proposed it."""
    from_tables: Count = field(default_factory=lambda: Count(0))
    """What of the votes, and of those against and passed, comes from tables without phones."""


def workshops_of(db: Session, project_id: int) -> list[WorkshopSummary]:
    """The workshops of the project, the newest first."""
    query = select(WorkshopRow).where(WorkshopRow.project_id == project_id)
    rows = db.scalars(query.order_by(WorkshopRow.id.desc())).all()
    people = _count_per_workshop(db, ParticipantRow)
    ideas = _count_per_workshop(db, IdeaRow)
    return [
        WorkshopSummary(
            id=row.id,
            title=row.title,
            code=row.code,
            started=row.position > 1,
            ended=row.ended_at is not None,
            participants=people.get(row.id, 0),
            ideas=ideas.get(row.id, 0),
            rehearsal=row.rehearsal,
        )
        for row in rows
    ]


def participation_of(db: Session, project_id: int) -> dict[int, dict[int, int]]:
    """For each workshop that was no rehearsal, how many seats each department has taken."""
    seats = select(ParticipantRow.workshop_id, ParticipantRow.department_id, func.count())
    here = seats.join(WorkshopRow).where(
        WorkshopRow.project_id == project_id, WorkshopRow.rehearsal.is_(False)
    )
    grouped = here.group_by(ParticipantRow.workshop_id, ParticipantRow.department_id)
    taken: dict[int, dict[int, int]] = {}
    for workshop_id, department_id, people in db.execute(grouped):
        taken.setdefault(workshop_id, {})[department_id] = people
    return taken


def findings_of(db: Session, project_id: int) -> list[Finding]:
    """Every idea that is not hidden, from all workshops; those with no vote are in.

    What was written and voted in a rehearsal is not.
    """
    held = [summary for summary in workshops_of(db, project_id) if not summary.rehearsal]
    return [finding for summary in held for finding in _findings(db, summary)]


def _findings(db: Session, workshop: WorkshopSummary) -> list[Finding]:
    picture = picture_of(db, workshop.id)
    stage = _last_closed_vote(picture.stages)
    got = {s.idea: s for s in standings_of(db, stage)} if stage else {}
    departments = standings_by_department(db, stage) if stage else {}
    seen = seen_by(db, workshop.id)
    origin = _origins(db, workshop.id)
    against = reservations_in(db, workshop.id)
    met = exposure_of(db, workshop.id, picture.stages)
    counted = counted_at_tables(db, stage) if stage else {}
    tables = tables_of_ideas(db, workshop.id)
    owners = owners_of(db, workshop.id, picture.project_id)
    found = []
    for card in picture.cards:
        if card.hidden or card.merged_into:
            continue
        standing = got.get(card.id) or _nothing(stage, card.id)
        from_each = departments.get(card.id, {})
        goal_id, department_id = origin[card.id]
        table = tables.get(card.id)
        found.append(
            Finding(
                workshop_id=workshop.id,
                workshop_title=workshop.title,
                idea_id=card.id,
                texts=card.texts,
                goal_id=goal_id,
                department_id=table.department_id if table else department_id,
                table=table.name if table else None,
                method=str(stage.method) if stage else None,
                votes=standing.votes,
                voters=standing.voters,
                against=standing.against,
                passed=standing.passed,
                seen=seen.get(card.id, 0),
                votes_by_department={key: votes for key, (votes, _) in from_each.items()},
                voters_by_department={key: voters for key, (_, voters) in from_each.items()},
                reservations=tuple(against.get(card.id, ())),
                comments=tuple(one.text for one in card.comments if not one.hidden),
                exposure=met.get(card.id, Exposure(workshop.participants, 0, None)),
                need=card.need,
                told=_told(stage, standing) if stage else (),
                way=card.way,
                owners=owners.get(card.id, ()),
                from_tables=counted.get(card.id, Count(0)),
            )
        )
    return found


def _nothing(stage: Stage | None, idea: int) -> Standing:
    """How an idea came out that nobody voted for."""
    return way_of(stage).standing(stage, idea, {}) if stage else Standing(idea, 0, 0)


def _told(stage: Stage, standing: Standing) -> tuple[tuple[str, str], ...]:
    way = way_of(stage)
    figures = way.figures(stage, standing)
    return tuple((heading, str(figures[name])) for name, heading in way.told.items())


def _last_closed_vote(stages: tuple[Stage, ...]) -> Stage | None:
    closed = [stage for stage in stages if stage.kind is StageKind.VOTE and stage.closed]
    return closed[-1] if closed else None


def _origins(db: Session, workshop_id: int) -> dict[int, tuple[int | None, int | None]]:
    """For each idea, its goal and the department of the one who wrote it."""
    query = select(IdeaRow.id, IdeaRow.goal_id, ParticipantRow.department_id)
    query = query.outerjoin(ParticipantRow, ParticipantRow.id == IdeaRow.participant_id)
    rows = db.execute(query.where(IdeaRow.workshop_id == workshop_id))
    return {idea: (goal, department) for idea, goal, department in rows}


def _count_per_workshop(db: Session, table: type[ParticipantRow] | type[IdeaRow]) -> dict[int, int]:
    query = select(table.workshop_id, func.count()).group_by(table.workshop_id)
    return dict(db.execute(query).all())
