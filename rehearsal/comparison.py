"""What was published held against what the server says, cell by cell."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rehearsal.recording import Participant, Recording, Statement, figures

FEWEST = 3
"""A group with fewer people is not shown by itself."""
HIDDEN = ":"
"""What stands in a cell that is not shown."""

CUT = "…"
"""What stands at the end of a headline that was cut."""
_EMPTY = {"", "0", HIDDEN}

Sheet = Sequence[Sequence[object]]
Line = Mapping[str, str]
"""A line of the sheet, by its headings."""
Names = Mapping[str, str]
"""The names of departments, by published group."""


@dataclass(frozen=True)
class Headings:
    """What the columns of the workbook's sheet of ideas are called."""

    idea: str = "Idé"
    text: str = "Beskrivelse"
    votes: str = "Stemmer"
    voters: str = "Stemmegivere"
    agree: str = "Enig"
    disagree: str = "Uenig"
    passed: str = "Pass"
    seen: str = "Sett av"


HEADINGS = Headings()


@dataclass(frozen=True)
class Cell:
    """One place where both sides say something."""

    where: str
    published: str
    found: str
    hideable: bool = False
    """Whether the group is so small that its figure must not be shown."""
    beside_hidden: bool = False
    """Whether it may be hidden lest a small group beside it follow from the sum."""

    @property
    def hidden(self) -> bool:
        """Whether the server rightly does not show it."""
        return self.found == HIDDEN and (self.hideable or self.beside_hidden)

    @property
    def same(self) -> bool:
        """Whether both sides say the same, or one is rightly silent."""
        return self.hidden or self.published == self.found


@dataclass(frozen=True)
class Comparison:
    """How many cells were held against each other, and which differ."""

    what: str
    cells: tuple[Cell, ...]

    @property
    def differences(self) -> tuple[Cell, ...]:
        """The cells where the two sides disagree."""
        return tuple(cell for cell in self.cells if not cell.same)

    @property
    def hidden(self) -> int:
        """How many cells are rightly hidden."""
        return sum(cell.hidden for cell in self.cells)

    def told(self, most: int = 20) -> str:
        """The comparison in words, with the first differences."""
        counts = f"{len(self.cells)} cells compared, {self.hidden} of them hidden (small groups)"
        lines = [f"{self.what}: {counts}, {len(self.differences)} differ"]
        for cell in self.differences[:most]:
            sides = f"published {cell.published or 'nothing'}, found {cell.found or 'nothing'}"
            lines.append(f"  {cell.where}: {sides}")
        return "\n".join(lines)


def compare_workbook(
    recording: Recording, sheet: Sheet, departments: Names, earlier: Sheet = ()
) -> Comparison:
    """The workbook's sheet of ideas against the published last votes.

    `departments` has the name of the department in which each published group sat. `earlier`
    is the sheet as it was before: its lines come from other workshops and are passed over.
    """
    lines = _new_lines(sheet, earlier)
    cells: list[Cell] = []
    for statement in recording.statements:
        found = [line for line in lines if _is_of(line, statement)]
        cells.append(Cell(f"statement {statement.key}, lines", "1", str(len(found))))
        if len(found) == 1:
            (line,) = found
            cells += _counts(recording, statement, line)
            cells += _counts_by_group(recording, statement, line, departments)
    return Comparison("workbook", tuple(cells))


def compare_ballots(
    recording: Recording, ideas: Mapping[str, int], given_back: Mapping[str, Mapping[str, object]]
) -> Comparison:
    """Each person's ballots as the server gives them back, against that person's row.

    `ideas` has the idea of each statement; `given_back` the votes of each person by idea.
    What the server gives back beyond the statements is a difference too.
    """
    cells = [
        cell
        for person in recording.participants
        for cell in _person_cells(person, ideas, given_back.get(person.key, {}))
    ]
    return Comparison("ballots", tuple(cells))


def _new_lines(sheet: Sheet, earlier: Sheet) -> list[Line]:
    """The lines that were not there earlier; of equal lines, as many as have come."""
    old = Counter(_mark(line) for line in _lines(earlier))
    new = []
    for line in _lines(sheet):
        if old[_mark(line)]:
            old[_mark(line)] -= 1
        else:
            new.append(line)
    return new


def _is_of(line: Line, statement: Statement) -> bool:
    """Whether the line is about the statement: by its whole text, or by a headline that was cut."""
    headline, text = line[HEADINGS.idea], line.get(HEADINGS.text, "")
    if statement.text in {headline, text}:
        return True
    begins = statement.text.startswith(headline.removesuffix(CUT).rstrip())
    return not text and headline.endswith(CUT) and begins


def _mark(line: Line) -> frozenset[tuple[str, str]]:
    """What a line is known by; what is empty may come and go with the columns beside it."""
    return frozenset((heading, text) for heading, text in line.items() if text not in _EMPTY)


def _lines(sheet: Sheet) -> list[Line]:
    """The lines under the headings, each by its headings."""
    texts = [[_text(cell) for cell in line] for line in sheet]
    top = next((n for n, line in enumerate(texts) if HEADINGS.idea in line), len(texts))
    return [dict(zip(texts[top], line, strict=False)) for line in texts[top + 1 :]]


def _counts(recording: Recording, statement: Statement, found: Line) -> list[Cell]:
    everyone = figures(recording.participants, statement)
    published = {
        HEADINGS.votes: everyone.agree,
        HEADINGS.voters: everyone.agree,  # those behind the votes
        HEADINGS.agree: everyone.agree,
        HEADINGS.disagree: everyone.disagree,
        HEADINGS.passed: everyone.passed,
        HEADINGS.seen: everyone.voters,
    }
    return [
        Cell(f"statement {statement.key}, {heading}", str(count), found.get(heading, ""))
        for heading, count in published.items()
    ]


def _counts_by_group(
    recording: Recording, statement: Statement, found: Line, departments: Names
) -> list[Cell]:
    """How many agree in each group; that is what the sheet calls votes."""
    sizes = {group: len(recording.members(group)) for group in recording.groups}
    return [
        Cell(
            f"statement {statement.key}, {departments[group]}",
            str(figures(recording.members(group), statement).agree),
            found.get(departments[group], ""),
            hideable=size < FEWEST,
            beside_hidden=min(sizes.values()) < FEWEST,
        )
        for group, size in sizes.items()
    ]


def _person_cells(
    person: Participant, ideas: Mapping[str, int], votes: Mapping[str, object]
) -> Iterator[Cell]:
    keys = {str(idea): key for key, idea in ideas.items()}
    for idea, key in keys.items():
        where = f"person {person.key}, statement {key}"
        yield Cell(where, person.ballots.get(key, ""), _text(votes.get(idea)))
    for idea in votes.keys() - keys.keys():
        yield Cell(f"person {person.key}, idea {idea}", "", _text(votes[idea]))


def _text(cell: object) -> str:
    """What stands in a cell; whole numbers without the point that workbooks give them."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())
