"""Saying what speaks against an idea, and reading what was said."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import insert_into
from workshop.actions.rows import (
    NoSuchIdea,
    current_stage,
    grow,
    ideas_of,
    running,
    seat_of,
    workshop_row,
)
from workshop.actions.seating import left_in
from workshop.records import IdeaGroupRow, IdeaRow, ReservationRow
from workshop.reservation import Criterion, NotReserving, Reservation
from workshop.stage import StageKind


def reserve(
    db: Session, workshop_id: int, token: str, idea_id: int, said: Reservation, client_id: str
) -> None:
    """Store what this person has against the idea; sent twice, it is stored once.

    Refused without a seat, outside the stage for it, and on an idea that is not there.
    """
    workshop = running(workshop_row(db, workshop_id))
    seat = seat_of(db, workshop_id, token)
    if current_stage(db, workshop).kind is not StageKind.RESERVE:
        raise NotReserving
    hidden = ideas_of(db, workshop_id, [idea_id])[0].hidden_at is not None
    if hidden or idea_id in left_in(db, workshop_id):
        raise NoSuchIdea
    row = {
        "idea_id": idea_id,
        "participant_id": seat.id,
        "client_id": client_id,
        "criterion": said.criterion,
        "text": said.text,
    }
    db.execute(insert_into(db, ReservationRow).values(**row).on_conflict_do_nothing())
    grow(db, workshop_id)


def reservations_in(db: Session, workshop_id: int) -> dict[int, list[Reservation]]:
    """What speaks against each idea, or group under its leading idea, by criterion."""
    query = (
        select(IdeaRow.id, IdeaGroupRow.lead_id, ReservationRow.criterion, ReservationRow.text)
        .select_from(ReservationRow)
        .join(IdeaRow, IdeaRow.id == ReservationRow.idea_id)
        .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
        .where(IdeaRow.workshop_id == workshop_id, IdeaRow.hidden_at.is_(None))
        .order_by(ReservationRow.id)
    )
    said: dict[int, list[Reservation]] = {}
    for idea, lead, criterion, text in db.execute(query):
        said.setdefault(lead or idea, []).append(Reservation(Criterion(criterion), text))
    order = list(Criterion)
    for reservations in said.values():
        reservations.sort(key=lambda one: order.index(one.criterion))
    return said
