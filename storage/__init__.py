"""One database and one way in: a writing transaction or a reading one."""

from storage.database import (
    connect,
    create_tables,
    disconnect,
    insert_into,
    reading,
    transaction,
)
from storage.migration import migrate, write_migration
from storage.rows import Moment, Row

__all__ = [
    "Moment",
    "Row",
    "connect",
    "create_tables",
    "disconnect",
    "insert_into",
    "migrate",
    "reading",
    "transaction",
    "write_migration",
]
