import pytest

from workshop.agenda import agenda_templates
from workshop.stage import NoSuchStage, Stage, StageKind, result_stage, stage_at


def vote(ordinal: int, *, closed: bool) -> Stage:
    return Stage(0, ordinal, StageKind.VOTE, "", "", "", 1, closed=closed)


def test_a_result_is_shown_when_the_vote_is_closed_and_not_before() -> None:
    assert result_stage([vote(1, closed=False)], 1) is None
    assert result_stage([vote(1, closed=True)], 1) is not None


def test_an_earlier_result_is_not_shown_during_a_new_vote() -> None:
    assert result_stage([vote(1, closed=True), vote(2, closed=False)], 2) is None


def test_a_result_is_not_shown_before_its_stage() -> None:
    assert result_stage([vote(2, closed=True)], 1) is None


def test_an_agenda_ends() -> None:
    with pytest.raises(NoSuchStage):
        stage_at([vote(1, closed=False)], 2)


@pytest.mark.parametrize("template", agenda_templates(), ids=lambda t: t.key)
def test_every_template_is_in_order_and_ends_with_thanks(template: object) -> None:
    stages = template.stages  # type: ignore[attr-defined]

    assert stages[0].kind in {StageKind.LOBBY, StageKind.PROPOSE}
    assert stages[-1].kind is StageKind.CLOSE
    assert [stage.ordinal for stage in stages] == list(range(1, len(stages) + 1))
    assert all(stage.method for stage in stages if stage.kind is StageKind.VOTE)


def test_the_usual_template_takes_90_minutes() -> None:
    assert agenda_templates()[0].minutes == 90
