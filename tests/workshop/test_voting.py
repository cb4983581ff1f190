import pytest
from sqlalchemy.orm import Session

from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import (
    BEN,
    CHI,
    DEE,
    ada_id,
    close,
    go_to,
    merge,
    open_room,
    room_with_ideas,
    vote,
)
from workshop import findings_of, participation_of, workshops_of
from workshop.actions import steering, tidying
from workshop.actions.looking import own_of, picture_of
from workshop.actions.rows import NoSeat, NoSuchIdea
from workshop.ballot import MostOnOneIdea, VotesSpent
from workshop.picture import Audience, news_for
from workshop.records import WorkshopRow
from workshop.stage import VotingClosed


def counts(db: Session, workshop_id: int) -> dict[int, tuple[int, int]]:
    """Votes and voters of each idea that is shown."""
    results = news_for(Audience.SCREEN, picture_of(db, workshop_id), 0)["results"]
    return {row[0]: (row[1], row[2]) for row in results}


def test_voting_again_changes_the_vote(db: Session, project: Project) -> None:
    room, (idea, *_) = room_with_ideas(db, project)

    assert vote(db, room, BEN, idea, 1) == 2
    assert vote(db, room, BEN, idea, 2) == 1
    assert vote(db, room, BEN, idea, 0) == 3
    assert vote(db, room, BEN, idea, 1) == 2
    close(db, room)

    assert counts(db, room)[idea] == (1, 1)


def test_nobody_spends_more_than_there_is(db: Session, project: Project) -> None:
    room, (one, two, three) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 2)

    with pytest.raises(MostOnOneIdea):
        vote(db, room, BEN, one, 3)
    vote(db, room, BEN, two, 1)
    with pytest.raises(VotesSpent):
        vote(db, room, BEN, three, 1)


def test_votes_are_taken_only_while_the_voting_is_open(db: Session, project: Project) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    go_to(db, room, "reveal")
    with pytest.raises(VotingClosed):
        vote(db, room, BEN, idea, 1)

    go_to(db, room, "vote")
    vote(db, room, BEN, idea, 1)
    close(db, room)
    with pytest.raises(VotingClosed):
        vote(db, room, BEN, idea, 2)

    steering.open_voting(db, room, ada_id(db), NOW)
    vote(db, room, BEN, idea, 2)


def test_going_on_closes_an_open_vote_and_going_back_shows_it(
    db: Session, project: Project
) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    vote(db, room, BEN, idea, 1)

    steering.move_to(db, room, "next", ada_id(db), NOW)
    steering.move_to(db, room, "previous", ada_id(db), NOW)

    assert counts(db, room)[idea] == (1, 1)


def test_no_result_is_sent_to_anyone_before_the_vote_is_closed(
    db: Session, project: Project
) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    vote(db, room, BEN, idea, 2)

    for audience in Audience:
        news = news_for(audience, picture_of(db, room), 0)
        assert news["results"] is None
        assert news["state"]["voted"] == 1


def test_nobody_votes_without_a_seat_or_for_what_is_not_there(
    db: Session, project: Project
) -> None:
    room, ideas = room_with_ideas(db, project)

    with pytest.raises(NoSeat):
        vote(db, room, DEE, ideas[0], 1)
    with pytest.raises(NoSuchIdea):
        vote(db, room, BEN, max(ideas) + 1, 1)


def test_an_idea_without_votes_is_in_the_result(db: Session, project: Project) -> None:
    room, ideas = room_with_ideas(db, project)
    close(db, room)

    assert counts(db, room) == dict.fromkeys(ideas, (0, 0))


def test_merged_ideas_unite_the_votes_of_each_person(db: Session, project: Project) -> None:
    room, (one, two, three) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 1)
    vote(db, room, BEN, two, 2)
    vote(db, room, CHI, two, 1)
    merge(db, room, [one, two])
    close(db, room)

    assert counts(db, room) == {one: (3, 2), three: (0, 0)}


def test_splitting_gives_each_idea_its_own_votes_back(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 1)
    vote(db, room, BEN, two, 2)
    group = merge(db, room, [one, two])
    tidying.split_group(db, room, group, ada_id(db), NOW)
    close(db, room)

    assert counts(db, room)[one] == (1, 1)
    assert counts(db, room)[two] == (2, 1)


def test_a_vote_on_merged_ideas_is_one_vote(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    vote(db, room, BEN, two, 2)
    merge(db, room, [one, two])

    assert own_of(db, room, BEN).votes == {one: 2}
    assert vote(db, room, BEN, one, 1) == 2
    assert own_of(db, room, BEN).votes == {one: 1}


def test_of_two_opinions_on_merged_statements_the_latest_counts(
    db: Session, project: Project
) -> None:
    room = open_room(db, project, "enighet")
    one, two = tidying.enter_ideas(db, room.id, ["A", "B"], None, ada_id(db), NOW)
    go_to(db, room.id, "vote")
    vote(db, room.id, BEN, one, "agree")
    vote(db, room.id, BEN, two, "disagree")
    vote(db, room.id, CHI, one, "pass")
    merge(db, room.id, [one, two])
    close(db, room.id)

    standing = picture_of(db, room.id).standings
    assert standing is not None
    assert [(s.votes, s.against, s.passed) for s in standing] == [(0, 1, 1)]


def test_a_hidden_idea_gives_its_dots_back_and_never_makes_anyone_overspend(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 2)
    tidying.hide_idea(db, room, one, ada_id(db), NOW)
    assert own_of(db, room, BEN).left == 3

    vote(db, room, BEN, two, 2)
    tidying.show_idea(db, room, one, ada_id(db), NOW)
    assert own_of(db, room, BEN).votes == {two: 2}
    assert own_of(db, room, BEN).left == 1
    assert vote(db, room, BEN, three, 1) == 0


def test_a_hidden_idea_comes_back_with_the_votes_it_had(db: Session, project: Project) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 2)
    tidying.hide_idea(db, room, one, ada_id(db), NOW)
    tidying.show_idea(db, room, one, ada_id(db), NOW)
    close(db, room)

    assert counts(db, room)[one] == (2, 1)


def test_findings_tell_votes_per_department_and_who_saw(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 2)
    vote(db, room, CHI, one, 1)
    vote(db, room, CHI, two, 1)
    assert {finding.method for finding in findings_of(db, project.id)} == {None}
    close(db, room)

    found = {finding.idea_id: finding for finding in findings_of(db, project.id)}
    assert found[one].votes_by_department == {1: 2, 2: 1}
    assert found[one].voters_by_department == {1: 1, 2: 1}
    assert (found[one].seen, found[two].seen) == (2, 1)


def test_a_rehearsal_leaves_no_trace_among_the_findings(db: Session, project: Project) -> None:
    room, (one, *_) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 2)
    close(db, room)
    assert findings_of(db, project.id)

    db.get_one(WorkshopRow, room).rehearsal = True
    db.flush()

    assert findings_of(db, project.id) == []
    assert participation_of(db, project.id) == {}
    assert [summary.rehearsal for summary in workshops_of(db, project.id)] == [True]
