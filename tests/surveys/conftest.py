"""A small survey with one of everything that can go wrong."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import planning
import storage
import surveys
from tests.conftest import NOW

EXAMPLE = Path(__file__).parent / "example.yaml"


def example() -> dict[str, Any]:
    """The definition of the small survey, to be changed at will."""
    definition: dict[str, Any] = yaml.safe_load(EXAMPLE.read_text("utf-8"))
    return definition


@pytest.fixture
def survey(project: planning.Project) -> surveys.SurveySummary:
    """The small survey, published and open."""
    with storage.transaction() as db:
        published = surveys.publish_survey(db, project.id, example(), link="open-link", now=NOW)
    return published
