"""Whether a vote that comes late counts: by the moment it was given, not the moment it came."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from workshop.messages import MOST_MILLISECONDS

GRACE = timedelta(seconds=2)
"""Whoever taps just as the facilitator closes has not seen it yet."""
PATIENCE = timedelta(minutes=10)
"""A vote that comes later than this after the closing no longer changes what was announced."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Given:
    """When a vote came, and when and in which stage it was given, as the phone tells."""

    came: datetime
    at: datetime | None = None
    """By the server's clock, as the phone has heard it; None when it has not."""
    stage_id: int | None = None

    @property
    def moment(self) -> datetime:
        """When it was given: never after it came, so a clock that is ahead gives no more time."""
        return self.came if self.at is None else min(self.at, self.came)


def in_time(given: Given, closed_at: datetime) -> bool:
    """Whether it counts in a voting that was closed then, though it comes after.

    Without a stamp there is only the moment it came, and that was too late.
    """
    if given.at is None or given.came > closed_at + PATIENCE:
        return False
    return given.moment <= closed_at + GRACE


def moment_of(milliseconds: int | None) -> datetime | None:
    """The moment so many milliseconds after 1970, as phones tell time."""
    if milliseconds is None or not 0 <= milliseconds <= MOST_MILLISECONDS:
        return None
    return EPOCH + timedelta(milliseconds=milliseconds)
