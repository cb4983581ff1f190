"""The connection to the database and its two kinds of transaction."""

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.rows import Row

Read = TypeVar("Read")

# Writers of one process wait here in turn. Inside SQLite a waiting writer would stop every
# greenlet of the server, the one that holds the lock among them.
turn = threading.Lock()
_engine: Engine | None = None
_writer: Connection | None = None
"""Kept open between groups of acts, for opening one costs more than an act."""
_memory: dict[Hashable, tuple[object, Any]] = {}


def connect(url: str) -> None:
    """From now on, every transaction goes to the database at this address."""
    global _engine  # noqa: PLW0603 (one process has one database)
    disconnect()
    _engine = create_engine(url)
    if _engine.dialect.name == "sqlite":
        event.listen(_engine, "connect", _prepare_sqlite)
        event.listen(_engine, "begin", _begin_sqlite)


def disconnect() -> None:
    """Close every connection."""
    global _engine  # noqa: PLW0603 (as above)
    _let_go_of_writer()
    if _engine is not None:
        _engine.dispose()
        _engine = None
    _memory.clear()


def create_tables() -> None:
    """Make the tables as the code now says they are; a running installation migrates instead."""
    with _connected().begin() as connection:
        Row.metadata.create_all(connection)


@contextmanager
def transaction() -> Iterator[Session]:
    """A transaction that may write: committed at the end, undone by any exception.

    It holds the write lock from its first moment, so what it reads stays true until it commits.
    """
    with turn, Session(_writing(), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def written_together() -> Iterator[Connection]:
    """A writing transaction that is committed inside the block, or else undone at its end.

    Whoever opens it has the turn.
    """
    global _writer  # noqa: PLW0603 (one process has one writer)
    if _writer is None:
        _writer = _writing().connect()
    transaction = _writer.begin()
    try:
        yield _writer
        if transaction.is_active:
            transaction.rollback()
    except BaseException:
        _let_go_of_writer()  # a commit that failed may have left anything behind
        raise


def _let_go_of_writer() -> None:
    global _writer  # noqa: PLW0603 (as above)
    if _writer is not None:
        _writer.invalidate()
        _writer.close()
        _writer = None


@contextmanager
def reading() -> Iterator[Session]:
    """A transaction that only reads, from one unmoving picture of the database."""
    with Session(_connected(), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def writing_connection() -> Iterator[Connection]:
    """A bare connection in a writing transaction, for changing the tables themselves.

    SQLite changes a table by making a new one and dropping the old, and to drop a table whose
    rows others point at would take those with it. So it looks away meanwhile, and the pointers
    are checked before the commit.
    """
    with turn, _writing().connect() as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        if on_sqlite:
            _enforce_pointers(connection, enforced=False)
        try:
            with connection.begin():
                yield connection
                if on_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("the migration left a row that points at nothing")
        finally:
            if on_sqlite:
                _enforce_pointers(connection, enforced=True)


def _enforce_pointers(connection: Connection, *, enforced: bool) -> None:
    raw = connection.connection.dbapi_connection  # SQLite ignores this inside a transaction
    raw.execute(f"PRAGMA foreign_keys={'ON' if enforced else 'OFF'}")  # type: ignore[union-attr]


def remembered(db: Session, key: Hashable, state: object, read: Callable[[], Read]) -> Read:
    """What `read` gives: read again only when the state is not what it was the last time.

    It is kept for as long as this database is connected. A writing transaction reads always and
    keeps nothing, for what it has read may yet be undone.
    """
    if db.connection().get_execution_options().get("writes"):
        return read()
    kept = _memory.get(key)
    if kept is None or kept[0] != state:
        kept = _memory[key] = state, read()
    found: Read = kept[1]
    return found


def _connected() -> Engine:
    if _engine is None:
        raise RuntimeError("storage.connect() has not been called")
    return _engine


def _writing() -> Engine:
    return _connected().execution_options(writes=True)


def _prepare_sqlite(connection: object, _record: object) -> None:
    # The driver would begin at the first write only; what was read before it could be stale.
    connection.isolation_level = None  # type: ignore[attr-defined]
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    raw = connection.connection.dbapi_connection
    raw.execute("BEGIN IMMEDIATE" if writes else "BEGIN")  # type: ignore[union-attr]


Insert = sqlite.Insert | postgresql.Insert
"""An INSERT that knows ON CONFLICT."""


def insert_into(db: Session, table: type[Row]) -> Insert:
    """An INSERT that knows ON CONFLICT, in the dialect of this database."""
    return inserts_into(table)[db.get_bind().dialect.name]


def inserts_into(table: type[Row]) -> dict[str, Insert]:
    """The same for each dialect by its name, for statements that are made once and kept."""
    return {"sqlite": sqlite.insert(table), "postgresql": postgresql.insert(table)}
