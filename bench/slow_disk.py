"""Serves the house on a disk that takes 5 ms to sync, as a disk in a cloud does.

The commit waits as it does for fsync: natively, in the thread that commits, with the write lock
held and whatever that thread holds besides. The real commit comes after.
"""

# Taken before anything is patched: a greenlet's sleep would let the others go on.
from time import sleep  # isort: skip

import runpy
import sqlite3
import sys
from collections.abc import Callable
from typing import Any

SYNC_S = 0.005
_connect: Callable[..., sqlite3.Connection] = sqlite3.dbapi2.connect


def _connect_slowly(*where: Any, **options: Any) -> sqlite3.Connection:
    connection = _connect(*where, **options)
    synced = 0

    def wait_for_the_disk(statement: str) -> None:
        nonlocal synced
        # A transaction that only read has nothing to sync.
        if statement == "COMMIT" and connection.total_changes > synced:
            synced = connection.total_changes
            sleep(SYNC_S)

    connection.set_trace_callback(wait_for_the_disk)
    return connection


if __name__ == "__main__":
    sqlite3.dbapi2.connect = _connect_slowly  # type: ignore[assignment]
    sys.argv[0] = "app.py"
    runpy.run_path("app.py", run_name="__main__")
