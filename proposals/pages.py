"""The pages of a project: its overview, its proposals and the documents drawn from them."""

from collections.abc import Callable
from io import BytesIO

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from sqlalchemy.orm import Session
from werkzeug import Response

import planning
import storage
import web
import workshop
from language import catalogue_of
from proposals.actions import TiedToNothing, overview_of, report_of, tie_input, untie
from proposals.report import Measure, Report
from proposals.screen import places_of, untied_of, views_of
from proposals.words import Words

pages = Blueprint("proposals", __name__)

KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@pages.get("/projects")
def list_projects() -> str | Response:
    with storage.reading() as db:
        projects = planning.projects_of(db, web.visitor_id())
    if len(projects) == 1:
        return redirect(url_for(".show_project", project_id=projects[0].id))
    return render_template("proposals/projects.html", projects=projects)


@pages.get("/projects/<int:project_id>")
def show_project(project_id: int) -> str:
    with storage.reading() as db:
        overview = overview_of(db, _project(db, project_id))
        templates = workshop.templates_of(db, project_id)
    return render_template(
        "proposals/overview.html", overview=overview, templates=templates, words=_words()
    )


@pages.get("/projects/<int:project_id>/proposals")
def show_proposals(project_id: int) -> str:
    measure = _measure(request.args.get("sort", ""))
    report = _report(project_id)
    need = workshop.accept_need(request.args.get("need"))
    outside, ideas = untied_of(report, need)
    return render_template(
        "proposals/proposals.html",
        report=report,
        project=report.project,
        views=views_of(report, measure, need),
        need=need,
        needs=workshop.NEED_NAMES,
        untied=outside,
        loose_ideas=ideas,
        places=places_of(report),
        measure=measure,
        measures=list(Measure),
        words=_words(),
    )


@pages.get("/projects/<int:project_id>/proposals.<any(xlsx, csv, docx):kind>")
def download(project_id: int, kind: str) -> Response:
    report = _report(project_id)
    file = BytesIO(web.aside(_drawing(kind), report, _words()))
    name = f"forslag-{report.project.key}-{report.drawn_at:%Y-%m-%d}.{kind}"
    answer = send_file(file, KINDS[kind], as_attachment=True, download_name=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@pages.post("/projects/<int:project_id>/ties")
def tie(project_id: int) -> Response:
    form = request.form
    goal_id, idea_id = _place(form.get("to", ""))
    response_id, question_key = form.get("response", type=int, default=0), form.get("question", "")
    with storage.transaction() as db:
        project = _project(db, project_id)
        tie_input(
            db, project.id, response_id, question_key, goal_id=goal_id, idea_id=idea_id,
            author_id=web.visitor_id(), now=web.now(),
        )  # fmt: skip
    return web.done(_back(project_id, f"outside-{response_id}-{question_key}"))


@pages.post("/projects/<int:project_id>/ties/<int:tie_id>/remove")
def remove_tie(project_id: int, tie_id: int) -> Response:
    with storage.transaction() as db:
        untie(db, _project(db, project_id).id, tie_id)
    return web.done(_back(project_id, "untied"))


def _project(db: Session, project_id: int) -> planning.Project:
    return planning.get_project_led_by(db, web.visitor_id(), project_id)


def _report(project_id: int) -> Report:
    # The documents bear the date and time of the place where the server stands.
    now = web.now().astimezone()
    with storage.reading() as db:
        return report_of(db, _project(db, project_id), now)


def _back(project_id: int, anchor: str) -> str:
    sort = _measure(request.form.get("sort", ""))
    return url_for(".show_proposals", project_id=project_id, sort=sort, _anchor=anchor)


def _measure(name: str) -> Measure:
    return Measure(name) if name in list(Measure) else Measure.VOTES


def _place(to: str) -> tuple[int | None, int | None]:
    """The goal or the idea that a form names, as "goal-3" or "idea-12"."""
    kind, _, number = to.partition("-")
    if kind not in {"goal", "idea"} or not number.isdecimal():
        raise TiedToNothing
    return (int(number), None) if kind == "goal" else (None, int(number))


def _drawing(kind: str) -> Callable[[Report, Words], bytes]:
    # Only whoever downloads needs the libraries that draw; the server starts without them.
    from proposals import documents  # noqa: PLC0415

    return {
        "xlsx": documents.draw_xlsx,
        "csv": documents.draw_csv,
        "docx": documents.draw_docx,
    }[kind]


def _words() -> Words:
    return Words(catalogue_of("nb").gettext)
