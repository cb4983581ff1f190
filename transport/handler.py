"""Lets go of an HTTP connection that has become a WebSocket."""

from typing import Any

from gevent.pywsgi import WSGIHandler

CONNECTION = "transport.socket"
"""In the environment of a request: the socket that it came by."""


class Handler(WSGIHandler):  # type: ignore[misc]  # gevent has no types
    """gevent's own handler of requests; after a WebSocket it has nothing left to answer."""

    def get_environ(self) -> dict[str, Any]:
        """The request, and the socket that it came by."""
        environ: dict[str, Any] = super().get_environ()
        environ[CONNECTION] = self.socket
        return environ

    def process_result(self) -> None:
        """Write the answer, unless the connection was a WebSocket and is over."""
        if self.environ.pop("transport.upgraded", False):
            self.close_connection = True
            self.status = "101 Switching Protocols"
        else:
            super().process_result()
