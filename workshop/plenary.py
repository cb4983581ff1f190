"""The way of an idea: from one person by a table to the plenary, or no farther than the table."""

from collections.abc import Iterable
from dataclasses import dataclass

from language import N_, Refusal
from workshop.stage import Stage, StageKind

MOST_TABLES = 40


class NotAtTables(Refusal):
    """People work at tables in a stage of its own."""

    code = "not_at_tables"
    sentence = N_("People do not work at tables in this round. Wait for the facilitator.")


class NoTableChosen(Refusal):
    """Nobody knows yet where this person sits, or there is no such table."""

    code = "no_table_chosen"
    sentence = N_("Choose the table you sit at, from 1 to %(tables)s")


class NotOfYourTable(Refusal):
    """The idea was written at another table."""

    code = "not_of_your_table"
    sentence = N_("That idea is not from your table. Reload the page.")


class TakenEnough(Refusal):
    """The table has taken as many ideas to the plenary as it may."""

    code = "taken_enough"
    sentence = N_(
        "Your table may take %(most)s ideas to plenary. Leave one before you take another."
    )


@dataclass(frozen=True)
class Way:
    """Where an idea has been: at the table of the one who wrote it, and in plenary if taken."""

    table: int
    taken: bool


def left_behind(way: Way | None, stages: Iterable[Stage], ordinal: int) -> bool:
    """Whether an idea has stayed at its table when the workshop stands at this stage.

    An idea without a way (of the facilitator, of a table without phones, of someone who chose
    no table) goes to the plenary with all.
    """
    if way is None or way.taken:
        return False
    return any(stage.kind is StageKind.TABLE and stage.ordinal < ordinal for stage in stages)


def together(ways: Iterable[Way | None]) -> Way | None:
    """The way of ideas that were merged, the leading one's first: in plenary if one of them is."""
    known = list(ways)
    lead = known[0]
    if lead is None:
        return None
    return Way(lead.table, any(way is None or way.taken for way in known))
