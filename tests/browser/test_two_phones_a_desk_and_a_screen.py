"""A whole workshop, with everyone in it at once."""

from collections.abc import Callable
from itertools import pairwise

from playwright.sync_api import Page, expect

from tests.browser.conftest import PROJECTOR, OpenPage, Room, Server, propose

MakeRoom = Callable[..., Room]
Join = Callable[..., Page]


def open_screen(open_page: OpenPage, ada: Page, server: Server, room: Room) -> Page:
    screen = open_page(PROJECTOR)
    screen.context.add_cookies(ada.context.cookies())  # type: ignore[arg-type]
    screen.goto(f"{server.address}/workshops/{room.id}/screen")
    screen.wait_for_selector("body[data-live]")
    return screen


def give(page: Page, idea: str) -> None:
    card = page.locator("[data-idea]").filter(has_text=idea)
    card.locator("[data-act=give]").click()


def go_on(ada: Page) -> None:
    ada.get_by_role("button", name="Neste runde").click()


def test_a_workshop_from_lobby_to_result(
    ada: Page, make_room: MakeRoom, join: Join, open_page: OpenPage, server: Server
) -> None:
    room = make_room()
    screen = open_screen(open_page, ada, server, room)
    ben, chi = join(room, "Nav Fjordvik"), join(room, "Plan og byggesak")
    expect(ada.get_by_text("2 deltakere")).to_be_visible()
    expect(screen.get_by_text("2 deltakere")).to_be_visible()

    go_on(ada)
    propose(ben, "Leie-til-eie i ti rekkehus")
    propose(chi, "Små boliger i sentrum")
    propose(chi, "Flere små boliger")
    expect(ben.get_by_text("Små boliger i sentrum")).to_have_count(0)
    expect(screen.get_by_text("3 idéer så langt")).to_be_visible()

    go_on(ada)
    expect(ben.get_by_text("Små boliger i sentrum")).to_be_visible()
    for idea in ("Små boliger i sentrum", "Flere små boliger"):
        ada.locator("[data-idea]").filter(has_text=idea).get_by_role("checkbox").check()
    ada.get_by_role("button", name="Slå sammen valgte idéer").click()
    expect(ben.locator("[data-ideas] .idea")).to_have_count(2)
    expect(ben.get_by_text("Slått sammen med").locator("visible=true")).to_have_count(1)

    go_on(ada)
    give(ben, "Leie-til-eie")
    give(ben, "Små boliger i sentrum")
    give(chi, "Små boliger i sentrum")
    expect(ada.get_by_text("2 av 2 har stemt")).to_be_visible()
    expect(screen.get_by_text("2 av 2 har stemt")).to_be_visible()
    expect(screen.locator(".result")).to_have_count(0)

    ada.get_by_role("button", name="Lukk avstemningen og vis resultatet").click()
    for page in (ben, chi, screen):
        expect(page.locator(".result").first).to_contain_text("Små boliger i sentrum")
        expect(page.locator(".result [data-slot=votes]")).to_have_text(["2", "1"])
    expect(ada.locator("[data-ideas] tr").first).to_contain_text("Små boliger i sentrum")


