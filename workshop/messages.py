"""What a phone or a desk may say over the socket, and what is refused before it is read."""

from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from language import N_, Refusal

MOST_TEXT = 4_000
MOST_IDEAS = 500
MOST_MILLISECONDS = 10**14
"""Some time in the year 5138; no clock is that far ahead."""

Id = Annotated[int, Meta(ge=1, le=2**53)]
WHOLE = r"^[^\ud800-\udfff]*$"
"""No half a character, which JSON can bear and a database cannot."""

Stamp = Annotated[int, Meta(ge=0, le=MOST_MILLISECONDS)]
"""Milliseconds since 1970, by the server's clock."""
Text = Annotated[str, Meta(max_length=MOST_TEXT, pattern=WHOLE)]
Word = Annotated[str, Meta(max_length=40, pattern=WHOLE)]


class Malformed(Refusal):
    """The message has not the form that its event asks for."""

    code = "malformed"
    sentence = N_("The message was not understood. Reload the page and try again.")


class MessageTooLarge(Refusal):
    """The message is longer than anything a person writes on a phone."""

    code = "message_too_large"
    sentence = N_("The message is too large. Shorten the text and send it again.")


class Enter(Struct, forbid_unknown_fields=True):
    """A phone comes in, or back."""

    code: Word


class Watch(Struct, forbid_unknown_fields=True):
    """A desk or a screen comes in, or back."""

    workshop: Id
    audience: Annotated[str, Meta(pattern="^(desk|screen)$")]


class Propose(Struct, forbid_unknown_fields=True):
    """An idea."""

    text: Text
    client_id: Annotated[str, Meta(min_length=8, max_length=40, pattern=WHOLE)]
    goal: Id | None = None
    need: Word | None = None


class Say(Struct, forbid_unknown_fields=True):
    """A comment on an idea."""

    idea: Id
    text: Text
    client_id: Annotated[str, Meta(min_length=8, max_length=40, pattern=WHOLE)]


class CastVote(Struct, forbid_unknown_fields=True):
    """Dots for an idea, or an opinion on it; nothing withdraws it.

    A phone that has waited for the network says when it was given, and in which stage.
    """

    idea: Id
    value: Annotated[int, Meta(ge=-(2**31), le=2**31)] | Word | None = None
    at: Stamp | None = None
    stage: Id | None = None


class Seen(Struct, forbid_unknown_fields=True):
    """Ideas that have been on the screen."""

    ideas: Annotated[list[Id], Meta(max_length=MOST_IDEAS)]


MessageT = TypeVar("MessageT", bound=Struct)


def understood(said: tuple[object, ...], kind: type[MessageT]) -> MessageT:
    """The one message that was said, as this kind. Refused when it is none."""
    if len(said) != 1:
        raise Malformed
    try:
        return msgspec.convert(said[0], kind)
    except UnicodeEncodeError:  # half a character, where a name was expected
        raise Malformed from None
    except msgspec.ValidationError as error:
        raise (MessageTooLarge if "length <=" in str(error) else Malformed) from None
