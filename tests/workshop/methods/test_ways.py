"""What holds for every way of voting."""

from pathlib import Path

import pytest

from language import catalogue_of
from tests.conftest import NOW
from workshop.ballot import accept_vote
from workshop.methods import WAYS
from workshop.minutes import Minutes, VoteResult, Words
from workshop.minutes.result_table import result_table
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


@pytest.mark.parametrize("method", Method)
def test_a_result_leaves_room_for_the_ideas_on_a_page_of_minutes(method: Method) -> None:
    nothing = Minutes(
        "", "", "", "", rehearsal=False, drawn_at=NOW, made_at=NOW, started_at=None, ended_at=None,
        goals=(), agenda=(), attendance=(), ideas=(), groups=(), results=(), reserved=(),
        commented=(), log=(),
    )  # fmt: skip
    result = VoteResult(stage_of(method), NOW, 0, 0, ())

    table = result_table(nothing, result, "", Words(catalogue_of("nb").gettext))

    assert sum(table.widths) == pytest.approx(17)
    assert table.widths[table.heads.index("Idé")] >= 4
