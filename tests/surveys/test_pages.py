"""Answering by the doors, as someone does who has neither scripts nor cookies."""

import re
from http import HTTPStatus

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

import planning
import storage
import surveys
from surveys.records import DraftRow, ResponseRow
from tests.conftest import NOW
from tests.surveys.cast import BUILDER, USER, begin, fill_in, send
from tests.surveys.conftest import example

pytestmark = pytest.mark.usefixtures("survey")


@pytest.fixture
def uma(house: Flask) -> FlaskClient:
    """A browser that keeps no cookies, in a house that checks where forms come from."""
    house.config["WTF_CSRF_ENABLED"] = True
    return house.test_client(use_cookies=False)


def responses() -> int:
    with storage.reading() as db:
        return db.scalar(select(func.count(ResponseRow.id))) or 0


def the_answers() -> dict[str, object]:
    with storage.reading() as db:
        return db.scalars(select(ResponseRow.answers)).one()


def invite() -> None:
    with storage.transaction() as db:
        survey = surveys.surveys_of(db, 1)[0]
        surveys.invite(db, survey.id, "Nordbygg", "utbygger", token="token", now=NOW)


def test_who_will_see_the_answers_is_told_before_the_first_question(uma: FlaskClient) -> None:
    page = uma.get("/surveys/open-link").text

    assert "Answers are public." in page
    assert "3 minutter" in page
    assert "<fieldset" not in page


def test_looking_at_a_survey_begins_nothing(uma: FlaskClient) -> None:
    uma.get("/surveys/open-link")

    with storage.reading() as db:
        assert db.scalar(select(func.count(DraftRow.id))) == 0


def test_a_whole_survey_is_answered_without_a_cookie(uma: FlaskClient) -> None:
    key = fill_in(uma, USER)

    sent = uma.post(f"/answers/{key}/review")
    receipt = uma.get(sent.location)

    assert sent.status_code == HTTPStatus.SEE_OTHER
    assert re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", receipt.text)
    assert the_answers() == {
        "type": "bruker",
        "help": ["panel", "advice"],
        "advice": "Ask us first",
        "weight": {"plots": 2, "deals": 4},
        "points": {"G2": 10},
        "idea": "Help people to stay.",
        "where": {"choice": "else", "text": "In the park"},
        "whom": {"name": "Uma", "email": "uma@example.org"},
    }


def test_sending_in_twice_makes_one_response_and_one_receipt(uma: FlaskClient) -> None:
    key = fill_in(uma, BUILDER)

    first = uma.post(f"/answers/{key}/review", follow_redirects=True)
    again = uma.post(f"/answers/{key}/review", follow_redirects=True)

    assert first.text == again.text
    assert "Kvitteringskode" in again.text
    assert responses() == 1


@pytest.mark.parametrize("path", ["", "/1", "/3", "/review", "/later"])
def test_after_sending_in_every_page_shows_the_receipt(uma: FlaskClient, path: str) -> None:
    key = fill_in(uma, BUILDER)
    uma.post(f"/answers/{key}/review")

    answer = uma.get(f"/answers/{key}{path}", follow_redirects=True)

    assert "Kvitteringskode" in answer.text


def test_a_section_in_which_nothing_is_asked_is_passed_over(uma: FlaskClient) -> None:
    key = begin(uma)

    answer = send(uma, key, 1, ["type", "name"], {"type": "utbygger", "name": "Nordbygg"})

    assert answer.location == f"/answers/{key}/3"
    assert uma.get(f"/answers/{key}/2").location == f"/answers/{key}/3"
    assert "Del 2 av 3" in uma.get(f"/answers/{key}/3").text


def test_all_faults_are_told_at_once_and_nothing_typed_is_lost(uma: FlaskClient) -> None:
    key = begin(uma)
    send(uma, key, 1, ["type"], {"type": "bruker"})
    typed = {"weight": {"plots": 4}, "points": {"G1": 7, "G2": "many"}, "homes": "1 200"}

    answer = send(uma, key, 3, ["weight", "points", "idea", "homes"], typed)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    for target in ("weight-deals", "points-G2", "idea", "homes"):
        assert f'href="#{target}"' in answer.text
        assert f'id="{target}"' in answer.text
    assert 'value="many"' in answer.text
    assert 'value="1 200"' in answer.text
    assert re.search(r'value="4"\s+checked', answer.text)
    assert 'value="many"' in uma.get(f"/answers/{key}/3").text


