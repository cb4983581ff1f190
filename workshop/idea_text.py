"""What an idea may say."""

import unicodedata

from language import N_, Refusal

LONGEST = 500
LONGEST_HEADLINE = 120


class IdeaEmpty(Refusal):
    """There is nothing to read."""

    code = "idea_empty"
    sentence = N_("Write an idea before you send it")


class IdeaTooLong(Refusal):
    """The idea is longer than people read in a meeting."""

    code = "idea_too_long"
    sentence = N_("The idea is %(over)s characters too long. It may have %(longest)s.")


def accept_text(typed: str) -> str:
    """The idea as it is stored: composed letters, no invisible controls, no stray blank lines.

    Refused when nothing is left, or more than LONGEST characters are.
    """
    text = unicodedata.normalize("NFC", typed)
    text = "".join(c for c in text if c == "\n" or unicodedata.category(c) != "Cc")
    text = "\n".join(line for line in map(str.strip, text.splitlines()) if line)
    if not text:
        raise IdeaEmpty
    if len(text) > LONGEST:
        raise IdeaTooLong(over=len(text) - LONGEST, longest=LONGEST)
    return text


def one_line(typed: str) -> str:
    """A short text as it is stored: composed letters, and single spaces between the words."""
    text = unicodedata.normalize("NFC", typed)
    return " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split())


def parts_of(text: str) -> dict[str, str]:
    """The headline of an idea and the text below it; a short idea is all headline."""
    first, _, rest = text.partition("\n")
    if rest or len(first) <= LONGEST_HEADLINE:
        return {"headline": first, "text": rest}
    return {"headline": "", "text": first}
