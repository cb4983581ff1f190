"""What a definition must keep to before anyone is asked by it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from language import N_, Refusal
from questions import KEY, KINDS, Kind, kind_from
from surveys.conditions import mistakes_in
from surveys.questionnaire import Creates, Definition, Part

SURVEY_WORDS = frozenset(
    {"key", "title", "intro", "public_access_notice", "thank_you", "estimated_minutes", "sections"}
)
SECTION_WORDS = frozenset({"title", "questions"})
QUESTION_WORDS = frozenset(
    {
        "key", "type", "label", "help", "short", "missing", "required", "visible_if", "goals",
        "creates", "role",
    }
)  # fmt: skip
SOURCES = ("stakeholder_types", "goals")

Sources = Mapping[str, Sequence[Mapping[str, str]]]
"""What the project can give a question as options, each with key and label."""


class NotPublishable(Refusal):
    """The definition has mistakes; whoever wrote it must mend them first."""

    code = "not_publishable"
    sentence = N_("The survey cannot be published yet: %(mistakes)s")

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__(mistakes="; ".join(mistakes))
        self.mistakes = tuple(mistakes)


def with_options(definition: Definition, sources: Sources) -> dict[str, Any]:
    """The definition in which `options_from` is replaced by what the project has."""
    sections = [
        {**section, "questions": [_with_options(q, sources) for q in section.get("questions", ())]}
        for section in definition.get("sections", ())
    ]
    return {**definition, "sections": sections}


def refuse_mistakes(definition: Definition, goals: Sequence[str]) -> None:
    """Refuse a definition that makes no sense, naming every mistake in it."""
    if mistakes := list(_mistakes(definition, goals)):
        raise NotPublishable(mistakes)


def _with_options(question: Definition, sources: Sources) -> dict[str, Any]:
    plain = {word: value for word, value in question.items() if word != "options_from"}
    source = question.get("options_from")
    return {**plain, "options": _options(source, sources)} if source in SOURCES else dict(question)


def _options(source: str, sources: Sources) -> list[dict[str, Any]]:
    bearing = source == "goals"
    return [
        {**option, "goals": [option["key"]]} if bearing else dict(option)
        for option in sources[source]
    ]


def _mistakes(definition: Definition, goals: Sequence[str]) -> Iterator[str]:
    for word in definition.keys() - SURVEY_WORDS:
        yield f"the survey knows no setting {word}"
    for word in ("key", "title"):
        if not isinstance(definition.get(word), str) or not definition[word].strip():
            yield f"the survey has no {word}"
    if not definition["sections"]:
        yield "the survey has no sections"
    asked_before: dict[str, Kind[Any]] = {}
    for number, section in enumerate(definition["sections"], 1):
        yield from _section_mistakes(number, section)
        for question in section["questions"]:
            yield from _question_mistakes(question, asked_before, goals)


def _section_mistakes(number: int, section: Definition) -> Iterator[str]:
    for word in section.keys() - SECTION_WORDS:
        yield f"section {number} knows no setting {word}"
    if not section.get("title") or not section["questions"]:
        yield f"section {number} has no title or no questions"


def _question_mistakes(
    question: Definition, asked_before: dict[str, Kind[Any]], goals: Sequence[str]
) -> Iterator[str]:
    """The mistakes of one question, which then counts among those asked before."""
    key = question.get("key")
    if not isinstance(key, str) or not KEY.fullmatch(key):
        yield f"{key!r} is no key for a question"
        return
    if key in asked_before:
        yield f"{key}: the key stands twice"
    yield from (f"{key}: {mistake}" for mistake in _setting_mistakes(question, goals))
    if "visible_if" in question:
        found = mistakes_in(question["visible_if"], asked_before)
        yield from (f"{key}: {mistake}" for mistake in found)
    try:
        asked_before[key] = kind_from(question)
    except (ValueError, TypeError) as mistake:
        yield f"{key}: {mistake}"


def _setting_mistakes(question: Definition, goals: Sequence[str]) -> Iterator[str]:
    kind = KINDS.get(str(question.get("type")))
    known = QUESTION_WORDS | (kind.settings if kind else frozenset(question))
    for word in sorted(question.keys() - known):
        yield f"there is no setting {word}"
    if not isinstance(question.get("label"), str) or not question["label"].strip():
        yield "the label is missing"
    if not isinstance(question.get("required", False), bool):
        yield "required is neither true nor false"
    if "role" in question and question["role"] not in list(Part):
        yield f"there is no role {question['role']}"
    if "creates" in question and question["creates"] not in list(Creates):
        yield f"no answer creates a {question['creates']}"
    for goal in sorted(_goals_named(question) - set(goals)):
        yield f"the project has no goal {goal}"


def _goals_named(question: Definition) -> set[str]:
    parts = [question, *_listed(question, "options"), *_listed(question, "rows")]
    return {str(goal) for part in parts for goal in part.get("goals", ())}


def _listed(question: Definition, name: str) -> list[Definition]:
    listed = question.get(name)
    listed = listed if isinstance(listed, list) else []
    return [part for part in listed if isinstance(part, Mapping)]
