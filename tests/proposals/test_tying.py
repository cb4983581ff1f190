from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

import proposals
import storage
from proposals.actions import NoSuchInput, TiedToNothing
from proposals.material import Tie
from proposals.report import Report
from tests.conftest import NOW
from tests.proposals.conftest import Held


def tie(held: Held, response: int = 0, **to: Any) -> Tie:
    with storage.transaction() as db:
        return proposals.tie_input(
            db, held.project.id, held.responses[response], "idea",
            author_id=held.leader_id, now=NOW + timedelta(days=14), **to,
        )  # fmt: skip


def report(held: Held) -> Report:
    with storage.reading() as db:
        return proposals.report_of(db, held.project, NOW + timedelta(days=14))


def names(held: Held) -> list[list[str]]:
    return [
        [proposal.headline for proposal in section.proposals] for section in report(held).sections
    ]


def test_what_was_voted_and_answered_comes_together(held: Held) -> None:
    startlan, byttedag = report(held).sections[0].proposals

    assert (startlan.headline, startlan.votes, startlan.voters, startlan.seen) == (
        "Startlån",
        4,
        3,
        8,
    )
    assert (startlan.departments, startlan.department) == (2, "Nav")
    assert (byttedag.votes, byttedag.method) == (0, "dots")
    assert [p.points for p in report(held).sections[0].points] == [4, 9]
    assert (report(held).participants, report(held).responses) == (8, 2)


def test_an_outside_proposal_can_be_tied_to_a_goal(held: Held) -> None:
    tie(held, 1, goal_id=held.goals["G2"])

    assert names(held) == [["Startlån", "Byttedag"], ["Flere tomter"], ["Mer startlån"]]


def test_an_outside_proposal_can_support_an_idea(held: Held) -> None:
    tie(held, 0, idea_id=held.ideas["Startlån"])

    startlan = report(held).sections[0].proposals[0]
    assert [voice.text for voice in startlan.inputs] == ["Mer startlån"]


def test_a_tie_to_an_idea_remembers_its_goal(held: Held) -> None:
    assert tie(held, 0, idea_id=held.ideas["Startlån"]).goal_id == held.goals["G1"]


def test_tying_again_moves_the_tie(held: Held) -> None:
    before = tie(held, 0, goal_id=held.goals["G1"])
    after = tie(held, 0, goal_id=held.goals["G2"])

    assert before.id == after.id
    assert names(held)[1] == ["Mer startlån"]


def test_untying_puts_the_proposal_back(held: Held) -> None:
    made = tie(held, 0, goal_id=held.goals["G1"])

    for _ in range(2):
        with storage.transaction() as db:
            proposals.untie(db, held.project.id, made.id)

    assert names(held)[2] == ["Flere tomter", "Mer startlån"]


def test_an_input_that_is_not_there_cannot_be_tied(held: Held) -> None:
    with storage.transaction() as db, pytest.raises(NoSuchInput):
        proposals.tie_input(
            db, held.project.id, 999, "idea", goal_id=held.goals["G1"],
            author_id=held.leader_id, now=NOW,
        )  # fmt: skip


@pytest.mark.parametrize("to", [{}, {"goal_id": 999}, {"idea_id": 999}])
def test_a_tie_leads_to_a_goal_or_an_idea_of_the_project(held: Held, to: dict[str, int]) -> None:
    with pytest.raises(TiedToNothing):
        tie(held, 0, **to)


def test_a_project_without_workshop_and_survey_has_a_report(house: Flask, project: Any) -> None:
    with storage.reading() as db:
        assert proposals.report_of(db, project, NOW).proposals == ()
