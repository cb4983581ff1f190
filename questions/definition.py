"""Reading the settings of a question from its definition. What makes no sense is a ValueError."""

import re
from collections.abc import Mapping
from typing import Any

from questions.kind import DONT_KNOW, Option

Definition = Mapping[str, Any]

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
"""Keys stand in the names of inputs, in addresses and in conditions."""


def options_in(definition: Definition, name: str = "options") -> tuple[Option, ...]:
    """The options or rows, at least one, each with a key of its own."""
    listed = definition.get(name)
    if not isinstance(listed, list) or not listed:
        raise ValueError(f"{name}: a list of at least one is needed")
    options = tuple(_option(each, name) for each in listed)
    if len({option.key for option in options}) < len(options):
        raise ValueError(f"{name}: a key stands twice")
    return options


def whole(definition: Definition, name: str, default: int | None = None) -> int | None:
    """A whole number among the settings."""
    value = definition.get(name, default)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise ValueError(f"{name}: {value!r} is no whole number")


def positive(definition: Definition, name: str, default: int | None = None) -> int:
    """A whole number from 1; needed when there is no default."""
    value = whole(definition, name, default)
    if value is None or value < 1:
        raise ValueError(f"{name}: a whole number from 1 is needed")
    return value


def flag(definition: Definition, name: str, *, default: bool = False) -> bool:
    """A yes or no among the settings."""
    value = definition.get(name, default)
    if not isinstance(value, bool):
        raise ValueError(f"{name}: {value!r} is neither true nor false")  # noqa: TRY004 (all alike)
    return value


def text(definition: Definition, name: str) -> str:
    """A text among the settings; "" when there is none."""
    value = definition.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"{name}: {value!r} is no text")  # noqa: TRY004 (all alike)
    return value


def _option(each: object, name: str) -> Option:
    if not isinstance(each, Mapping):
        raise ValueError(f"{name}: {each!r} has no key and label")  # noqa: TRY004 (all alike)
    key, label = each.get("key"), each.get("label")
    if not isinstance(key, str) or not KEY.fullmatch(key) or key == DONT_KNOW:
        raise ValueError(f"{name}: {key!r} is no key")
    if not isinstance(label, str) or not label.strip():
        raise ValueError(f"{name}: {key} has no label")
    return Option(key, label, flag(each, "exclusive"), flag(each, "free_text"))
