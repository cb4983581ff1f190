"""What holds for every way of voting."""

from pathlib import Path

import pytest

from workshop.ballot import accept_vote
from workshop.methods import WAYS
from workshop.stage import Method, Stage, StageKind

ROOT = Path(__file__).parents[3]


def stage_of(method: Method, votes: int = 5, most: int = 2) -> Stage:
    return Stage(1, 1, StageKind.VOTE, "", "", "", 5, method, votes=votes, most_per_idea=most)


@pytest.mark.parametrize("method", Method)
def test_every_way_has_its_rules_its_buttons_its_script_and_its_paragraph(method: Method) -> None:
    buttons = ROOT / "templates" / "workshop" / "phone" / "ballots" / f"{method}.html"
    script = ROOT / "static" / "js" / "ballots" / f"{method}.js"

    assert WAYS[method].name
    assert buttons.exists()
    assert script.exists()
    assert f"\n### `{method}`\n" in (ROOT / "docs" / "voting.md").read_text()


@pytest.mark.parametrize("method", Method)
def test_an_idea_that_nobody_voted_for_has_every_figure_and_no_place(method: Method) -> None:
    way, stage = WAYS[method], stage_of(method)
    nothing = way.standing(stage, 7, {})

    figures = [way.figures(stage, nothing)]
    way.laid_out([nothing], figures)

    assert way.merit(nothing) is None
    assert {"number", *way.told} <= figures[0].keys()


@pytest.mark.parametrize("vote", [None, "back"])
@pytest.mark.parametrize("method", Method)
def test_every_vote_can_be_withdrawn(method: Method, vote: str | None) -> None:
    assert accept_vote(stage_of(method), vote, 7, {}, [1]) is None
