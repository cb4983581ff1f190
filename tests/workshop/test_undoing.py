import pytest
from sqlalchemy.orm import Session

from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, ada_id, close, go_to, merge, open_room, room_with_ideas, vote
from workshop.actions import arranging, steering, tidying
from workshop.actions.looking import picture_of
from workshop.actions.undoing import NothingToUndo, undo_last
from workshop.stage import NoSuchStage, StageKind


def undo(db: Session, workshop_id: int) -> str:
    return undo_last(db, workshop_id, ada_id(db), NOW).text


def test_an_accidental_step_is_taken_back_with_its_vote_still_open(
    db: Session, project: Project
) -> None:
    room, (idea, *_) = room_with_ideas(db, project)
    vote(db, room, BEN, idea, 1)
    steering.move_to(db, room, "next", ada_id(db), NOW)

    undo(db, room)

    assert picture_of(db, room).stage.takes_votes
    vote(db, room, BEN, idea, 2)


def test_closing_hiding_and_merging_are_undone_one_after_the_other(
    db: Session, project: Project
) -> None:
    room, (one, two, three) = room_with_ideas(db, project)
    merge(db, room, [one, two])
    tidying.hide_idea(db, room, three, ada_id(db), NOW)
    close(db, room)

    assert [undo(db, room) for _ in range(3)] == [
        "Undone: the voting is open again",
        "Undone: the idea is shown again",
        "Undone: the ideas are apart again",
    ]
    picture = picture_of(db, room)
    assert picture.stage.takes_votes
    assert [(card.hidden, card.group) for card in picture.cards] == [(False, None)] * 3


def test_what_has_been_undone_is_not_undone_again(db: Session, project: Project) -> None:
    room = open_room(db, project).id
    go_to(db, room, "propose")
    undo(db, room)
    assert picture_of(db, room).stage.ordinal == 1

    with pytest.raises(NothingToUndo):
        undo(db, room)


def test_after_an_undo_one_can_go_on_and_undo_that(db: Session, project: Project) -> None:
    room = open_room(db, project).id
    go_to(db, room, "propose")
    undo(db, room)
    go_to(db, room, "reveal")
    undo(db, room)

    assert picture_of(db, room).stage.ordinal == 1
    with pytest.raises(NothingToUndo):
        undo(db, room)


def test_the_end_and_a_split_and_a_timer_are_undone(db: Session, project: Project) -> None:
    room, (one, two, _) = room_with_ideas(db, project)
    ends = picture_of(db, room).ends_at
    group = merge(db, room, [one, two])
    tidying.split_group(db, room, group, ada_id(db), NOW)
    steering.extend_timer(db, room, 2, ada_id(db), NOW)
    steering.end_workshop(db, room, ada_id(db), NOW)

    undo(db, room)
    assert not picture_of(db, room).ended
    steering.open_voting(db, room, ada_id(db), NOW)
    for _ in range(3):
        undo(db, room)
    assert picture_of(db, room).cards[1].merged_into == one
    assert ends is not None


def test_groups_that_were_merged_are_groups_again_each_with_its_lead(
    db: Session, project: Project
) -> None:
    room, (one, two, three, four) = room_with_ideas(db, project, 4)
    merge(db, room, [two, one])
    merge(db, room, [four, three])
    whole = merge(db, room, [two, four])
    tidying.split_group(db, room, whole, ada_id(db), NOW)

    undo(db, room)
    leads = {card.id: card.merged_into for card in picture_of(db, room).cards}
    assert leads == {one: two, two: None, three: two, four: two}

    undo(db, room)
    leads = {card.id: card.merged_into for card in picture_of(db, room).cards}
    assert leads == {one: two, two: None, three: four, four: None}


def test_a_voting_that_the_end_has_closed_is_open_again(db: Session, project: Project) -> None:
    room, _ = room_with_ideas(db, project)
    steering.end_workshop(db, room, ada_id(db), NOW)

    undo(db, room)

    assert picture_of(db, room).stage.takes_votes


def test_a_step_is_undone_to_where_it_came_from_though_the_agenda_has_changed(
    db: Session, project: Project
) -> None:
    room = open_room(db, project).id
    go_to(db, room, "reveal")
    go_to(db, room, "vote")
    first = picture_of(db, room).stages[0]
    arranging.move_stage(db, room, first.id, 99, ada_id(db), NOW)

    undo(db, room)

    assert picture_of(db, room).stage.kind is StageKind.REVEAL


def test_a_step_from_a_stage_that_is_gone_is_not_undone_to_another(
    db: Session, project: Project
) -> None:
    room = open_room(db, project).id
    here = picture_of(db, room).stage
    go_to(db, room, "reveal")
    arranging.remove_stage(db, room, here.id, ada_id(db), NOW)

    with pytest.raises(NoSuchStage):
        undo(db, room)
