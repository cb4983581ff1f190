"""What people do together: at tables with and without phones, in groups, as departments."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Room, Server, propose

Axe = Callable[[Page], list[str]]
Join = Callable[..., Page]
SMALLEST = {"width": 320, "height": 640}


def step(ada: Page, stage: str) -> None:
    ada.locator("[data-agenda]").get_by_role("button", name=stage).click()
    expect(ada.get_by_role("heading", level=1, name=stage)).to_be_visible()


def fits(page: Page, axe: Axe) -> None:
    for viewport in (SMALLEST, PHONE, DESKTOP):
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        assert axe(page) == [], (page.url, viewport)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), viewport


def screen_of(ada: Page, open_page: OpenPage, server: Server, room: Room) -> Page:
    screen = open_page(DESKTOP)
    screen.context.add_cookies(ada.context.cookies())  # type: ignore[arg-type]
    screen.goto(f"{server.address}/workshops/{room.id}/screen")
    screen.wait_for_selector("body[data-live]")
    return screen


def test_a_group_writes_a_strategy_and_a_department_takes_responsibility(
    ada: Page,
    make_room: Callable[..., Room],
    join: Join,
    open_page: OpenPage,
    server: Server,
    axe: Axe,
) -> None:
    room = make_room("idedugnad90")
    ben, chi = join(room), join(room, "Plan og byggesak")
    screen = screen_of(ada, open_page, server, room)
    step(ada, "Stille idéfase")
    propose(ben, "Kommunen kjøper tomter tidlig")
    step(ada, "Prioriter")
    ben.locator("[data-ideas] [data-act=give]").first.click()
    expect(ben.locator(".budget:visible")).to_contain_text("4")
    step(ada, "Fra idé til strategi")

    chi.get_by_label("Kommunen skal …").fill("Halvskrevet")
    ben.get_by_label("Kommunen skal …").fill("kjøpe tomter tidlig")
    ben.reload()
    ben.wait_for_selector("body[data-live]")
    expect(ben.get_by_label("Kommunen skal …")).to_have_value("kjøpe tomter tidlig")
    ben.get_by_label("… for å …").fill("holde prisene nede")
    ben.get_by_label("Kommunen kjøper tomter tidlig").check()
    ben.get_by_role("button", name="Send setningen").click()
    for page in (ben, chi, ada, screen):
        said = page.get_by_text("Kommunen skal kjøpe tomter tidlig for å holde prisene nede.")
        expect(said).to_be_visible()
    expect(ben.get_by_label("Kommunen skal …")).to_have_value("")
    expect(chi.get_by_label("Kommunen skal …")).to_have_value("Halvskrevet")
    for page in (ben, ada, screen):
        fits(page, axe)

    step(ada, "Hvem tar ansvar?")
    ben.get_by_label("Ja, med forbehold").check()
    ben.get_by_label("Hva er forbeholdet?").fill("Hvis vi får to årsverk")
    ben.get_by_role("button", name="Lagre svaret").click()
    expect(screen.locator(".own-summary")).to_contain_text("Nav Fjordvik")
    expect(ada.locator(".owners")).to_contain_text("Hvis vi får to årsverk")
    expect(chi.locator(".owning__now")).not_to_contain_text("Hvis vi får to årsverk")
    for page in (ben, ada, screen):
        fits(page, axe)


def test_each_table_sees_its_own_ideas_and_takes_some_to_plenary(
    ada: Page,
    make_room: Callable[..., Room],
    join: Join,
    open_page: OpenPage,
    server: Server,
    axe: Axe,
) -> None:
    room = make_room("igp")
    ben, chi = join(room), join(room)
    screen = screen_of(ada, open_page, server, room)
    step(ada, "Hver for seg")
    propose(ben, "Byttedag for boliger")
    propose(chi, "Egen boligveileder")
    propose(chi, "Flere små boliger")
    step(ada, "Ved bordet")
    fits(ben, axe)
    for page, table in ((ben, 1), (chi, 2)):
        page.locator(f"#table-{table}").click()
        expect(page.get_by_role("heading", name=f"Du sitter ved bord {table}")).to_be_visible()
    assert "Egen boligveileder" not in ben.content()

    chi.get_by_role("button", name="Ta med i plenum").first.click()
    expect(chi.get_by_text("Blir med i plenum")).to_be_visible()
    expect(screen.get_by_text("1 til plenum")).to_be_visible()
    for page in (chi, ada, screen):
        fits(page, axe)

    step(ada, "I plenum")
    expect(ben.get_by_text("Egen boligveileder")).to_be_visible()
    assert "Flere små boliger" not in ben.content()
    assert ben.locator("[data-ideas] [data-idea]").count() == 1


def test_a_table_without_phones_counts_on_one_borrowed_device(
    ada: Page,
    make_room: Callable[..., Room],
    join: Join,
    open_page: OpenPage,
    server: Server,
    axe: Axe,
) -> None:
    room = make_room()
    ben = join(room)
    step(ada, "Stille idéfase")
    propose(ben, "Byttedag for boliger")
    ada.get_by_role("link", name="Bord uten telefoner").click()
    ada.get_by_label("Hvor mange sitter der").fill("4")
    ada.get_by_label("Hvor mange sitter der").press("Enter")
    code = ada.locator(".table-card__code strong").inner_text()
    fits(ada, axe)
    device = open_page(PHONE)
    device.goto(f"{server.address}/t/{code}")
    device.get_by_label("Idéer, én på hver linje").fill("Fra arket")
    device.get_by_role("button", name="Legg inn idéene").click()
    expect(device.get_by_text("Mottatt")).to_be_visible()
    ada.goto(f"{server.address}/workshops/{room.id}")
    ada.wait_for_selector("body[data-live]")
    step(ada, "Prioriter")

    # It comes by itself: nobody at the table has to know when the voting opens.
    field = device.get_by_role("group", name="Fra arket").get_by_role("textbox")
    field.fill("99")
    field.press("Enter")
    expect(device.get_by_role("alert")).to_contain_text("99 stemmer her")
    fits(device, axe)
    field.fill("5")
    field.press("Enter")
    expect(ada.get_by_text("1 av 1 bord uten telefoner har telt opp").first).to_be_visible()
    ada.get_by_role("button", name="Lukk avstemningen").click()
    expect(ben.get_by_text("herav 5 fra bord uten telefoner")).to_be_visible()
    fits(ben, axe)
