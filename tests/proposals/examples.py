"""Small materials for reports, made without a database."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from language import catalogue_of
from planning import Department, Goal, Project, StakeholderType
from proposals.material import Material, Tie
from proposals.words import Words
from surveys import OutsideProposal, StakeholderAnswer
from workshop import Finding

NOW = datetime(2027, 2, 16, 9, 30, tzinfo=UTC)
WORDS = Words(catalogue_of("nb").gettext)
PLAN, NAV, HELSE, STAB = 1, 2, 3, 4
OWNING, RENTING = 11, 12


def goal(number: int, goal_id: int, title: str) -> Goal:
    deadline = date(2030, 12, 31)
    return Goal(goal_id, f"M{number}", title, number, "Tekst.", "Tall", "1", "2", deadline)


def finding(idea_id: int, text: str = "Idé", **facts: Any) -> Finding:
    """An idea that three of ten who saw it gave four dots, unless something else is said."""
    by_department: Mapping[int, int] = facts.pop("votes_by_department", {PLAN: 3, NAV: 1})
    usual: dict[str, Any] = {
        "workshop_id": 1,
        "workshop_title": "Idédugnad i februar",
        "texts": (text,),
        "goal_id": OWNING,
        "department_id": NAV,
        "method": "dots",
        "votes": sum(by_department.values()),
        "voters": 3,
        "against": 0,
        "passed": 0,
        "seen": 10,
        "votes_by_department": by_department,
        "voters_by_department": by_department,
    }
    return Finding(idea_id=idea_id, **{**usual, **facts})


def outside(response_id: int, text: str, stakeholder: str | None = "utbygger") -> OutsideProposal:
    return OutsideProposal(response_id, 1, "Q9", text, stakeholder, None)


def points(response_id: int, given: int, goal_key: str, stakeholder: str) -> StakeholderAnswer:
    return StakeholderAnswer(
        response_id, 1, "Q8", goal_key, "Mål", "point_allocation", given, stakeholder, None,
        (goal_key,),
    )  # fmt: skip


def rated(response_id: int, step: int | str, *goals: str) -> StakeholderAnswer:
    return StakeholderAnswer(
        response_id, 1, "Q7", "tomter", "Skaffer tomter", "matrix", step, "utbygger", None, goals
    )


def tie(response_id: int, goal_id: int | None = None, idea_id: int | None = None) -> Tie:
    return Tie(100 + response_id, response_id, "Q9", goal_id, idea_id)


def material(*findings: Finding, **facts: Any) -> Material:
    usual: dict[str, Any] = {
        "project": Project(1, "lillevik", "Lillevik kommune", "Boligplan", "Hva må til?"),
        "drawn_at": NOW,
        "goals": [goal(1, OWNING, "Flere eier"), goal(2, RENTING, "Trygt å leie")],
        "departments": [
            Department(PLAN, "plan", "Plan"),
            Department(NAV, "nav", "Nav"),
            Department(HELSE, "helse", "Helse"),
            Department(STAB, "stab", "Stab"),
        ],
        "stakeholder_types": [
            StakeholderType(1, "utbygger", "Utbygger"),
            StakeholderType(2, "bruker", "Brukerorganisasjon"),
        ],
        "findings": findings,
        "participation": {1: {PLAN: 5, NAV: 4, HELSE: 4}},
        "answers": [],
        "outside": [],
        "ties": [],
        "workshops": ["Idédugnad i februar"],
        "surveys": ["Innspill"],
    }
    return Material(**{**usual, **facts})
