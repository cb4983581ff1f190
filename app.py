"""The roof: puts the packages together into one app. Nothing imports it but the tests."""

from flask import Flask

import people.pages
import storage
import web

MOST_BYTES = 256 * 1024
"""No form of ours is larger."""


def create_app(*, database: str, secret: str) -> Flask:
    """The app, connected to the database at this address, signing its cookies with this secret."""
    storage.connect(database)
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=secret,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MOST_BYTES,
        WTF_CSRF_TIME_LIMIT=None,  # a form may stay open through a whole workshop
    )
    web.furnish(app)
    for door in (people.pages,):
        app.register_blueprint(door.pages)
    return app
