"""Reading a Polis export."""

from pathlib import Path

import pytest

from rehearsal.recording import (
    BrokenRecording,
    Figures,
    Recording,
    Stance,
    figures,
    last_votes,
    read_recording,
)
from tests.rehearsal.conftest import MATRIX, VOTES, Write

PUBLISHED = Path(__file__).parents[2].parent / "shared" / "data" / "polis"


def test_votes_come_in_the_order_of_their_time_stamps(recording: Recording) -> None:
    order = [(cast.voter, cast.statement) for cast in recording.casts]

    assert order == [
        ("5", "0"), ("5", "1"), ("6", "0"), ("6", "1"), ("5", "1"), ("8", "0"), ("9", "1"),
    ]  # fmt: skip


def test_a_later_vote_replaces_an_earlier_one(recording: Recording) -> None:
    assert last_votes(recording.casts)["5", "1"] is Stance.AGREES


def test_a_person_who_voted_twice_counts_once(recording: Recording) -> None:
    small_homes = recording.statements[1]

    assert figures(recording.participants, small_homes) == Figures(agree=2, disagree=1, passed=0)


def test_a_pass_is_a_vote(recording: Recording) -> None:
    rents = recording.statements[0]

    assert figures(recording.participants, rents) == Figures(agree=2, disagree=0, passed=1)
    assert figures(recording.participants, rents).voters == 3


def test_people_without_a_group_come_last(recording: Recording) -> None:
    assert recording.groups == ("0", "1", "")
    assert [person.key for person in recording.members("")] == ["8"]


def test_a_statement_is_one_line(recording: Recording) -> None:
    assert [statement.text for statement in recording.statements] == [
        "Rents are too high", "Build more small homes",
    ]  # fmt: skip


def test_what_cannot_be_replayed_is_said(write: Write) -> None:
    recording = read_recording(write(votes=VOTES + "70,,0,4,1\n"))

    assert [remark.partition(":")[0] for remark in recording.remarks] == [
        "1 statement(s) without a column in participants-votes.csv",
        "1 person(s) in participants-votes.csv without a vote",
        "1 voter(s) without a row in participants-votes.csv",
    ]
    assert "4" not in {cast.voter for cast in recording.casts}
    assert "11" not in {person.key for person in recording.participants}


def test_a_matrix_that_contradicts_the_votes_is_refused(write: Write) -> None:
    with pytest.raises(BrokenRecording, match="1 last votes"):
        read_recording(write(votes=VOTES.replace("60,,1,9,1", "60,,1,9,-1")))


def test_a_vote_that_is_missing_in_votes_is_refused(write: Write) -> None:
    with pytest.raises(BrokenRecording, match="1 last votes"):
        read_recording(write(votes=VOTES.replace("60,,1,9,1\n", "")))


def test_signs_the_other_way_round_are_refused(write: Write) -> None:
    with pytest.raises(BrokenRecording, match="n-agree"):
        read_recording(write(matrix=MATRIX.replace("5,0,0,2,2,0,1,1", "5,0,0,2,2,0,-1,-1")))


def test_a_sign_that_is_none_is_refused(write: Write) -> None:
    with pytest.raises(BrokenRecording, match="is not a vote"):
        read_recording(write(votes=VOTES.replace("60,,1,9,1", "60,,1,9,2")))


def test_a_folder_without_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenRecording, match="is missing"):
        read_recording(tmp_path)


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published recordings are not here")
@pytest.mark.parametrize(
    ("name", "people", "statements", "casts", "last", "groups"),
    [
        ("affordable-housing", 381, 165, 15_076, 14_995, ("0", "1")),
        ("biodiversity", 536, 314, 29_802, 29_719, ("0", "1", "")),
    ],
)
def test_published_recordings_agree_with_themselves(
    name: str, people: int, statements: int, casts: int, last: int, groups: tuple[str, ...]
) -> None:
    recording = read_recording(PUBLISHED / f"scoop-hivemind.{name}")

    assert (len(recording.participants), len(recording.statements)) == (people, statements)
    assert (len(recording.casts), len(last_votes(recording.casts))) == (casts, last)
    assert recording.groups == groups
