"""Group commit: whatever acts wait are written in one transaction and share one sync of the disk.

There is no waiting window and no writer of its own. Whoever gets the turn writes its own act and
all that wait behind it; they find theirs done when the turn comes to them. A group is as large
as the disk is slow, and a lone act is committed at once.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any, TypeVar

from gevent import get_hub, monkey, sleep
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from storage.database import turn, written_together

Result = TypeVar("Result")
MOST_TOGETHER = 200
"""Acts run without a pause; news and newcomers must not wait long for a large group."""
SLOW_S = 0.002
"""A disk that takes longer is waited for beside the loop, not in it."""


@dataclass
class _Act:
    act: Callable[[Session], Any]
    done: bool = False
    result: Any = None
    fault: BaseException | None = None


_waiting: deque[_Act] = deque()


def write(act: Callable[[Session], Result]) -> Result:
    """What the act gives, once it is committed; acts are run in the order in which they came.

    An act that raises is undone alone, and its exception is raised here. When the commit
    fails, every act of the group has failed. The act must not pause while it runs, and it may
    be run again when another one of its group has been refused.
    """
    one = _Act(act)
    _waiting.append(one)
    if monkey.is_module_patched("threading"):
        sleep(0)  # whoever is heard in the same round of the loop writes together
    with turn:
        while not one.done:
            _write(_group())
    if one.fault is not None:
        raise one.fault
    result: Result = one.result
    return result


def _group() -> list[_Act]:
    return [_waiting.popleft() for _ in range(min(len(_waiting), MOST_TOGETHER))]


def _write(group: Sequence[_Act]) -> None:
    going = group
    try:
        # Whoever is refused leaves nothing: all is undone, and the others are written anew.
        while going:
            with written_together() as connection:
                if all(_done(connection, one) for one in going):
                    _commit(connection)
                    break
            going = [one for one in going if one.fault is None]
    except BaseException as fault:  # noqa: BLE001 (each one who waits is told)
        for one in group:
            one.fault = one.fault or fault
    for one in group:
        one.done = True


def _done(connection: Connection, one: _Act) -> bool:
    """Whether the act has run to its end."""
    session = _Hand.on(connection)
    try:
        one.result = one.act(session)
        session.flush()
    except Exception as fault:  # noqa: BLE001 (raised again for the one who waits)
        one.fault = fault
    if one.fault or session.in_transaction():
        session.close()  # what it knows of rows is not for the next act
    return one.fault is None


class _Hand:
    """The session of the writer's connection: to make one costs more than most acts."""

    session: Session | None = None

    @classmethod
    def on(cls, connection: Connection) -> Session:
        """The one on this connection, clean."""
        if cls.session is None or cls.session.bind is not connection:
            cls.session = Session(connection, expire_on_commit=False)
        return cls.session


class _Disk:
    """How long the last commit took."""

    took_s = 0.0


def _commit(connection: Connection) -> None:
    transaction = connection.get_transaction()
    assert transaction is not None  # noqa: S101 (it was begun for us)
    start = perf_counter()
    if _Disk.took_s > SLOW_S and _beside_the_loop(connection):
        get_hub().threadpool.apply(transaction.commit)
    else:
        transaction.commit()
    _Disk.took_s = perf_counter() - start


def _beside_the_loop(connection: Connection) -> bool:
    """Whether others can be served while SQLite waits for the disk."""
    return connection.dialect.name == "sqlite" and monkey.is_module_patched("threading")
