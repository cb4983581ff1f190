"""A real server for the tests that leave it alive."""

from collections.abc import Iterator

import pytest

from tests.faults.server import Server, served


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(tmp_path_factory.mktemp("instance")) as running:
        yield running
        assert running.process.poll() is None, running.errors.read_text()
