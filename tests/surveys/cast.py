"""What the people in these tests answer."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import surveys
from surveys.answering import Typed, name_of

BUILDER: dict[str, Any] = {
    "type": "utbygger",
    "name": "Nordbygg",
    "weight": {"plots": 5, "deals": "dont_know"},
    "points": {"G1": 7, "G2": 3},
    "idea": "Sell plots at a fixed price.",
    "homes": 12,
    "where": "never",
}
USER: dict[str, Any] = {
    "type": "bruker",
    "help": ["panel", "advice"],
    "advice": "Ask us first",
    "weight": {"plots": 2, "deals": 4},
    "points": {"G2": 10},
    "idea": "Help people to stay.",
    "where": {"": "else", "else": "In the park"},
    "whom": {"name": "Uma", "email": "uma@example.org"},
}


def typed(answers: dict[str, Any], **changes: Any) -> Typed:
    """The answers as they are typed, with changes; a change to None is a question left out."""
    together = {**answers, **changes}
    return surveys.as_typed({key: value for key, value in together.items() if value is not None})


def begin(client: FlaskClient) -> str:
    """The key of a draft that has just been started by the open link."""
    location = client.post("/surveys/open-link").location
    return location.split("/")[2]


def send(
    client: FlaskClient, key: str, number: int, shown: list[str], answers: dict[str, Any],
    go: str = "on",
) -> TestResponse:  # fmt: skip
    """What comes back when a page of the form is sent."""
    form: dict[str, list[str]] = {"shown": shown, "go": [go]}
    for question, fields in surveys.as_typed(answers).items():
        for part, texts in fields.items():
            form[name_of(question, part)] = texts
    return client.post(f"/answers/{key}/{number}", data=form)


def fill_in(client: FlaskClient, answers: dict[str, Any]) -> str:
    """The key of a draft in which all of this has been typed."""
    key = begin(client)
    pages = [["type", "name"], ["help", "advice"], ["weight", "points", "idea", "homes"]]
    for number, shown in enumerate([*pages, ["where", "whom"]], 1):
        given = {question: answers[question] for question in shown if question in answers}
        send(client, key, number, shown, given)
    return key
