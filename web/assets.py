"""Addresses of our files that change with their content, so that browsers may keep them."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, request

STATIC = Path(__file__).parent.parent / "static"


def attach(app: Flask) -> None:
    """Templates write `asset("css/page.css")`; what has its hash in the address may be kept."""
    app.jinja_env.globals["asset"] = asset
    app.jinja_env.globals["import_map"] = import_map
    app.after_request(_keep)


@cache
def asset(path: str) -> str:
    """The address of a file under static/, with a hash of what is in it."""
    digest = hashlib.sha256((STATIC / path).read_bytes()).hexdigest()[:12]
    return f"/static/{path}?v={digest}"


@cache
def import_map() -> dict[str, dict[str, str]]:
    """The names by which our scripts import each other."""
    folder = STATIC / "js"
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.js")]
    ours = {f"idedugnad/{name}": asset(f"js/{name}") for name in names}
    return {"imports": {"socket.io-client": asset("vendor/socket.io.js"), **ours}}


def _keep(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args:
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
