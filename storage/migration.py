"""Bringing a database, old or empty, to the tables that the code now knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage.database import writing_connection

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "head"


def migrate(revision: str = HEAD) -> None:
    """Run the migrations that this database has not had yet, up to this one."""
    with writing_connection() as connection:
        command.upgrade(_config(connection), revision)


def write_migration(message: str) -> None:
    """Write a migration for what differs between this migrated database and the code."""
    with writing_connection() as connection:
        number = 1 + sum(1 for _ in (MIGRATIONS / "versions").glob("*.py"))
        command.revision(_config(connection), message, autogenerate=True, rev_id=f"{number:04}")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
