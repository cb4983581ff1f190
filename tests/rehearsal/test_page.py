"""Reading a page."""

from rehearsal.page import Page


def test_the_options_of_a_select_have_their_labels() -> None:
    page = Page(
        """<select name="department">
          <option value="">Choose</option>
          <option value="3">Plan og byggesak</option>
          <option value="1">Nav</option>
        </select>"""
    )

    assert page.choices["department"] == {"3": "Plan og byggesak", "1": "Nav"}
    assert list(page.choices["department"]) == ["3", "1"]


def test_radios_have_the_text_after_them_as_label() -> None:
    page = Page(
        """<input type="radio" name="department" value="3" id="d3"><label for="d3">Plan</label>
        <label><input type="radio" name="department" value="1"> Helse &amp; mestring</label>"""
    )

    assert page.choices["department"] == {"3": "Plan", "1": "Helse & mestring"}


def test_the_form_token_and_the_links_are_found() -> None:
    page = Page('<a href="/projects/4">P</a><input type="hidden" name="csrf_token" value="abc">')

    assert page.csrf_token == "abc"
    assert page.links == ["/projects/4"]


def test_the_code_of_a_workshop_is_found() -> None:
    page = Page('<p>Kode <strong class="big code">D8RCAX</strong></p><b class="code">other</b>')

    assert page.code == "D8RCAX"
