"""The roof: puts the packages together into one app, and serves it. Nothing imports it."""

if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()  # before anything else makes a lock or a socket

import argparse
import gc
import os
import socket
from datetime import UTC, datetime
from random import SystemRandom
from typing import Literal

from flask import Flask
from flask_socketio import SocketIO
from gevent.pywsgi import WSGIServer
from geventwebsocket.handler import WebSocketHandler

import people.pages
import planning.pages
import proposals.pages
import storage
import surveys.pages
import transport
import web
from demo.seed import greeting, seed
from settings import read_settings, write_private
from workshop.broadcast import Hub
from workshop.live import WorkshopDoor
from workshop.pages import open_doors
from workshop.pages.telling import HUB

AsyncMode = Literal["gevent", "threading"]

MOST_BYTES = 256 * 1024
"""No form of ours is larger."""
MOST_MESSAGE_BYTES = 256 * 1024
"""A connection that sends a larger message is closed; far smaller ones are refused."""


def create_app(*, database: str, secret: str, async_mode: AsyncMode = "threading") -> Flask:
    """The app, connected to the database at this address, signing its cookies with this secret."""
    storage.connect(database)
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=secret,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,  # signed anew only when something in it is new
        MAX_CONTENT_LENGTH=MOST_BYTES,
        WTF_CSRF_TIME_LIMIT=None,  # a form may stay open through a whole workshop
    )
    web.furnish(app)
    for door in (people.pages, planning.pages, surveys.pages, proposals.pages):
        app.register_blueprint(door.pages)
    open_doors(app)
    _go_live(app, async_mode)
    return app


def _go_live(app: Flask, async_mode: AsyncMode) -> None:
    direct = async_mode == "gevent" and not stock_transport()
    socketio = SocketIO(
        app,
        async_mode=async_mode,
        async_handlers=False,  # one person's events in their order, without a greenlet for each
        client_manager=transport.direct_manager() if direct else None,
        max_http_buffer_size=MOST_MESSAGE_BYTES,
    )
    if direct:
        transport.install(socketio.server)  # type: ignore[attr-defined]
    hub = Hub(socketio)
    app.extensions[HUB] = hub
    socketio.on_namespace(WorkshopDoor(app, hub))


def stock_transport() -> bool:
    """Whether IDEDUGNAD_TRANSPORT=stock asks for gevent-websocket in the place of our own."""
    return os.environ.get("IDEDUGNAD_TRANSPORT") == "stock"


def listen(host: str, port: int) -> socket.socket:
    """A socket that waits for visitors; port 0 takes a free one."""
    listener = socket.create_server((host, port), backlog=4096)
    # A small message must not wait for the phone to confirm the one before; sockets inherit it.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def serve(app: Flask, listener: socket.socket) -> None:
    """Serve the app until the process is stopped: one process, a greenlet per connection."""
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)  # thousands of connections are no garbage
    handler = WebSocketHandler if stock_transport() else transport.Handler
    WSGIServer(listener, app, log=None, handler_class=handler).serve_forever()


def main() -> None:
    """Serve with the sample project in it, and say where to begin."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--host", default="127.0.0.1")
    arguments.add_argument("--port", type=int, default=5000)
    chosen = arguments.parse_args()
    settings = read_settings()
    app = create_app(database=settings.database, secret=settings.secret, async_mode="gevent")
    storage.migrate()
    with storage.transaction() as db:
        links = seed(db, datetime.now(UTC), SystemRandom())
    listener = listen(chosen.host, chosen.port)
    address = f"http://{chosen.host}:{listener.getsockname()[1]}"
    write_private(settings.instance / "sign-in-link", f"{address}{links.sign_in}\n")
    print(greeting(links, address), flush=True)
    serve(app, listener)


if __name__ == "__main__":
    main()
