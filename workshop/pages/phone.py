"""The phone: joining, and every act of a participant as a plain form."""

import uuid
from typing import Any

from flask import Blueprint, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug import Response

import storage
import web
from language import Refusal
from people import new_token
from planning import departments_of, get_project, goals_of
from workshop.actions.looking import own_of, picture_of
from workshop.actions.opening import take_seat
from workshop.actions.parts import part_of
from workshop.actions.rows import NoSeat, running, workshop_row, workshop_with_code
from workshop.actions.taking_part import cast_vote, propose_idea, see_ideas
from workshop.ballot import NotAVote, Vote
from workshop.pages.ordering import order_here
from workshop.pages.telling import tell
from workshop.picture import Audience, news_for
from workshop.reservation import CRITERION_NAMES
from workshop.seats import remember_seat, seat_token

LONGEST_VOTE = 30
LONGEST_ID = 16

pages = Blueprint("phone", __name__, url_prefix="/w/<code>")


@pages.get("")
def show_phone(code: str) -> str | Response:
    with storage.reading() as db:
        workshop = workshop_with_code(db, code)
        if workshop.code != code:
            return redirect(f"/w/{workshop.code}", 303)
    try:
        return draw_phone(workshop.id)
    except NoSeat:
        return _joining(code)


@pages.get("/seen.svg")
def note_shown(code: str) -> Response:
    """An invisible picture that only browsers without a script ask for: the ideas were shown."""
    workshop_id, token = _seat(code)
    with storage.transaction() as db:
        picture = picture_of(db, workshop_id)
        ideas = news_for(Audience.PHONE, picture, since=0)["ideas"]
        see_ideas(db, workshop_id, token, [idea["id"] for idea in ideas])
    return Response('<svg xmlns="http://www.w3.org/2000/svg"/>', mimetype="image/svg+xml")


@pages.post("/join")
def join(code: str) -> Response | tuple[str, int]:
    token = new_token()
    try:
        with storage.transaction() as db:
            department = request.form.get("department", 0, int)
            workshop_id = take_seat(db, code, department, token, web.now())
    except Refusal as refusal:
        if web.wants_json():
            raise
        return _joining(code, refusal), 422
    remember_seat(workshop_id, token)
    tell(workshop_id)
    return web.done(f"/w/{code}")


@pages.post("/ideas")
def propose(code: str) -> Response | tuple[str, int]:
    form = request.form
    workshop_id, token = _seat(code)
    try:
        with storage.transaction() as db:
            idea = propose_idea(
                db,
                workshop_id,
                token,
                form.get("text", ""),
                form.get("goal", type=int),
                form.get("client_id", "")[:40] or str(uuid.uuid4()),
                web.now(),
            )
    except Refusal as refusal:
        if web.wants_json():
            raise
        return draw_phone(workshop_id, refusal=refusal, at="propose"), 422
    tell(workshop_id)
    return web.done(f"/w/{code}#mine", {"idea": idea})


@pages.post("/votes")
def vote(code: str) -> Response | tuple[str, int]:
    workshop_id, token = _seat(code)
    try:
        idea, value = _vote(request.form.get("vote", ""))
        with storage.transaction() as db:
            counted = cast_vote(db, workshop_id, token, idea, value)
    except Refusal as refusal:
        if web.wants_json():
            raise
        return draw_phone(workshop_id, refusal=refusal, at="ballot"), 422
    tell(workshop_id)
    return web.done(f"/w/{code}#idea-{idea}", {"left": counted.left})


def _seat(code: str) -> tuple[int, str]:
    with storage.reading() as db:
        workshop_id = workshop_with_code(db, code).id
    return workshop_id, seat_token(workshop_id)


def _vote(typed: str) -> tuple[int, Vote]:
    """An idea and a vote, as a button of the ballot sends them: "12:2" or "12:agree"."""
    idea, _, value = typed[:LONGEST_VOTE].partition(":")
    if not (idea.isascii() and idea.isdigit() and len(idea) < LONGEST_ID):
        raise NotAVote
    return int(idea), (int(value) if value.isascii() and value.isdigit() else value)


def _joining(code: str, refusal: Refusal | None = None) -> str:
    with storage.reading() as db:
        workshop = workshop_with_code(db, code)
        if refusal is None:
            running(workshop)
        facts = _about(db, workshop.project_id)
        departments = departments_of(db, workshop.project_id)
    return render_template(
        "workshop/joining.html",
        workshop=workshop,
        departments=departments,
        refusal=refusal,
        **facts,
    )


def draw_phone(workshop_id: int, refusal: Refusal | None = None, at: str = "") -> str:
    """The page of whoever has this seat; a refusal is told at the form it is about."""
    token = seat_token(workshop_id)
    with storage.reading() as db:
        own = own_of(db, workshop_id, token)
        picture = picture_of(db, workshop_id)
        facts = _about(db, workshop_row(db, workshop_id).project_id)
        order = order_here(db, workshop_id)
        part = part_of(db, picture, token)
    news = news_for(Audience.PHONE, picture, since=0)
    place = {idea: n for n, idea in enumerate(order)}
    news["ideas"] = sorted(news["ideas"], key=lambda idea: place.get(idea["id"], len(place)))
    return render_template(
        "workshop/phone.html",
        picture=picture,
        news=news,
        state={**news["state"], "left": own.left},
        own=own,
        part=part,
        refusal=refusal,
        at=at,
        typed=request.form,
        client_id=request.form.get("client_id") or uuid.uuid4(),
        criteria=CRITERION_NAMES,
        **facts,
    )


def _about(db: Session, project_id: int) -> dict[str, Any]:
    return {"project": get_project(db, project_id), "goals": goals_of(db, project_id)}
