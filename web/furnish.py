"""Furnishing the app with what every page shares."""

from flask import Flask
from flask_compress import Compress
from flask_wtf.csrf import CSRFProtect
from markupsafe import Markup
from werkzeug.routing import IntegerConverter, Map

from language import catalogue_of
from web import assets, files, headers, refusals
from web.answers import say
from web.kept import kept

csrf = CSRFProtect()


class Number(IntegerConverter):
    """A number in an address, small enough to be the number of a row."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=2**53)


def furnish(app: Flask) -> None:
    """Language, headers, compression, CSRF and refusals for every page of the app."""
    app.url_map.converters["int"] = Number
    app.jinja_options = {**app.jinja_options, "extensions": ["jinja2.ext.i18n"]}
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    _speak(app)
    csrf.init_app(app)
    for room in (headers, assets, refusals, files):
        room.attach(app)
    Compress(app)


def _speak(app: Flask) -> None:
    words = catalogue_of("nb")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.ngettext, newstyle=True
    )
    app.jinja_env.filters["say"] = say
    app.jinja_env.globals["kept"] = kept
    app.jinja_env.filters["paragraphs"] = _paragraphs


def _paragraphs(text: str) -> Markup:
    """Plain text as HTML paragraphs, one per line, escaped."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return Markup("").join(Markup("<p class='ds-paragraph'>{}</p>").format(line) for line in lines)