def test_a_fault_stands_beside_its_input(uma: FlaskClient) -> None:
    key = begin(uma)

    page = send(uma, key, 1, ["type"], {}).text

    assert "Choose a type" in page
    assert 'aria-describedby="type-fault"' in page
    assert 'aria-invalid="true"' in page


def test_a_question_called_forth_is_no_fault_but_news(uma: FlaskClient) -> None:
    key = begin(uma)

    answer = send(uma, key, 1, ["type"], {"type": "utbygger"})
    page = uma.get(answer.location).text

    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert "Svaret ditt ga ett spørsmål til" in page
    assert "ds-error-summary" not in page
    assert 'name="name"' in page


def test_going_back_keeps_what_is_wrong(uma: FlaskClient) -> None:
    key = begin(uma)
    send(uma, key, 1, ["type"], {"type": "bruker"})

    answer = send(uma, key, 3, ["homes"], {"homes": "many"}, go="back")

    assert answer.location == f"/answers/{key}/2"
    assert 'value="many"' in uma.get(f"/answers/{key}/3").text


def test_continuing_later_gives_the_link_back(uma: FlaskClient) -> None:
    key = begin(uma)

    answer = send(uma, key, 1, ["type", "name"], {"name": "Half a na"}, go="later")
    page = uma.get(answer.location).text

    assert f"http://localhost/answers/{key}" in page
    back = uma.get(f"/answers/{key}", follow_redirects=True)
    assert back.request.path == f"/answers/{key}/1"


def test_an_answer_that_stops_applying_is_kept_but_not_sent(uma: FlaskClient) -> None:
    key = fill_in(uma, USER)
    send(uma, key, 1, ["type"], {"type": "utbygger"})
    send(uma, key, 1, ["type", "name"], {"type": "utbygger", "name": "Nordbygg"})

    review = uma.get(f"/answers/{key}/review").text
    uma.post(f"/answers/{key}/review")

    assert "Tatt vare på, men sendes ikke" in review
    assert "Ask us first" in review
    assert "advice" not in the_answers()
    with storage.reading() as db:
        states = db.scalars(select(ResponseRow.states)).one()
    assert states["advice"] == "not_relevant"
    assert states["homes"] == "skipped"


def test_an_answer_comes_back_when_it_applies_again(uma: FlaskClient) -> None:
    key = fill_in(uma, USER)
    send(uma, key, 1, ["type"], {"type": "utbygger"})
    send(uma, key, 1, ["type"], {"type": "bruker"})

    uma.post(f"/answers/{key}/review")

    assert the_answers()["advice"] == "Ask us first"


def test_an_answer_to_a_question_that_was_not_asked_is_never_stored(uma: FlaskClient) -> None:
    key = fill_in(uma, BUILDER)
    send(uma, key, 2, ["help", "advice"], {"help": ["panel"], "advice": "forged"})
    send(uma, key, 1, ["type", "name", "idea"], {**BUILDER, "idea": "forged", "made-up": "x"})

    uma.post(f"/answers/{key}/review")

    answers = the_answers()
    assert "help" not in answers
    assert "forged" not in str(answers)


def test_what_is_missing_is_told_with_a_way_to_it(uma: FlaskClient) -> None:
    key = fill_in(uma, {**BUILDER, "idea": ""})

    answer = uma.post(f"/answers/{key}/review")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="/answers/{key}/3?check=1#idea"' in answer.text
    assert responses() == 0
    assert "ds-error-summary" in uma.get(f"/answers/{key}/3?check=1").text


def test_a_personal_link_knows_whom_it_is_for(uma: FlaskClient) -> None:
    invite()

    greeting = uma.get("/invitations/token").text
    uma.post("/invitations/token")
    page = uma.get("/answers/token/1").text

    assert "Nordbygg" in greeting
    assert 'value="Nordbygg"' in page
    assert re.search(r'value="utbygger"\s+checked', page)


