"""The connection to the database and its two kinds of transaction."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.rows import Row

# Writers of one process wait here in turn. Inside SQLite a waiting writer would stop every
# greenlet of the server, the one that holds the lock among them.
_turn = threading.Lock()
_engine: Engine | None = None


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
    if _engine is not None:
        _engine.dispose()
        _engine = None


def create_tables() -> None:
    """Make the tables as the code now says they are; a running installation migrates instead."""
    with _connected().begin() as connection:
        Row.metadata.create_all(connection)


@contextmanager
def transaction() -> Iterator[Session]:
    """A transaction that may write: committed at the end, undone by any exception.

    It holds the write lock from its first moment, so what it reads stays true until it commits.
    """
    with _turn, Session(_writing(), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def reading() -> Iterator[Session]:
    """A transaction that only reads, from one unmoving picture of the database."""
    with Session(_connected(), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def writing_connection() -> Iterator[Connection]:
    """A bare connection in a writing transaction, for changing the tables themselves."""
    with _turn, _writing().begin() as connection:
        yield connection


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
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def insert_into(db: Session, table: type[Row]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that knows ON CONFLICT, in the dialect of this database."""
    on_sqlite = db.get_bind().dialect.name == "sqlite"
    return sqlite.insert(table) if on_sqlite else postgresql.insert(table)
