"""What someone sees who asked for what cannot be done."""

from http import HTTPStatus

from flask import Flask, Response, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from language import N_, Forbidden, NotFound, Refusal
from web.answers import as_json, wants_json
from web.visitors import SignInFirst

STATUS: dict[type[Refusal], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    Forbidden: HTTPStatus.FORBIDDEN,
    SignInFirst: HTTPStatus.UNAUTHORIZED,
}


class NoSuchPage(NotFound):
    """The address leads nowhere."""

    code = "no_such_page"
    sentence = N_("There is no page at this address. Check that it is written in full.")


class FormExpired(Refusal):
    """The form was opened too long ago, in another browser, or somebody else made it."""

    code = "form_expired"
    sentence = N_(
        "The form had been open for too long, so nothing was saved. "
        "Go back, reload the page and send it again."
    )


class TooLarge(Refusal):
    """More was sent than any of our forms can hold."""

    code = "too_large"
    sentence = N_("What you sent is too large. Shorten the text and send it again.")


class NotUnderstood(Refusal):
    """The request does not fit the page."""

    code = "not_understood"
    sentence = N_("We did not understand that request. Go back and try again.")


def attach(app: Flask) -> None:
    """Every refusal and every error that is not a bug gets a page of its own."""
    app.register_error_handler(Refusal, _refuse)
    app.register_error_handler(CSRFError, lambda _: _refuse(FormExpired()))
    app.register_error_handler(HTTPException, _refuse_request)


def _refuse(refusal: Refusal) -> Response:
    status = next((s for kind, s in STATUS.items() if isinstance(refusal, kind)), 422)
    if wants_json():
        return make_response(jsonify(as_json(refusal)), status)
    typed = [text for name, text in request.form.items() if name != "csrf_token" and " " in text]
    page = render_template("web/refusal.html", refusal=refusal, typed=typed)
    return make_response(page, status)


def _refuse_request(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < HTTPStatus.BAD_REQUEST:
        return error
    if error.code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return _too_large()
    if error.code in {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}:
        return _refuse(NoSuchPage())
    if error.code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return make_response(render_template("web/broken.html"), error.code)
    return _refuse(NotUnderstood())


def _too_large() -> Response:
    # The form was never read, so the page must not read it again to show what was typed.
    page = render_template("web/refusal.html", refusal=TooLarge(), typed=())
    return make_response(page, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
