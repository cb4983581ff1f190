"""The ways of voting that need a hand on the phone: from the agenda editor to the result."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.conftest import PROJECTOR, OpenPage, Room, Server, propose

MakeRoom = Callable[..., Room]
Join = Callable[..., Page]
Axe = Callable[[Page], list[str]]
IDEAS = ("Leie-til-eie", "Små boliger i sentrum", "Byttedag for boliger")
SMALL = ViewportSize(width=320, height=640)


def choose_way(ada: Page, server: Server, room: Room, way: str) -> None:
    """In the agenda editor: let people vote in this way."""
    ada.goto(f"{server.address}/workshops/{room.id}/agenda")
    stage = ada.locator(".agenda-stage").filter(has=ada.get_by_role("heading", name="Prioriter"))
    stage.get_by_text("Endre runden").click()
    stage.get_by_label("Hva folk gjør").select_option(f"vote:{way}")
    with ada.expect_navigation():  # to leave before the answer would take the form back
        stage.get_by_role("button", name="Lagre runden").click()
    ada.goto(f"{server.address}/workshops/{room.id}")
    ada.wait_for_selector("body[data-live]")


def vote_by(ada: Page, server: Server, room: Room, ben: Page, way: str) -> None:
    """Ben writes three ideas, and the workshop goes on to a vote in this way."""
    choose_way(ada, server, room, way)
    ada.get_by_role("button", name="Neste runde").click()
    for idea in IDEAS:
        propose(ben, idea)
    ada.get_by_role("button", name="Neste runde").click()
    expect(ben.locator("[data-ideas] .idea")).to_have_count(3)
    ada.get_by_role("button", name="Neste runde").click()
    expect(ben.get_by_role("heading", name="Prioriter")).to_be_visible()


def close(ada: Page) -> None:
    ada.get_by_role("button", name="Lukk avstemningen og vis resultatet").click()


def card(page: Page, idea: str) -> Locator:
    return page.locator("[data-ideas] [data-idea]").filter(has_text=idea)


def fits(page: Page) -> bool:
    """Whether nothing stands out over the side of a small phone."""
    page.set_viewport_size(SMALL)
    width = page.evaluate("document.documentElement.scrollWidth")
    return bool(width <= SMALL["width"])


def open_screen(open_page: OpenPage, ada: Page, server: Server, room: Room) -> Page:
    screen = open_page(PROJECTOR)
    screen.context.add_cookies(ada.context.cookies())  # type: ignore[arg-type]
    screen.goto(f"{server.address}/workshops/{room.id}/screen")
    screen.wait_for_selector("body[data-live]")
    return screen


@pytest.fixture
def ben(make_room: MakeRoom, join: Join, ada: Page) -> tuple[Room, Page]:
    room = make_room()
    return room, join(room)


def test_effect_and_feasibility_are_tapped_in_any_order(
    ada: Page, server: Server, ben: tuple[Room, Page], open_page: OpenPage, axe: Axe
) -> None:
    room, phone = ben
    vote_by(ada, server, room, phone, "axes")
    one = card(phone, "Leie-til-eie")
    feasibility = one.get_by_role("group", name="Gjennomførbarhet")
    feasibility.get_by_role("button", name="2").click()
    expect(feasibility.get_by_role("button", name="2")).to_have_attribute("aria-pressed", "true")
    one.get_by_role("group", name="Effekt").get_by_role("button", name="5").click()
    expect(one.locator("[aria-pressed=true]")).to_have_count(2)
    assert axe(phone) == []
    assert fits(phone)

    phone.reload()
    expect(one.locator("[aria-pressed=true]")).to_have_text(["5", "2"])
    close(ada)
    screen = open_screen(open_page, ada, server, room)
    for page in (phone, screen):
        expect(page.locator("[data-apart]")).to_contain_text("Leie-til-eie")
        expect(page.locator("[data-matrix]")).to_be_visible()
    expect(ada.locator("[data-matrix]")).to_be_visible()
    assert axe(phone) == axe(screen) == axe(ada) == []
    assert fits(phone)


def test_a_list_is_ordered_by_keys_by_dragging_and_by_buttons(
    ada: Page, server: Server, ben: tuple[Room, Page], axe: Axe
) -> None:
    room, phone = ben
    vote_by(ada, server, room, phone, "ranking")
    titles = phone.locator("[data-ranked-list] .ranked__title")
    for n, idea in enumerate(IDEAS, 1):
        card(phone, idea).get_by_role("button", name="Ta med på listen").click()
        expect(titles).to_have_count(n)
    expect(titles).to_have_text([*IDEAS])
    handles = phone.locator("[data-act=handle]")

    handles.first.focus()
    phone.keyboard.press("ArrowDown")
    expect(titles).to_have_text([IDEAS[1], IDEAS[0], IDEAS[2]])
    expect(handles.nth(1)).to_be_focused()
    expect(phone.locator("#spoken")).to_have_text(f"{IDEAS[0]} er nå nr. 2")

    start, goal = handles.nth(2).bounding_box(), handles.nth(0).bounding_box()
    assert start
    assert goal
    phone.mouse.move(start["x"] + 9, start["y"] + 9)
    phone.mouse.down()
    phone.mouse.move(goal["x"] + 9, goal["y"] - 60, steps=8)
    phone.mouse.up()
    expect(titles).to_have_text([IDEAS[2], IDEAS[1], IDEAS[0]])

    first = phone.locator("[data-ranked-list] li").first
    first.get_by_role("button", name="Ta ut").click()
    expect(titles).to_have_text([IDEAS[1], IDEAS[0]])
    assert axe(phone) == []
    assert fits(phone)
    phone.reload()
    expect(titles).to_have_text([IDEAS[1], IDEAS[0]])
    close(ada)
    expect(phone.locator(".result [data-slot=votes]")).to_have_text(["3", "2", "0"])


def test_the_next_pair_comes_at_once_and_a_choice_is_taken_back(
    ada: Page, server: Server, ben: tuple[Room, Page], axe: Axe
) -> None:
    room, phone = ben
    vote_by(ada, server, room, phone, "pairs")
    sides = phone.locator("[data-side]")
    chosen = phone.locator("[data-chosen-list] li")
    expect(sides.first).to_be_visible()
    assert axe(phone) == []
    for n in (1, 2, 3):
        sides.first.get_by_role("button").click()
        expect(chosen).to_have_count(n)
    expect(phone.get_by_text("Du har sammenlignet alt som finnes")).to_be_visible()

    phone.get_by_text("Hva du har valgt (3)").click()
    chosen.first.get_by_role("button", name="Ta tilbake").click()
    expect(chosen).to_have_count(2)
    expect(sides.first).to_be_visible()
    phone.get_by_role("button", name="Kan ikke velge").click()
    expect(chosen.first).to_contain_text("kan ikke velge")
    assert axe(phone) == []
    assert fits(phone)
    close(ada)
    expect(phone.locator(".result").first).to_contain_text("få sammenligninger")


def test_a_score_is_one_tap_and_its_spread_is_drawn(
    ada: Page, server: Server, ben: tuple[Room, Page], open_page: OpenPage, axe: Axe
) -> None:
    room, phone = ben
    vote_by(ada, server, room, phone, "score")
    one = card(phone, "Leie-til-eie")
    one.get_by_role("button", name="4").click()
    expect(one.get_by_role("button", name="4")).to_have_attribute("aria-pressed", "true")
    for button in one.locator(".steps button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    assert fits(phone)
    close(ada)

    screen = open_screen(open_page, ada, server, room)
    for page in (phone, screen):
        first = page.locator(".result").first
        expect(first).to_contain_text("1 av 1 ga 4 eller 5 · median 4")
        spread = first.locator("[data-slot=spread]")
        expect(spread).to_have_attribute(
            "aria-label", "Hvor mange som ga hvert poeng: 1: 0. 2: 0. 3: 0. 4: 1. 5: 0. "
        )
    assert axe(phone) == axe(screen) == axe(ada) == []


def test_a_low_screen_shows_fewer_results_and_none_of_them_by_half(
    ada: Page, server: Server, ben: tuple[Room, Page], open_page: OpenPage
) -> None:
    room, phone = ben
    vote_by(ada, server, room, phone, "opinion")
    for idea in IDEAS:
        card(phone, idea).get_by_role("button", name="Enig", exact=True).click()
    expect(phone.locator('[data-ideas] [aria-pressed="true"]')).to_have_count(3)
    close(ada)
    screen = open_screen(open_page, ada, server, room)
    results = screen.locator("[data-results] > li:visible")
    expect(results).to_have_count(3)

    screen.set_viewport_size({"width": PROJECTOR["width"], "height": 300})

    expect(results).not_to_have_count(3)
    ends = [box["y"] + box["height"] for row in results.all() if (box := row.bounding_box())]
    assert ends
    assert max(ends) <= 300
