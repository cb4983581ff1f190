"""Writing out what people did together: at tables, in groups, as departments."""

from collections.abc import Iterator

from documents import Block, Heading, Paragraph, Table
from workshop.minutes.naming import name_of
from workshop.minutes.values import Minutes, VoteResult
from workshop.minutes.words import NOTHING, Words


def at_tables(minutes: Minutes, words: Words) -> Iterator[Block]:
    """Who sat at tables without phones."""
    _ = words.gettext
    if not minutes.tables:
        return
    yield Paragraph(
        _("Some sat at tables without phones. They are not among the participants above.")
    )
    yield Table(
        name=_("Tables without phones"),
        heads=(_("Table"), _("Department"), _("People")),
        rows=tuple(
            (table.name, table.department or NOTHING, str(table.people)) for table in minutes.tables
        ),
        widths=(6.5, 7.0, 3.5),
        words_in=2,
    )


def counted_at_tables(result: VoteResult, words: Words) -> Iterator[Block]:
    """How many tables have counted in a vote, and how that is counted."""
    _ = words.gettext
    if not result.tables.tables:
        return
    yield Paragraph(
        _(
            "%(counted)s of %(tables)s tables without phones have counted as well. Their votes "
            "are in the totals, and shown apart."
        )
        % vars(result.tables)
    )


def responsibility(minutes: Minutes, words: Words) -> Iterator[Block]:
    """What the departments have answered about the top ideas."""
    _ = words.gettext
    if not minutes.owned:
        return
    yield Heading(_("Who takes responsibility"))
    yield Paragraph(_("Each department has one answer to an idea, and the latest one counts."))
    yield Table(
        name=_("Who takes responsibility"),
        heads=(_("No."), _("Idea"), _("Department"), _("Answer"), _("The reservation")),
        rows=tuple(
            (
                str(owned.number),
                name_of(minutes, owned.number, words),
                answer.department,
                words.ownership(answer.given),
                answer.given.text or NOTHING,
            )
            for owned in minutes.owned
            for answer in owned.answers
        ),
        widths=(1.1, 5.0, 3.9, 3.0, 4.0),
        words_in=5,
    )


def sentences(minutes: Minutes, words: Words) -> Iterator[Block]:
    """The draft strategies, and the ideas each builds on."""
    _ = words.gettext
    if not minutes.sentences:
        return
    yield Heading(_("Draft strategy sentences"))
    yield Table(
        name=_("Draft strategy sentences"),
        heads=(_("Sentence"), _("Builds on no.")),
        rows=tuple(
            (words.strategy(line.draft), words.numbers(line.ideas) or NOTHING)
            for line in minutes.sentences
        ),
        widths=(13.0, 4.0),
        words_in=2,
    )
