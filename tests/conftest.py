"""The cast and the stage of the tests.

Ada leads the project and facilitates. Ben and Chi take part. Dee has no seat and no role.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

import people
import planning
import storage
from app import create_app
from people.records import PersonRow
from workshop.pages.telling import HUB

NOW = datetime(2027, 2, 3, 9, 0, tzinfo=UTC)
PROJECT = Path(__file__).parent / "project.yaml"


@pytest.fixture(scope="session")
def _founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the project of the tests in it, copied for each test."""
    path = tmp_path_factory.mktemp("database") / "founded.sqlite"
    create_app(database=f"sqlite:///{path}", secret="test")
    storage.create_tables()
    with storage.transaction() as db:
        planning.found_project(db, yaml.safe_load(PROJECT.read_text()))
        people.register_person(db, "Dee", "dee@example.org")
    storage.disconnect()
    return path


@pytest.fixture
def house(_founded: Path, tmp_path: Path) -> Iterator[Flask]:
    """The whole app on a database of its own, with the project of the tests in it."""
    path = tmp_path / "house.sqlite"
    path.write_bytes(_founded.read_bytes())
    app = create_app(database=f"sqlite:///{path}", secret="test")
    app.config["WTF_CSRF_ENABLED"] = False
    app.extensions[HUB].by_itself = False
    yield app
    storage.disconnect()


@pytest.fixture
def db(house: Flask) -> Iterator[Session]:
    """A writing transaction, open for the whole test."""
    with storage.transaction() as session:
        yield session


@pytest.fixture
def project(house: Flask) -> planning.Project:
    """The project that Ada leads."""
    return _first_project()


@pytest.fixture
def ada(house: Flask) -> FlaskClient:
    """The browser of Ada, signed in."""
    return _signed_in(house, "ada@example.org")


@pytest.fixture
def ben(house: Flask) -> FlaskClient:
    """The phone of Ben."""
    return house.test_client()


@pytest.fixture
def chi(house: Flask) -> FlaskClient:
    """The phone of Chi."""
    return house.test_client()


@pytest.fixture
def dee(house: Flask) -> FlaskClient:
    """The browser of Dee, signed in, with no role anywhere."""
    return _signed_in(house, "dee@example.org")


def _first_project() -> planning.Project:
    with storage.reading() as session:
        ada = session.scalars(
            select(PersonRow.id).where(PersonRow.email == "ada@example.org")
        ).one()
        return planning.projects_of(session, ada)[0]


def _signed_in(house: Flask, email: str) -> FlaskClient:
    token = people.new_token()
    with storage.transaction() as session:
        people.invite_to_sign_in(session, email, token, datetime.now(UTC))
    client = house.test_client()
    client.get(f"/sign-in/{token}")
    return client
