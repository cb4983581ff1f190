"""Votes that are given where there is no network: kept on the phone, counted once."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Room, propose

MakeRoom = Callable[..., Room]
Join = Callable[..., Page]

CLOSE = "Lukk avstemningen og vis resultatet"


def give(page: Page, idea: str) -> None:
    card = page.locator("[data-ideas] [data-idea]").filter(has_text=idea)
    card.locator("[data-act=give]").click()


def vote_on(ada: Page, ben: Page, *ideas: str) -> None:
    """Bring everyone to a vote on these ideas."""
    ada.get_by_role("button", name="Neste runde").click()
    for idea in ideas:
        propose(ben, idea)
    for stage in ("Del og forstå", "Prioriter"):
        ada.get_by_role("button", name="Neste runde").click()
        expect(ben.get_by_role("heading", name=stage)).to_be_visible()
    expect(ben.locator("[data-act=give]").first).to_be_visible()


def marked(page: Page, text: str) -> Locator:
    """The marks on the cards that say this."""
    return page.locator("[data-slot=mark]").get_by_text(text, exact=True)


def test_votes_without_a_network_are_kept_through_a_reload_and_counted_once(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben = join(room)
    vote_on(ada, ben, "Leie-til-eie", "Små boliger")

    ben.context.set_offline(True)
    give(ben, "Leie-til-eie")
    give(ben, "Små boliger")
    give(ben, "Leie-til-eie")
    expect(marked(ben, "Lagret på telefonen")).to_have_count(2)
    expect(ben.get_by_text("2 stemmer", exact=True)).to_be_visible()
    expect(ben.get_by_text("Du har 0 av 3 stemmer igjen")).to_be_visible()
    give(ben, "Små boliger")
    expect(ben.get_by_text("Du har brukt alle stemmene")).to_have_count(2)  # shown and said

    ben.context.set_offline(False)
    ben.reload()  # perhaps before they are sent, perhaps in the midst of it
    ben.wait_for_selector("body[data-live]")
    expect(marked(ben, "Lagret på telefonen")).to_have_count(0)
    expect(ben.get_by_text("2 stemmer", exact=True)).to_be_visible()
    expect(ada.get_by_text("1 av 1 har stemt")).to_be_visible()

    ada.get_by_role("button", name=CLOSE).click()
    expect(ben.locator(".result [data-slot=votes]")).to_have_text(["2", "1"])
    expect(ada.get_by_text("kom sent")).to_be_hidden()


def test_a_vote_given_before_the_closing_counts_when_the_network_comes_back_after_it(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben, chi = join(room), join(room)
    vote_on(ada, ben, "Leie-til-eie", "Små boliger")
    give(chi, "Små boliger")
    expect(ada.get_by_text("1 av 2 har stemt")).to_be_visible()

    ben.context.set_offline(True)
    give(ben, "Leie-til-eie")
    give(ben, "Leie-til-eie")
    expect(marked(ben, "Lagret på telefonen")).to_be_visible()
    ada.get_by_role("button", name=CLOSE).click()
    expect(chi.locator(".result [data-slot=votes]")).to_have_text(["1", "0"])

    ben.context.set_offline(False)
    expect(ben.locator("#notice")).to_contain_text("er talt med", timeout=20_000)
    for page in (ben, chi):
        expect(page.locator(".result [data-slot=votes]")).to_have_text(["2", "1"])
    expect(ada.get_by_text("kom sent: 1.")).to_be_visible()


def test_a_vote_that_is_refused_in_the_end_says_which_idea_it_was_about(
    ada: Page, make_room: MakeRoom, join: Join
) -> None:
    room = make_room()
    ben = join(room)
    vote_on(ada, ben, "Leie-til-eie", "Små boliger")
    give(ben, "Små boliger")
    expect(marked(ben, "Mottatt")).to_be_visible()

    ben.context.set_offline(True)
    give(ben, "Leie-til-eie")
    expect(marked(ben, "Lagret på telefonen")).to_be_visible()
    ada.get_by_role("button", name="Forrige runde").click()
    expect(ada.get_by_role("heading", name="Del og forstå")).to_be_visible()

    ben.wait_for_timeout(5_000)  # someone who has just tapped knows which idea it is about
    ben.context.set_offline(False)
    expect(ben.locator("#notice")).to_contain_text(
        "Stemmen på «Leie-til-eie» er ikke talt", timeout=20_000
    )

    ada.get_by_role("button", name="Neste runde").click()
    expect(ben.get_by_text("Du har 2 av 3 stemmer igjen")).to_be_visible()
    expect(ben.locator("[data-ideas] [data-chosen]")).to_have_count(1)
