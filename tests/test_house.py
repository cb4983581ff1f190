"""What holds for the house as a whole: its words, its codes, its map."""

import importlib
import pkgutil
import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from language import Refusal
from tools.catalogue import PACKAGES, collect

ROOT = Path(__file__).parent.parent
ROOMS = (
    "demo", "documents", "language", "measures", "people", "planning", "proposals",
    "questions", "rehearsal", "storage", "surveys", "transport", "web", "workshop",
)  # fmt: skip


def every_module() -> None:
    for room in ROOMS:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)


def refusals(kind: type[Refusal] = Refusal) -> list[type[Refusal]]:
    found = []
    for one in kind.__subclasses__():
        found += ([one] if "code" in vars(one) else []) + refusals(one)
    return found


def catalogue(package: str) -> Catalog:
    with (ROOT / "translations" / "nb" / f"{package}.po").open("rb") as file:
        return read_po(file, locale="nb")


def test_every_refusal_has_a_code_of_its_own() -> None:
    every_module()
    codes = Counter(refusal.code for refusal in refusals())

    assert codes.most_common(1)[0][1] == 1, codes.most_common(3)
    assert all(re.fullmatch(r"[a-z_]+", code) for code in codes)


@pytest.mark.parametrize("package", PACKAGES)
def test_everything_that_is_said_is_translated(package: str) -> None:
    translated = {message.id: message.string for message in catalogue(package) if message.id}

    missing = [m.id for m in collect(package) if m.id and not translated.get(m.id)]
    assert missing == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_translation_keeps_what_is_filled_in(package: str) -> None:
    holes = re.compile(r"%\(\w+\)s|\{\w+\}")
    for message in catalogue(package):
        said, asked = str(message.string), str(message.id)

        assert set(holes.findall(said)) == set(holes.findall(asked)), message.id


def test_the_readme_maps_every_package_in_its_own_words() -> None:
    readme = (ROOT / "README.md").read_text()
    for room in ROOMS:
        label = (importlib.import_module(room).__doc__ or "").splitlines()[0]

        assert f"| `{room}/` | {label} |" in readme, room


def test_no_file_is_longer_than_300_lines() -> None:
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    files = [path for path in files if path.parent.name != "versions"]  # written by Alembic
    files += [path for path in ROOT.glob("static/[cj]s*/*") if path.is_file()]
    long = {str(path): n for path in files if (n := len(path.read_text().splitlines())) > 300}

    assert files
    assert long == {}
