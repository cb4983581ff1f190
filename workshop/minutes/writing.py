"""Writing the minutes out as a paper: chapter by chapter, the same for every kind of file."""

from collections.abc import Iterator

from documents import Block, Facts, Heading, Paper, Paragraph, Table
from workshop.minutes.groups import at_tables, counted_at_tables, responsibility, sentences
from workshop.minutes.naming import headline_of, name_of
from workshop.minutes.result_table import result_table, shift_table
from workshop.minutes.values import Minutes, VoteResult
from workshop.minutes.words import Words


def write_minutes(minutes: Minutes, words: Words) -> Paper:
    """The whole of them."""
    _ = words.gettext
    held = words.date(minutes.started_at or minutes.made_at)
    return Paper(
        title=_("Minutes of the idea workshop"),
        subtitle=f"{minutes.title}. {minutes.project}",
        line=f"{minutes.municipality}, {held}",
        owner=minutes.municipality,
        drawn_at=minutes.drawn_at,
        left_out=_(
            "A box stands where somebody wrote a sign that this file cannot show. "
            "The Word file has it."
        ),
        blocks=tuple(_blocks(minutes, words)),
    )


def _blocks(minutes: Minutes, words: Words) -> Iterator[Block]:
    yield from _about(minutes, words)
    yield from _attendance(minutes, words)
    yield from _agenda(minutes, words)
    for result in minutes.results:
        yield from _result(minutes, result, words)
    yield from _ideas(minutes, words)
    yield from _groups(minutes, words)
    yield from _reservations(minutes, words)
    yield from _comments(minutes, words)
    yield from sentences(minutes, words)
    yield from responsibility(minutes, words)
    yield from _log(minutes, words)


def _about(minutes: Minutes, words: Words) -> Iterator[Block]:
    _ = words.gettext
    if minutes.rehearsal:
        yield Paragraph(_("This was a rehearsal. Nothing in it counts."))
    if minutes.ended_at is None:
        yield Paragraph(_("These minutes are provisional: the workshop has not ended."))
    yield Facts(
        (
            (_("Municipality"), minutes.municipality),
            (_("Planning project"), minutes.project),
            (_("Workshop"), minutes.title),
            (_("Room code"), minutes.code),
            (_("Made"), words.moment(minutes.made_at)),
            (_("Started"), words.moment(minutes.started_at)),
            (_("Ended"), words.moment(minutes.ended_at)),
            (_("Participants"), str(minutes.participants)),
            (_("Ideas"), str(len(minutes.ideas))),
            (_("Hidden ideas"), str(minutes.hidden)),
            (_("Minutes drawn up"), words.moment(minutes.drawn_at)),
        )
    )
    if minutes.goals:
        yield Heading(_("The goals"))
        yield Facts(tuple((f"{_('Goal')} {ordinal}", title) for ordinal, title in minutes.goals))


def _attendance(minutes: Minutes, words: Words) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(_("Who took part"))
    yield Paragraph(
        _(
            "People take part without a name, by department. "
            "How a department has voted is not in the minutes."
        )
    )
    yield Table(
        name=_("Participants per department"),
        heads=(_("Department"), _("Participants")),
        rows=tuple((line.department, str(line.people)) for line in minutes.attendance),
        widths=(13.5, 3.5),
    )
    yield from at_tables(minutes, words)


def _agenda(minutes: Minutes, words: Words) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(_("Agenda"))
    yield Table(
        name=_("Agenda"),
        heads=(
            _("No."), _("Title"), _("What people do"), _("Held"), _("Planned (min)"),
            _("Spent (min)"),
        ),
        rows=tuple(
            (
                str(line.stage.ordinal),
                line.stage.title,
                words.doing(line.stage),
                words.held(line.stay),
                str(line.stage.minutes),
                words.spent(line.stay),
            )
            for line in minutes.agenda
        ),
        widths=(1.1, 4.1, 4.3, 2.7, 2.4, 2.4),
        words_in=4,
    )  # fmt: skip


