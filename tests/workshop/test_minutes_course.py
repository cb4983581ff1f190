"""How the log tells which stages were held, and for how long."""

from datetime import timedelta

from tests.conftest import NOW
from workshop.minutes import Deed, Held, course_of
from workshop.minutes.course import GONE, Stay, renumbered


def after(minutes: float, act: str, **details: object) -> Deed:
    return Deed("Ada", act, details, NOW + timedelta(minutes=minutes))


def move(minutes: float, to: int) -> Deed:
    return after(minutes, "move", came_from=1, to=to)


def test_a_workshop_that_has_not_started_stands_at_its_first_stage() -> None:
    course = course_of(3, 1, [after(0, "make")], NOW)

    assert course == [Stay(Held.HERE), Stay(Held.NOT_REACHED), Stay(Held.NOT_REACHED)]


def test_a_stage_that_was_passed_over_is_skipped() -> None:
    course = course_of(4, 3, [move(5, 3), after(9, "end")], NOW)

    assert [stay.held for stay in course] == [
        Held.HELD, Held.SKIPPED, Held.HELD, Held.NOT_REACHED,
    ]  # fmt: skip


def test_the_time_in_a_stage_is_added_up_and_rounded() -> None:
    deeds = [move(0, 2), move(10, 3), move(12, 2), move(14.5, 3), after(20, "end")]

    assert [stay.minutes for stay in course_of(3, 3, deeds, NOW)] == [None, 13, 8]


def test_the_stage_one_stands_at_goes_on() -> None:
    stay = course_of(2, 2, [move(0, 2)], NOW + timedelta(minutes=7))[1]

    assert stay == Stay(Held.HERE, 7)


def test_the_time_after_the_end_does_not_count() -> None:
    deeds = [move(0, 2), after(10, "end"), after(60, "resume"), after(65, "end")]

    assert course_of(2, 2, deeds, NOW + timedelta(days=1))[1] == Stay(Held.HELD, 15)


def test_an_agenda_that_was_changed_before_the_start_is_told_as_usual() -> None:
    deeds = [after(0, "add_stage", title="Mer"), move(1, 2), after(3, "end")]

    assert course_of(2, 2, deeds, NOW)[1] == Stay(Held.HELD, 2)


def test_where_rounds_have_got_other_numbers_on_the_way_nothing_is_claimed() -> None:
    deeds = [move(1, 2), after(2, "move_stage", title="Mer"), move(3, 3)]

    assert course_of(3, 3, deeds, NOW) == [Stay(Held.UNKNOWN)] * 3


def knowing_move(minutes: float, came_from: int, to: int) -> Deed:
    """A move whose rounds are known by their ids, whatever their numbers were."""
    ids = {"came_from_id": came_from, "to_id": to}
    return after(minutes, "move", came_from=1, to=2, **ids)


def test_rounds_that_are_known_by_their_ids_are_told_of_after_a_change_of_the_agenda() -> None:
    deeds = [
        knowing_move(0, 11, 12),
        after(2, "move_stage", title="Mer"),
        knowing_move(3, 12, 13),
        after(10, "end"),
    ]

    course = course_of(3, 2, renumbered(deeds, [11, 13, 12]), NOW)

    assert course == [Stay(Held.HELD), Stay(Held.HELD, 7), Stay(Held.HELD, 3)]


def test_the_time_in_a_round_that_was_removed_is_nobodys() -> None:
    deeds = [
        knowing_move(0, 11, 12),
        knowing_move(3, 12, 13),
        after(4, "remove_stage", title="Bort"),
        after(5, "end"),
    ]

    assert renumbered(deeds, [11, 13])[0].details["to"] == GONE
    assert course_of(2, 2, renumbered(deeds, [11, 13]), NOW) == [
        Stay(Held.HELD),
        Stay(Held.HELD, 2),
    ]
