"""Writes a migration for what has changed in the tables: python -m tools.migration MESSAGE."""

import sys
import tempfile
from pathlib import Path

import app
import storage

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        app.create_app(database=f"sqlite:///{Path(folder) / 'empty.sqlite'}", secret="none")  # noqa: S106
        storage.migrate()
        storage.write_migration(sys.argv[1])
        storage.disconnect()
