"""Who is here: people of the staff and the links they sign in by."""

from people.actions import Person, find_person, invite_to_sign_in, register_person, sign_in
from people.tokens import hash_of, new_token

__all__ = [
    "Person",
    "find_person",
    "hash_of",
    "invite_to_sign_in",
    "new_token",
    "register_person",
    "sign_in",
]
