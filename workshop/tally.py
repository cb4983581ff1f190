"""How an idea came out of a vote."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Standing:
    """What one idea, or group of merged ideas, got in one stage."""

    idea: int
    votes: int
    """Dots in all; or how many agree."""
    voters: int
    """People with a phone behind those votes; what a table counts is votes, not people."""
    against: int = 0
    passed: int = 0


def ranked(standings: list[Standing]) -> list[Standing]:
    """The most votes first; fewer against before more; then in the order they were written."""
    return sorted(standings, key=lambda s: (-s.votes, s.against, s.idea))
