"""How ideas were met: shown, passed by, not shown."""

from sqlalchemy.orm import Session

from planning import Project
from tests.workshop.cast import BEN, CHI, close, merge, room_with_ideas, vote
from workshop import findings_of
from workshop.actions.looking import picture_of
from workshop.actions.ordering import exposures
from workshop.actions.passing import exposure_of
from workshop.actions.taking_part import see_ideas
from workshop.exposure import Exposure


def test_an_idea_is_shown_passed_by_or_not_shown(db: Session, project: Project) -> None:
    room, (one, two, three) = room_with_ideas(db, project)
    see_ideas(db, room, BEN, [one, two])
    see_ideas(db, room, CHI, [two])  # and votes for nothing
    vote(db, room, BEN, one, 2)

    assert exposures(db, room)[two] == Exposure(2, shown=2, passed=None)
    close(db, room)

    assert exposures(db, room) == {
        one: Exposure(2, shown=1, passed=0),
        two: Exposure(2, shown=2, passed=1),
        three: Exposure(2, shown=0, passed=None),
    }
    assert [one.not_shown for one in exposures(db, room).values()] == [1, 0, 2]
    found = {finding.idea_id: finding.exposure for finding in findings_of(db, project.id)}
    assert found[two] == Exposure(2, 2, 1)
    assert found[three] == Exposure(2, 0, None)


def test_whoever_votes_for_one_of_merged_ideas_has_not_passed_them_by(
    db: Session, project: Project
) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    see_ideas(db, room, BEN, [one, two])
    vote(db, room, BEN, two, 1)
    merge(db, room, [one, two])
    close(db, room)

    met = exposure_of(db, room, picture_of(db, room).stages)

    assert met == {one: Exposure(2, 1, 0)}


def test_a_vote_that_is_taken_back_has_passed_it_by(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    vote(db, room, BEN, one, 1)
    vote(db, room, BEN, two, 1)
    vote(db, room, BEN, two, 0)
    close(db, room)

    assert exposures(db, room)[two] == Exposure(2, shown=1, passed=1)
