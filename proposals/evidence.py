"""The evidence table: one row for each thing that was proposed, voted on or answered."""

from collections.abc import Iterator

import pandas as pd

from proposals.material import Material, place_of

COLUMNS = (
    "source", "goal", "idea", "response", "question", "row", "label", "kind", "value",
    "stakeholder", "votes", "voters", "seen", "departments",
)  # fmt: skip
WHOLE = ("goal", "idea", "response", "votes", "voters", "seen", "departments")

IDEA, PROPOSAL, ANSWER = "idea", "proposal", "answer"
"""The three sources: an idea of a workshop, a proposal from outside, an answer in a survey."""

UNKNOWN = ""
"""The type of a stakeholder who has not said it."""


def evidence(material: Material) -> pd.DataFrame:
    """The whole table. An answer that bears on two goals has two rows."""
    rows = [*_ideas(material), *_proposals(material), *_answers(material)]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.astype(dict.fromkeys(WHOLE, "Int64"))


def bearing_on(table: pd.DataFrame, goal_id: int | None) -> pd.DataFrame:
    """The part of the table that bears on this goal; on none, for None."""
    goals = table["goal"]
    return table[goals.isna()] if goal_id is None else table[goals.eq(goal_id).fillna(value=False)]


def _ideas(material: Material) -> Iterator[dict[str, object]]:
    for finding in material.findings:
        tables = finding.from_tables
        opposed = finding.against - tables.against + finding.passed - tables.passed
        behind = sum(voters > 0 for voters in finding.voters_by_department.values())
        yield {
            "source": IDEA,
            "goal": finding.goal_id,
            "idea": finding.idea_id,
            "votes": finding.votes,
            "voters": finding.voters,
            # Who has answered has seen it, also where no sighting was stored. At tables without
            # phones nobody knows who has seen it, so their votes are in no share.
            "seen": max(finding.seen, finding.voters + opposed),
            "departments": behind,
        }


def _proposals(material: Material) -> Iterator[dict[str, object]]:
    ideas = {finding.idea_id: finding for finding in material.findings}
    ties = {(tie.response_id, tie.question_key): tie for tie in material.ties}
    types = {kind.key for kind in material.stakeholder_types}
    for outside in material.outside:
        tie = ties.get((outside.response_id, outside.question_key))
        goal_id, idea_id = place_of(tie, ideas)
        yield {
            "source": PROPOSAL,
            "goal": goal_id,
            "idea": idea_id,
            "response": outside.response_id,
            "question": outside.question_key,
            "stakeholder": outside.stakeholder_type
            if outside.stakeholder_type in types
            else UNKNOWN,
        }


def _answers(material: Material) -> Iterator[dict[str, object]]:
    ids: dict[str, int | None] = {goal.key: goal.id for goal in material.goals}
    types = {kind.key for kind in material.stakeholder_types}
    for answer in material.answers:
        for goal_id in [ids[key] for key in answer.goals if key in ids] or [None]:
            yield {
                "source": ANSWER,
                "goal": goal_id,
                "response": answer.response_id,
                "question": answer.question_key,
                "row": answer.row_key,
                "label": answer.label,
                "kind": answer.kind,
                "value": answer.value,
                "stakeholder": answer.stakeholder_type
                if answer.stakeholder_type in types
                else UNKNOWN,
            }
