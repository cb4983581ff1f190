"""Tables without phones: set up and entered at the desk, or on one borrowed device at the table."""

import re
import uuid
from collections.abc import Callable
from datetime import datetime
from random import SystemRandom

from flask import Blueprint, render_template, request
from sqlalchemy.orm import Session
from werkzeug import Response

import storage
import web
from language import Forbidden, NotFound, Refusal
from planning import Project, departments_of, get_project, get_project_led_by, goals_of
from workshop.actions import tables
from workshop.actions.at_table import Typed, count_table, counts_of, enter_table_idea
from workshop.actions.looking import picture_of
from workshop.actions.rows import workshop_row
from workshop.actions.table_counts import counts_by_table
from workshop.pages.telling import tell
from workshop.picture import shared_cards
from workshop.table_count import COUNTED

pages = Blueprint("tables", __name__)

Answer = Response | tuple[str, int]
FIELD = re.compile(r"(votes|against|passed)-([0-9]{1,15})")
MOST_LINES = 30
"""Nobody writes more ideas on one sheet."""


@pages.get("/workshops/<int:workshop_id>/tables")
def show_tables(workshop_id: int) -> str:
    return _draw_all(workshop_id)


@pages.post("/workshops/<int:workshop_id>/tables")
def add(workshop_id: int) -> Answer:
    form = request.form
    person_id = web.visitor_id()
    try:
        with storage.transaction() as db:
            _lead(db, workshop_id)
            tables.add_table(
                db,
                workshop_id,
                form.get("name", ""),
                form.get("people", type=int),
                form.get("department", type=int),
                person_id,
                web.now(),
                SystemRandom(),
            )
    except Refusal as refusal:
        _raise_unless_drawn(refusal)
        return _draw_all(workshop_id, refusal), 422
    tell(workshop_id)
    return web.done(f"/workshops/{workshop_id}/tables#add")


@pages.post("/workshops/<int:workshop_id>/tables/<int:table_id>/remove")
def remove(workshop_id: int, table_id: int) -> Response:
    person_id = web.visitor_id()
    with storage.transaction() as db:
        _lead(db, workshop_id)
        tables.remove_table(db, workshop_id, table_id, person_id, web.now())
    tell(workshop_id)
    return web.done(f"/workshops/{workshop_id}/tables")


@pages.get("/workshops/<int:workshop_id>/tables/<int:table_id>")
def show_table(workshop_id: int, table_id: int) -> str:
    return _draw(_led(workshop_id, table_id), desk=True)


@pages.post("/workshops/<int:workshop_id>/tables/<int:table_id>/<any(ideas, counts):what>")
def enter(workshop_id: int, table_id: int, what: str) -> Answer:
    return _enter(_led(workshop_id, table_id), what, web.visitor_id())


@pages.get("/t/<code>")
def show_device(code: str) -> str:
    return _draw(_borrowed(code))


@pages.post("/t/<code>/<any(ideas, counts):what>")
def enter_on_device(code: str, what: str) -> Answer:
    return _enter(_borrowed(code), what)


@pages.get("/t/<code>/standing")
def tell_standing(code: str) -> Response:
    table = _borrowed(code)
    with storage.reading() as db:
        said = {"ok": True, "standing": standing_of(db, table.workshop_id)}
    answer = web.done("", said) if web.wants_json() else Response(str(said["standing"]))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def standing_of(db: Session, workshop_id: int) -> str:
    """What the page of a table is drawn by: when it changes, the page is an old one."""
    picture = picture_of(db, workshop_id)
    stage = picture.stage
    shown = len(shared_cards(picture)) if stage.takes_votes else 0
    return f"{stage.id}-{stage.takes_votes}-{picture.ended}-{shown}"


