"""The next pairs of ideas for the phone that asks, and what it has chosen so far."""

from flask import Blueprint, jsonify
from werkzeug import Response

import storage
from workshop.actions.comparing import pairing_of
from workshop.actions.rows import workshop_with_code
from workshop.seats import seat_token

pages = Blueprint("comparing", __name__, url_prefix="/w/<code>")


@pages.get("/pairs")
def next_pairs(code: str) -> Response:
    with storage.reading() as db:
        workshop_id = workshop_with_code(db, code).id
        pairing = pairing_of(db, workshop_id, seat_token(workshop_id))
    chosen = [[choice.idea, choice.other, choice.alike] for choice in pairing.chosen]
    return jsonify(pairs=pairing.pairs, chosen=chosen)
