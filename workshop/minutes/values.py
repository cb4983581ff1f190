"""What minutes are made of. Ideas are known by their number: the order they were written in."""

from dataclasses import dataclass, field
from datetime import datetime

from workshop.minutes.course import Deed, Stay
from workshop.ownership import DepartmentAnswer
from workshop.plenary import Way
from workshop.reservation import Reservation
from workshop.results import ResultRow
from workshop.stage import Stage
from workshop.strategy_sentence import StrategyDraft
from workshop.table_count import Turnout


@dataclass(frozen=True)
class AgendaLine:
    """A stage, and what was made of it."""

    stage: Stage
    stay: Stay


@dataclass(frozen=True)
class Attendance:
    """How many took part from a department."""

    department: str
    people: int


@dataclass(frozen=True)
class TableLine:
    """A table whose people had no phones."""

    name: str
    department: str
    """Where they came from; nothing when from several departments."""
    people: int


@dataclass(frozen=True)
class IdeaLine:
    """An idea as it was written; a hidden one has no text here."""

    number: int
    text: str | None
    goal: int | None
    """The ordinal of the goal."""
    entered: bool
    """Whether the facilitator entered it."""
    merged_into: int | None
    """The number of the idea that leads its group."""
    need: str | None = None
    """Whose need it meets."""
    table: str | None = None
    """The table without phones that it comes from."""
    way: Way | None = None
    """By which table it came, and whether it was taken to plenary."""


@dataclass(frozen=True)
class MergedIdeas:
    """Ideas that count as one; the leading idea comes first."""

    ideas: tuple[IdeaLine, ...]


@dataclass(frozen=True)
class VoteResult:
    """The result of a vote that is closed. The ideas in its rows are numbers."""

    stage: Stage
    closed_at: datetime
    voted: int
    late: int
    """Votes that were given before it was closed and came after."""
    rows: tuple[ResultRow, ...]
    tables: Turnout = field(default_factory=Turnout)
    """The tables without phones, and how many of them have counted."""


@dataclass(frozen=True)
class ReservedIdea:
    """What speaks against one idea, or group of merged ideas."""

    number: int
    reservations: tuple[Reservation, ...]


@dataclass(frozen=True)
class CommentedIdea:
    """What was said to one idea, or group of merged ideas."""

    number: int
    comments: tuple[str, ...]


@dataclass(frozen=True)
class OwnedIdea:
    """What the departments have answered about one idea, or group of merged ideas."""

    number: int
    answers: tuple[DepartmentAnswer, ...]


@dataclass(frozen=True)
class SentenceLine:
    """A draft strategy, and the numbers of the ideas it builds on."""

    draft: StrategyDraft
    ideas: tuple[int, ...]


@dataclass(frozen=True)
class LogLine:
    """What someone of the staff did; ideas in it are numbers."""

    deed: Deed
    stage_titles: bool
    """Whether the numbers of rounds in it still mean the rounds of the agenda."""


@dataclass(frozen=True)
class Minutes:
    """All that is told afterwards."""

    municipality: str
    project: str
    title: str
    code: str
    rehearsal: bool
    """Held only to rehearse, so that nothing in it counts."""
    drawn_at: datetime
    made_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    goals: tuple[tuple[int, str], ...]
    agenda: tuple[AgendaLine, ...]
    attendance: tuple[Attendance, ...]
    ideas: tuple[IdeaLine, ...]
    groups: tuple[MergedIdeas, ...]
    results: tuple[VoteResult, ...]
    reserved: tuple[ReservedIdea, ...]
    commented: tuple[CommentedIdea, ...]
    log: tuple[LogLine, ...]
    tables: tuple[TableLine, ...] = ()
    """Tables without phones."""
    owned: tuple[OwnedIdea, ...] = ()
    """Who takes responsibility."""
    sentences: tuple[SentenceLine, ...] = ()
    """Draft strategies; hidden ones are not among them."""

    @property
    def participants(self) -> int:
        """People who joined."""
        return sum(line.people for line in self.attendance)

    @property
    def hidden(self) -> int:
        """Ideas that the facilitator has hidden."""
        return sum(1 for idea in self.ideas if idea.text is None)

    def idea(self, number: int) -> IdeaLine:
        """The idea with this number."""
        return self.ideas[number - 1]
