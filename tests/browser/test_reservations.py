"""What speaks against the best ideas, from the phone to the desk."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Room, propose


def test_a_reservation_is_written_on_the_phone_and_read_at_the_desk(
    ada: Page,
    make_room: Callable[..., Room],
    join: Callable[..., Page],
    axe: Callable[[Page], list[str]],
) -> None:
    make = make_room("idedugnad90")
    ben = join(make)
    stages = ("Stille idéfase", "Prioriter", "Hva taler imot?")
    for stage in stages:
        ada.locator("[data-agenda]").get_by_role("button", name=stage).click()
        expect(ben.get_by_role("heading", name=stage)).to_be_visible()
        if stage == stages[0]:
            propose(ben, "Leie-til-eie")

    ben.get_by_label("Hvilken idé?").select_option(label="Leie-til-eie")
    ben.get_by_label("Hva gjelder det?").select_option(label="Finansiering")
    ben.get_by_label("Forbeholdet").fill("Det koster for mye")
    ben.get_by_role("button", name="Send forbeholdet").click()
    expect(ben.get_by_label("Forbeholdet")).to_have_value("")
    assert axe(ben) == []

    ada.get_by_role("link", name="Forbehold").click()
    expect(ada.get_by_text("Finansiering: Det koster for mye")).to_be_visible()
    assert axe(ada) == []
