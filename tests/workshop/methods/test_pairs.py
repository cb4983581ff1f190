from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, DEE, ada_id, close, merge, vote
from tests.workshop.methods.rooms import room_voting_by, told
from tests.workshop.methods.test_ways import stage_of
from workshop import findings_of
from workshop.actions import arranging, tidying
from workshop.actions.comparing import Choice, pairing_of
from workshop.actions.looking import picture_of
from workshop.actions.rows import NoSeat, NoSuchIdea
from workshop.ballot import NotAVote
from workshop.methods import WAYS, NotAPair, comparison, pairs_for
from workshop.records import ComparisonRow
from workshop.stage import Method

PAIRS = stage_of(Method.PAIRS)
IDEAS = range(1, 7)
CHOICES = st.lists(st.tuples(st.sampled_from([*combinations(IDEAS, 2)]), st.integers(-1, 1)))


def test_a_vote_says_which_of_two_is_better_or_that_one_cannot_choose() -> None:
    assert comparison("over-17") == (17, 1)
    assert comparison("like-17") == (17, 0)
    assert comparison("back-17") == (17, None)


@pytest.mark.parametrize("vote", ["over-0", "over-", "under-17", "over-17 ", 17, None, "over-٣"])
def test_what_is_no_comparison_is_refused(vote: int | str | None) -> None:
    with pytest.raises(NotAVote):
        comparison(vote)


def test_the_pairs_that_few_have_compared_come_first() -> None:
    counts = {(1, 2): 2, (1, 3): 1}

    pairs = [tuple(sorted(pair)) for pair in pairs_for([1, 2, 3], counts, set(), "ben")]

    assert pairs == [(2, 3), (1, 3), (1, 2)]


def test_nobody_is_asked_the_same_twice_and_each_in_an_order_of_their_own() -> None:
    done = {(1, 2), (3, 4)}
    bens = pairs_for(IDEAS, {}, done, "ben")

    assert {tuple(sorted(pair)) for pair in bens} == {*combinations(IDEAS, 2)} - done
    assert pairs_for(IDEAS, {}, done, "ben") == bens
    assert pairs_for(IDEAS, {}, done, "chi") != bens


def test_hundreds_of_ideas_give_a_handful_of_pairs() -> None:
    assert len(pairs_for(range(1, 501), {}, set(), "ben")) == 30


@given(CHOICES)
def test_every_comparison_is_won_once_or_shared(choices: list[tuple[tuple[int, int], int]]) -> None:
    spreads: dict[int, dict[int, int]] = {idea: {} for idea in IDEAS}
    for (low, high), value in choices:
        for idea, seen in ((low, value), (high, -value)):
            spreads[idea][seen] = spreads[idea].get(seen, 0) + 1

    standings = [WAYS[Method.PAIRS].standing(PAIRS, i, spread) for i, spread in spreads.items()]

    won = sum(s.votes + Fraction(s.spread.get(0, 0), 2) for s in standings)
    assert won == len(choices)


def test_choosing_again_changes_the_choice_and_it_can_be_taken_back(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.PAIRS)
    vote(db, room, BEN, one, f"over-{two}")
    vote(db, room, BEN, two, f"over-{one}")
    vote(db, room, BEN, three, f"like-{one}")
    assert pairing_of(db, room, BEN).chosen == (
        Choice(one, three, alike=True),
        Choice(two, one, alike=False),
    )
    assert picture_of(db, room).voted == 1

    vote(db, room, BEN, one, f"back-{two}")
    assert pairing_of(db, room, BEN).chosen == (Choice(one, three, alike=True),)
    vote(db, room, BEN, one, f"back-{three}")
    assert picture_of(db, room).voted == 0


def test_the_next_pair_is_one_that_is_not_compared(db: Session, project: Project) -> None:
    room, ideas = room_voting_by(db, project, Method.PAIRS)
    for _ in range(3):
        idea, other = pairing_of(db, room, BEN).pairs[0]
        vote(db, room, BEN, idea, f"over-{other}")

    pairing = pairing_of(db, room, BEN)
    assert pairing.pairs == ()
    assert {frozenset((c.idea, c.other)) for c in pairing.chosen} == {
        frozenset(pair) for pair in combinations(ideas, 2)
    }


