"""The minutes of a workshop: what was held, written, voted and done, and no participant's name."""

from workshop.minutes.course import Deed, Held, course_of
from workshop.minutes.values import (
    AgendaLine,
    Attendance,
    CommentedIdea,
    IdeaLine,
    LogLine,
    MergedIdeas,
    Minutes,
    OwnedIdea,
    ReservedIdea,
    SentenceLine,
    TableLine,
    VoteResult,
)
from workshop.minutes.words import Words
from workshop.minutes.writing import write_minutes
from workshop.results import ResultRow, result_rows

__all__ = [
    "AgendaLine",
    "Attendance",
    "CommentedIdea",
    "Deed",
    "Held",
    "IdeaLine",
    "LogLine",
    "MergedIdeas",
    "Minutes",
    "OwnedIdea",
    "ReservedIdea",
    "ResultRow",
    "SentenceLine",
    "TableLine",
    "VoteResult",
    "Words",
    "course_of",
    "result_rows",
    "write_minutes",
]
