"""Everything a participant does, with JavaScript off."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Room


def test_join_propose_and_vote_without_javascript(
    ada: Page, make_room: Callable[..., Room], join: Callable[..., Page]
) -> None:
    room = make_room()
    ben = join(room, java_script_enabled=False)
    expect(ben.get_by_role("heading", name="Bli med")).to_be_visible()

    ada.get_by_role("button", name="Neste runde").click()
    expect(ada.get_by_role("heading", name="Stille idéfase")).to_be_visible()
    ben.get_by_role("link", name="Oppdater siden").click()
    ben.fill("#text", "Leie-til-eie")
    ben.get_by_role("button", name="Foreslå").click()
    expect(ben.get_by_text("Leie-til-eie")).to_be_visible()

    for stage in ("Del og forstå", "Prioriter"):
        ada.get_by_role("button", name="Neste runde").click()
        expect(ada.get_by_role("heading", name=stage)).to_be_visible()
    ben.get_by_role("link", name="Oppdater siden").click()
    ben.get_by_role("button", name="Gi stemme").click()
    expect(ben.get_by_text("1 stemme", exact=True)).to_be_visible()
    expect(ada.get_by_text("1 av 1 har stemt")).to_be_visible()
