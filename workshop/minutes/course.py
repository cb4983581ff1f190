"""How a workshop went through its agenda, read from the log of what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

RENUMBERING = {"add_stage", "move_stage", "remove_stage"}
"""Acts after which the rounds have other numbers than in the lines before."""

ROUND_IDS = {"came_from_id": "came_from", "to_id": "to", "stage_id": "stage"}
"""Under which name a deed tells the id of a round, and under which its number."""
GONE = 0
"""The number of a round that is no longer in the agenda."""


@dataclass(frozen=True)
class Deed:
    """What someone of the staff did."""

    who: str
    act: str
    details: Mapping[str, Any]
    at: datetime


class Held(StrEnum):
    """Whether a stage was held."""

    HELD = "held"
    HERE = "here"
    SKIPPED = "skipped"
    NOT_REACHED = "not_reached"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Stay:
    """What a workshop made of one stage."""

    held: Held
    minutes: int | None = None
    """Whole minutes spent in it, halves upwards; None where the log does not tell."""


def renumbered(deeds: Sequence[Deed], stages: Sequence[int]) -> list[Deed]:
    """The deeds with the numbers that their rounds have now, where the log knows their ids.

    `stages` are the ids of the agenda in its order. A round that was removed is number GONE.
    """
    numbers = {stage: n for n, stage in enumerate(stages, 1)}
    return [_renumbered(deed, numbers) for deed in deeds]


def knows_rounds(deed: Deed) -> bool:
    """Whether its rounds are known by their ids, so that a change of the agenda does not matter."""
    return any(name in deed.details for name in ROUND_IDS)


def _renumbered(deed: Deed, numbers: Mapping[int, int]) -> Deed:
    present = {
        name: numbers.get(deed.details[id_name], GONE)
        for id_name, name in ROUND_IDS.items()
        if id_name in deed.details
    }
    return replace(deed, details={**deed.details, **present}) if present else deed


def course_of(stages: int, position: int, deeds: Sequence[Deed], now: datetime) -> list[Stay]:
    """What became of each of so many stages, in their order, when it stands at this one now."""
    if first_after_renumbering(deeds):
        return [Stay(Held.UNKNOWN)] * stages
    spent, ended = _spent(deeds, now)
    furthest = max(spent)
    stays = []
    for ordinal in range(1, stages + 1):
        if ordinal not in spent:
            held = Held.SKIPPED if ordinal < furthest else Held.NOT_REACHED
            stays.append(Stay(held))
            continue
        here = ordinal == position and not ended
        stays.append(Stay(Held.HERE if here else Held.HELD, _minutes(spent[ordinal])))
    return stays


def first_after_renumbering(deeds: Sequence[Deed]) -> int:
    """Where in the log the numbers of rounds begin to mean what they mean now; 0 is the start."""
    moved = False
    first = 0
    for n, deed in enumerate(deeds):
        moved = moved or (deed.act == "move" and not knows_rounds(deed))
        if moved and deed.act in RENUMBERING:
            first = n + 1
    return first


def _spent(deeds: Sequence[Deed], now: datetime) -> tuple[dict[int, timedelta | None], bool]:
    """The time in each stage that was visited, and whether the workshop has ended.

    The first one has been open since the workshop was made, perhaps for days: no time counts.
    """
    start = next((deed for deed in deeds if deed.act == "move"), None)
    here = int(start.details["came_from"]) if start and knows_rounds(start) else 1
    spent: dict[int, timedelta | None] = {here: None}
    since, ended = None, False
    for deed in deeds:
        if deed.act in {"move", "end"} and since is not None:
            spent[here] = (spent.get(here) or timedelta()) + (deed.at - since)
        if deed.act == "move":
            here, since = int(deed.details["to"]), deed.at
            spent.setdefault(here, None)
        elif deed.act == "end":
            since, ended = None, True
        elif deed.act == "resume":
            since, ended = deed.at, False
    if since is not None:
        spent[here] = (spent.get(here) or timedelta()) + (now - since)
    return spent, ended


def _minutes(spent: timedelta | None) -> int | None:
    return None if spent is None else int(spent / timedelta(minutes=1) + 0.5)
