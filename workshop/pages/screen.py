"""The screen: what the projector shows."""

import segno
from flask import Blueprint, render_template, request
from markupsafe import Markup

import storage
import web
from planning import get_project_led_by
from workshop.actions.looking import picture_of
from workshop.actions.parts import part_of
from workshop.actions.rows import workshop_row
from workshop.picture import Audience, news_for

pages = Blueprint("screen", __name__)


@pages.get("/workshops/<int:workshop_id>/screen")
def show_screen(workshop_id: int) -> str:
    with storage.reading() as db:
        project_id = workshop_row(db, workshop_id).project_id
        project = get_project_led_by(db, web.visitor_id(), project_id)
        picture = picture_of(db, workshop_id)
        part = part_of(db, picture)
    news = news_for(Audience.SCREEN, picture, since=0)
    return render_template(
        "workshop/screen.html",
        project=project,
        picture=picture,
        news=news,
        state=news["state"],
        part=part,
        address=request.host,
        qr=_qr(f"{request.host_url}w/{picture.code}"),
    )


def _qr(address: str) -> Markup:
    """The address as a QR code, drawn in SVG."""
    code = segno.make(address, error="m", micro=False)
    return Markup(code.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None))  # noqa: S704 (made here)
