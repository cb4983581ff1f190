"""How a door answers: by a redirect to someone with a page, by JSON to a script."""

from collections.abc import Mapping
from datetime import UTC, datetime

from flask import jsonify, redirect, request
from werkzeug import Response

from language import Refusal, Sentence, catalogue_of


def now() -> datetime:
    """The time, for the doors alone; everything below them gets it as an argument."""
    return datetime.now(UTC)


def say(sentence: Sentence) -> str:
    """The sentence in the language of this visitor."""
    return sentence.spoken(catalogue_of("nb").gettext)


def wants_json() -> bool:
    """Whether a script asks, and not a page."""
    accepts = request.accept_mimetypes
    return accepts["application/json"] > accepts["text/html"]


def done(location: str, facts: Mapping[str, object] | None = None) -> Response:
    """It is done: the page goes on to `location` (303), a script gets the facts."""
    if wants_json():
        return jsonify({"ok": True, **(facts or {})})
    return redirect(location, 303)


def as_json(refusal: Refusal) -> dict[str, object]:
    """A refusal as the socket and scripts get it."""
    return {"ok": False, "code": refusal.code, "message": say(refusal.said)}
