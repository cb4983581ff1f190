"""How long the pages take and how many bytes they are over the wire, compressed."""

import json
import re
import statistics
import time
import zlib
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from bench.house import House, running_house

ROUNDS = 40


def run() -> None:
    """Time each page, one after the other, and print a line for each."""
    with running_house() as house:
        opener = build_opener(HTTPCookieProcessor(CookieJar()))
        opener.open(house.sign_in).read()
        for name, address in _pages(house).items():
            print(json.dumps({"page": name, **_timed(opener, address)}), flush=True)


def _pages(house: House) -> dict[str, str]:
    return {
        "join": house.join,
        "survey": house.survey,
        "overview": f"{house.address}/projects/1",
        "proposals": f"{house.address}/projects/1/proposals",
        "proposals.xlsx": f"{house.address}/projects/1/proposals.xlsx",
        "proposals.docx": f"{house.address}/projects/1/proposals.docx",
    }


def _timed(opener: OpenerDirector, address: str) -> dict[str, float]:
    seconds, body = [], b""
    for _ in range(ROUNDS):
        start = time.perf_counter()
        body = _get(opener, address)
        seconds.append(time.perf_counter() - start)
    spread = statistics.quantiles(seconds, n=20)
    return {
        "p50_ms": round(1000 * statistics.median(seconds), 1),
        "p95_ms": round(1000 * spread[-1], 1),
        "bytes": len(body),
        "with_files_bytes": len(body)
        + sum(len(_get(opener, file)) for file in _files(address, body)),
    }


def _get(opener: OpenerDirector, address: str) -> bytes:
    request = Request(address, headers={"Accept-Encoding": "deflate"})  # noqa: S310 (our own server)
    body: bytes = opener.open(request).read()
    return body


def _files(address: str, body: bytes) -> list[str]:
    """The scripts, styles and pictures that a page asks for, once each."""
    if body.startswith(b"PK"):  # a workbook or a document
        return []
    text = zlib.decompress(body).decode()
    origin = re.match(r"http://[^/]+", address)
    assert origin is not None  # noqa: S101 (the addresses are ours)
    return [origin[0] + path for path in sorted(set(re.findall(r"/static/[\w./-]+\?v=\w+", text)))]
