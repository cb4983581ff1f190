"""The templates that an agenda can start from."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from workshop.stage import Method, NoSuchStage, Stage, StageKind


@dataclass(frozen=True)
class AgendaTemplate:
    """A ready agenda: stages in their order, with id 0 until they are stored."""

    key: str
    title: str
    summary: str
    most_participants: int
    stages: tuple[Stage, ...]

    @property
    def minutes(self) -> int:
        """How long the whole agenda takes."""
        return sum(stage.minutes for stage in self.stages)


@cache
def agenda_templates() -> tuple[AgendaTemplate, ...]:
    """Every template, the usual one first."""
    text = (Path(__file__).parent / "templates.yaml").read_text(encoding="utf-8")
    return tuple(template_of(definition) for definition in yaml.safe_load(text))


def agenda_template(key: str) -> AgendaTemplate:
    """The template with this key. Refused when there is none."""
    for template in agenda_templates():
        if template.key == key:
            return template
    raise NoSuchStage


def template_of(definition: dict[str, Any]) -> AgendaTemplate:
    """The template that a definition describes, as a file or a municipality keeps it."""
    stages = tuple(_stage(n, stage) for n, stage in enumerate(definition["stages"], 1))
    return AgendaTemplate(**{**definition, "stages": stages})


def _stage(ordinal: int, definition: dict[str, Any]) -> Stage:
    method = definition.get("method")
    settings = {
        **definition,
        "kind": StageKind(definition["kind"]),
        "method": Method(method) if method else None,
    }
    return Stage(id=0, ordinal=ordinal, **settings)
