from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

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


def test_what_an_older_database_holds_is_kept() -> None:
    storage.migrate("0001")
    with storage.transaction() as db:
        db.execute(text("INSERT INTO project VALUES ('k', 'm', 't', 'q', 1)"))
        db.execute(
            text(
                "INSERT INTO workshop (id, project_id, title, code, most_participants, position,"
                " made_at, version) VALUES (1, 1, 'w', 'CODE42', 9, 1, '2027-02-03 09:00:00', 1)"
            )
        )
        db.execute(
            text(
                "INSERT INTO stage (id, workshop_id, ordinal, kind, title, prompt, notes, minutes,"
                " votes, most_per_idea) VALUES (1, 1, 1, 'lobby', 's', '', '', 5, 0, 0)"
            )
        )

    storage.migrate()

    with storage.reading() as db:
        assert db.scalars(text("SELECT title FROM workshop")).all() == ["w"]
        assert db.scalars(text("SELECT title FROM stage")).all() == ["s"]
        assert db.scalars(text("PRAGMA foreign_keys")).one() == 1
