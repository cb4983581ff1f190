"""Holding what was published against what the server says."""

from rehearsal.comparison import compare_ballots, compare_workbook
from rehearsal.recording import Recording

DEPARTMENTS = {"0": "Plan", "1": "Nav", "": "Helse"}
HEADINGS: list[object] = [
    "Mål",
    "Idé",
    "Stemmer",
    "Stemmegivere",
    "Enig",
    "Uenig",
    "Pass",
    "Sett av",
    "Plan",
    "Nav",
    "Helse",
]
RENTS: list[object] = ["", "Rents are too high", 2.0, 2.0, 2.0, 0.0, 1.0, 3.0, ":", ":", ":"]
HOMES: list[object] = ["", "Build more\nsmall homes", 2.0, 2.0, 2.0, 1.0, 0.0, 3.0, ":", ":", ":"]
SHEET: list[list[object]] = [["Lillevik"], HEADINGS, RENTS, HOMES]

IDEAS = {"0": 70, "1": 71}
GivenBack = dict[str, dict[str, object]]
GIVEN_BACK: GivenBack = {
    "5": {"70": "agree", "71": "agree"},
    "6": {"70": "pass", "71": "disagree"},
    "8": {"70": "agree"},
    "9": {"71": "agree"},
}


def test_a_workbook_as_published_has_no_difference(recording: Recording) -> None:
    comparison = compare_workbook(recording, SHEET, DEPARTMENTS)

    assert comparison.differences == ()
    assert len(comparison.cells) == 2 * (1 + 6 + 3)
    assert comparison.hidden == 6


def test_one_vote_too_many_is_found(recording: Recording) -> None:
    sheet = [HEADINGS, RENTS, [*HOMES[:4], 3.0, *HOMES[5:]]]

    (difference,) = compare_workbook(recording, sheet, DEPARTMENTS).differences

    assert difference.where == "statement 1, Enig"
    assert (difference.published, difference.found) == ("2", "3")


def test_a_statement_that_is_not_in_the_workbook_is_found(recording: Recording) -> None:
    (difference,) = compare_workbook(recording, SHEET[:3], DEPARTMENTS).differences

    assert (difference.where, difference.found) == ("statement 1, lines", "0")


def test_a_column_that_is_missing_is_found(recording: Recording) -> None:
    sheet = [[cell for n, cell in enumerate(line) if n != 6] for line in SHEET]

    differences = compare_workbook(recording, sheet, DEPARTMENTS).differences

    assert [cell.where for cell in differences] == ["statement 0, Pass", "statement 1, Pass"]


def test_a_sheet_without_headings_is_all_missing(recording: Recording) -> None:
    assert len(compare_workbook(recording, [], DEPARTMENTS).differences) == 2


def test_a_small_group_may_be_shown_and_then_it_must_be_right(recording: Recording) -> None:
    sheet = [HEADINGS, [*RENTS[:8], 1.0, 1.0, 1.0], HOMES]

    (difference,) = compare_workbook(recording, sheet, DEPARTMENTS).differences

    assert difference.where == "statement 0, Nav"
    assert (difference.published, difference.found) == ("0", "1")


def test_a_hidden_cell_is_a_difference_where_no_group_is_small(recording: Recording) -> None:
    many = Recording("", recording.statements, recording.participants[::3] * 3, (), ())
    three, six = ([n, n, n, 0.0, 0.0, n] for n in (3.0, 6.0))
    sheet = [HEADINGS, [*RENTS[:2], *three, ":"], [*HOMES[:2], *six, 6.0]]

    (difference,) = compare_workbook(many, sheet, DEPARTMENTS).differences

    assert difference.where == "statement 0, Plan"
    assert difference.found == ":"


def test_lines_of_earlier_workshops_are_passed_over(recording: Recording) -> None:
    other: list[object] = [*HOMES[:4], 9.0, *HOMES[5:]]
    earlier = [HEADINGS, other, RENTS]
    sheet = [HEADINGS, RENTS, HOMES, other, RENTS]

    assert compare_workbook(recording, sheet, DEPARTMENTS, earlier).differences == ()


def test_an_earlier_line_is_known_though_a_department_has_come(recording: Recording) -> None:
    earlier = [line[:-1] for line in SHEET[1:]]
    sheet = [*SHEET, RENTS, HOMES]

    assert compare_workbook(recording, sheet, DEPARTMENTS, earlier).differences == ()


def test_a_headline_that_was_cut_is_known_by_its_beginning(recording: Recording) -> None:
    cut: list[object] = ["", "Build more …", *HOMES[2:]]

    assert compare_workbook(recording, [*SHEET[:3], cut], DEPARTMENTS).differences == ()


def test_a_headline_that_two_statements_share_is_told_apart_by_the_whole_text(
    recording: Recording,
) -> None:
    headings = [*HEADINGS, "Beskrivelse"]
    cut: list[object] = ["", "Build more …", *HOMES[2:]]
    other = [*cut, "Build more roads"]
    sheet = [headings, [*RENTS, ""], [*cut, HOMES[1]], other]

    assert compare_workbook(recording, sheet, DEPARTMENTS).differences == ()


def test_two_lines_for_one_statement_are_found(recording: Recording) -> None:
    (difference,) = compare_workbook(recording, [*SHEET, HOMES], DEPARTMENTS).differences

    assert (difference.where, difference.found) == ("statement 1, lines", "2")


def test_ballots_as_published_have_no_difference(recording: Recording) -> None:
    comparison = compare_ballots(recording, IDEAS, GIVEN_BACK)

    assert comparison.differences == ()
    assert len(comparison.cells) == 4 * 2


def test_a_vote_that_was_lost_is_found(recording: Recording) -> None:
    given_back: GivenBack = {**GIVEN_BACK, "9": {}}

    (difference,) = compare_ballots(recording, IDEAS, given_back).differences

    assert difference.where == "person 9, statement 1"
    assert (difference.published, difference.found) == ("agree", "")


def test_a_vote_where_there_was_none_is_found(recording: Recording) -> None:
    given_back: GivenBack = {**GIVEN_BACK, "8": {"70": "agree", "71": "pass"}}

    (difference,) = compare_ballots(recording, IDEAS, given_back).differences

    assert (difference.published, difference.found) == ("", "pass")


def test_a_vote_on_something_else_is_found(recording: Recording) -> None:
    given_back: GivenBack = {**GIVEN_BACK, "8": {"70": "agree", "99": "agree"}}

    (difference,) = compare_ballots(recording, IDEAS, given_back).differences

    assert difference.where == "person 8, idea 99"


def test_the_printout_names_the_differences(recording: Recording) -> None:
    told = compare_ballots(recording, IDEAS, {**GIVEN_BACK, "9": {}}).told()

    assert "8 cells compared" in told
    assert "person 9, statement 1: published agree, found nothing" in told
