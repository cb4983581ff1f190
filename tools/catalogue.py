"""Collects what each package and its templates say into translations/<language>/<package>.po.

Translations that stand are kept; new sentences come in empty, for someone to translate.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from language import LANGUAGES

ROOT = Path(__file__).parent.parent
PACKAGES = ["language", "people", *sorted(path.name for path in (ROOT / "templates").iterdir())]
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {"N_": None, "_": None, "gettext": None, "ngettext": (1, 2)}


def collect(package: str) -> Catalog:
    """Every sentence of the package and of its templates."""
    catalogue = Catalog()
    for folder in (ROOT / package, ROOT / "templates" / package):
        found = extract_from_dir(folder, METHODS, keywords=KEYWORDS)
        for _path, _line, sentence, _comments, _context in found:
            catalogue.add(sentence)
    return catalogue


def standing(path: Path, language: str) -> Catalog:
    """The catalogue as it stands; an empty one when there is none yet."""
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def renew(path: Path, language: str) -> None:
    """Bring one catalogue up to date with what its package says."""
    catalogue = standing(path, language)
    catalogue.update(collect(path.stem), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, omit_header=True, no_location=True, sort_output=True)


if __name__ == "__main__":
    for language in LANGUAGES:
        for package in PACKAGES:
            renew(ROOT / "translations" / language / f"{package}.po", language)
