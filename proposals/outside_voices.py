"""What the outside answers say about a goal, counted from the evidence table."""

import pandas as pd

from proposals.evidence import ANSWER, PROPOSAL, UNKNOWN
from proposals.material import Material
from proposals.report import Importance, Points, Stakeholder

POINTS = "point_allocation"
SCALES = ("matrix", "scale")
STEPS = range(1, 6)
"""A scale is drawn with at least these steps, also where nobody chose some of them."""


def responses(table: pd.DataFrame) -> int:
    """How many responses there are in all."""
    return int(table["response"].nunique())


def points(part: pd.DataFrame, table: pd.DataFrame, material: Material) -> tuple[Points, ...]:
    """The points given to a goal, per type of stakeholder that shared out points at all."""
    shared_out = table[table["kind"].eq(POINTS)]
    people = shared_out.groupby("stakeholder")["response"].nunique()
    given = _points_by(part, "stakeholder")
    return tuple(
        Points(title, int(people[key]), given.get(key, 0))
        for key, title in _types(material).items()
        if key in people.index
    )


def importance(part: pd.DataFrame) -> tuple[Importance, ...]:
    """What was rated on a scale, the most important first."""
    rated = part[part["kind"].isin(SCALES)]
    lines = [
        _importance(str(of["label"].iloc[0]), _numbers(of))
        for _, of in rated.groupby(["question", "row"], sort=False)
    ]
    return tuple(sorted(lines, key=lambda line: (-line.median, line.label)))


def stakeholders(table: pd.DataFrame, material: Material) -> tuple[Stakeholder, ...]:
    """What each type of stakeholder has given, in the order of the project."""
    outside = table[table["source"].isin((ANSWER, PROPOSAL))]
    answered = outside.groupby("stakeholder")["response"].nunique()
    proposed = table[table["source"].eq(PROPOSAL)]["stakeholder"].value_counts()
    keys = {goal.id: goal.key for goal in material.goals}
    lines = []
    for key, title in _types(material).items():
        if key not in answered.index and key == UNKNOWN:
            continue
        given = _points_by(table[table["stakeholder"].eq(key)], "goal")
        lines.append(
            Stakeholder(
                title=title,
                responses=int(answered.get(key, 0)),
                proposals=int(proposed.get(key, 0)),
                points={goal_key: given.get(goal_id, 0) for goal_id, goal_key in keys.items()},
            )
        )
    return tuple(lines)


def _importance(label: str, numbers: "pd.Series[float]") -> Importance:
    chosen = numbers.dropna().astype(int)
    counts = chosen.value_counts()
    steps = sorted({*STEPS, *(int(step) for step in counts.index)})
    return Importance(
        label=label,
        answered=len(chosen),
        median=float(chosen.median()) if len(chosen) else 0.0,
        distribution=tuple((step, int(counts.get(step, 0))) for step in steps),
    )


def _points_by(rows: pd.DataFrame, column: str) -> dict[object, int]:
    given = rows[rows["kind"].eq(POINTS)]
    sums = _numbers(given).groupby(given[column]).sum()
    return {key: int(total) for key, total in sums.items()}


def _numbers(rows: pd.DataFrame) -> "pd.Series[float]":
    """The values as numbers; what is none is passed over."""
    return pd.to_numeric(rows["value"], errors="coerce").astype(float)


def _types(material: Material) -> dict[str, str]:
    """The title of each type; the nameless one is those who have not said what they are."""
    return {kind.key: kind.title for kind in material.stakeholder_types} | {UNKNOWN: ""}
