"""A server of its own for a benchmark, with the sample project, on a free port."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class House:
    """A running server and the addresses it greeted with."""

    pid: int
    instance: Path
    """Where it keeps its database and its secret."""
    address: str
    sign_in: str
    join: str
    survey: str


@contextmanager
def running_house(command: Sequence[str] = ("app.py",)) -> Iterator[House]:
    """The server, for as long as the block lasts; `command` is what Python is to run."""
    with tempfile.TemporaryDirectory() as instance:
        process = subprocess.Popen(  # noqa: S603 (our own app)
            [sys.executable, *command, "--port", "0"],
            cwd=ROOT,
            env={**os.environ, "IDEDUGNAD_INSTANCE": instance},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            yield _greeted(process, Path(instance))
        finally:
            process.terminate()
            process.communicate(timeout=30)


def _greeted(process: subprocess.Popen[str], instance: Path) -> House:
    assert process.stdout is not None  # noqa: S101 (it was asked for above)
    said = ""
    for line in process.stdout:
        said += line
        if "Survey" in line:
            break
    links = re.findall(r"http://\S+", said)
    return House(process.pid, instance, *links)
