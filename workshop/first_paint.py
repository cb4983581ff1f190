"""The rules by which a page is drawn from a state; static/js/bind.js holds the same two."""

import re
from collections.abc import Mapping
from typing import Any

State = Mapping[str, Any]


def filled(sentence: str, state: State) -> str:
    """The sentence with each {name} replaced by what the state says."""
    return re.sub(r"\{(\w+)\}", lambda found: _word(state.get(found[1])), sentence)


def holds(rule: str, state: State) -> bool:
    """Whether a part of the page is shown: "name", "!name", or "name=value"; a space means and."""
    return all(_holds(part, state) for part in rule.split())


def _holds(rule: str, state: State) -> bool:
    if rule.startswith("!"):
        return not state.get(rule[1:])
    name, equals, value = rule.partition("=")
    return str(state.get(name)) == value if equals else bool(state.get(name))


def _word(value: object) -> str:
    return "" if value is None else str(value)
