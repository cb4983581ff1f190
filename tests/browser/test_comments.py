"""Comments, from one phone to another, to the desk and back."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Room, propose
from tests.browser.test_drafts import go_to, reload


def test_a_comment_is_kept_without_a_network_sent_once_and_can_be_hidden(
    ada: Page,
    make_room: Callable[..., Room],
    join: Callable[..., Page],
    axe: Callable[[Page], list[str]],
) -> None:
    room = make_room()
    ben, chi = join(room), join(room)
    go_to(ada, ben, stage="Stille idéfase")
    propose(ben, "Leie-til-eie")
    go_to(ada, ben, chi, stage="Del og forstå")

    ben.get_by_text("Kommenter", exact=True).click()
    field = ben.get_by_label("Kommentaren din")
    field.fill("Hva kos")
    reload(ben)
    expect(field).to_have_value("Hva kos")
    field.fill("Hva koster det?")
    assert axe(ben) == []

    ben.context.set_offline(True)
    ben.get_by_role("button", name="Send kommentaren").click()
    expect(ben.locator("#notice")).to_contain_text("Lagret på telefonen")
    ben.context.set_offline(False)
    for page in (ben, chi, ada):
        expect(page.get_by_text("Hva koster det?")).to_have_count(1, timeout=20_000)
    reload(ben)
    expect(ben.get_by_text("Hva koster det?")).to_have_count(1)

    for n in range(2):
        chi.locator("[data-commenting] summary").click()
        chi.get_by_label("Kommentaren din").fill(f"Svar {n}")
        chi.get_by_role("button", name="Send kommentaren").click()
        expect(chi.get_by_text(f"Svar {n}")).to_have_count(1)
    expect(ben.get_by_text("Svar 1")).to_be_hidden()
    ben.get_by_text("Vis 1 til").click()
    expect(ben.get_by_text("Svar 1")).to_be_visible()

    line = ada.locator("[data-comment]").filter(has_text="Hva koster det?")
    line.get_by_text("Skjul …").click()
    line.get_by_role("button", name="Støtende").click()
    expect(chi.get_by_text("Hva koster det?")).to_have_count(0)
    assert axe(ada) == []
    line.get_by_role("button", name="Vis igjen").click()
    expect(chi.get_by_text("Hva koster det?")).to_be_visible()
