"""What may be answered, one file per kind; surveys and live ballots ask by the same kinds."""

from questions.contact import Contact
from questions.definition import KEY
from questions.kind import (
    DONT_KNOW,
    Answer,
    Bar,
    Cell,
    Comparable,
    Fault,
    Fields,
    Kind,
    NotAnOption,
    Option,
    Tally,
    TallyRow,
    accept,
)
from questions.kinds import KINDS, kind_from
from questions.long_text import LongText
from questions.matrix import Matrix
from questions.multiple_choice import MultipleChoice
from questions.number import Number
from questions.point_allocation import NotPoints, PointAllocation, TooManyOnOne, TooManyPoints
from questions.scale import Scale
from questions.short_text import ShortText
from questions.single_choice import SingleChoice

__all__ = [
    "DONT_KNOW",
    "KEY",
    "KINDS",
    "Answer",
    "Bar",
    "Cell",
    "Comparable",
    "Contact",
    "Fault",
    "Fields",
    "Kind",
    "LongText",
    "Matrix",
    "MultipleChoice",
    "NotAnOption",
    "NotPoints",
    "Number",
    "Option",
    "PointAllocation",
    "Scale",
    "ShortText",
    "SingleChoice",
    "Tally",
    "TallyRow",
    "TooManyOnOne",
    "TooManyPoints",
    "accept",
    "kind_from",
]
