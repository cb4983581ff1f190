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
    expect(ada.get_by_text("2 av 2 til stede")).to_be_visible(timeout=10_000)
    go_to(ada, ben, stage="Stille idéfase")
    propose(ben, "Leie-til-eie")

    chi.close()
    expect(ada.get_by_text("1 av 2 til stede")).to_be_visible(timeout=10_000)

    go_to(ada, ben, stage="Del og forstå")
    ben.locator("[data-ideas] .idea").scroll_into_view_if_needed()
    expect(ada.get_by_text("Vist for 1, ikke vist for 1")).to_be_visible(timeout=15_000)
