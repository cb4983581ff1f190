"""Addresses of our files that change with their content, so that browsers may keep them."""

import hashlib
import re
from functools import cache
from pathlib import Path

from flask import Flask, Response, request

STATIC = Path(__file__).parent.parent / "static"
IMPORTED = re.compile(r'^import .* from "([^"]+)";$', re.MULTILINE)


def attach(app: Flask) -> None:
    """Templates write `asset("css/page.css")`; what has its hash in the address may be kept."""
    app.jinja_env.globals["asset"] = asset
    app.jinja_env.globals["import_map"] = import_map
    app.jinja_env.globals["modules_of"] = modules_of
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


@cache
def modules_of(name: str) -> tuple[str, ...]:
    """The addresses of a script of ours and of all that it imports, itself first."""
    names = [f"idedugnad/{name}.js"]
    for found in names:
        if found.startswith("idedugnad/"):
            text = (STATIC / "js" / found.removeprefix("idedugnad/")).read_text(encoding="utf-8")
            names += [other for other in IMPORTED.findall(text) if other not in names]
    return tuple(import_map()["imports"][found] for found in names)


def _keep(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args:
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
