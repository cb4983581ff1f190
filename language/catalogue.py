"""The catalogues of translations: translations/<language>/<package>.po, one per package."""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("nb",)
FOLDER = Path(__file__).parent.parent / "translations"

Catalogue = gettext.NullTranslations


@cache
def catalogue_of(language: str) -> Catalogue:
    """The translations into one of LANGUAGES.

    Read from the text files at first use, so that no compiled file can be stale.
    """
    together = Catalog(locale=language)
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                together[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, together)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
