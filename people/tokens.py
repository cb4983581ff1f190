"""Secrets in links and cookies: long, random, and stored only as a hash."""

import hashlib
import secrets


def new_token() -> str:
    """A secret of 192 random bits that fits in an address."""
    return secrets.token_urlsafe(24)


def hash_of(token: str) -> str:
    """What is stored of a token. The token is random and long, so a plain SHA-256 is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
