"""Several taps at the same moment, on a database in a file, each from a thread of its own."""

from concurrent.futures import ThreadPoolExecutor

from flask import Flask
from sqlalchemy import func, select

import storage
import surveys
from surveys.records import DraftRow, ResponseRow
from tests.conftest import NOW
from tests.surveys.cast import BUILDER, fill_in


def test_eight_taps_at_once_make_one_response_and_one_receipt(
    house: Flask, survey: surveys.SurveySummary
) -> None:
    key = fill_in(house.test_client(), BUILDER)

    def tap(_: int) -> str:
        answer = house.test_client().post(f"/answers/{key}/review", follow_redirects=True)
        return answer.text

    with ThreadPoolExecutor(8) as taps:
        pages = set(taps.map(tap, range(8)))

    assert len(pages) == 1
    assert "Kvitteringskode" in pages.pop()
    with storage.reading() as db:
        assert db.scalar(select(func.count(ResponseRow.id))) == 1


def test_two_who_open_one_personal_link_at_once_share_one_draft(
    house: Flask, survey: surveys.SurveySummary
) -> None:
    with storage.transaction() as db:
        surveys.invite(db, survey.id, "Nordbygg", None, token="token", now=NOW)

    with ThreadPoolExecutor(8) as taps:
        list(taps.map(lambda _: house.test_client().post("/invitations/token"), range(8)))

    with storage.reading() as db:
        assert db.scalar(select(func.count(DraftRow.id))) == 1
