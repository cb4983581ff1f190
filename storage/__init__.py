"""One database and one way in: a writing transaction or a reading one."""

from storage.database import (
    Insert,
    connect,
    create_tables,
    disconnect,
    insert_into,
    inserts_into,
    reading,
    remembered,
    transaction,
)
from storage.group_commit import write
from storage.migration import migrate, write_migration
from storage.prepared import Prepared
from storage.rows import Moment, Row

__all__ = [
    "Insert",
    "Moment",
    "Prepared",
    "Row",
    "connect",
    "create_tables",
    "disconnect",
    "insert_into",
    "inserts_into",
    "migrate",
    "reading",
    "remembered",
    "transaction",
    "write",
    "write_migration",
]
