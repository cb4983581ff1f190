"""When a question is asked: conditions as JsonLogic objects, of which only a few words are known.

A condition is data and is never evaluated as text. Format: https://jsonlogic.com
"""

from collections.abc import Iterator, Mapping
from typing import Any

from json_logic import jsonLogic

from questions import Comparable, Kind, MultipleChoice, Number, Scale, SingleChoice

Condition = Mapping[str, Any]

OPERANDS = {
    "and": range(1, 20), "or": range(1, 20), "!": range(1, 2),
    "==": range(2, 3), "!=": range(2, 3), "in": range(2, 3),
    "<": range(2, 4), "<=": range(2, 4), ">": range(2, 3), ">=": range(2, 3),
}  # fmt: skip
"""The operators there are, and how many operands each takes; beside them there is only "var"."""
COMPARING = frozenset({"==", "!=", "in"})
DEEPEST = 32
MOST_NODES = 200


def holds(condition: Condition, values: Mapping[str, Comparable]) -> bool:
    """Whether the condition is true of these answers; None stands for no answer."""
    facts: dict[str, Any] = dict(values)
    return bool(jsonLogic(dict(condition), facts))


def mistakes_in(condition: object, asked_before: Mapping[str, Kind[Any]]) -> list[str]:
    """What is wrong with a condition, given the questions that it may ask about."""
    if _depth(condition) > DEEPEST:
        return [f"a condition is deeper than {DEEPEST}"]
    nodes = list(_nodes(condition))
    if len(nodes) > MOST_NODES:
        return [f"a condition has more than {MOST_NODES} nodes"]
    if not isinstance(condition, Mapping):
        return ["a condition is no JsonLogic object"]
    return [mistake for node in nodes for mistake in _mistakes_at(node, asked_before)]


def _mistakes_at(node: object, asked_before: Mapping[str, Kind[Any]]) -> list[str]:
    if not isinstance(node, Mapping):
        return []
    [operator, *others] = list(node) or [""]
    if operator == "var" and not others:
        return _mistakes_in_reference(node["var"], asked_before)
    if operator not in OPERANDS or others:
        return [f"a condition knows no operator {', '.join(map(str, node))}"]
    operands = node[operator] if isinstance(node[operator], list) else [node[operator]]
    if len(operands) not in OPERANDS[operator]:
        return [f"a condition gives {operator} {len(operands)} operands"]
    return _unknown_codes(operands, asked_before) if operator in COMPARING else []


def _mistakes_in_reference(key: object, asked_before: Mapping[str, Kind[Any]]) -> list[str]:
    if not isinstance(key, str) or key not in asked_before:
        return [f"a condition asks about {key!r}, which is not asked before it"]
    if not isinstance(asked_before[key], SingleChoice | MultipleChoice | Scale | Number):
        return [f"a condition cannot compare the answer to {key}"]
    return []


def _unknown_codes(operands: list[Any], asked_before: Mapping[str, Kind[Any]]) -> list[str]:
    named = [str(each["var"]) for each in operands if isinstance(each, Mapping) and "var" in each]
    literals = [each for each in _leaves(operands) if not isinstance(each, Mapping)]
    kinds = [asked_before.get(key) for key in named]
    return [
        f"a condition compares with {literal!r}, which is no option"
        for kind in kinds
        if isinstance(kind, SingleChoice | MultipleChoice)
        for literal in literals
        if literal not in {option.key for option in kind.options}
    ]


def _leaves(operands: list[Any]) -> Iterator[Any]:
    for each in operands:
        if isinstance(each, list):
            yield from each
        else:
            yield each


def _children(node: object) -> list[Any]:
    if isinstance(node, Mapping):
        return list(node.values())
    return node if isinstance(node, list) else []


def _nodes(root: object) -> Iterator[object]:
    """Every node, as far as one more than is allowed."""
    waiting, seen = [root], 0
    while waiting and seen <= MOST_NODES:
        node = waiting.pop()
        seen += 1
        yield node
        waiting.extend(_children(node))


def _depth(root: object) -> int:
    # Level by level: a recursion would itself break on what this is here to refuse.
    level, depth = [root], 0
    while level and depth <= DEEPEST:
        level = [child for node in level for child in _children(node)][: MOST_NODES + 1]
        depth += 1
    return depth