def _result(minutes: Minutes, result: VoteResult, words: Words) -> Iterator[Block]:
    _ = words.gettext
    stage = result.stage
    about = {"ordinal": stage.ordinal, "title": stage.title}
    yield Heading(_("Result of round %(ordinal)s: %(title)s") % about)
    turnout = {
        "doing": words.doing(stage),
        "voted": result.voted,
        "joined": minutes.participants,
        "closed": words.moment(result.closed_at),
    }
    yield Paragraph(
        _("%(doing)s. %(voted)s of %(joined)s have voted. The voting was closed %(closed)s.")
        % turnout
    )
    if result.late:
        said = _(
            "Votes that were given before the closing and came after it: %(late)s. "
            "They are counted."
        )
        yield Paragraph(said % {"late": result.late})
    yield from counted_at_tables(result, words)
    name = _("Result of round %(ordinal)s: %(title)s") % about
    yield result_table(minutes, result, name, words)
    if moved := shift_table(minutes, result, name, words):
        yield Heading(_("Since the earlier round"), level=2)
        yield moved


def _ideas(minutes: Minutes, words: Words) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(_("Every idea"))
    if not minutes.ideas:
        yield Paragraph(_("No ideas were written."))
        return
    yield Paragraph(_("In the order they were written, in the words of those who wrote them."))
    yield Table(
        name=_("Every idea"),
        heads=(_("No."), _("Idea"), _("Goal"), _("Remark")),
        rows=tuple(
            (str(idea.number), words.text(idea), words.goal(idea.goal), words.remark(idea))
            for idea in minutes.ideas
        ),
        widths=(1.1, 10.6, 1.3, 4.0),
        words_in=4,
    )


def _groups(minutes: Minutes, words: Words) -> Iterator[Block]:
    _ = words.gettext
    if not minutes.groups:
        return
    yield Heading(_("Ideas that were merged"))
    yield Paragraph(
        _("The leading idea stands first. Nobody's votes count twice in a group of ideas.")
    )
    for group in minutes.groups:
        lead = group.ideas[0]
        yield Heading(
            _("No. %(number)s: %(headline)s")
            % {"number": lead.number, "headline": headline_of(lead.text or "")},
            level=2,
        )
        yield Facts(tuple((f"{_('No.')} {idea.number}", idea.text or "") for idea in group.ideas))


def _reservations(minutes: Minutes, words: Words) -> Iterator[Block]:
    _ = words.gettext
    if not minutes.reserved:
        return
    yield Heading(_("Reservations"))
    yield Table(
        name=_("Reservations"),
        heads=(_("No."), _("Idea"), _("What is it about?"), _("The reservation")),
        rows=tuple(
            (str(about.number), name_of(minutes, about.number, words), *words.reservation(said))
            for about in minutes.reserved
            for said in about.reservations
        ),
        widths=(1.1, 5.2, 3.3, 7.4),
        words_in=4,
    )


def _comments(minutes: Minutes, words: Words) -> Iterator[Block]:
    _ = words.gettext
    if not minutes.commented:
        return
    yield Heading(_("Comments"))
    yield Table(
        name=_("Comments"),
        heads=(_("No."), _("Idea"), _("The comment")),
        rows=tuple(
            (str(about.number), name_of(minutes, about.number, words), said)
            for about in minutes.commented
            for said in about.comments
        ),
        widths=(1.1, 6.2, 9.7),
        words_in=3,
    )


def _log(minutes: Minutes, words: Words) -> Iterator[Block]:
    _ = words.gettext
    titles = {line.stage.ordinal: line.stage.title for line in minutes.agenda}
    yield Heading(_("What the facilitators did"))
    yield Table(
        name=_("What the facilitators did"),
        heads=(_("When"), _("What")),
        rows=tuple(
            (
                words.moment(line.deed.at),
                words.deed(line.deed, titles if line.stage_titles else {}),
            )
            for line in minutes.log
        ),
        widths=(5.2, 11.8),
        words_in=2,
    )