def test_the_share_of_comparisons_won_is_told_with_how_many(db: Session, project: Project) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.PAIRS)
    for token in (BEN, CHI):
        vote(db, room, token, one, f"over-{two}")
    vote(db, room, BEN, two, f"like-{three}")
    close(db, room)

    assert told(db, room, "number") == {
        one: "100\N{NO-BREAK SPACE}%",
        three: "50\N{NO-BREAK SPACE}%",
        two: "17\N{NO-BREAK SPACE}%",
    }
    assert told(db, room, "comparisons") == {one: 2, three: 1, two: 3}
    assert set(told(db, room, "few").values()) == {1}


def test_comparisons_count_for_the_leading_idea_and_none_within_a_group(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.PAIRS)
    vote(db, room, BEN, one, f"over-{two}")
    vote(db, room, BEN, one, f"over-{three}")
    vote(db, room, BEN, three, f"over-{two}")
    vote(db, room, CHI, two, f"over-{three}")
    group = merge(db, room, [two, one])
    close(db, room)

    # Of Ben's two choices between the group and idea three, the latest counts.
    assert told(db, room, "won") == {two: 1, three: 1}
    assert told(db, room, "comparisons") == {two: 2, three: 2}
    tidying.split_group(db, room, group, ada_id(db), NOW)
    assert sum(int(str(n)) for n in told(db, room, "comparisons").values()) == 8


def test_a_choice_after_merging_takes_the_place_of_all_before(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.PAIRS)
    vote(db, room, BEN, one, f"over-{three}")
    vote(db, room, BEN, two, f"over-{three}")
    merge(db, room, [two, one])
    vote(db, room, BEN, three, f"over-{one}")

    assert pairing_of(db, room, BEN).chosen == (Choice(three, two, alike=False),)
    with pytest.raises(NotAPair):
        vote(db, room, BEN, one, f"over-{two}")


def test_hidden_ideas_fall_away_and_come_back_with_their_comparisons(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.PAIRS)
    vote(db, room, BEN, one, f"over-{two}")
    tidying.hide_idea(db, room, two, ada_id(db), NOW)
    assert pairing_of(db, room, BEN).chosen == ()
    assert {frozenset(pair) for pair in pairing_of(db, room, BEN).pairs} == {
        frozenset((one, three))
    }
    with pytest.raises(NoSuchIdea):
        vote(db, room, BEN, three, f"over-{two}")

    tidying.show_idea(db, room, two, ada_id(db), NOW)
    assert pairing_of(db, room, BEN).chosen == (Choice(one, two, alike=False),)


def test_pairs_are_for_those_with_a_seat_while_the_voting_is_open(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_voting_by(db, project, Method.PAIRS)
    with pytest.raises(NoSeat):
        pairing_of(db, room, DEE)
    vote(db, room, BEN, one, f"over-{two}")
    stage = picture_of(db, room).stage
    close(db, room)

    assert pairing_of(db, room, BEN).pairs == ()
    with pytest.raises((arranging.StageAnswered, arranging.StageInUse)):
        arranging.remove_stage(db, room, stage.id, ada_id(db), NOW)


def test_findings_tell_how_many_people_stand_behind_what_was_won(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.PAIRS)
    vote(db, room, BEN, one, f"over-{two}")
    vote(db, room, BEN, one, f"over-{three}")
    vote(db, room, CHI, two, f"over-{one}")
    close(db, room)

    found = {finding.idea_id: finding for finding in findings_of(db, project.id)}
    assert (found[one].votes, found[one].voters, found[one].seen) == (2, 1, 2)
    assert found[one].votes_by_department == {1: 2}
    assert (found[three].votes, found[three].seen) == (0, 1)


def test_the_database_holds_one_row_for_a_pair(db: Session, project: Project) -> None:
    room, (one, two, _) = room_voting_by(db, project, Method.PAIRS)
    stage = picture_of(db, room).stage
    db.add(
        ComparisonRow(
            stage_id=stage.id, participant_id=1, first_id=two, second_id=one, value=1, version=1
        )
    )

    with pytest.raises(IntegrityError):
        db.flush()
