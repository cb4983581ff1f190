"""Both commands against a real server, in a process and on a database of its own."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.rehearsal.conftest import Write

HOUSE = Path(__file__).parents[2]
MOST_LINES = 50


@dataclass(frozen=True)
class Served:
    """A running server, and the link that its project leader was given."""

    address: str
    sign_in: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The house with its sample project, served until the last test is done."""
    # A folder of its own, so that nobody's running server loses its sign-in link.
    settings = {"IDEDUGNAD_INSTANCE": str(tmp_path_factory.mktemp("served"))}
    port = _free_port()
    command = [sys.executable, "app.py", "--port", str(port)]
    environment = {**os.environ, **settings}
    with subprocess.Popen(  # noqa: S603 (our own app)
        command, cwd=HOUSE, env=environment, stdout=subprocess.PIPE
    ) as server:
        yield Served(f"http://127.0.0.1:{port}", _sign_in_link(server))
        server.terminate()


def test_a_replay_ends_with_what_was_published(served: Served, write: Write) -> None:
    answer, told = rehearse("replay", str(write()), served=served)

    assert answer == 0, told
    assert "Everything is as published." in told
    assert "ballots: 8 cells compared" in told


def test_simulated_people_write_and_vote(served: Served) -> None:
    crowd = ("--run", "--participants", "6", "--minutes", "0.4")
    answer, told = rehearse("simulate", *crowd, served=served)

    assert answer == 0, told
    assert "joined: 6, of whom 0 could not stay to the end" in told
    assert re.search(r"ideas: [1-9]\d*, votes: [1-9]", told), told


def rehearse(*words: str, served: Served) -> tuple[int, str]:
    """Run the command as someone would in a terminal: its exit code, and what it told."""
    where = ("--server", served.address, "--sign-in", served.sign_in)
    command = [sys.executable, "-m", "rehearsal", *words, *where]
    ran = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)  # noqa: S603
    return ran.returncode, ran.stdout + ran.stderr


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _sign_in_link(server: subprocess.Popen[bytes]) -> str:
    assert server.stdout is not None
    for _ in range(MOST_LINES):
        if found := re.search(r"http\S+/sign-in/\S+", server.stdout.readline().decode()):
            return found[0]
    raise AssertionError("the server gave no sign-in link")
