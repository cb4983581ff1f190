"""What an installation may set, read once from the environment."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Settings:
    """The settings of one installation."""

    database: str
    """IDEDUGNAD_DATABASE: an SQLAlchemy address; a SQLite file in the instance unless set."""
    secret: str
    """IDEDUGNAD_SECRET: signs the cookies; made once and kept in the instance unless set."""
    instance: Path
    """IDEDUGNAD_INSTANCE: the folder of what this installation keeps; instance/ unless set."""


def read_settings() -> Settings:
    """The settings as the environment gives them."""
    instance = Path(os.environ.get("IDEDUGNAD_INSTANCE", HERE / "instance"))
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Settings(
        database=os.environ.get("IDEDUGNAD_DATABASE", f"sqlite:///{instance / 'idedugnad.sqlite'}"),
        secret=os.environ.get("IDEDUGNAD_SECRET") or _kept_secret(instance / "secret"),
        instance=instance,
    )


def _kept_secret(path: Path) -> str:
    if not path.exists():
        write_private(path, secrets.token_urlsafe(48))
    return path.read_text()


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read."""
    path.touch(mode=0o600)
    path.write_text(text)
