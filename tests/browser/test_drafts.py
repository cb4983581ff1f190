"""What is being written is never lost: not by a change of stage, a reload or another tab."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Room, propose

MakeRoom = Callable[..., Room]
Join = Callable[..., Page]


def go_to(ada: Page, *phones: Page, stage: str) -> None:
    ada.locator("[data-agenda]").get_by_role("button", name=stage).click()
    for phone in phones:
        expect(phone.get_by_role("heading", name=stage)).to_be_visible()


def another_tab(phone: Page) -> Page:
    """A second tab of the same phone."""
    tab = phone.context.new_page()
    tab.goto(phone.url)
    tab.wait_for_selector("body[data-live]")
    return tab


def reload(page: Page) -> None:
    page.reload()
    page.wait_for_selector("body[data-live]")


def test_two_tabs_keep_a_draft_each_and_what_is_sent_in_one_is_not_left_in_the_other(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben = join(room)
    go_to(ada, ben, stage="Stille idéfase")
    ben.fill("#text", "Skrevet i den første")
    ben.select_option("#goal", index=1)
    tab = another_tab(ben)
    expect(tab.locator("#text")).to_have_value("Skrevet i den første")

    tab.fill("#text", "Skrevet i den andre")
    for page, text in ((ben, "Skrevet i den første"), (tab, "Skrevet i den andre")):
        reload(page)
        expect(page.locator("#text")).to_have_value(text)
    expect(ben.locator("#goal option:checked")).to_have_text(
        ben.locator("#goal option").nth(1).inner_text()
    )

    ben.fill("#text", "Den samme i begge")
    third = another_tab(ben)
    expect(third.locator("#text")).to_have_value("Den samme i begge")
    third.fill("#text", "Den samme i begge ")
    third.fill("#text", "Den samme i begge")
    third.get_by_role("button", name="Foreslå").click()
    expect(third.get_by_text("Mottatt").first).to_be_visible()
    expect(ben.locator("#text")).to_have_value("")
    expect(tab.locator("#text")).to_have_value("Skrevet i den andre")


def test_a_refused_idea_comes_back_beside_what_was_begun_since(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben = join(room)
    go_to(ada, ben, stage="Stille idéfase")
    ben.context.set_offline(True)
    ben.fill("#text", "Sendt for sent")
    ben.get_by_role("button", name="Foreslå").click()
    ben.fill("#text", "Begynt på noe nytt")
    go_to(ada, stage="Prioriter")
    expect(ada.get_by_role("heading", name="Prioriter")).to_be_visible()

    ben.context.set_offline(False)
    expect(ben.get_by_role("heading", name="Prioriter")).to_be_visible(timeout=20_000)
    expect(ben.locator("#notice")).to_contain_text("Det tas ikke imot idéer", timeout=20_000)
    reload(ben)
    go_to(ada, ben, stage="Del og forstå")
    expect(ben.locator("#text")).to_have_value("Begynt på noe nytt\nSendt for sent")


def test_a_half_written_reservation_survives_with_its_idea_and_criterion(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room("idedugnad90")
    ben = join(room)
    go_to(ada, ben, stage="Stille idéfase")
    for idea in ("Leie-til-eie", "Små boliger"):
        propose(ben, idea)
    go_to(ada, ben, stage="Hva taler imot?")
    ben.get_by_label("Hvilken idé?").select_option(label="Små boliger")
    ben.get_by_label("Hva gjelder det?").select_option(label="Arealdisponering")
    ben.get_by_label("Forbeholdet").fill("Det er ikke tom")

    go_to(ada, ben, stage="Del og forstå")
    reload(ben)
    go_to(ada, ben, stage="Hva taler imot?")

    expect(ben.get_by_label("Hvilken idé?").locator("option:checked")).to_have_text("Små boliger")
    expect(ben.get_by_label("Hva gjelder det?")).to_have_value("land_use")
    expect(ben.get_by_label("Forbeholdet")).to_have_value("Det er ikke tom")
    ben.get_by_label("Forbeholdet").fill("Det er ikke tomter")
    ben.get_by_role("button", name="Send forbeholdet").click()
    expect(ben.get_by_label("Forbeholdet")).to_have_value("")
    reload(ben)
    expect(ben.get_by_label("Forbeholdet")).to_have_value("")