def _enter(table: tables.PaperTable, what: str, person_id: int | None = None) -> Answer:
    """Store what was typed for this table, by the facilitator or on the borrowed device."""
    act = {"ideas": _ideas, "counts": _counts}[what]()
    try:
        with storage.transaction() as db:
            act(db, table, web.now(), person_id)
    except Refusal as refusal:
        _raise_unless_drawn(refusal)
        return _draw(table, refusal, what, desk=person_id is not None), 422
    tell(table.workshop_id)
    return web.done(f"{_address(table, desk=person_id is not None)}?saved={what}#{what}")


Act = Callable[[Session, tables.PaperTable, datetime, int | None], None]


def _ideas() -> Act:
    lines = [line for line in request.form.get("lines", "").splitlines() if line.strip()]
    goal = request.form.get("goal", type=int)
    client_id = request.form.get("client_id", "")[:40] or str(uuid.uuid4())

    def act(db: Session, table: tables.PaperTable, now: datetime, person_id: int | None) -> None:
        for n, line in enumerate(lines[:MOST_LINES]):
            enter_table_idea(db, table, line, goal, f"{client_id}-{n}", now, person_id)

    return act


def _counts() -> Act:
    typed = _typed()

    def act(db: Session, table: tables.PaperTable, now: datetime, person_id: int | None) -> None:
        count_table(db, table, typed, now, person_id)

    return act


def _typed() -> Typed:
    """What stands in the fields of each idea: one number, or the three of an opinion."""
    typed: dict[int, list[str]] = {}
    for name, text in request.form.items():
        if field := FIELD.fullmatch(name):
            typed.setdefault(int(field[2]), []).append(text)
    return typed


def _draw_all(workshop_id: int, refusal: Refusal | None = None) -> str:
    with storage.reading() as db:
        project = _lead(db, workshop_id)
        picture = picture_of(db, workshop_id)
        known = tables.tables_in(db, workshop_id)
        counted = set(counts_by_table(db, picture.stage))
        departments = departments_of(db, project.id)
    return render_template(
        "workshop/tables.html",
        project=project,
        picture=picture,
        tables=known,
        counted=counted,
        departments=departments,
        titles={department.id: department.title for department in departments},
        refusal=refusal,
        typed=request.form,
    )


def _draw(
    table: tables.PaperTable, refusal: Refusal | None = None, at: str = "", *, desk: bool = False
) -> str:
    with storage.reading() as db:
        project = get_project(db, workshop_row(db, table.workshop_id).project_id)
        picture = picture_of(db, table.workshop_id)
        counts = counts_of(db, picture.stage, table.id)
        goals = goals_of(db, project.id)
        standing = standing_of(db, table.workshop_id)
        others = tables.tables_in(db, table.workshop_id) if desk else []
    return render_template(
        "workshop/table.html",
        project=project,
        picture=picture,
        cards=shared_cards(picture),
        countable=picture.stage.method in COUNTED,
        table=table,
        counts=counts,
        given=sum(count.votes for count in counts.values()),
        goals=goals,
        here=_address(table, desk=desk),
        desk=desk,
        following=next((other for other in others if other.id > table.id), None),
        standing=standing,
        refusal=refusal,
        at=at,
        wrong=getattr(refusal, "idea", 0),
        typed=request.form,
        saved="" if refusal else request.args.get("saved", ""),
        client_id=request.form.get("client_id") or uuid.uuid4(),
    )


def _address(table: tables.PaperTable, *, desk: bool) -> str:
    return f"/workshops/{table.workshop_id}/tables/{table.id}" if desk else f"/t/{table.code}"


def _raise_unless_drawn(refusal: Refusal) -> None:
    if web.wants_json() or isinstance(refusal, (Forbidden, NotFound, web.SignInFirst)):
        raise refusal


def _lead(db: Session, workshop_id: int) -> Project:
    return get_project_led_by(db, web.visitor_id(), workshop_row(db, workshop_id).project_id)


def _led(workshop_id: int, table_id: int) -> tables.PaperTable:
    with storage.reading() as db:
        _lead(db, workshop_id)
        return tables.get_table(db, workshop_id, table_id)


def _borrowed(code: str) -> tables.PaperTable:
    with storage.reading() as db:
        return tables.table_with_code(db, code)
