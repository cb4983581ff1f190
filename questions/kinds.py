"""Every kind there is, by its name, and how a definition becomes a question of its kind."""

from typing import Any, Protocol

from questions.contact import Contact
from questions.definition import Definition
from questions.kind import Kind
from questions.long_text import LongText
from questions.matrix import Matrix
from questions.multiple_choice import MultipleChoice
from questions.number import Number
from questions.point_allocation import PointAllocation
from questions.scale import Scale
from questions.short_text import ShortText
from questions.single_choice import SingleChoice


class DefinedKind(Kind[Any], Protocol):
    """A kind that a definition can ask for."""

    @classmethod
    def defined(cls, definition: Definition) -> Kind[Any]:
        """The question as its definition says. Raises ValueError when it makes no sense."""


KINDS: dict[str, type[DefinedKind]] = {
    kind.name: kind
    for kind in (
        SingleChoice,
        MultipleChoice,
        Scale,
        Matrix,
        PointAllocation,
        Number,
        ShortText,
        LongText,
        Contact,
    )
}


def kind_from(definition: Definition) -> Kind[Any]:
    """The kind that a definition asks for by its `type`, with the settings it gives.

    Raises ValueError when the definition makes no sense: a mistake of whoever publishes it.
    """
    name = definition.get("type")
    if not isinstance(name, str) or name not in KINDS:
        raise ValueError(f"type: {name!r} is no kind of question")
    return KINDS[name].defined(definition)
