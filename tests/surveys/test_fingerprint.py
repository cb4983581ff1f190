import re

from surveys.fingerprint import receipt_code_of, sha256_of, structure_of
from surveys.publication import with_options
from tests.surveys.conftest import example
from tests.surveys.test_publication import SOURCES


def test_a_better_wording_keeps_the_structure() -> None:
    before, after = with_options(example(), SOURCES), with_options(example(), SOURCES)
    after["sections"][2]["questions"][0]["label"] = "How important is this?"

    assert sha256_of(before) != sha256_of(after)
    assert structure_of(before) == structure_of(after)


def test_an_option_taken_away_changes_the_structure() -> None:
    before, after = with_options(example(), SOURCES), with_options(example(), SOURCES)
    del after["sections"][1]["questions"][0]["options"][2]

    assert structure_of(before) != structure_of(after)


def test_a_receipt_code_can_be_read_aloud_and_is_always_the_same() -> None:
    code = receipt_code_of("a submission")

    assert code == receipt_code_of("a submission") != receipt_code_of("another")
    assert re.fullmatch(r"[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}", code)
