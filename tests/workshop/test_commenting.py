"""What people say to each other's ideas."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

import storage
from planning import Project
from tests.conftest import NOW
from tests.workshop.cast import BEN, CHI, DEE, ada_id, go_to, merge, open_room, propose
from workshop import findings_of
from workshop.actions import commenting, tidying
from workshop.actions.looking import picture_of
from workshop.actions.recording import minutes_of
from workshop.actions.rows import NoSeat, NoSuchIdea
from workshop.actions.undoing import undo_last
from workshop.comment import CommentUnclear, NotCommenting, accept_comment
from workshop.minutes import Words, write_minutes
from workshop.picture import Audience, news_for

Room = tuple[int, str, list[int]]


def room_to_read(db: Session, project: Project) -> Room:
    opened = open_room(db, project)
    go_to(db, opened.id, "propose")
    ideas = [propose(db, opened.id, BEN, f"Idé {n}") for n in range(3)]
    go_to(db, opened.id, "reveal")
    return opened.id, opened.code, ideas


def say(db: Session, room: int, idea: int, text: str, token: str = CHI) -> int:
    return commenting.comment(db, room, token, idea, text, f"{token}-{text}"[:40])


def said_to(db: Session, room: int, idea: int, audience: Audience) -> list[str]:
    cards = news_for(audience, picture_of(db, room), 0)["ideas"]
    return next([text for _, text, _ in card["comments"]] for card in cards if card["id"] == idea)


def test_a_comment_is_one_line_of_at_most_300_characters() -> None:
    assert accept_comment(" God\n\nidé\0 ") == "God idé"
    for typed in ("", " \n", "x" * 301):
        with pytest.raises(CommentUnclear):
            accept_comment(typed)


def test_comments_are_shown_in_order_and_stored_once(db: Session, project: Project) -> None:
    room, _, (idea, *_) = room_to_read(db, project)
    version = picture_of(db, room).version

    first = say(db, room, idea, "God idé")
    assert say(db, room, idea, "God idé") == first
    say(db, room, idea, "Hva koster det?", BEN)

    for audience in Audience:
        assert said_to(db, room, idea, audience) == ["God idé", "Hva koster det?"]
    (card,) = news_for(Audience.PHONE, picture_of(db, room), version)["ideas"]
    assert card["id"] == idea


def test_comments_are_taken_while_people_read_or_talk_and_not_around_a_vote(
    db: Session, project: Project
) -> None:
    room, _, (idea, *_) = room_to_read(db, project)
    for kind in ("propose", "vote", "close"):
        go_to(db, room, kind)
        with pytest.raises(NotCommenting):
            say(db, room, idea, f"I {kind}")
    go_to(db, room, "reveal")
    with pytest.raises(NoSeat):
        say(db, room, idea, "Uten plass", DEE)
    tidying.hide_idea(db, room, idea, ada_id(db), NOW)
    with pytest.raises(NoSuchIdea):
        say(db, room, idea, "Til noe skjult")


def test_merged_ideas_have_their_comments_together_and_apart_again(
    db: Session, project: Project
) -> None:
    room, _, (one, two, _) = room_to_read(db, project)
    say(db, room, two, "Til den andre")
    group = merge(db, room, [one, two])
    version = picture_of(db, room).version
    say(db, room, two, "Til gruppen")

    assert said_to(db, room, one, Audience.PHONE) == ["Til den andre", "Til gruppen"]
    assert one in {
        c["id"] for c in news_for(Audience.PHONE, picture_of(db, room), version)["ideas"]
    }
    tidying.split_group(db, room, group, ada_id(db), NOW)
    assert said_to(db, room, one, Audience.PHONE) == []


def test_a_hidden_comment_is_gone_from_phones_and_papers_and_comes_back_by_undo(
    db: Session, project: Project
) -> None:
    room, _, (idea, *_) = room_to_read(db, project)
    comment = say(db, room, idea, "Naboen vil ikke")
    say(db, room, idea, "God idé")

    commenting.hide_comment(db, room, comment, ada_id(db), NOW, "personal")
    assert said_to(db, room, idea, Audience.PHONE) == ["God idé"]
    assert said_to(db, room, idea, Audience.DESK) == ["Naboen vil ikke", "God idé"]
    minutes = minutes_of(db, room, NOW)
    assert "Naboen" not in str(write_minutes(minutes, Words(str)))
    assert "God idé" in str(write_minutes(minutes, Words(str)))
    told = Words(str).deed(minutes.log[-1].deed, {})
    assert "hid a comment on idea no. 1. Reason: Tells about a person" in told
    assert findings_of(db, project.id)[0].comments == ("God idé",)

    undo_last(db, room, ada_id(db), NOW)
    assert said_to(db, room, idea, Audience.PHONE) == ["Naboen vil ikke", "God idé"]
    undo_last(db, room, ada_id(db), NOW)


def test_a_comment_of_another_workshop_cannot_be_hidden(db: Session, project: Project) -> None:
    room, _, (idea, *_) = room_to_read(db, project)
    comment = say(db, room, idea, "God idé")
    other = open_room(db, project, most=1)

    for nonsense in (comment + 1, 2**63):
        with pytest.raises(commenting.NoSuchComment):
            commenting.hide_comment(db, room, nonsense, ada_id(db), NOW)
    with pytest.raises(commenting.NoSuchComment):
        commenting.hide_comment(db, other.id, comment, ada_id(db), NOW)


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_it_goes_by_plain_forms(
    ada: FlaskClient, ben: FlaskClient, project: Project, accept: str
) -> None:
    with storage.transaction() as db:
        room, code, (idea, *_) = room_to_read(db, project)
    ben.post(f"/w/{code}/join", data={"department": "1"})

    def send(data: dict[str, object]) -> int:
        sent = ben.post(f"/w/{code}/comments", data=data, headers={"Accept": accept})
        return sent.status_code

    page = ben.get(f"/w/{code}").get_data(as_text=True)
    assert f'name="comment-{idea}"' in page
    form = {"comment": idea, f"comment-{idea}": "God idé", "client_id": "12345678"}
    assert [send(form), send(form)] == [303 if accept == "text/html" else 200] * 2
    long = {"comment": idea, f"comment-{idea}": "For lang " * 40}
    assert send(long) == 422
    if accept == "text/html":
        assert "For lang For lang" in ben.post(f"/w/{code}/comments", data=long).text
    assert "God idé" in ben.get(f"/w/{code}").get_data(as_text=True)

    here = f"/workshops/{room}/comments/1"
    assert ben.post(f"{here}/hide", data={"reason": "offensive"}).status_code != 200
    assert ada.post(f"{here}/hide").status_code == 422
    assert ada.post(f"{here}/hide", data={"reason": "offensive"}).status_code == 303
    assert "God idé" not in ben.get(f"/w/{code}").get_data(as_text=True)
    assert ada.post(f"{here}/show").status_code == 303
    with storage.reading() as db:
        assert said_to(db, room, idea, Audience.PHONE) == ["God idé"]
