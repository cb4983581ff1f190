"""What is special to a stage: read for one phone, or for the desk and the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from planning import departments_of
from workshop.actions.drafting import sentences_in
from workshop.actions.owning import answers_in, asked_about
from workshop.actions.rows import seat_of
from workshop.actions.seating import TableIdea, seated_at, table_ideas, table_of
from workshop.actions.tables import tables_in
from workshop.idea_text import parts_of
from workshop.likeness import headline_of
from workshop.ownership import Ownership, top_ideas
from workshop.picture import Picture, shared_cards, shown_rows
from workshop.stage import StageKind
from workshop.strategy_sentence import OFFERED, StrategySentence


@dataclass(frozen=True)
class NamedIdea:
    """An idea that is asked about or built on."""

    id: int
    headline: str
    text: str = ""


@dataclass(frozen=True)
class Table:
    """A table where people with phones sit, and the ideas they have written."""

    number: int
    people: int
    ideas: tuple[TableIdea, ...]


@dataclass(frozen=True)
class Part:
    """What a page shows in this stage and in no other."""

    kind: str = ""
    """The kind of the stage; nothing when it has no such part."""
    key: str = ""
    """When it changes, the whole part is another one, and not only what is in it."""
    ideas: tuple[NamedIdea, ...] = ()
    departments: tuple[tuple[int, str], ...] = ()
    answers: Mapping[int, Mapping[int, Ownership]] = field(default_factory=dict)
    """By idea and department."""
    mine: int = 0
    """The department, the seat or the table of the one who looks."""
    sentences: tuple[StrategySentence, ...] = ()
    """Draft strategies, the newest first."""
    tables: tuple[Table, ...] = ()
    """Tables with people at them; on a phone, one's own alone."""
    unseated: int = 0
    """People who have not chosen a table."""
    headlines: Mapping[int, str] = field(default_factory=dict)
    """What the sentences build on, by idea."""


def part_of(db: Session, picture: Picture, token: str | None = None) -> Part:
    """The part of the stage for whoever holds this token; for the desk and the screen for None."""
    seat = seat_of(db, picture.id, token) if token is not None else None
    if picture.stage.kind is StageKind.OWN and not picture.ended:
        return _owning(db, picture, seat.department_id if seat else 0)
    if picture.stage.kind is StageKind.SENTENCE and not picture.ended:
        return _drafting(db, picture, seat.id if seat else 0)
    if picture.stage.kind is StageKind.TABLE and not picture.ended:
        return _tabling(db, picture, seat.id if seat else None)
    if seat is None and not picture.ended and any(card.way for card in picture.cards):
        return _tabling(db, picture, None)  # at the desk, also after the tables have parted
    return Part()


def _tabling(db: Session, picture: Picture, seat_id: int | None) -> Part:
    mine = 0 if seat_id is None else table_of(db, seat_id) or 0
    people = seated_at(db, picture.id)
    shown = [number for number in people if seat_id is None or number == mine]
    ideas = table_ideas(db, picture.id) if shown else []
    return Part(
        kind=StageKind.TABLE,
        key=f"{picture.stage.id}-{mine}-{picture.stage.votes}",
        mine=mine,
        tables=tuple(
            Table(number, people[number], tuple(idea for idea in ideas if idea.table == number))
            for number in shown
        ),
        unseated=sum(picture.joined.values()) - sum(people.values()),
    )


def _drafting(db: Session, picture: Picture, mine: int) -> Part:
    shown = shared_cards(picture)
    top = top_ideas(shown_rows(picture), OFFERED)
    sentences = sentences_in(db, picture.id)
    return Part(
        kind=StageKind.SENTENCE,
        key=f"{picture.stage.id}",
        ideas=_named(picture, top or [card.id for card in shown]),
        mine=mine,
        sentences=tuple(
            sentence for sentence in reversed(sentences) if not (mine and sentence.hidden)
        ),
        headlines={card.id: headline_of(card.texts[0]) for card in shown},
    )


def _owning(db: Session, picture: Picture, mine: int) -> Part:
    ideas = _named(picture, asked_about(db, picture.id, picture.stage))
    answers = answers_in(db, picture.id).get(picture.stage.id, {})
    present = {mine} if mine else _present(db, picture, answers)
    if mine:  # what a phone does not show is not sent to it
        answers = {idea: {mine: all_of[mine]} for idea, all_of in answers.items() if mine in all_of}
    return Part(
        kind=StageKind.OWN,
        key=_key(picture, ideas),
        ideas=ideas,
        departments=tuple(
            (department.id, department.title)
            for department in departments_of(db, picture.project_id)
            if department.id in present
        ),
        answers=answers,
        mine=mine,
    )


def _present(
    db: Session, picture: Picture, answers: Mapping[int, Mapping[int, Ownership]]
) -> set[int | None]:
    """The departments in the room, and those that have answered."""
    at_tables = {table.department_id for table in tables_in(db, picture.id)}
    answered = {department for by_department in answers.values() for department in by_department}
    return {*picture.joined, *at_tables, *answered}


def _named(picture: Picture, ideas: list[int]) -> tuple[NamedIdea, ...]:
    cards = {card.id: card for card in picture.cards}
    parts = [(idea, parts_of(cards[idea].texts[0])) for idea in ideas if idea in cards]
    return tuple(
        NamedIdea(idea, part["headline"] or part["text"], part["text"] if part["headline"] else "")
        for idea, part in parts
    )


def _key(picture: Picture, ideas: tuple[NamedIdea, ...]) -> str:
    return "-".join(map(str, (picture.stage.id, *(idea.id for idea in ideas))))
