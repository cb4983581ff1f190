import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from language import Refusal
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, ada_id, close, merge, vote
from tests.workshop.methods.rooms import room_voting_by, told
from tests.workshop.methods.test_ways import stage_of
from workshop.actions import tidying
from workshop.actions.looking import own_of, picture_of
from workshop.ballot import NotAVote
from workshop.methods import WAYS, ListFull, placed
from workshop.stage import Method

RANKING = stage_of(Method.RANKING, votes=3, most=0)


def list_of(db: Session, room: int, token: str) -> list[int]:
    """A person's ideas, the best first."""
    votes = own_of(db, room, token).votes
    return sorted(votes, key=lambda idea: int(votes[idea] or 0))


def test_an_idea_is_put_at_its_place_and_the_others_make_room() -> None:
    assert placed([], 7, 1, 3) == [7]
    assert placed([1, 2], 7, 1, 3) == [7, 1, 2]
    assert placed([1, 2], 7, 99, 3) == [1, 2, 7]
    assert placed([1, 2, 7], 7, 1, 3) == [7, 1, 2]
    assert placed([1, 2, 7], 1, 2, 3) == [2, 1, 7]


@pytest.mark.parametrize("out", [0, None, "back"])
def test_an_idea_is_taken_out_and_those_below_move_up(out: int | str | None) -> None:
    assert placed([1, 2, 7], 1, out, 3) == [2, 7]


def test_a_full_list_takes_no_more_but_can_be_reordered() -> None:
    with pytest.raises(ListFull):
        placed([1, 2, 3], 7, 1, 3)
    assert placed([1, 2, 3], 3, 1, 3) == [3, 1, 2]


@pytest.mark.parametrize("vote", [-1, True, "1", "up"])
def test_what_is_no_place_is_refused(vote: int | str) -> None:
    with pytest.raises(NotAVote):
        placed([1, 2], 7, vote, 3)


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(-1, 5)), max_size=40))
def test_a_list_never_holds_an_idea_twice_or_more_than_there_are_places(
    taps: list[tuple[int, int]],
) -> None:
    order: list[int] = []
    for idea, place in taps:
        try:
            order = placed(order, idea, place, 3)
        except Refusal:
            continue
        assert placed(order, idea, place, 3) == order  # the same message once more
        assert len(order) == len(set(order)) <= 3


@given(st.lists(st.permutations([1, 2, 3]), min_size=1, max_size=9))
def test_every_person_gives_the_same_points_in_all(people: list[list[int]]) -> None:
    way = WAYS[Method.RANKING]
    spreads: dict[int, dict[int, int]] = {idea: {} for idea in (1, 2, 3)}
    for order in people:
        for place, idea in enumerate(order, 1):
            spreads[idea][place] = spreads[idea].get(place, 0) + 1

    standings = [way.standing(RANKING, idea, spread) for idea, spread in spreads.items()]

    assert sum(s.votes for s in standings) == len(people) * (3 + 2 + 1)
    assert all(s.voters == len(people) for s in standings)


def test_a_list_is_kept_reordered_and_emptied(db: Session, project: Project) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.RANKING, votes=3)
    for idea in (one, two, three):
        vote(db, room, BEN, idea, 99)
    assert list_of(db, room, BEN) == [one, two, three]

    vote(db, room, BEN, three, 1)
    vote(db, room, BEN, one, 0)
    assert list_of(db, room, BEN) == [three, two]
    vote(db, room, BEN, three, 0)
    vote(db, room, BEN, two, "back")

    assert list_of(db, room, BEN) == []
    assert picture_of(db, room).voted == 0


def test_points_people_and_first_places_are_told(db: Session, project: Project) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.RANKING, votes=2)
    for token, first, second in ((BEN, one, two), (CHI, two, three)):
        vote(db, room, token, first, 1)
        vote(db, room, token, second, 2)
    close(db, room)

    assert told(db, room, "number") == {two: "3", one: "2", three: "1"}
    assert told(db, room, "people") == {two: 2, one: 1, three: 1}
    assert told(db, room, "firsts") == {two: 1, one: 1, three: 0}


def test_merged_ideas_have_the_best_place_and_leave_no_gap(db: Session, project: Project) -> None:
    room, (one, two, three, four) = room_voting_by(db, project, Method.RANKING, 4, votes=3)
    for idea in (one, two, three):
        vote(db, room, BEN, idea, 99)
    group = merge(db, room, [three, one])
    assert list_of(db, room, BEN) == [three, two]

    vote(db, room, BEN, four, 99)
    assert list_of(db, room, BEN) == [three, two, four]
    tidying.split_group(db, room, group, ada_id(db), NOW)
    assert list_of(db, room, BEN) == [three, two, four]


def test_splitting_gives_the_places_back_when_nothing_was_moved(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.RANKING, votes=3)
    for idea in (one, two, three):
        vote(db, room, BEN, idea, 99)
    group = merge(db, room, [three, one])
    tidying.split_group(db, room, group, ada_id(db), NOW)

    assert list_of(db, room, BEN) == [one, two, three]


def test_a_hidden_idea_leaves_no_gap_and_comes_back_if_there_is_room(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.RANKING, votes=2)
    vote(db, room, BEN, one, 99)
    vote(db, room, BEN, two, 99)
    vote(db, room, CHI, one, 99)
    tidying.hide_idea(db, room, one, ada_id(db), NOW)
    vote(db, room, BEN, three, 99)
    assert list_of(db, room, BEN) == [two, three]

    tidying.show_idea(db, room, one, ada_id(db), NOW)
    assert list_of(db, room, BEN) == [two, three]
    assert list_of(db, room, CHI) == [one]


def test_places_are_no_dots_that_add_up(db: Session, project: Project) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.RANKING, votes=5)
    for idea in (one, two, three):  # places 1, 2 and 3 add up to more than there are
        vote(db, room, BEN, idea, 99)
    tidying.hide_idea(db, room, three, ada_id(db), NOW)
    tidying.show_idea(db, room, three, ada_id(db), NOW)

    assert list_of(db, room, BEN) == [one, two, three]
