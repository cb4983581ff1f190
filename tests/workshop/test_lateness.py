"""Votes that are given in time and come late."""

from datetime import datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

import storage
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, ada_id, close, go_to, room_with_ideas, vote
from workshop.actions import steering, taking_part
from workshop.actions.looking import own_of, picture_of
from workshop.actions.recording import minutes_of
from workshop.actions.rows import WorkshopEnded, stages_of
from workshop.ballot import Vote, VotesSpent
from workshop.lateness import GRACE, PATIENCE, Given, in_time, moment_of
from workshop.minutes import Words, write_minutes
from workshop.picture import Audience, news_for
from workshop.stage import VotingClosed

SECOND = timedelta(seconds=1)
SOON = NOW + timedelta(minutes=1)


def cast_late(
    db: Session,
    room: int,
    token: str,
    idea: int,
    value: Vote = 1,
    at: datetime | None = NOW - SECOND,
    came: datetime = SOON,
    stage_id: int | None = None,
) -> taking_part.Counted:
    stage_id = stage_id or voting_in(db, room)
    return taking_part.cast_vote(db, room, token, idea, value, Given(came, at, stage_id))


def voting_in(db: Session, room: int) -> int:
    return next(stage.id for stage in stages_of(db, room) if stage.kind == "vote")


@pytest.mark.parametrize(
    ("at", "came", "counts"),
    [
        (NOW - SECOND, NOW + SECOND, True),
        (NOW + GRACE, SOON, True),
        (NOW + GRACE + SECOND, SOON, False),
        (NOW - SECOND, NOW + PATIENCE, True),
        (NOW - SECOND, NOW + PATIENCE + SECOND, False),
        (NOW + 60 * SECOND, NOW + SECOND, True),  # its clock is ahead, but it came within the grace
        (None, NOW + SECOND, False),
    ],
)
def test_a_vote_counts_by_when_it_was_given(
    at: datetime | None, came: datetime, counts: bool
) -> None:
    assert in_time(Given(came, at), closed_at=NOW) is counts


def test_a_stamp_is_never_in_the_future() -> None:
    assert Given(NOW, at=NOW + SECOND).moment == NOW
    assert Given(NOW, at=NOW - SECOND).moment == NOW - SECOND


def test_what_is_no_moment_is_no_stamp() -> None:
    assert moment_of(1_800_000_000_500) == datetime.fromisoformat("2027-01-15T08:00:00.5+00:00")
    assert [moment_of(said) for said in (None, -1, 10**30)] == [None] * 3


def test_a_late_vote_makes_the_shown_result_right(db: Session, project: Project) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    vote(db, room, BEN, idea, 2)
    close(db, room)
    before = picture_of(db, room).version

    counted = cast_late(db, room, CHI, idea)

    picture = picture_of(db, room)
    assert counted.late
    assert picture.version > before
    assert (picture.standings or ())[0].votes == 3
    assert news_for(Audience.DESK, picture, 0)["state"]["late"] == 1
    assert "late" not in news_for(Audience.PHONE, picture, 0)["state"]


def test_a_late_vote_that_is_sent_twice_counts_once(db: Session, project: Project) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    close(db, room)

    first, second = (cast_late(db, room, BEN, idea, 2) for _ in range(2))

    picture = picture_of(db, room)
    assert first.left == second.left == 1
    assert [(s.votes, s.voters) for s in picture.standings or ()] == [(2, 1)]
    assert picture.late == 1


def test_a_late_vote_goes_to_the_voting_it_was_given_in(db: Session, project: Project) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    close(db, room)
    go_to(db, room, "close")

    cast_late(db, room, BEN, idea, 2)

    assert [(s.idea, s.votes) for s in picture_of(db, room).standings or ()] == [(idea, 2)]


def test_a_late_vote_is_held_to_the_same_budget(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 2)
    close(db, room)

    with pytest.raises(VotesSpent):
        cast_late(db, room, BEN, two, 2)
    assert cast_late(db, room, BEN, two, 1).left == 0


def test_nothing_counts_late_without_a_stamp_or_in_a_stage_that_is_not_closed(
    db: Session, project: Project
) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    go_to(db, room, "reveal")
    with pytest.raises(VotingClosed):
        cast_late(db, room, BEN, idea)
    go_to(db, room, "vote")
    close(db, room)

    with pytest.raises(VotingClosed):
        cast_late(db, room, BEN, idea, at=None, came=NOW + SECOND)
    with pytest.raises(VotingClosed):
        cast_late(db, room, BEN, idea, stage_id=2**40)
    steering.end_workshop(db, room, ada_id(db), NOW)
    with pytest.raises(WorkshopEnded):
        cast_late(db, room, BEN, idea)


def test_no_vote_is_late_in_a_voting_that_is_opened_again(db: Session, project: Project) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    close(db, room)
    cast_late(db, room, BEN, idea)

    steering.open_voting(db, room, ada_id(db), SOON)
    close(db, room)

    picture = picture_of(db, room)
    assert picture.late == 0
    assert (picture.standings or ())[0].votes == 1


def test_the_minutes_tell_how_many_came_late(db: Session, project: Project) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    close(db, room)
    assert "came after it" not in str(write_minutes(minutes_of(db, room, NOW), Words(str)))

    cast_late(db, room, BEN, idea)

    assert "came after it: 1." in str(write_minutes(minutes_of(db, room, NOW), Words(str)))


def test_a_plain_form_is_judged_by_when_it_comes_and_a_script_by_its_stamp(
    ben: FlaskClient, project: Project
) -> None:
    with storage.transaction() as db:
        room, (idea, *_) = room_with_ideas(db, project)
        code = picture_of(db, room).code
        stage_id = voting_in(db, room)
    ben.post(f"/w/{code}/join", data={"department": "1"})
    with storage.transaction() as db:
        steering.close_voting(db, room, ada_id(db), datetime.now(NOW.tzinfo) - SECOND)
    script = {"Accept": "application/json"}
    stamp = int((datetime.now(NOW.tzinfo) - 5 * SECOND).timestamp() * 1000)

    plain = ben.post(f"/w/{code}/votes", data={"vote": f"{idea}:1"})
    late = ben.post(
        f"/w/{code}/votes",
        data={"vote": f"{idea}:1", "at": stamp, "stage": stage_id},
        headers=script,
    )

    assert plain.status_code == 422
    assert late.get_json() == {"ok": True, "left": 2, "late": True}
    with storage.reading() as db:
        assert own_of(db, room, BEN).votes == {}
        assert picture_of(db, room).late == 1
