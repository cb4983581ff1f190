"""A real server in a process of its own, which can be killed and started again."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE_S = 30
HOUSE = ("app.py",)
ON_A_SLOW_DISK = ("-m", "bench.slow_disk")
MOST_LINES = 50
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Server:
    """A running server, and what it said when it started."""

    process: subprocess.Popen[str]
    address: str
    sign_in: str
    errors: Path

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.address.rsplit(":", 1)[1])

    @property
    def memory_mb(self) -> float:
        """What it holds in memory now."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * PAGE_BYTES / 2**20

    def kill(self) -> None:
        """As the kernel does when memory runs out: no goodbye."""
        self.process.kill()
        self.process.wait(PATIENCE_S)


@contextmanager
def served(instance: Path, command: Sequence[str] = HOUSE) -> Iterator[Server]:
    """The house, served from this instance folder until the end of the block."""
    errors = instance / "errors"
    with (
        errors.open("a") as complaints,
        subprocess.Popen(  # noqa: S603 (our own app)
            [sys.executable, *command, "--port", "0"],
            cwd=ROOT,
            env={**os.environ, "IDEDUGNAD_INSTANCE": str(instance)},
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        ) as process,
    ):
        try:
            said = _greeting(process)
            found = re.search(r"(http://[\d.:]+)/sign-in/\S+", said)
            assert found, f"{said}\n{errors.read_text()}"
            yield Server(process, found[1], found[0], errors)
        finally:
            process.kill()


def _greeting(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = ""
    for _ in range(MOST_LINES):
        line = process.stdout.readline()
        said += line
        if not line or "Survey" in said:
            break
    return said
