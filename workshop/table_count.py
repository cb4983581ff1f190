"""What a table without phones may have counted, and how it is added to the votes of the phones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from language import N_, Refusal
from workshop.stage import Method, Stage
from workshop.tally import Standing

MOST_PEOPLE = 200
LONGEST_NAME = 60
MOST_DIGITS = 5

COUNTED = (Method.DOTS, Method.APPROVAL, Method.OPINION)
"""The ways of voting that people can count at a table."""


class NotATable(Refusal):
    """A table needs a name, and people who sit there."""

    code = "not_a_table"
    sentence = N_("Give the table a name, and say how many people sit there, from 1 to 200")


class NotCountedHere(Refusal):
    """The way of voting in this round is none that a table can count."""

    code = "not_counted_here"
    sentence = N_("The votes of this round cannot be counted at a table. Lend the table a phone.")


class CountRefused(Refusal):
    """A number that a table cannot have counted; `idea` says where it stands."""

    idea = 0

    def at(self, idea: int) -> "CountRefused":
        """The same refusal, of the number at this idea."""
        self.idea = idea
        return self


class NotACount(CountRefused):
    """Something else than a whole number was typed."""

    code = "not_a_count"
    sentence = N_("Write a whole number, or leave the field empty")


class MoreThanPeople(CountRefused):
    """More people than sit at the table."""

    code = "more_than_people"
    sentence = N_("%(given)s have answered here, but only %(people)s sit at the table")


class MoreOnOneIdea(CountRefused):
    """More dots than the people at the table may give one idea."""

    code = "more_on_one_idea"
    sentence = N_("%(given)s votes here, but %(people)s people can give one idea %(most)s at most")


class MoreThanVotes(CountRefused):
    """More dots in all than the people at the table have."""

    code = "more_than_votes"
    sentence = N_("%(given)s votes in all, but %(people)s people have %(most)s together")


@dataclass(frozen=True)
class Count:
    """What a table has counted for one idea."""

    votes: int
    """Dots; or how many support it or agree."""
    against: int = 0
    passed: int = 0

    @property
    def answers(self) -> int:
        """Everything that was counted."""
        return self.votes + self.against + self.passed


@dataclass(frozen=True)
class Turnout:
    """The tables without phones in a workshop."""

    tables: int = 0
    people: int = 0
    counted: int = 0
    """Tables that have counted in the stage."""


def accept_table(name: str, people: int | None) -> tuple[str, int]:
    """The name and the number of people as they are stored. Refused when one of them is no such."""
    name = " ".join(name.replace("\0", "").split())
    if not 1 <= len(name) <= LONGEST_NAME or people is None or not 1 <= people <= MOST_PEOPLE:
        raise NotATable
    return name, people


def accept_count(stage: Stage, people: int, typed: Sequence[str], idea: int) -> Count | None:
    """What a table has counted for an idea, None when nothing is typed.

    `typed` is one number; or three, those who agree, disagree and pass.
    Refused when it is no number, or more than so many people may give.
    """
    if stage.method not in COUNTED:
        raise NotCountedHere
    if not any(text.strip() for text in typed):
        return None
    return checked(stage, people, Count(*(_number(text, idea) for text in typed)), idea)


def checked(stage: Stage, people: int, count: Count, idea: int) -> Count:
    """The same count. Refused when it is more than so many people may give one idea."""
    if stage.method is Method.DOTS and count.votes > people * stage.most_per_idea:
        most = people * stage.most_per_idea
        raise MoreOnOneIdea(given=count.votes, people=people, most=most).at(idea)
    if stage.method is not Method.DOTS and count.answers > people:
        raise MoreThanPeople(given=count.answers, people=people).at(idea)
    return count


def check_all(stage: Stage, people: int, counts: Iterable[Count]) -> None:
    """Refused when the table has given more dots than its people have."""
    given = sum(count.votes for count in counts)
    if stage.method is Method.DOTS and given > people * stage.votes:
        raise MoreThanVotes(given=given, people=people, most=people * stage.votes)


def together(stage: Stage, people: int, counts: Sequence[Count]) -> Count:
    """What one table has counted for ideas that were merged: all of it, within what it may give."""
    votes = sum(count.votes for count in counts)
    if stage.method is Method.DOTS:
        return Count(min(votes, people * stage.most_per_idea))
    all_of_it = Count(votes, sum(c.against for c in counts), sum(c.passed for c in counts))
    if all_of_it.answers <= people:
        return all_of_it
    # More answers than people: shrunk alike, so that the balance between them stays.
    shrunk = (n * people // all_of_it.answers for n in (votes, all_of_it.against, all_of_it.passed))
    return Count(*shrunk)


def added_up(counts: Iterable[Count]) -> Count:
    """What several tables have counted for one idea."""
    known = list(counts)
    return Count(*(sum(getattr(c, name) for c in known) for name in ("votes", "against", "passed")))


def with_tables(standings: Sequence[Standing], counted: Mapping[int, Count]) -> list[Standing]:
    """The standings with what the tables have counted in them, once.

    The people behind the votes remain those on phones: a table counts votes, not people.
    """
    known = {standing.idea for standing in standings}
    unknown = [Standing(idea, 0, 0) for idea in counted if idea not in known]
    return [_with(standing, counted.get(standing.idea)) for standing in [*standings, *unknown]]


def _with(standing: Standing, count: Count | None) -> Standing:
    if count is None:
        return standing
    return replace(
        standing,
        votes=standing.votes + count.votes,
        against=standing.against + count.against,
        passed=standing.passed + count.passed,
    )


def _number(typed: str, idea: int) -> int:
    text = typed.strip() or "0"
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise NotACount().at(idea)
    return int(text)
