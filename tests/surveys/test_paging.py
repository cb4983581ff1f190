from surveys.paging import page_after_sending, resume_at, review_of, section_page
from tests.surveys.cast import BUILDER, USER, typed
from tests.surveys.test_answering import SMALL

ABOUT, FOR_USERS, WHAT, LAST = SMALL.sections


def test_a_section_in_which_nothing_is_asked_is_not_counted() -> None:
    page = section_page(SMALL, typed(BUILDER), WHAT)

    assert (page.place, page.total) == (2, 3)
    assert (page.previous, page.following) == (1, 4)


def test_a_section_in_which_something_is_asked_is_counted() -> None:
    page = section_page(SMALL, typed(USER), WHAT)

    assert (page.place, page.total) == (3, 4)
    assert (page.previous, page.following) == (2, 4)


def test_after_the_last_section_only_the_review_is_left() -> None:
    assert section_page(SMALL, typed(USER), LAST).following is None


def test_a_page_that_is_only_looked_at_shows_no_faults() -> None:
    assert section_page(SMALL, {}, ABOUT).faulty == ()


def test_a_question_called_forth_is_new_and_not_at_fault() -> None:
    page = page_after_sending(SMALL, typed({"type": "utbygger"}), ABOUT, ["type"])

    assert [asked.question.key for asked in page.added] == ["name"]
    assert page.faulty == ()


def test_a_fault_leads_to_the_first_input_it_is_about() -> None:
    answers = typed(BUILDER, weight={"plots": 5}, points={"G1": 11}, idea="")
    page = section_page(SMALL, answers, WHAT, checked=["weight", "points", "idea"])

    assert [asked.target for asked in page.faulty] == ["weight-deals", "points-G1", "idea"]


def test_someone_who_comes_back_is_led_to_what_is_missing() -> None:
    assert resume_at(SMALL, typed(BUILDER, idea=None)) == 3
    assert resume_at(SMALL, typed(BUILDER)) is None


def test_the_review_shows_answers_in_words() -> None:
    review = review_of(SMALL, typed(USER))

    lines = {line.asked.question.key: line for _, lines in review.sections for line in lines}
    assert [cell.value for cell in lines["help"].cells] == ["Panel", "Advice"]
    assert lines["where"].cells[0].value == "Elsewhere: In the park"
    assert "name" not in lines


def test_the_review_shows_what_is_kept_but_not_sent() -> None:
    review = review_of(SMALL, typed(USER, type="utbygger", name="Nordbygg", advice="x" * 99))

    assert [line.asked.question.key for line in review.kept_aside] == ["help", "advice"]
    assert review.faulty == ()
