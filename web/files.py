"""Our own files: packed once, and answered before Flask is asked.

A phone that joins for the first time fetches some forty of them, and a room joins at once. Each
through Flask, compressed anew and with the headers of a page, cost more than the vote to come.
"""

import gzip
from collections.abc import Callable, Iterable
from functools import cache
from mimetypes import guess_type
from typing import Any

import brotli
from flask import Flask

from web.assets import STATIC, asset

Environ = dict[str, Any]
Start = Callable[..., Any]
PACKED = ("text/css", "text/javascript", "image/svg+xml", "application/manifest+json")
BEST = 9
"""How hard it is packed: once for each file, so time does not matter much."""


def attach(app: Flask) -> None:
    """Answer for files whose address has the hash of what is in them; the rest is Flask's."""
    app.wsgi_app = _Files(app.wsgi_app)  # type: ignore[assignment]


class _Files:
    def __init__(self, others: Callable[[Environ, Start], Iterable[bytes]]) -> None:
        self._others = others

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        address = f"{environ['PATH_INFO']}?{environ.get('QUERY_STRING', '')}"
        path = _ours().get(address)
        if path is None or environ["REQUEST_METHOD"] != "GET":
            return self._others(environ, start)
        accepted = environ.get("HTTP_ACCEPT_ENCODING", "")
        headers, body = _packed(
            path, "br" if "br" in accepted else "gzip" if "gzip" in accepted else ""
        )
        start("200 OK", headers)
        return [body]


@cache
def _ours() -> dict[str, str]:
    """The path of each file under static/, by its address."""
    paths = (path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file())
    return {asset(path): path for path in paths}


@cache
def _packed(path: str, encoding: str) -> tuple[list[tuple[str, str]], bytes]:
    """The headers and the body of a file."""
    kind = guess_type(path)[0] or "application/octet-stream"
    body = (STATIC / path).read_bytes()
    headers = [
        ("Cache-Control", "public, max-age=31536000, immutable"),
        ("Content-Type", kind),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if kind in PACKED and encoding:
        body = (
            brotli.compress(body, quality=BEST) if encoding == "br" else gzip.compress(body, BEST)
        )
        headers += [("Content-Encoding", encoding), ("Vary", "Accept-Encoding")]
    return [*headers, ("Content-Length", str(len(body)))], body
