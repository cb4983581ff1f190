"""Signing in by a link, and out again."""

from flask import Blueprint, redirect, session
from werkzeug import Response

import storage
import web
from people.actions import sign_in

pages = Blueprint("people", __name__)


@pages.get("/sign-in/<token>")
def enter(token: str) -> Response:
    with storage.reading() as db:
        person = sign_in(db, token, web.now())
    web.remember_person(person.id)
    return redirect("/projects")


@pages.post("/sign-out")
def leave() -> Response:
    session.clear()
    return redirect("/")
