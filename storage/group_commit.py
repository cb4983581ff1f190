"""Group commit: whatever acts wait are written in one transaction and share one sync of the disk.

There is no waiting window. While one group is committed the next one gathers, so a group is as
large as the disk is slow, and a lone act is committed at once.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, TypeVar

from gevent import get_hub, monkey
from sqlalchemy import Connection
from sqlalchemy.orm import Session
from sqlalchemy.orm.session import JoinTransactionMode

from storage.database import written_together

Result = TypeVar("Result")
MOST_TOGETHER = 200
"""Acts run without a pause; news and newcomers must not wait long for a large group."""


@dataclass
class _Act:
    act: Callable[[Session], Any]
    answer: Future[Any] = field(default_factory=Future)
    result: Any = None
    fault: BaseException | None = None


_waiting: SimpleQueue[_Act] = SimpleQueue()
_start = threading.Lock()
_writer: threading.Thread | None = None


def write(act: Callable[[Session], Result]) -> Result:
    """What the act gives, once it is committed; acts are run in the order in which they came.

    An act that raises is undone alone, and its exception is raised here. When the commit
    fails, every act of the group has failed. The act must not pause while it runs.
    """
    one = _Act(act)
    _waiting.put(one)
    if _writer is None:
        _begin()
    result: Result = one.answer.result()
    return result


def _begin() -> None:
    global _writer  # noqa: PLW0603 (one process has one writer)
    with _start:
        if _writer is None:
            _writer = threading.Thread(target=_write_for_ever, name="writer", daemon=True)
            _writer.start()


def _write_for_ever() -> None:
    while True:
        first = _waiting.get()
        group = [first]
        try:
            with written_together() as connection:
                group += _also_waiting()
                _run(connection, group)
                if any(one.fault is None for one in group):
                    _commit(connection)
        except BaseException as fault:  # noqa: BLE001 (each one who waits is told)
            for one in group:
                one.fault = one.fault or fault
        _answer(group)


def _also_waiting() -> Iterable[_Act]:
    return [_waiting.get() for _ in range(min(_waiting.qsize(), MOST_TOGETHER - 1))]


def _run(connection: Connection, group: Sequence[_Act]) -> None:
    # A savepoint of its own, so that a refusal undoes this act and no other; alone it needs none.
    how: JoinTransactionMode = "create_savepoint" if len(group) > 1 else "rollback_only"
    for one in group:
        try:
            with (
                Session(connection, expire_on_commit=False, join_transaction_mode=how) as session,
                session.begin(),
            ):
                one.result = one.act(session)
        except Exception as fault:  # noqa: BLE001 (raised again for the one who waits)
            one.fault = fault


def _commit(connection: Connection) -> None:
    transaction = connection.get_transaction()
    assert transaction is not None  # noqa: S101 (it was begun for us)
    if connection.dialect.name == "sqlite" and monkey.is_module_patched("threading"):
        # SQLite waits for the disk; the loop serves the others meanwhile.
        get_hub().threadpool.apply(transaction.commit)
    else:
        transaction.commit()


def _answer(group: Iterable[_Act]) -> None:
    for one in group:
        if one.fault is None:
            one.answer.set_result(one.result)
        else:
            one.answer.set_exception(one.fault)
