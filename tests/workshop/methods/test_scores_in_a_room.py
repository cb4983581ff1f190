"""Scores on one axis and on two, from the tap to the result."""

import pytest
from sqlalchemy.orm import Session

from planning import Project
from tests.workshop.cast import BEN, CHI, close, merge, vote
from tests.workshop.methods.rooms import room_voting_by, told
from workshop import findings_of
from workshop.actions.looking import own_of, picture_of
from workshop.picture import Audience, news_for
from workshop.stage import Method


def test_a_score_is_changed_and_withdrawn_while_the_voting_is_open(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_voting_by(db, project, Method.SCORE)
    assert vote(db, room, BEN, one, 2) is None
    vote(db, room, BEN, one, 4)
    vote(db, room, BEN, two, 5)
    vote(db, room, BEN, two, "back")
    assert own_of(db, room, BEN).votes == {one: 4}
    close(db, room)

    assert told(db, room, "people") == {one: 1, two: 0, two + 1: 0}


def test_of_two_scores_for_merged_ideas_the_latest_counts(db: Session, project: Project) -> None:
    room, (one, two, three) = room_voting_by(db, project, Method.SCORE)
    vote(db, room, BEN, one, 1)
    vote(db, room, BEN, two, 5)
    vote(db, room, CHI, two, 2)
    merge(db, room, [one, two])
    assert own_of(db, room, BEN).votes == {one: 5}
    close(db, room)

    assert told(db, room, "spread")[one] == [(0, 0), (1, 100), (0, 0), (0, 0), (1, 100)]
    assert told(db, room, "people") == {one: 2, three: 0}


def test_of_merged_ideas_the_latest_whole_pair_of_scores_counts(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_voting_by(db, project, Method.AXES)
    for token in (BEN, CHI):
        vote(db, room, token, one, "e5f4")
    vote(db, room, BEN, two, "e1f1")
    vote(db, room, CHI, two, "e1")
    merge(db, room, [one, two])
    close(db, room)

    assert told(db, room, "people")[one] == 2
    assert told(db, room, "effect")[one] == "3 (1\N{EN DASH}5)"


def test_axes_are_scored_tap_by_tap(db: Session, project: Project) -> None:
    room, (one, *_) = room_voting_by(db, project, Method.AXES)
    vote(db, room, BEN, one, "f2")
    vote(db, room, BEN, one, "e4")
    vote(db, room, BEN, one, "f3")

    assert own_of(db, room, BEN).votes == {one: "e4f3"}


@pytest.mark.parametrize("method", [Method.SCORE, Method.AXES])
def test_nothing_is_told_of_an_open_vote(db: Session, project: Project, method: Method) -> None:
    room, (one, *_) = room_voting_by(db, project, method)
    vote(db, room, BEN, one, 5 if method is Method.SCORE else "e5f5")

    for audience in Audience:
        news = news_for(audience, picture_of(db, room), 0)
        assert (news["results"], news["figures"]) == (None, {})


def test_findings_count_those_who_stand_behind_an_idea(db: Session, project: Project) -> None:
    room, (one, *_) = room_voting_by(db, project, Method.SCORE)
    vote(db, room, BEN, one, 5)
    vote(db, room, CHI, one, 2)
    close(db, room)

    finding = next(finding for finding in findings_of(db, project.id) if finding.idea_id == one)
    assert (finding.votes, finding.voters, finding.seen) == (1, 1, 2)
    assert finding.votes_by_department == {1: 1}
