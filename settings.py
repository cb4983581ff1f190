"""What an installation may set, read once from the environment."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

INSTANCE = Path(__file__).parent / "instance"


@dataclass(frozen=True)
class Settings:
    """The settings of one installation."""

    database: str
    """IDEDUGNAD_DATABASE: an SQLAlchemy address; a SQLite file in instance/ unless set."""
    secret: str
    """IDEDUGNAD_SECRET: signs the cookies; made once and kept in instance/ unless set."""


def read_settings() -> Settings:
    """The settings as the environment gives them."""
    INSTANCE.mkdir(mode=0o700, exist_ok=True)
    database = os.environ.get("IDEDUGNAD_DATABASE", f"sqlite:///{INSTANCE / 'idedugnad.sqlite'}")
    return Settings(database, os.environ.get("IDEDUGNAD_SECRET") or _kept_secret())


def _kept_secret() -> str:
    path = INSTANCE / "secret"
    if not path.exists():
        write_private(path, secrets.token_urlsafe(48))
    return path.read_text()


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read."""
    path.touch(mode=0o600)
    path.write_text(text)
