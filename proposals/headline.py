"""What a proposal is called: its first line, cut where it is too long for a list."""

LONGEST = 90


def headline_of(text: str) -> tuple[str, str]:
    """The headline, and what more there is to read: the rest, or all when the line was cut."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    if len(first) <= LONGEST:
        return first, rest.strip()
    cut = first[:LONGEST].rsplit(maxsplit=1)[0]
    return f"{cut.rstrip(' ,.;:')} …", text.strip()
