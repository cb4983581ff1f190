import gzip
from http import HTTPStatus

import brotli
import pytest
from flask import Flask

from web.assets import STATIC, asset

STYLE = (STATIC / "css" / "house.css").read_bytes()


def ask(house: Flask, address: str, encoding: str = "") -> tuple[int, dict[str, str], bytes]:
    with house.test_client().get(address, headers={"Accept-Encoding": encoding}) as answer:
        return answer.status_code, dict(answer.headers), answer.data


@pytest.mark.parametrize(
    ("encoding", "unpack"),
    [("gzip, deflate, br", brotli.decompress), ("gzip", gzip.decompress), ("", bytes)],
)
def test_a_file_comes_packed_as_it_is_asked_for(
    house: Flask, encoding: str, unpack: object
) -> None:
    status, headers, body = ask(house, asset("css/house.css"), encoding)

    assert status == HTTPStatus.OK
    assert callable(unpack)
    assert unpack(body) == STYLE
    assert headers["Content-Type"] == "text/css"
    assert "immutable" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert int(headers["Content-Length"]) == len(body)


def test_an_address_without_the_hash_is_not_kept_by_browsers(house: Flask) -> None:
    _, headers, body = ask(house, "/static/css/house.css")

    assert body == STYLE
    assert "immutable" not in headers["Cache-Control"]


def test_nothing_outside_the_folder_is_a_file(house: Flask) -> None:
    for address in ("/static/../app.py?v=1", "/static/%2e%2e/app.py?v=1", "/static/?v=1"):
        assert ask(house, address)[0] == HTTPStatus.NOT_FOUND
