"""A stakeholder's ten minutes, with JavaScript off."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Server


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Neste").click()


def start(open_page: OpenPage, server: Server) -> Page:
    page = open_page(java_script_enabled=False)
    page.goto(server.survey)
    expect(page.get_by_text("er som hovedregel offentlige")).to_be_visible()
    page.get_by_role("button", name="Start").click()
    return page


def answer_who_we_are(page: Page) -> None:
    page.get_by_label("Privat utbygger eller entreprenør").check()
    page.get_by_label("På vegne av virksomheten").check()
    go_on(page)
    page.get_by_label("Hva heter virksomheten").fill("Prøve Eiendom AS")
    go_on(page)


def answer_the_situation(page: Page) -> None:
    page.get_by_role("radio", name="3").check()
    page.get_by_label("Unge i etableringsfasen").check()
    go_on(page)


def answer_what_it_takes(page: Page) -> None:
    for row in page.locator("fieldset").filter(has=page.locator("input[type=radio]")).all():
        if row.locator("fieldset").count() == 0:
            row.get_by_role("radio", name="4").check()
    page.locator("input[inputmode=numeric]").first.fill("10")
    page.locator("textarea").fill("Leie gjennom private fremfor å bygge selv.")
    go_on(page)


def test_every_fault_is_named_at_once_and_nothing_typed_is_lost(
    open_page: OpenPage, server: Server
) -> None:
    page = start(open_page, server)
    page.get_by_label("På vegne av virksomheten").check()
    go_on(page)

    expect(page.get_by_role("link", name="Velg hva slags aktør")).to_be_visible()
    expect(page.get_by_label("På vegne av virksomheten")).to_be_checked()


def test_a_builder_answers_pauses_reviews_and_gets_a_receipt(
    open_page: OpenPage, server: Server
) -> None:
    page = start(open_page, server)
    answer_who_we_are(page)
    answer_the_situation(page)
    resumed_from = page.url
    page.goto(server.survey)
    page.goto(resumed_from)
    answer_what_it_takes(page)

    expect(page.get_by_text("tilvisningsavtale").first).to_be_visible()
    page.get_by_label("Det er ikke aktuelt for oss").check()
    page.get_by_label("Nei", exact=True).check()
    go_on(page)
    page.get_by_label("Regelverket").check()
    go_on(page)
    page.get_by_label("Nei", exact=True).check()
    go_on(page)

    expect(page.get_by_text("Prøve Eiendom AS")).to_be_visible()
    page.get_by_role("button", name="Send inn").click()
    receipt = page.locator("main").inner_text()
    page.reload()
    assert page.locator("main").inner_text() == receipt
    assert re.search(r"[A-Z0-9]{4}", receipt)


def test_an_answer_that_no_longer_applies_is_kept_aside(
    open_page: OpenPage, server: Server
) -> None:
    page = start(open_page, server)
    answer_who_we_are(page)
    page.go_back()
    page.goto(re.sub(r"/\d+(\?.*)?$", "/1", page.url))
    page.get_by_label("Som enkeltperson").check()
    go_on(page)
    page.goto(re.sub(r"/\d+(\?.*)?$", "/review", page.url))

    expect(page.get_by_text("Prøve Eiendom AS")).to_be_visible()
    expect(page.get_by_text("sendes ikke", exact=False).first).to_be_visible()
