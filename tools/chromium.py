"""Which Chromium tests and benchmarks use: the system's, or the one that `make setup` unpacked."""

import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
UNPACKED = ROOT / "node_modules" / ".chromium"
ON_SYSTEMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Chromium:
    """A browser that can be started."""

    path: str
    environment: dict[str, str] = field(default_factory=dict)


def find_chromium() -> Chromium:
    """The system's browser where there is one, else our own."""
    for name in ON_SYSTEMS:
        if path := shutil.which(name):
            return Chromium(path)
    return _ours()


def _ours() -> Chromium:
    path = UNPACKED / "chromium"
    linked = subprocess.run(["ldd", str(path)], capture_output=True, text=True, check=False)  # noqa: S603, S607
    if "not found" not in linked.stdout:
        return Chromium(str(path))
    return Chromium(str(path), {"LD_LIBRARY_PATH": str(UNPACKED / "al2023" / "lib")})
