"""How the minutes call an idea."""

from workshop.minutes.values import Minutes
from workshop.minutes.words import Words


def name_of(minutes: Minutes, number: int, words: Words) -> str:
    """The headline of an idea, and how many it was merged with."""
    name = headline_of(minutes.idea(number).text or "")
    merged = sum(1 for idea in minutes.ideas if idea.merged_into == number)
    if not merged:
        return name
    return words.gettext("%(name)s (merged with %(n)s more)") % {"name": name, "n": merged}


def headline_of(text: str) -> str:
    """The first line of an idea."""
    return text.partition("\n")[0]
