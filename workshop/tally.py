"""How an idea came out of a vote."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Standing:
    """What one idea, or group of merged ideas, got in one stage."""

    idea: int
    votes: int
    """Dots in all; or how many stand behind it."""
    voters: int
    """People with a phone behind those votes; what a table counts is votes, not people."""
    against: int = 0
    passed: int = 0
    spread: Mapping[int, int] = field(default_factory=dict)
    """How many gave each value that can be stored."""
