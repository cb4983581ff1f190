"""Undoing what was done last at the desk, step by step, back to the start."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from language import N_, Refusal, Sentence
from workshop.actions import commenting, needs, steering, tidying
from workshop.actions.rows import stages_of, workshop_row
from workshop.actions.undoing_groups import HOW as GROUPS_HOW
from workshop.actions.undoing_groups import UNDONE as GROUPS_UNDONE
from workshop.records import DeedRow, IdeaRow
from workshop.stage import NoSuchStage

UNDOES = "undoes"
"""Under this name a line of the log says which earlier line it takes back."""

Undo = Callable[[Session, DeedRow, int, datetime], object]


class NothingToUndo(Refusal):
    """Everything is undone, or nothing was done that can be."""

    code = "nothing_to_undo"
    sentence = N_("There is nothing more to undo.")


UNDONE: dict[str, str] = {
    "move": N_("Undone: the change of round"),
    "close_voting": N_("Undone: the voting is open again"),
    "open_voting": N_("Undone: the voting is closed again"),
    "extend_timer": N_("Undone: the extra minutes"),
    "end": N_("Undone: the workshop is open again"),
    "resume": N_("Undone: the workshop has ended again"),
    "hide": N_("Undone: the idea is shown again"),
    "show": N_("Undone: the idea is hidden again"),
    "merge": N_("Undone: the ideas are apart again"),
    "split": N_("Undone: the ideas are merged again"),
    "enter_ideas": N_("Undone: the ideas you entered are hidden"),
    "hide_comment": N_("Undone: the comment is shown again"),
    "show_comment": N_("Undone: the comment is hidden again"),
    "set_need": N_("Undone: the ideas have the type of need they had"),
    **GROUPS_UNDONE,
}


def undo_last(db: Session, workshop_id: int, person_id: int, now: datetime) -> Sentence:
    """Take back the latest act that is not taken back yet, and say which it was.

    What undoes an act is an act like any other in the log, with a word of what it undoes.
    """
    workshop_row(db, workshop_id)
    deed = _latest(db, workshop_id)
    last_line = db.scalars(_lines(workshop_id).limit(1)).one().id
    _HOW[deed.act](db, deed, person_id, now)
    db.flush()
    for line in db.scalars(_lines(workshop_id).where(DeedRow.id > last_line)):
        line.details = {**line.details, UNDOES: deed.id}
    return Sentence(UNDONE[deed.act])


def _latest(db: Session, workshop_id: int) -> DeedRow:
    taken_back: set[int] = set()
    for line in db.scalars(_lines(workshop_id)):
        if UNDOES in line.details:
            taken_back.add(line.details[UNDOES])
        elif line.act in UNDONE and line.id not in taken_back:
            return line
    raise NothingToUndo


def _lines(workshop_id: int) -> Select[DeedRow]:
    return select(DeedRow).where(DeedRow.workshop_id == workshop_id).order_by(DeedRow.id.desc())


def _undo_move(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    # By its id: the agenda may have been changed since, and the stage have another number.
    stage = next(
        (s for s in stages_of(db, deed.workshop_id) if s.id == deed.details["came_from_id"]), None
    )
    if stage is None:
        raise NoSuchStage
    steering.move_to(db, deed.workshop_id, str(stage.ordinal), person_id, now)
    if deed.details["closed"]:
        steering.open_voting(db, deed.workshop_id, person_id, now)


def _undo_end(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    steering.resume_workshop(db, deed.workshop_id, person_id, now)
    if deed.details.get("closed"):
        steering.open_voting(db, deed.workshop_id, person_id, now)


def _undo_merge(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    group_id = db.scalars(select(IdeaRow.group_id).where(IdeaRow.id == deed.details["lead"])).one()
    if group_id is not None:
        tidying.split_group(db, deed.workshop_id, group_id, person_id, now)
    for group in deed.details.get("groups", []):
        tidying.merge_ideas(db, deed.workshop_id, group, person_id, now)


def _undo_split(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    tidying.merge_ideas(db, deed.workshop_id, deed.details["ideas"], person_id, now)


def _undo_showing(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    idea = deed.details["idea"]
    tidying.hide_idea(db, deed.workshop_id, idea, person_id, now, _reason(db, deed, "idea"))


def _reason(db: Session, deed: DeedRow, about: str) -> str:
    """Why that which this deed has shown was hidden before."""
    hidden = deed.act.replace("show", "hide")
    lines = db.scalars(_lines(deed.workshop_id).where(DeedRow.act == hidden, DeedRow.id < deed.id))
    same = (line for line in lines if line.details[about] == deed.details[about])
    hiding = next(same, None)
    return str(hiding.details.get("reason", "")) if hiding else ""


def _undo_entering(db: Session, deed: DeedRow, person_id: int, now: datetime) -> None:
    for idea in deed.details["ideas"]:
        tidying.hide_idea(db, deed.workshop_id, idea, person_id, now)


_HOW: dict[str, Undo] = {
    "move": _undo_move,
    "close_voting": lambda db, deed, who, now: steering.open_voting(db, deed.workshop_id, who, now),
    "open_voting": lambda db, deed, who, now: steering.close_voting(db, deed.workshop_id, who, now),
    "extend_timer": lambda db, deed, who, now: steering.extend_timer(
        db, deed.workshop_id, -deed.details["minutes"], who, now
    ),
    "end": _undo_end,
    "resume": lambda db, deed, who, now: steering.end_workshop(db, deed.workshop_id, who, now),
    "hide": lambda db, deed, who, now: tidying.show_idea(
        db, deed.workshop_id, deed.details["idea"], who, now
    ),
    "show": _undo_showing,
    "merge": _undo_merge,
    "split": _undo_split,
    "enter_ideas": _undo_entering,
    "hide_comment": lambda db, deed, who, now: commenting.show_comment(
        db, deed.workshop_id, deed.details["comment"], who, now
    ),
    "show_comment": lambda db, deed, who, now: commenting.hide_comment(
        db, deed.workshop_id, deed.details["comment"], who, now, _reason(db, deed, "comment")
    ),
    "set_need": lambda db, deed, who, now: needs.set_needs(
        db, deed.workshop_id, {int(i): need for i, need in deed.details["before"].items()}, who, now
    ),
    **GROUPS_HOW,
}
