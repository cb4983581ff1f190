"""What may be answered, one file per kind; surveys and live ballots ask by the same kinds."""

from questions.kind import Answer, Bar, Fault, Fields, Kind, Option, Tally, TallyRow, accept
from questions.point_allocation import PointAllocation
from questions.single_choice import SingleChoice

__all__ = [
    "Answer",
    "Bar",
    "Fault",
    "Fields",
    "Kind",
    "Option",
    "PointAllocation",
    "SingleChoice",
    "Tally",
    "TallyRow",
    "accept",
]
