"""The desk sees who is present of those who have joined, and how each idea is met."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Room, propose
from tests.browser.test_drafts import go_to


def test_someone_who_leaves_is_no_longer_present_but_has_joined(
    ada: Page, make_room: Callable[..., Room], join: Callable[..., Page]
) -> None:
    room = make_room()
    ben, chi = join(room), join(room)
    expect(ada.get_by_text("2 av 2")).to_be_visible(timeout=10_000)
    go_to(ada, ben, stage="Stille idéfase")
    propose(ben, "Leie-til-eie")

    chi.close()
    expect(ada.get_by_text("1 av 2")).to_be_visible(timeout=10_000)

    go_to(ada, ben, stage="Del og forstå")
    ben.locator("[data-ideas] .idea").scroll_into_view_if_needed()
    expect(ada.get_by_text("Vist for 1, ikke vist for 1")).to_be_visible(timeout=15_000)


def test_another_open_desk_follows_a_change_of_the_agenda(
    ada: Page, make_room: Callable[..., Room]
) -> None:
    room = make_room()
    other = ada.context.new_page()
    other.goto(f"{ada.url}/agenda")
    other.get_by_text("Legg til en runde").click()
    form = other.locator("#stage-new")
    form.get_by_label("Tittel").fill("En kaffe til")
    form.get_by_role("button", name="Legg til runden").click()

    stages = ada.locator("[data-agenda] button")
    expect(stages).to_have_count(6)
    expect(stages.nth(4)).to_contain_text("En kaffe til")
    expect(stages.first).to_have_attribute("aria-current", "step")
    stages.nth(4).click()
    expect(ada.get_by_role("heading", name="En kaffe til")).to_be_visible()
    assert room.id
