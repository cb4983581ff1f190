"""A small real server for these tests, run by itself: the wire under an ordinary Socket.IO app.

`echo` answers what was said, `shout` says it to everyone, `size` tells this process's memory.
"""

from gevent import monkey

if __name__ == "__main__":
    monkey.patch_all()

import os
from pathlib import Path
from typing import Any

from flask import Flask
from flask_socketio import SocketIO
from gevent.pywsgi import WSGIServer
from geventwebsocket.handler import WebSocketHandler

import transport


def main() -> None:
    """Serve on a free port, and say which."""
    stock = os.environ.get("IDEDUGNAD_TRANSPORT") == "stock"
    app = Flask(__name__)
    socketio = SocketIO(
        app,
        async_mode="gevent",
        async_handlers=False,
        client_manager=None if stock else transport.direct_manager(),
        max_http_buffer_size=100_000,
        ping_interval=float(os.environ.get("PING_S", "25")),
        ping_timeout=2,
    )
    if not stock:
        transport.install(socketio.server)  # type: ignore[attr-defined]
    socketio.on_event("echo", lambda said: said)
    socketio.on_event("shout", lambda said: socketio.emit("heard", said))
    socketio.on_event("size", lambda _said: _size_kb())
    handler: Any = WebSocketHandler if stock else transport.Handler
    server = WSGIServer(("127.0.0.1", 0), app, log=None, handler_class=handler)
    server.start()
    print(server.server_port, flush=True)  # noqa: T201 (the test reads it)
    server.serve_forever()


def _size_kb() -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
