"""The phone: joining, and every act of a participant as a plain form."""

import uuid
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug import Response

import storage
import web
from language import Refusal
from people import new_token
from planning import departments_of, get_project, goals_of
from workshop.actions.comparing import Pairing, pairing_of
from workshop.actions.looking import Own, own_of, picture_of
from workshop.actions.opening import take_seat
from workshop.actions.parts import Part, part_of
from workshop.actions.rows import NoSeat, running, workshop_id_of, workshop_with_code
from workshop.actions.taking_part import cast_vote, propose_idea, see_ideas
from workshop.ballot import NotAVote, Vote
from workshop.lateness import Given, moment_of
from workshop.need import NEED_NAMES, accept_need
from workshop.pages.afterwards import personal_link
from workshop.pages.ordering import order_here
from workshop.pages.shell import SEAM, SHELLS, Shells
from workshop.pages.telling import tell
from workshop.picture import Audience, Picture, news_for
from workshop.reservation import CRITERION_NAMES
from workshop.room_code import as_code
from workshop.seats import remember_seat, seat_token
from workshop.stage import Method

LONGEST_VOTE = 30
LONGEST_ID = 16

pages = Blueprint("phone", __name__, url_prefix="/w/<code>")


@pages.get("")
def show_phone(code: str) -> str | Response:
    with storage.reading() as db:
        workshop_id = workshop_id_of(db, code)
        if as_code(code) != code:
            return redirect(f"/w/{as_code(code)}", 303)
        try:
            look = _look(db, workshop_id)
        except NoSeat:
            look = None
    return _page(look) if look else _joining(code)


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
                accept_need(form.get("need")),
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
            counted = cast_vote(db, workshop_id, token, idea, value, _given())
    except Refusal as refusal:
        if web.wants_json():
            raise
        return draw_phone(workshop_id, refusal=refusal, at="ballot"), 422
    tell(workshop_id)
    return web.done(f"/w/{code}#idea-{idea}", {"left": counted.left, "late": counted.late})


def _seat(code: str) -> tuple[int, str]:
    with storage.reading() as db:
        workshop_id = workshop_id_of(db, code)
    return workshop_id, seat_token(workshop_id)


def _given() -> Given:
    """When the vote was given: a script says it, a plain form does not."""
    form = request.form
    return Given(web.now(), moment_of(form.get("at", type=int)), form.get("stage", type=int))


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


def draw_phone(workshop_id: int, refusal: Refusal, at: str) -> str:
    """The page of whoever has this seat, with a refusal told at the form it is about."""
    with storage.reading() as db:
        look = _look(db, workshop_id)
    return _drawn(look, request.form.get("client_id") or str(uuid.uuid4()), refusal, at)


@dataclass(frozen=True)
class _Look:
    """What one person sees of a workshop."""

    token: str
    own: Own
    picture: Picture
    order: list[int]
    pairing: Pairing
    part: Part


def _look(db: Session, workshop_id: int) -> _Look:
    token = seat_token(workshop_id)
    picture = picture_of(db, workshop_id)
    compares = picture.stage.method is Method.PAIRS
    return _Look(
        token,
        own_of(db, workshop_id, token),
        picture,
        order_here(db, workshop_id),
        pairing_of(db, workshop_id, token) if compares else Pairing(),
        part_of(db, picture, token),
    )


def _page(look: _Look) -> str:
    client_id = str(uuid.uuid4())
    if not look.own.nothing or look.pairing != Pairing() or look.part != Part():
        return _drawn(look, client_id)
    shells: Shells = current_app.extensions[SHELLS]
    return shells.page(
        look.picture.id,
        of=replace(look.picture, joined={}, voted=0, version=0),
        now=web.now(),
        order=look.order,
        secrets=(web.csp_nonce(), generate_csrf(), client_id, _own_link(look)),
        draw=partial(_drawn, look, client_id, seam=SEAM),
    )


def _own_link(look: _Look) -> str:
    return personal_link(look.picture.code, look.token)


def _drawn(
    look: _Look, client_id: str, refusal: Refusal | None = None, at: str = "", seam: str = ""
) -> str:
    picture, own = look.picture, look.own
    news = news_for(Audience.PHONE, picture, since=0)
    told = {idea["id"]: idea for idea in news["ideas"] if not idea["gone"]}
    news["ideas"] = [told[idea] for idea in look.order]
    with storage.reading() as db:
        facts = _about(db, picture.project_id)
    return render_template(
        "workshop/phone.html",
        picture=picture,
        news=news,
        state={**news["state"], "left": own.left},
        own=own,
        part=look.part,
        refusal=refusal,
        at=at,
        typed=request.form,
        client_id=client_id,
        own_link=_own_link(look),
        criteria=CRITERION_NAMES,
        seam=seam,
        needs=NEED_NAMES,
        ways=list(Method),
        pairing=look.pairing,
        **facts,
    )


def _about(db: Session, project_id: int) -> dict[str, Any]:
    return {"project": get_project(db, project_id), "goals": goals_of(db, project_id)}
