"""Answering a survey, page by page, without a script and without a cookie."""

from datetime import date
from zoneinfo import ZoneInfo

from babel.dates import format_date
from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug import Response

import storage
import web
from people import new_token
from surveys.actions.drafting import get_draft, get_section, save_section
from surveys.actions.receipts import AlreadySubmitted, get_receipt
from surveys.actions.starting import (
    get_invitation,
    get_open_survey,
    start_answer,
    start_invited_answer,
)
from surveys.actions.submitting import NotComplete, submit_draft
from surveys.paging import SectionPage, page_after_sending, resume_at, review_of, section_page
from surveys.values import Draft

answering = Blueprint("answering", __name__)
# The secret is in the address. A check by cookie would lose the words of whoever pauses for long
# or takes no cookies.
web.csrf.exempt(answering)


@answering.errorhandler(AlreadySubmitted)
def show_that_it_arrived(_refusal: AlreadySubmitted) -> Response:
    words = request.view_args or {}
    return redirect(url_for(".show_receipt", key=words.get("key") or words["token"]), 303)


@answering.get("/surveys/<link>")
def show_survey(link: str) -> str:
    with storage.reading() as db:
        survey = get_open_survey(db, link)
    return render_template("surveys/intro.html", survey=survey, invited=None, begun=False)


@answering.post("/surveys/<link>")
def start(link: str) -> Response:
    key = new_token()
    with storage.transaction() as db:
        start_answer(db, link, key, web.now())
    return redirect(url_for(".show_section", key=key, number=1), 303)


@answering.get("/invitations/<token>")
def show_invitation(token: str) -> str:
    with storage.reading() as db:
        survey, invited, begun = get_invitation(db, token)
    return render_template("surveys/intro.html", survey=survey, invited=invited, begun=begun)


@answering.post("/invitations/<token>")
def start_invited(token: str) -> Response:
    with storage.transaction() as db:
        start_invited_answer(db, token, web.now())
    return redirect(url_for(".resume", key=token), 303)


@answering.get("/answers/<key>")
def resume(key: str) -> Response:
    draft = _draft(key)
    return _go_to(key, resume_at(draft.questionnaire, draft.typed))


@answering.get("/answers/<key>/<int:number>")
def show_section(key: str, number: int) -> Response | str:
    draft = _draft(key)
    section = get_section(draft, number)
    keys = {question.key for question in section.questions} if "check" in request.args else ()
    added = request.args.getlist("added")
    page = section_page(draft.questionnaire, draft.typed, section, checked=keys, added=added)
    return _draw(key, draft, page) if page.asked else _go_to(key, page.following)


@answering.post("/answers/<key>/<int:number>")
def send_section(key: str, number: int) -> Response | tuple[str, int]:
    shown = request.form.getlist("shown")
    with storage.transaction() as db:
        form = request.form.to_dict(flat=False)
        draft = save_section(db, key, number, shown, form, web.now())
    page = page_after_sending(draft.questionnaire, draft.typed, get_section(draft, number), shown)
    wish = request.form.get("go")
    if wish == "back":
        return _go_to(key, page.previous or number)
    if wish == "later":
        return redirect(url_for(".show_link", key=key), 303)
    if page.faulty:
        return _draw(key, draft, page), 422
    if page.added:
        added = [asked.question.key for asked in page.added]
        return redirect(url_for(".show_section", key=key, number=number, added=added), 303)
    return _go_to(key, page.following)


@answering.get("/answers/<key>/later")
def show_link(key: str) -> str:
    draft = _draft(key)
    door = (".show_invitation", "token") if draft.invited else (".resume", "key")
    link = url_for(door[0], **{door[1]: key}, _external=True)
    return render_template("surveys/later.html", draft=draft, key=key, link=link)


@answering.get("/answers/<key>/review")
def show_review(key: str) -> str:
    return _review(key)


@answering.post("/answers/<key>/review")
def submit(key: str) -> Response | tuple[str, int]:
    try:
        with storage.transaction() as db:
            submit_draft(db, key, _today())
    except NotComplete:
        return _review(key), 422
    return redirect(url_for(".show_receipt", key=key), 303)


@answering.get("/answers/<key>/receipt")
def show_receipt(key: str) -> str:
    with storage.reading() as db:
        receipt = get_receipt(db, key)
    day = format_date(receipt.submitted_on, "long", locale="nb")
    return render_template("surveys/receipt.html", receipt=receipt, day=day)


def _draft(key: str) -> Draft:
    with storage.reading() as db:
        return get_draft(db, key)


def _review(key: str) -> str:
    draft = _draft(key)
    review = review_of(draft.questionnaire, draft.typed)
    return render_template("surveys/review.html", key=key, draft=draft, review=review)


def _draw(key: str, draft: Draft, page: SectionPage) -> str:
    return render_template("surveys/section.html", key=key, draft=draft, page=page)


def _go_to(key: str, number: int | None) -> Response:
    """To a section, or to the review when there is none left."""
    if number is None:
        return redirect(url_for(".show_review", key=key), 303)
    return redirect(url_for(".show_section", key=key, number=number), 303)


def _today() -> date:
    return web.now().astimezone(ZoneInfo("Europe/Oslo")).date()
