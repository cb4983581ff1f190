"""The picture of a workshop that each audience gets, on the page and over the socket alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from workshop.comment import takes_comments
from workshop.idea_text import parts_of
from workshop.methods import Figures
from workshop.plenary import Way, left_behind
from workshop.results import ResultRow, result_rows
from workshop.stage import Method, Stage, StageKind
from workshop.table_count import Turnout
from workshop.tally import Standing

DAY_MINUTES = 24 * 60
"""A stage that lasts so long is held without a meeting."""


class Audience(StrEnum):
    """Who looks."""

    PHONE = "phone"
    DESK = "desk"
    SCREEN = "screen"


@dataclass(frozen=True)
class Comment:
    """What somebody said to an idea."""

    id: int
    text: str
    hidden: bool = False


@dataclass(frozen=True)
class Card:
    """An idea as everyone sees it. A merged idea is shown on the card of the leading one."""

    id: int
    version: int
    """The version of the workshop in which it last changed."""
    texts: tuple[str, ...]
    goal: int | None
    """The ordinal of the goal."""
    group: int | None = None
    hidden: bool = False
    merged_into: int | None = None
    need: str | None = None
    comments: tuple[Comment, ...] = ()
    way: Way | None = None
    """By which table it came, when its writer sat at one."""


@dataclass(frozen=True)
class Picture:
    """A workshop at one version: the small whole truth."""

    id: int
    project_id: int
    code: str
    title: str
    version: int
    stages: tuple[Stage, ...]
    stage: Stage
    ends_at: datetime | None
    ended: bool
    joined: Mapping[int, int]
    """Participants per department."""
    voted: int
    """People with a vote in the stage."""
    cards: tuple[Card, ...]
    standings: tuple[Standing, ...] | None
    """What the ideas got; None while it is not to be shown."""
    result: Stage | None
    """The vote whose result is shown."""
    earlier: tuple[Stage, tuple[Standing, ...]] | None = None
    """The round before it in which people voted in the same way, and what the ideas got then."""
    late: int = 0
    """Votes in what is shown that came after the closing."""
    tables: Turnout = field(default_factory=Turnout)
    """Those without phones."""
    from_tables: Mapping[int, int] = field(default_factory=dict)
    """How many of the votes that are shown come from tables without phones, by idea."""

    @property
    def visible(self) -> list[int]:
        """The ideas that the whole room works with, in the order they were written."""
        return [card.id for card in shared_cards(self)]


def news_for(audience: Audience, picture: Picture, since: int) -> dict[str, Any]:
    """What this audience is told: the state now, and the cards that changed since a version.

    What is hidden is not in it: no result before it is shown, and on phones and the screen
    no idea of the silent stage and none that was hidden.
    """
    sees_all = audience is Audience.DESK
    cards = picture.cards if sees_all or picture.stage.shows_ideas else ()
    state = state_of(picture)
    left = set() if sees_all else left_at_tables(picture)
    told = {
        "from": since,
        "version": picture.version,
        "state": state,
        "ideas": [
            card_for(card, sees_all=sees_all, left=card.id in left)
            for card in cards
            if card.version > since
        ],
        **_results(picture),
    }
    if not sees_all:
        return told
    departments = [[key, n] for key, n in sorted(picture.joined.items())]
    every = sum(1 for card in picture.cards if not card.hidden and not card.merged_into)
    notes = {**state, "notes": picture.stage.notes, "late": picture.late, "ideas": every}
    agenda = [[stage.title, stage.minutes] for stage in picture.stages]
    return {**told, "state": notes, "departments": departments, "agenda": agenda}


def state_of(picture: Picture) -> dict[str, Any]:
    """What the pages show or hide by, and what stands in their sentences."""
    stage = picture.stage
    running = not picture.ended
    return {
        "stage_id": stage.id,
        "ordinal": stage.ordinal,
        "stages": len(picture.stages),
        "kind": stage.kind,
        "stage": stage.title,
        "prompt": stage.prompt,
        "ends_at": int(picture.ends_at.timestamp() * 1000) if picture.ends_at else None,
        "ended": picture.ended,
        "long": stage.minutes >= DAY_MINUTES,
        "over": picture.ended or stage.kind is StageKind.CLOSE,
        "lobby": running and stage.kind is StageKind.LOBBY,
        "brief": running and stage.kind is StageKind.BRIEF,
        "proposing": running and stage.takes_ideas,
        "showing": stage.shows_ideas,
        "silent": running and stage.kind is StageKind.PROPOSE,
        "voting": str(stage.method) if running and stage.takes_votes else "",
        "pairing": running and stage.takes_votes and stage.method is Method.PAIRS,
        "closed": stage.kind is StageKind.VOTE and stage.closed,
        "commenting": running and takes_comments(stage),
        "listing": stage.shows_ideas and (takes_comments(stage) or picture.standings is None),
        "reserving": running and stage.kind is StageKind.RESERVE,
        "tabling": running and stage.kind is StageKind.TABLE,
        "drafting": running and stage.kind is StageKind.SENTENCE,
        "owning": running and stage.kind is StageKind.OWN,
        "shown": picture.standings is not None,
        "method": str((picture.result or stage).method or ""),
        "votes": stage.votes,
        "most": stage.most_per_idea,
        "joined": sum(picture.joined.values()),
        "voted": picture.voted,
        "tables": picture.tables.tables,
        "table_people": picture.tables.people,
        "tables_counted": picture.tables.counted,
        "ideas": len(shared_cards(picture)),
    }


def left_at_tables(picture: Picture) -> set[int]:
    """The ideas that have stayed at a table, where the workshop stands now."""
    here = picture.stages, picture.stage.ordinal
    return {card.id for card in picture.cards if card.way and left_behind(card.way, *here)}


def shared_cards(picture: Picture) -> list[Card]:
    """The cards that the whole room works with: not hidden, not merged, not left at a table."""
    left = left_at_tables(picture)
    return [
        card
        for card in picture.cards
        if not card.hidden and not card.merged_into and card.id not in left
    ]


def card_for(card: Card, *, sees_all: bool, left: bool = False) -> dict[str, Any]:
    """One card; one that this audience must not see has only its id and is gone."""
    if card.merged_into or ((card.hidden or left) and not sees_all):
        return {"id": card.id, "gone": True}
    return {
        "id": card.id,
        "gone": False,
        **parts_of(card.texts[0]),
        "merged": list(card.texts[1:]),
        "goal": card.goal,
        "need": card.need,
        "comments": [
            [one.id, one.text, one.hidden] for one in card.comments if sees_all or not one.hidden
        ],
        "group": card.group,
        "hidden": card.hidden,
        **({"table": card.way.table, "taken": card.way.taken} if sees_all and card.way else {}),
    }


def shown_rows(picture: Picture) -> tuple[ResultRow, ...]:
    """The result that is shown, with the shift since an earlier round; empty when none is."""
    if picture.result is None or picture.standings is None:
        return ()
    ideas = picture.visible
    before = result_rows(picture.earlier[0], ideas, picture.earlier[1]) if picture.earlier else ()
    return result_rows(picture.result, ideas, picture.standings, before, picture.from_tables)


def _results(picture: Picture) -> dict[str, Any]:
    """The result, the best first, and what is told of each idea in it; nothing while hidden."""
    if picture.standings is None:
        return {"results": None, "figures": {}}
    rows = shown_rows(picture)
    return {
        "results": [_counts(row) for row in rows],
        "figures": {row.idea: _told(row) for row in rows},
    }


def _told(row: ResultRow) -> Figures:
    return {**row.figures, "tables": row.from_tables} if row.from_tables else row.figures


def _counts(row: ResultRow) -> list[int]:
    return [row.idea, row.votes, row.voters, row.against, row.passed]
