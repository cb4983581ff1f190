from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Mapped, mapped_column

import storage


class NoteRow(storage.Row):
    """Something to store in these tests."""

    __tablename__ = "note_of_the_tests"

    name: Mapped[str] = mapped_column(unique=True)
    at: Mapped[datetime]


NOON = datetime(2027, 2, 3, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _database(tmp_path: Path) -> Iterator[None]:
    storage.connect(f"sqlite:///{tmp_path / 'notes.sqlite'}")
    storage.create_tables()
    yield
    storage.disconnect()


def write(name: str, at: datetime = NOON) -> None:
    with storage.transaction() as db:
        db.add(NoteRow(name=name, at=at))


def names() -> list[str]:
    with storage.reading() as db:
        return list(db.scalars(select(NoteRow.name)))


def test_a_transaction_that_raises_leaves_nothing() -> None:
    write("here")
    with pytest.raises(IntegrityError), storage.transaction() as db:
        db.add_all([NoteRow(name="gone", at=NOON), NoteRow(name="here", at=NOON)])

    assert names() == ["here"]


def test_a_moment_is_the_same_moment_when_it_comes_back() -> None:
    write("oslo", datetime(2027, 2, 3, 13, 0, tzinfo=timezone(timedelta(hours=1))))

    with storage.reading() as db:
        stored = db.scalars(select(NoteRow.at)).one()
    assert stored == NOON
    assert stored.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(StatementError, match="time zone"):
        write("somewhere", datetime(2027, 2, 3, 12, 0))  # noqa: DTZ001 (that is the point)


def test_a_reader_sees_one_unmoving_picture() -> None:
    write("before")
    with storage.reading() as db:
        first = list(db.scalars(select(NoteRow.name)))
        write("meanwhile")
        again = list(db.scalars(select(NoteRow.name)))

    assert first == again == ["before"]
    assert names() == ["before", "meanwhile"]


def test_an_insert_can_step_aside_for_what_is_there() -> None:
    write("one")
    with storage.transaction() as db:
        insert = storage.insert_into(db, NoteRow).values(name="one", at=NOON)
        db.execute(insert.on_conflict_do_nothing())

    assert names() == ["one"]
