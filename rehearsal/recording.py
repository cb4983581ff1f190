"""A Polis export read into values: statements, people, and the votes as they fell and ended."""

import csv
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path

Line = Mapping[str, str]
"""One line of a table, by the heading of each column."""


class Stance(StrEnum):
    """What someone thinks of a statement."""

    AGREES = "agree"
    DISAGREES = "disagree"
    PASSES = "pass"


SIGNS = {"1": Stance.AGREES, "-1": Stance.DISAGREES, "0": Stance.PASSES}


class BrokenRecording(Exception):
    """The files are not a Polis export, or they contradict each other."""


@dataclass(frozen=True)
class Statement:
    """What people were asked about."""

    key: str
    text: str


@dataclass(frozen=True)
class Cast:
    """One vote as it fell; a later one by the same person on the same statement replaces it."""

    voter: str
    statement: str
    stance: Stance


@dataclass(frozen=True)
class Participant:
    """Someone in the published matrix: the opinion group and the last vote on each statement."""

    key: str
    group: str
    """As published; "" for someone whom Polis put in no group."""
    ballots: Mapping[str, Stance]


@dataclass(frozen=True)
class Recording:
    """What happened in one conversation, and how it was published."""

    name: str
    statements: tuple[Statement, ...]
    participants: tuple[Participant, ...]
    casts: tuple[Cast, ...]
    """In the order in which they fell."""
    remarks: tuple[str, ...]
    """What is in the files and cannot be replayed."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The published groups by number; last those without one, if there are any."""
        named = sorted({person.group for person in self.participants} - {""}, key=int)
        lost = any(person.group == "" for person in self.participants)
        return (*named, "") if lost else tuple(named)

    def members(self, group: str) -> tuple[Participant, ...]:
        """The people of one published group."""
        return tuple(person for person in self.participants if person.group == group)


@dataclass(frozen=True)
class Figures:
    """How many people thought what of one statement."""

    agree: int
    disagree: int
    passed: int

    @property
    def voters(self) -> int:
        """How many people voted on it, passing included."""
        return self.agree + self.disagree + self.passed


def read_recording(folder: Path) -> Recording:
    """The export in this folder. Raises BrokenRecording when its files contradict each other."""
    comments = _table(folder / "comments.csv", "comment-id", "comment-body")
    votes = _table(folder / "votes.csv", "timestamp", "comment-id", "voter-id", "vote")
    matrix = _table(folder / "participants-votes.csv", "participant", "group-id", "n-agree")
    asked = _statements(comments, matrix)
    present = tuple(_participant(line, asked) for line in matrix)
    casts = _casts(votes)
    _check_last_votes(casts, present)
    voting = tuple(person for person in present if person.ballots)
    remarks = _remarks(comments, asked, present, casts)
    known = {person.key for person in voting}
    replayed = tuple(cast for cast in casts if cast.voter in known)
    return Recording(folder.name, asked, voting, replayed, remarks)


def figures(people: Iterable[Participant], statement: Statement) -> Figures:
    """How many of these people thought what of the statement, by their last votes."""
    stances = [person.ballots.get(statement.key) for person in people]
    return Figures(
        stances.count(Stance.AGREES), stances.count(Stance.DISAGREES), stances.count(Stance.PASSES)
    )


def last_votes(casts: Iterable[Cast]) -> dict[tuple[str, str], Stance]:
    """The vote that stays for each person and statement: the last one."""
    return {(cast.voter, cast.statement): cast.stance for cast in casts}


def _table(path: Path, *headings: str) -> list[dict[str, str]]:
    if not path.is_file():
        raise BrokenRecording(f"{path} is missing")
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    missing = set(headings) - (lines[0].keys() if lines else set())
    if missing:
        raise BrokenRecording(f"{path} has no column {', '.join(sorted(missing))}")
    return lines


def _statements(comments: Iterable[Line], matrix: Sequence[Line]) -> tuple[Statement, ...]:
    texts = {line["comment-id"]: _one_line(line["comment-body"]) for line in comments}
    keys = [heading for heading in matrix[0] if heading.isdigit()]
    if not set(keys) <= texts.keys():
        raise BrokenRecording("participants-votes.csv asks what is not in comments.csv")
    return tuple(Statement(key, texts[key]) for key in sorted(keys, key=int))


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _participant(line: Line, asked: Iterable[Statement]) -> Participant:
    keys = [statement.key for statement in asked if line[statement.key] != ""]
    ballots = {key: _stance(line[key]) for key in keys}
    agreed = sum(stance is Stance.AGREES for stance in ballots.values())
    if agreed != int(line["n-agree"]):
        raise BrokenRecording(f"The row of person {line['participant']} has another n-agree")
    return Participant(line["participant"], line["group-id"], ballots)


def _casts(votes: Iterable[Line]) -> tuple[Cast, ...]:
    # The order is that of the time stamps; votes of one moment keep their order in the file.
    in_order = sorted(votes, key=lambda line: int(line["timestamp"]))
    return tuple(
        Cast(line["voter-id"], line["comment-id"], _stance(line["vote"])) for line in in_order
    )


def _stance(sign: str) -> Stance:
    try:
        return SIGNS[sign]
    except KeyError:
        raise BrokenRecording(f"{sign!r} is not a vote; 1, -1 and 0 are") from None


def _check_last_votes(casts: Iterable[Cast], present: Iterable[Participant]) -> None:
    published = {
        (person.key, key): stance for person in present for key, stance in person.ballots.items()
    }
    known = {person.key for person in present}
    recorded = last_votes(cast for cast in casts if cast.voter in known)
    apart = {
        cell for cell in published.keys() | recorded if published.get(cell) != recorded.get(cell)
    }
    if apart:
        raise BrokenRecording(
            f"{len(apart)} last votes in votes.csv are not those in participants-votes.csv, "
            f"among them (person, statement) {min(apart)}"
        )


def _remarks(
    comments: Iterable[Line],
    asked: Iterable[Statement],
    present: Iterable[Participant],
    casts: Iterable[Cast],
) -> tuple[str, ...]:
    unasked = {line["comment-id"] for line in comments} - {statement.key for statement in asked}
    silent = {person.key for person in present if not person.ballots}
    strangers = {cast.voter for cast in casts} - {person.key for person in present}
    return tuple(
        chain(
            _remark(unasked, "statement(s) without a column in participants-votes.csv: not asked"),
            _remark(silent, "person(s) in participants-votes.csv without a vote: not connected"),
            _remark(strangers, "voter(s) without a row in participants-votes.csv: not connected"),
        )
    )


def _remark(keys: set[str], what: str) -> list[str]:
    return [f"{len(keys)} {what} ({', '.join(sorted(keys, key=int))})"] if keys else []
