"""What people say to each other's ideas: when, and how much."""

from language import N_, Refusal
from workshop.idea_text import one_line
from workshop.stage import Stage, StageKind

LONGEST_COMMENT = 300


class NotCommenting(Refusal):
    """A comment read during a vote could sway it."""

    code = "not_commenting"
    sentence = N_("Comments are not taken in this round. Wait for the facilitator.")


class CommentUnclear(Refusal):
    """There is nothing to read, or too much."""

    code = "comment_unclear"
    sentence = N_("Write a comment of at most 300 characters")


def takes_comments(stage: Stage) -> bool:
    """Whether people may comment: while they read and while they talk, never around a vote."""
    return stage.kind in {StageKind.REVEAL, StageKind.DISCUSS}


def accept_comment(typed: str) -> str:
    """The comment as it is stored. Refused when it says nothing, or too much."""
    text = one_line(typed)
    if not 0 < len(text) <= LONGEST_COMMENT:
        raise CommentUnclear
    return text
