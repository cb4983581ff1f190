"""Groups write draft strategies in one sentence, from the ideas they build on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from workshop.actions.looking import picture_of
from workshop.actions.rows import (
    NO_ID,
    NoSuchIdea,
    current_stage,
    grow,
    ideas_of,
    log,
    running,
    seat_of,
    workshop_row,
)
from workshop.group_records import SentenceIdeaRow, SentenceRow
from workshop.records import IdeaGroupRow, IdeaRow, StageRow, WorkshopRow
from workshop.stage import StageKind
from workshop.strategy_sentence import (
    BuildsOnNothing,
    NoSuchSentence,
    NotDrafting,
    StrategyDraft,
    StrategySentence,
)


@dataclass(frozen=True)
class DraftedStrategy:
    """A draft strategy as the project group gets it."""

    workshop_title: str
    draft: StrategyDraft
    ideas: tuple[str, ...]
    """The texts of the ideas it builds on."""
    goals: tuple[int, ...]
    """The ordinals of the goals of those ideas."""


def write_sentence(
    db: Session,
    workshop_id: int,
    token: str,
    draft: StrategyDraft,
    ideas: Sequence[int],
    client_id: str,
) -> int:
    """The id of the sentence, stored once however often the phone sends it.

    Refused without a seat, outside the stage for it, and when it builds on no idea that is there.
    """
    workshop = running(workshop_row(db, workshop_id))
    seat = seat_of(db, workshop_id, token)
    return _store(db, workshop, seat.id, draft, ideas, client_id)[0]


def enter_sentence(
    db: Session,
    workshop_id: int,
    draft: StrategyDraft,
    ideas: Sequence[int],
    client_id: str,
    person_id: int,
    now: datetime,
) -> None:
    """Let the facilitator write a sentence for a group that has no phone."""
    workshop = running(workshop_row(db, workshop_id))
    sentence, is_new = _store(db, workshop, None, draft, ideas, client_id)
    if is_new:
        log(db, workshop_id, person_id, "enter_sentence", now, sentence=sentence)


def take_back_sentence(db: Session, workshop_id: int, token: str, sentence_id: int) -> None:
    """Throw away a sentence of one's own; to do it twice is no harm.

    Refused outside the stage for sentences.
    """
    workshop = running(workshop_row(db, workshop_id))
    seat = seat_of(db, workshop_id, token)
    stage = current_stage(db, workshop)
    if stage.kind is not StageKind.SENTENCE:
        raise NotDrafting
    if not 0 < sentence_id < NO_ID:
        raise NoSuchSentence
    grow(db, workshop_id)
    own = SentenceRow.participant_id == seat.id, SentenceRow.stage_id == stage.id
    db.execute(delete(SentenceRow).where(SentenceRow.id == sentence_id, *own))


def hide_sentence(
    db: Session, workshop_id: int, sentence_id: int, person_id: int, now: datetime
) -> None:
    """Take the sentence off every screen and out of what is told afterwards."""
    _mark(db, workshop_id, sentence_id, now)
    log(db, workshop_id, person_id, "hide_sentence", now, sentence=sentence_id)


def show_sentence(
    db: Session, workshop_id: int, sentence_id: int, person_id: int, now: datetime
) -> None:
    """Put a hidden sentence back."""
    _mark(db, workshop_id, sentence_id, None)
    log(db, workshop_id, person_id, "show_sentence", now, sentence=sentence_id)


def sentences_in(db: Session, workshop_id: int) -> list[StrategySentence]:
    """Every sentence of the workshop, in the order they were written; the hidden ones too."""
    built_on = _ideas(db, workshop_id)
    query = select(SentenceRow).join(StageRow).where(StageRow.workshop_id == workshop_id)
    return [
        StrategySentence(
            id=row.id,
            draft=StrategyDraft(row.what, row.purpose),
            ideas=tuple(built_on.get(row.id, ())),
            hidden=row.hidden_at is not None,
            seat=row.participant_id,
        )
        for row in db.scalars(query.order_by(SentenceRow.id))
    ]


def strategies_of(db: Session, project_id: int) -> list[DraftedStrategy]:
    """The draft strategies of all workshops but rehearsals, with the ideas they come from."""
    held = WorkshopRow.project_id == project_id, WorkshopRow.rehearsal.is_(False)
    ids = db.scalars(select(WorkshopRow.id).where(*held).order_by(WorkshopRow.id.desc()))
    return [strategy for workshop_id in ids for strategy in _strategies(db, workshop_id)]


def _strategies(db: Session, workshop_id: int) -> list[DraftedStrategy]:
    shown = [sentence for sentence in sentences_in(db, workshop_id) if not sentence.hidden]
    if not shown:
        return []
    picture = picture_of(db, workshop_id)
    cards = {card.id: card for card in picture.cards}
    return [
        DraftedStrategy(
            workshop_title=picture.title,
            draft=sentence.draft,
            ideas=tuple(cards[idea].texts[0] for idea in sentence.ideas),
            goals=tuple(sorted({goal for i in sentence.ideas if (goal := cards[i].goal)})),
        )
        for sentence in shown
    ]


def _store(
    db: Session,
    workshop: WorkshopRow,
    seat_id: int | None,
    draft: StrategyDraft,
    ideas: Sequence[int],
    client_id: str,
) -> tuple[int, bool]:
    """The id of the sentence, and whether it is new: sent twice, it is stored once."""
    grow(db, workshop.id)
    stage = current_stage(db, workshop)
    row = SentenceRow
    whose = row.participant_id == seat_id if seat_id else row.participant_id.is_(None)
    here = select(row.id).join(StageRow).where(StageRow.workshop_id == workshop.id)
    if (stored := db.scalar(here.where(whose, row.client_id == client_id))) is not None:
        return stored, False
    if stage.kind is not StageKind.SENTENCE:
        raise NotDrafting
    built_on = list(dict.fromkeys(ideas))
    if not built_on:
        raise BuildsOnNothing
    if any(idea.hidden_at for idea in ideas_of(db, workshop.id, built_on)):
        raise NoSuchIdea
    new = SentenceRow(
        stage_id=stage.id,
        participant_id=seat_id,
        client_id=client_id,
        what=draft.what,
        purpose=draft.purpose,
    )
    db.add(new)
    db.flush()
    db.add_all(SentenceIdeaRow(sentence_id=new.id, idea_id=idea) for idea in built_on)
    return new.id, True


def _ideas(db: Session, workshop_id: int) -> dict[int, list[int]]:
    """For each sentence, the ideas it builds on that are not hidden, merged ones as one."""
    thing = func.coalesce(IdeaGroupRow.lead_id, IdeaRow.id)
    query = (
        select(SentenceIdeaRow.sentence_id, thing)
        .join(IdeaRow, IdeaRow.id == SentenceIdeaRow.idea_id)
        .outerjoin(IdeaGroupRow, IdeaGroupRow.id == IdeaRow.group_id)
        .where(IdeaRow.workshop_id == workshop_id, IdeaRow.hidden_at.is_(None))
        .order_by(SentenceIdeaRow.id)
    )
    found: dict[int, list[int]] = {}
    for sentence, idea in db.execute(query):
        if idea not in found.setdefault(sentence, []):
            found[sentence].append(idea)
    return found


def _mark(db: Session, workshop_id: int, sentence_id: int, hidden_at: datetime | None) -> None:
    running(workshop_row(db, workshop_id))
    row = db.get(SentenceRow, sentence_id) if 0 < sentence_id < NO_ID else None
    stage = db.get(StageRow, row.stage_id) if row else None
    if row is None or stage is None or stage.workshop_id != workshop_id:
        raise NoSuchSentence
    row.hidden_at = hidden_at
    grow(db, workshop_id)
