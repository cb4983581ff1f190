"""A tiny recording: four people, three statements, two groups and someone without one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rehearsal.recording import Recording, read_recording

COMMENTS = """\
timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1,,1,0,2,1,1,"Build more
small homes"
2,,0,0,3,0,1,Rents are too high
3,,7,0,0,0,-1,Never shown
"""
VOTES = """\
timestamp,datetime,comment-id,voter-id,vote
10,,0,5,1
40,,1,5,1
20,,1,5,-1
30,,0,6,0
30,,1,6,-1
50,,0,8,1
60,,1,9,1
"""
MATRIX = """\
participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1
5,0,0,2,2,0,1,1
6,1,0,2,0,1,0,-1
8,,0,1,1,0,1,
9,0,0,1,1,0,,1
11,,0,0,0,0,,
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the export, with other tables where they are given."""

    def _write(comments: str = COMMENTS, votes: str = VOTES, matrix: str = MATRIX) -> Path:
        (tmp_path / "comments.csv").write_text(comments)
        (tmp_path / "votes.csv").write_text(votes)
        (tmp_path / "participants-votes.csv").write_text(matrix)
        return tmp_path

    return _write


@pytest.fixture
def recording(write: Write) -> Recording:
    """The tiny recording."""
    return read_recording(write())
