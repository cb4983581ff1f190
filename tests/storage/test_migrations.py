from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

import app
import storage
from storage.database import writing_connection


@pytest.fixture(autouse=True)
def _empty_database(tmp_path: Path) -> Iterator[None]:
    app.create_app(database=f"sqlite:///{tmp_path / 'empty.sqlite'}", secret="test")
    yield
    storage.disconnect()


def test_the_migrations_make_the_tables_that_the_code_knows() -> None:
    storage.migrate()

    with writing_connection() as connection:
        context = MigrationContext.configure(connection)
        ours = {name for name in storage.Row.metadata.tables if "of_the_tests" not in name}
        differences = [
            difference
            for difference in compare_metadata(context, storage.Row.metadata)
            if "of_the_tests" not in str(difference)
        ]
    assert ours
    assert differences == []


def test_migrating_again_changes_nothing() -> None:
    storage.migrate()
    storage.migrate()