def test_a_third_dot_is_refused_in_words_and_one_can_be_taken_back(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben = join(room)
    go_on(ada)
    propose(ben, "Leie-til-eie")
    go_on(ada)
    go_on(ada)
    card = ben.locator("[data-idea]").filter(has_text="Leie-til-eie")
    for left in (2, 1):
        card.locator("[data-act=give]").click()
        expect(ben.get_by_text(f"Du har {left} av 3 stemmer igjen")).to_be_visible()

    card.locator("[data-act=give]").click()
    expect(ben.get_by_role("alert").last).to_have_text("Inntil to stemmer på samme idé")

    card.get_by_role("button", name="Ta tilbake").click()
    expect(ben.get_by_text("Du har 2 av 3 stemmer igjen")).to_be_visible()
    expect(card.get_by_text("1 stemme")).to_be_visible()


def test_a_broadcast_keeps_what_someone_is_typing(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben, chi = join(room), join(room)
    go_on(ada)
    ben.fill("#text", "Jeg er ikke ferdig med å skri")

    propose(chi, "Små boliger")
    go_on(ada)
    expect(ben.get_by_text("Små boliger")).to_be_visible()
    expect(ben.locator("#text")).to_have_value("Jeg er ikke ferdig med å skri")

    go_on(ada)
    ada.get_by_role("button", name="Forrige runde").click()
    expect(ben.locator("#text")).to_be_visible()
    expect(ben.locator("#text")).to_have_value("Jeg er ikke ferdig med å skri")
    ben.reload()
    expect(ben.locator("#text")).to_have_value("Jeg er ikke ferdig med å skri")


def test_someone_who_comes_late_or_back_sees_how_things_stand(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben = join(room)
    go_on(ada)
    propose(ben, "Leie-til-eie")
    go_on(ada)
    go_on(ada)
    give(ben, "Leie-til-eie")
    expect(ben.get_by_text("1 stemme", exact=True)).to_be_visible()

    chi = join(room)
    expect(chi.locator("[data-ideas]").get_by_text("Leie-til-eie")).to_be_visible()
    ben.reload()
    ben.wait_for_selector("body[data-live]")
    expect(ben.get_by_text("1 stemme", exact=True)).to_be_visible()
    expect(ben.get_by_text("Du har 2 av 3 stemmer igjen")).to_be_visible()


def test_a_hidden_idea_leaves_every_phone_and_can_come_back(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben, chi = join(room), join(room)
    go_on(ada)
    propose(ben, "Ola i Storgata 3")
    go_on(ada)
    expect(chi.get_by_text("Ola i Storgata 3")).to_be_visible()

    ada.get_by_text("Skjul …").click()
    ada.get_by_role("button", name="Forteller om en person").click()
    expect(chi.get_by_text("Ola i Storgata 3")).to_have_count(0)
    ada.get_by_role("button", name="Vis igjen").click()
    expect(chi.get_by_text("Ola i Storgata 3")).to_be_visible()


def test_merged_ideas_are_split_with_one_click(ada: Page, make_room: MakeRoom, join: Join) -> None:
    room = make_room()
    ben = join(room)
    go_on(ada)
    propose(ben, "Den ene")
    propose(ben, "Den andre")
    go_on(ada)
    boxes = ada.locator("[data-ideas]").get_by_role("checkbox")
    expect(boxes).to_have_count(2)
    for box in boxes.all():
        box.check()
    ada.get_by_role("button", name="Slå sammen valgte idéer").click()
    expect(ben.locator("[data-ideas] .idea")).to_have_count(1)

    ada.get_by_role("button", name="Del opp").click()
    expect(ben.locator("[data-ideas] .idea")).to_have_count(2)


def test_what_is_written_without_a_network_is_sent_once_when_it_is_back(
    ada: Page, make_room: MakeRoom, join: Join, server: Server
) -> None:
    room = make_room()
    ben = join(room)
    go_on(ada)
    expect(ben.locator("#text")).to_be_visible()
    ben.evaluate("window.dispatchEvent(new Event('offline'))")
    ben.context.set_offline(True)
    ben.fill("#text", "Skrevet uten nett")
    ben.get_by_role("button", name="Foreslå").click()
    expect(ben.get_by_text("Lagret på telefonen")).to_be_visible()

    ben.context.set_offline(False)
    ben.reload()
    ben.wait_for_selector("body[data-live]")
    expect(ben.get_by_text("Lagret på telefonen")).to_have_count(0, timeout=20_000)
    expect(ada.locator("[data-ideas] tr").filter(has_text="Skrevet uten nett")).to_have_count(1)


def test_a_screen_reader_hears_own_acts_at_most_every_five_seconds(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben, chi = join(room), join(room)
    ben.evaluate(
        """() => {
            window.heard = [];
            new MutationObserver(() => {
                heard.push([performance.now(), spoken.textContent]);
                document.body.dataset.heard = heard.length;
            }).observe(spoken, { childList: true });
        }"""
    )
    go_on(ada)
    for n in range(3):
        propose(chi, f"Fra en annen {n}")
    for n in range(3):
        propose(ben, f"Fra meg {n}")
    ben.wait_for_selector("body[data-heard='2']", timeout=15_000)

    heard = ben.evaluate("heard")
    moments = [moment for moment, _ in heard]
    assert all(later - earlier >= 4_900 for earlier, later in pairwise(moments))
    assert [text for _, text in heard][:2] == ["Stille idéfase er åpnet", "Mottatt"]


def test_a_step_taken_by_accident_is_undone(ada: Page, make_room: MakeRoom, join: Join) -> None:
    room = make_room()
    ben = join(room)
    go_on(ada)
    expect(ben.get_by_role("heading", name="Stille idéfase")).to_be_visible()

    ada.get_by_role("button", name="Angre siste steg").click()

    expect(ben.get_by_role("heading", name="Bli med")).to_be_visible()
    expect(ada.get_by_text("Angret: byttet av runde").first).to_be_visible()
