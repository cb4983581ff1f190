"""Similar ideas, on the phone and at the desk; each phone's own order; the frozen list."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, Request, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Room, Server, propose

MakeRoom = Callable[..., Room]
Join = Callable[..., Page]
Axe = Callable[[Page], list[str]]

RENT = "Leie-til-eie i kommunale rekkehus"
RENT_TOO = "Kommunale rekkehus som leie til eie"
SMALL = "Flere små boliger i sentrum"


def go_on(ada: Page) -> None:
    ada.get_by_role("button", name="Neste runde").click()


def enter(ada: Page, *ideas: str) -> None:
    """Enter ideas at the desk, and wait until they stand there."""
    ada.get_by_text("Legg inn idéer selv").click()
    ada.fill("#lines", "\n".join(ideas))
    ada.get_by_role("button", name="Legg inn idéene").click()
    for idea in ideas:
        expect(rows(ada).filter(has_text=idea)).to_have_count(1)
    ada.get_by_text("Legg inn idéer selv").click()


def rows(ada: Page) -> Locator:
    return ada.locator("[data-ideas] [data-idea]")


def shown(phone: Page) -> list[str]:
    """The ids of the ideas on a phone, from the top."""
    found: list[str] = phone.locator("[data-ideas]").evaluate(
        "list => [...list.children].map(card => card.dataset.idea)"
    )
    return found


def test_whoever_writes_hears_which_own_idea_it_is_like_and_can_send_it(
    ada: Page, make_room: MakeRoom, join: Join, axe: Axe
) -> None:
    room = make_room()
    ben, chi = join(room), join(room)
    go_on(ada)
    propose(ben, RENT)

    ben.fill("#text", RENT_TOO)
    hint = ben.get_by_role("status").filter(has_text="Ligner på")
    expect(hint).to_contain_text(RENT)
    assert axe(ben) == []
    with chi.expect_response("**/similar") as answer:
        chi.fill("#text", RENT_TOO)
    assert answer.value.json()["ideas"] == []
    expect(chi.get_by_text("Ligner på")).to_be_hidden()

    propose(ben, RENT_TOO)
    expect(ben.get_by_text("Ligner på")).to_be_hidden()


def test_a_phone_asks_seldom_however_fast_someone_writes(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben = join(room)
    go_on(ada)
    expect(ben.locator("#text")).to_be_visible()
    asked: list[Request] = []
    ben.on("request", lambda request: asked.append(request) if "/similar" in request.url else None)

    with ben.expect_response("**/similar"):
        ben.locator("#text").press_sequentially(f"{RENT}. {SMALL}", delay=20)

    assert len(asked) == 1


def test_the_desk_finds_similar_ideas_and_merges_them(
    ada: Page, make_room: MakeRoom, join: Join, axe: Axe
) -> None:
    room = make_room()
    ben = join(room)
    go_on(ada)
    go_on(ada)
    enter(ada, RENT, SMALL, RENT_TOO, "Små boliger sentralt")
    ada.get_by_role("button", name="Finn idéer som ligner").click()
    expect(ada.get_by_role("heading", name="Disse ligner på hverandre")).to_be_focused()
    suggestions = ada.locator("[data-suggestion]")
    expect(suggestions).to_have_count(2)
    assert axe(ada) == []

    suggestions.filter(has_text=RENT).get_by_role("button", name="Slå sammen").click()
    expect(suggestions).to_have_count(1)
    expect(ada.get_by_role("heading", name="Disse ligner på hverandre")).to_be_focused()
    expect(ben.locator("[data-ideas] .idea")).to_have_count(3)

    suggestions.get_by_role("button", name="Ikke like").click()
    expect(ada.get_by_role("heading", name="Fant ingen idéer som ligner")).to_be_focused()
    ada.reload()
    ada.get_by_role("button", name="Finn idéer som ligner").click()
    expect(ada.get_by_role("heading", name="Fant ingen idéer som ligner")).to_be_visible()


def test_the_suggestions_are_a_page_without_javascript(
    ada: Page, make_room: MakeRoom, open_page: OpenPage, server: Server
) -> None:
    room = make_room()
    go_on(ada)
    enter(ada, RENT, RENT_TOO, SMALL, "Små boliger sentralt")
    plain = open_page(DESKTOP, java_script_enabled=False)
    plain.context.add_cookies(ada.context.cookies())  # type: ignore[arg-type]
    plain.goto(f"{server.address}/workshops/{room.id}")

    plain.get_by_role("button", name="Finn idéer som ligner").click()
    expect(plain.locator("[data-suggestion]")).to_have_count(2)
    plain.get_by_role("button", name="Ikke like").first.click()
    expect(plain.locator("[data-suggestion]")).to_have_count(1)
    plain.get_by_role("button", name="Slå sammen disse").click()
    expect(rows(ada)).to_have_count(3)


def test_the_page_of_suggestions_fits_and_axe_finds_nothing(
    ada: Page, make_room: MakeRoom, server: Server, axe: Axe
) -> None:
    room = make_room()
    go_on(ada)
    enter(ada, RENT, RENT_TOO)
    ada.goto(f"{server.address}/workshops/{room.id}/suggestions")
    for viewport in (PHONE, DESKTOP):
        ada.set_viewport_size(viewport)  # type: ignore[arg-type]
        assert axe(ada) == []
        assert not ada.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_each_phone_has_its_own_order_and_keeps_it(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben, chi = join(room), join(room)
    go_on(ada)
    enter(ada, *(f"Idé nummer {n} av tolv" for n in range(12)))
    go_on(ada)
    for phone in (ben, chi):
        expect(phone.locator("[data-ideas] .idea").first).to_be_visible()
    before = shown(ben)
    assert sorted(before) == sorted(shown(chi))
    assert before != shown(chi)

    enter(ada, "En som kom til slutt")
    last = ben.locator("[data-ideas] .idea").filter(has_text="En som kom til slutt")
    expect(last).to_have_count(1)
    assert shown(ben)[:-1] == before
    now = shown(ben)
    ben.reload()
    ben.wait_for_selector("body[data-live]")
    assert shown(ben) == now


def let_one_idea_be_unread(ada: Page, ben: Page) -> None:
    """Ben reads ten ideas; then one more comes, too far down to be read."""
    go_on(ada)
    enter(ada, *(f"Idé nummer {n} av ti" for n in range(10)))
    go_on(ada)
    expect(ben.locator("[data-ideas] .idea").first).to_be_visible()
    for card in ben.locator("[data-ideas] .idea").all():
        card.scroll_into_view_if_needed()
    read = ada.get_by_text("10 av 10 idéer er sett av 1 eller flere")
    expect(read).to_be_visible(timeout=15_000)
    ben.evaluate("scrollTo(0, 0)")
    enter(ada, "Den ingen har lest")
    expect(ben.locator("[data-ideas] .idea").last).to_contain_text("Den ingen har lest")
    ben.wait_for_timeout(5_500)  # the server counts again after five seconds


def test_what_is_least_read_comes_first_when_the_voting_begins(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben = join(room)
    let_one_idea_be_unread(ada, ben)

    go_on(ada)

    expect(ben.locator("[data-ideas] .idea").first).to_contain_text("Den ingen har lest")


def test_a_list_under_a_finger_is_not_rearranged(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben = join(room)
    let_one_idea_be_unread(ada, ben)
    before = shown(ben)
    ben.locator("[data-ideas] .idea").nth(1).hover()
    ben.mouse.down()

    go_on(ada)
    expect(ben.get_by_role("button", name="Gi stemme").first).to_be_visible()

    assert shown(ben) == before


def test_a_frozen_list_takes_new_ideas_when_it_is_released(
    ada: Page, make_room: MakeRoom, join: Join, axe: Axe
) -> None:
    room = make_room()
    ben = join(room)
    go_on(ada)
    enter(ada, SMALL)
    go_on(ada)
    cards = ben.locator("[data-ideas] .idea")
    expect(cards).to_have_count(1)
    ben.get_by_role("button", name="Frys lista").click()

    enter(ada, "Den ene", "Den andre", "Den tredje")
    expect(ben.get_by_text("3 nye idéer venter")).to_be_visible()
    row = rows(ada).filter(has_text="Den andre")
    row.get_by_text("Skjul …").click()
    row.get_by_label("En annen grunn").fill("Skrevet to ganger")
    row.get_by_label("En annen grunn").press("Enter")
    expect(ben.get_by_text("2 nye idéer venter")).to_be_visible()
    expect(cards).to_have_count(1)
    assert axe(ben) == []

    ben.get_by_role("button", name="Slipp lista").click()
    expect(cards).to_contain_text(["Flere små boliger", "Den ene", "Den tredje"])
    expect(ben.get_by_text("venter")).to_be_hidden()


def test_the_next_stage_lets_waiting_ideas_in(ada: Page, make_room: MakeRoom, join: Join) -> None:
    room = make_room()
    ben = join(room)
    go_on(ada)
    enter(ada, SMALL)
    go_on(ada)
    ben.get_by_role("button", name="Frys lista").click()
    enter(ada, "Den som venter")
    expect(ben.get_by_text("1 ny idé venter")).to_be_visible()

    go_on(ada)

    expect(ben.locator("[data-ideas] .idea")).to_have_count(2)
    expect(ben.get_by_role("button", name="Frys lista")).to_be_visible()
