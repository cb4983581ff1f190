"""What a stage of an agenda may be, as a project leader writes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from language import N_, Refusal
from workshop.ownership import USUAL
from workshop.plenary import MOST_TABLES
from workshop.stage import Method, StageKind

LONGEST_TITLE = 120
LONGEST_TEXT = 600
MOST_MINUTES = 14 * 24 * 60
"""Two weeks, for a workshop that is held without a meeting."""
MOST_DOTS = 20
MOST_PLACES = 10
"""Nobody keeps a longer list in mind."""


class StageUntitled(Refusal):
    """People see the title on their phones, so there must be one."""

    code = "stage_untitled"
    sentence = N_("Give the round a title of at most 120 characters")


class StageTextTooLong(Refusal):
    """Nobody reads more on a phone."""

    code = "stage_text_too_long"
    sentence = N_("Use at most 600 characters for what people are told")


class NotMinutes(Refusal):
    """A stage lasts a whole number of minutes."""

    code = "not_minutes"
    sentence = N_("Write how many minutes the round lasts, from 1 to 20,160")


class NotDots(Refusal):
    """There must be dots to give, and no more of them for one idea than there are."""

    code = "not_dots"
    sentence = N_("Give each person from 1 to 20 votes, and at most that many on the same idea")


class NotPlaces(Refusal):
    """A list to rank ideas on has some places."""

    code = "not_places"
    sentence = N_("Give each person from 1 to 10 places to rank ideas on")


class NotSoManyIdeas(Refusal):
    """Departments are asked about some ideas, and not about more than they can think through."""

    code = "not_so_many_ideas"
    sentence = N_("Write how many of the top ideas the departments are asked about, from 1 to 20")


class NotTables(Refusal):
    """Nobody can sit down at no table."""

    code = "not_tables"
    sentence = N_(
        "Write how many tables there are, from 1 to 40, and how many ideas each takes to plenary "
        "at most, or 0 for any number"
    )


class NotAKind(Refusal):
    """The form was changed on the way."""

    code = "not_a_kind"
    sentence = N_("Choose what people do in the round")


@dataclass(frozen=True)
class StageDraft:
    """A stage as it shall be stored."""

    kind: StageKind
    title: str
    prompt: str
    notes: str
    minutes: int
    method: Method | None = None
    votes: int = 0
    most_per_idea: int = 0


def accept_stage(typed: Mapping[str, str]) -> StageDraft:
    """The stage that a form describes. Refused with the first thing that is wrong with it."""
    kind, method = _kind(typed.get("kind", ""))
    title = " ".join(typed.get("title", "").replace("\0", "").split())
    if not 1 <= len(title) <= LONGEST_TITLE:
        raise StageUntitled
    votes, most = _numbers(kind, method, typed)
    return StageDraft(
        kind=kind,
        title=title,
        prompt=_text(typed.get("prompt", "")),
        notes=_text(typed.get("notes", "")),
        minutes=_whole(typed.get("minutes", ""), MOST_MINUTES, NotMinutes),
        method=method,
        votes=votes,
        most_per_idea=most,
    )


def kinds() -> list[str]:
    """What a stage can be chosen to be: a kind, and for a vote its method after a colon."""
    plain = [str(kind) for kind in StageKind if kind is not StageKind.VOTE]
    votes = [f"{StageKind.VOTE}:{method}" for method in Method]
    return [*plain[:-2], *votes, *plain[-2:]]


def _kind(typed: str) -> tuple[StageKind, Method | None]:
    if typed not in kinds():
        raise NotAKind
    kind, _, method = typed.partition(":")
    return StageKind(kind), Method(method) if method else None


def _text(typed: str) -> str:
    text = typed.replace("\0", "").strip()
    if len(text) > LONGEST_TEXT:
        raise StageTextTooLong
    return text


def _numbers(kind: StageKind, method: Method | None, typed: Mapping[str, str]) -> tuple[int, int]:
    """The two numbers of a stage, where its kind has any use for them."""
    if kind is StageKind.OWN:
        return _whole(typed.get("votes", "") or str(USUAL), MOST_DOTS, NotSoManyIdeas), 0
    if kind is StageKind.TABLE:
        tables = _whole(typed.get("votes", ""), MOST_TABLES, NotTables)
        most = typed.get("most_per_idea", "").strip() or "0"
        return tables, 0 if most == "0" else _whole(most, MOST_DOTS, NotTables)
    return _SETTINGS[method](typed) if method in _SETTINGS else (0, 0)


def _dots(typed: Mapping[str, str]) -> tuple[int, int]:
    votes = _whole(typed.get("votes", ""), MOST_DOTS, NotDots)
    return votes, _whole(typed.get("most_per_idea", ""), votes, NotDots)


def _places(typed: Mapping[str, str]) -> tuple[int, int]:
    return _whole(typed.get("votes", ""), MOST_PLACES, NotPlaces), 0


_SETTINGS = {Method.DOTS: _dots, Method.RANKING: _places}
"""The ways of voting that have settings: how much each person gives, and most on one idea."""


def _whole(typed: str, most: int, refusal: type[Refusal]) -> int:
    text = typed.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(MOST_MINUTES))):
        raise refusal
    if not 1 <= int(text) <= most:
        raise refusal
    return int(text)
