import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

import storage
from tests.storage.test_storage import NoteRow
from web import SignInFirst

NOON = datetime(2027, 2, 3, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _database(tmp_path: Path) -> Iterator[None]:
    storage.connect(f"sqlite:///{tmp_path / 'notes.sqlite'}")
    storage.create_tables()
    yield
    storage.disconnect()


@pytest.fixture
def commits() -> Iterator[list[Connection]]:
    """Every commit from here on."""
    seen: list[Connection] = []

    def see(connection: Connection) -> None:
        seen.append(connection)

    event.listen(Engine, "commit", see)
    yield seen
    event.remove(Engine, "commit", see)


def note(name: str) -> str:
    def act(db: Session) -> str:
        db.add(NoteRow(name=name, at=NOON))
        db.flush()
        return name

    return storage.write(act)


def names() -> list[str]:
    with storage.reading() as db:
        return list(db.scalars(select(NoteRow.name).order_by(NoteRow.id)))


def together(*acts: str) -> list[Future[str]]:
    """Write these while somebody else holds the turn, so that they gather."""
    crowd = ThreadPoolExecutor(len(acts))
    with storage.transaction():
        answers = []
        for name in acts:
            arrived = threading.Event()
            answers.append(crowd.submit(_arrive, arrived, name))
            arrived.wait()
    crowd.shutdown()
    return answers


def _arrive(arrived: threading.Event, name: str) -> str:
    arrived.set()
    if name == "refused":
        return storage.write(_refuse)
    return storage.write(_stumble) if name == "bug" else note(name)


def _refuse(db: Session) -> str:
    db.add(NoteRow(name="never", at=NOON))
    db.flush()
    raise SignInFirst


def _stumble(db: Session) -> str:
    db.add(NoteRow(name="never", at=NOON))
    db.flush()
    raise ZeroDivisionError


def test_an_act_is_committed_when_its_result_is_given() -> None:
    assert note("one") == "one"
    assert names() == ["one"]


def test_what_waits_is_committed_together(commits: list[Connection]) -> None:
    answers = together(*"abcdefgh")

    assert [answer.result() for answer in answers] == list("abcdefgh")
    assert sorted(names()) == list("abcdefgh")
    assert len(commits) <= 4  # the one who held the turn, the first act, the others


def test_a_refusal_undoes_its_own_act_alone() -> None:
    before, refused, after = together("before", "refused", "after")

    assert (before.result(), after.result()) == ("before", "after")
    with pytest.raises(SignInFirst):
        refused.result()
    assert sorted(names()) == ["after", "before"]


def test_a_bug_in_one_act_fails_that_act_alone() -> None:
    before, bug, after = together("before", "bug", "after")

    assert (before.result(), after.result()) == ("before", "after")
    with pytest.raises(ZeroDivisionError):
        bug.result()
    assert sorted(names()) == ["after", "before"]


def test_a_commit_that_fails_fails_every_act_of_the_group() -> None:
    def full(_: Connection) -> None:
        raise OSError("disk full")

    event.listen(Engine, "commit", full)
    try:
        with pytest.raises(OSError, match="disk full"):
            note("lost")
    finally:
        event.remove(Engine, "commit", full)

    assert names() == []
    assert note("kept") == "kept"


def test_eight_threads_lose_nothing() -> None:
    with ThreadPoolExecutor(8) as crowd:
        written = list(crowd.map(note, [f"{n}" for n in range(200)]))

    assert written == [f"{n}" for n in range(200)]
    assert len(names()) == 200


def test_a_writing_transaction_remembers_nothing() -> None:
    with storage.transaction() as db:
        assert storage.remembered(db, "key", 1, lambda: "may be undone") == "may be undone"
        assert storage.remembered(db, "key", 1, lambda: "read anew") == "read anew"
    with storage.reading() as db:
        assert storage.remembered(db, "key", 1, lambda: "is so") == "is so"
        assert storage.remembered(db, "key", 1, lambda: "read in vain") == "is so"
        assert storage.remembered(db, "key", 2, lambda: "is so now") == "is so now"
    with storage.transaction() as db:
        assert storage.remembered(db, "key", 2, lambda: "as it stands here") == "as it stands here"


def test_a_lone_act_that_is_refused_leaves_nothing() -> None:
    with pytest.raises(SignInFirst):
        storage.write(_refuse)

    assert names() == []
    assert note("next") == "next"


def test_what_a_refused_act_wrote_is_seen_by_nobody() -> None:
    seen: list[list[str]] = []

    def look(db: Session) -> None:
        seen.append(list(db.scalars(select(NoteRow.name))))

    acts = [_refuse, look]
    with ThreadPoolExecutor(2) as crowd, storage.transaction():
        for act in acts:
            arrived = threading.Event()
            crowd.submit(_come, arrived, act)
            arrived.wait()

    assert seen[-1] == []


def _come(arrived: threading.Event, act: Callable[[Session], object]) -> None:
    arrived.set()
    storage.write(act)
