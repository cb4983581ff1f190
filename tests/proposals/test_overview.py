from planning import STEPS, StepKey, present_step
from proposals.overview import Deed, steps_of
from surveys import SurveySummary
from workshop import WorkshopSummary


def meeting(*, ended: bool) -> WorkshopSummary:
    return WorkshopSummary(
        id=1, title="Dugnad", code="ABC", started=True, ended=ended, participants=9, ideas=4
    )


def survey(responses: int) -> SurveySummary:
    return SurveySummary(id=1, title="Innspill", link="x", opened=True, responses=responses)


def test_the_work_begins_with_the_first_step_that_the_platform_has() -> None:
    assert present_step(()) == StepKey.WORKSHOP


def test_no_step_is_a_must() -> None:
    assert present_step({StepKey.INPUT}) == StepKey.WORKSHOP
    assert present_step({StepKey.WORKSHOP}) == StepKey.INPUT
    assert present_step(set(StepKey)) == StepKey.PROPOSALS


def test_the_steps_are_those_of_the_guide_in_its_order() -> None:
    assert [step.key for step in STEPS] == list(StepKey)


def test_exactly_one_step_is_where_the_work_stands() -> None:
    for workshops in ([], [meeting(ended=False)], [meeting(ended=True)]):
        for surveys in ([], [survey(0)], [survey(3)]):
            assert sum(view.here for view in steps_of(workshops, surveys, 0)) == 1


def test_a_running_workshop_is_opened_and_a_missing_one_is_made() -> None:
    deeds = [
        next(view.deed for view in steps_of(workshops, [], 0) if view.here)
        for workshops in ([], [meeting(ended=False)])
    ]

    assert deeds == [Deed.MAKE_WORKSHOP, Deed.OPEN_DESK]


def test_each_step_counts_what_it_has() -> None:
    views = {v.step.key: v for v in steps_of([meeting(ended=True)], [survey(34)], 46)}

    assert [count.number for count in views[StepKey.WORKSHOP].counts] == [1, 9, 4]
    assert [count.number for count in views[StepKey.INPUT].counts] == [1, 34]
    assert [count.number for count in views[StepKey.PROPOSALS].counts] == [46]