def test_a_personal_link_leads_back_to_the_same_answer(uma: FlaskClient) -> None:
    invite()
    uma.post("/invitations/token")
    send(uma, "token", 3, ["idea"], {"idea": "Half a thought"}, go="later")

    greeting = uma.get("/invitations/token").text
    uma.post("/invitations/token")

    assert "Fortsett" in greeting
    assert "Half a thought" in uma.get("/answers/token/3").text


def test_a_used_personal_link_shows_its_receipt(uma: FlaskClient) -> None:
    invite()
    uma.post("/invitations/token")
    for number, shown in enumerate([["type", "name"], [], ["weight", "points", "idea"]], 1):
        send(uma, "token", number, shown, {key: BUILDER[key] for key in shown})
    send(uma, "token", 4, ["where"], {"where": "never"})
    uma.post("/answers/token/review")

    answer = uma.get("/invitations/token", follow_redirects=True)
    again = uma.post("/invitations/token", follow_redirects=True)

    assert "Svaret fra Nordbygg er kommet fram" in answer.text
    assert again.text == answer.text
    assert responses() == 1


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/surveys/made-up", "lenken til en undersøkelse virker ikke"),
        ("/invitations/made-up", "lenken til en undersøkelse virker ikke"),
        ("/answers/made-up/1", "finner ikke noe svar"),
        ("/answers/made-up/review", "finner ikke noe svar"),
        ("/answers/made-up/receipt", "finner ikke noe svar"),
    ],
)
def test_a_broken_link_gets_a_page_that_says_so(uma: FlaskClient, path: str, words: str) -> None:
    answer = uma.get(path)

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert words in answer.text


def test_a_section_there_is_not_is_not_found(uma: FlaskClient) -> None:
    key = begin(uma)

    assert uma.get(f"/answers/{key}/99").status_code == HTTPStatus.NOT_FOUND


def test_a_closed_survey_says_so_and_gives_the_words_back(
    uma: FlaskClient, survey: surveys.SurveySummary
) -> None:
    key = begin(uma)
    with storage.transaction() as db:
        surveys.close_survey(db, 1, survey.id, NOW)

    answer = send(uma, key, 3, ["idea"], {"idea": "My long thought"})

    assert "stengt" in uma.get("/surveys/open-link").text
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "My long thought" in answer.text


def test_a_draft_goes_on_with_the_questions_it_began_with(
    uma: FlaskClient, project: planning.Project
) -> None:
    key = fill_in(uma, BUILDER)
    changed = example()
    changed["sections"][2]["questions"][2]["label"] = "Reworded"
    with storage.transaction() as db:
        surveys.publish_survey(db, project.id, changed, link="x", now=NOW)

    assert "Which strategy?" in uma.get(f"/answers/{key}/3").text
    assert uma.post(f"/answers/{key}/review").status_code == HTTPStatus.SEE_OTHER


def test_strange_signs_and_long_texts_are_shown_as_they_are(uma: FlaskClient) -> None:
    key = begin(uma)
    strange = "æøå 🏠 <script>alert(1)</script> =1+1 {{ 7*7 }}\0"

    send(uma, key, 3, ["idea"], {"idea": strange + "x" * 50_000}, go="later")
    page = uma.get(f"/answers/{key}/3").text

    assert "æøå 🏠 &lt;script&gt;alert(1)&lt;/script&gt; =1+1 {{ 7*7 }}" in page
    assert "\0" not in page
    assert "x" * 50_000 in page


def test_more_than_any_form_holds_is_refused(uma: FlaskClient) -> None:
    key = begin(uma)

    answer = send(uma, key, 3, ["idea"], {"idea": "x" * 300_000})

    assert answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def test_a_sent_in_draft_is_gone(uma: FlaskClient) -> None:
    key = fill_in(uma, BUILDER)
    uma.post(f"/answers/{key}/review")

    with storage.reading() as db:
        assert db.scalar(select(func.count(DraftRow.id))) == 0


def test_no_page_carries_a_script_or_a_style_of_its_own(uma: FlaskClient) -> None:
    key = fill_in(uma, USER)

    for path in ("1", "2", "3", "4", "review", "later"):
        page = uma.get(f"/answers/{key}/{path}").text
        assert "<script" not in page
        assert "style=" not in page
