"""The code that lets people into a workshop: short, sayable, without look-alikes."""

import re
from random import Random

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH = 6


def new_code(chance: Random, length: int = LENGTH) -> str:
    """A code of six letters and digits, one of 900 million; or of another length."""
    return "".join(chance.choice(ALPHABET) for _ in range(length))


def as_code(typed: str) -> str:
    """What someone meant who typed a code in small letters, with spaces or a hyphen."""
    return re.sub(r"[^0-9A-Za-z]", "", typed).upper()
