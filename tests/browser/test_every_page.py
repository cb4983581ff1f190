"""What holds for every page: axe finds nothing, nothing sticks out, the policy is strict."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request

from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Room, Server, propose

Axe = Callable[[Page], list[str]]
SMALLEST = {"width": 320, "height": 640}
WIDTHS = pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
STAGES = ("lobby", "propose", "reveal", "vote", "result", "close")


def sticks_out(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@WIDTHS
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/projects",
        "/projects/1/people",
        "/projects/1/proposals",
        "/projects/1/surveys/1",
        "/workshops/1/minutes",
        "/workshops/1/suggestions",
        "/workshops/2/agenda",
    ],
)
def test_a_page_for_everyone_or_the_leader(
    open_page: OpenPage, server: Server, axe: Axe, viewport: dict[str, int], path: str
) -> None:
    page = open_page(viewport)
    page.goto(server.sign_in)
    page.goto(server.address + path)

    assert axe(page) == []
    assert not sticks_out(page)


@WIDTHS
def test_the_survey(
    open_page: OpenPage, server: Server, axe: Axe, viewport: dict[str, int]
) -> None:
    page = open_page(viewport)
    page.goto(server.survey)
    assert axe(page) == []
    page.get_by_role("button", name="Start").click()
    address = page.url.rsplit("/", 1)[0]
    for part in ("1", "2", "3", "5", "6", "review", "later"):
        page.goto(f"{address}/{part}")
        assert axe(page) == [], part
        assert not sticks_out(page), part


def test_a_workshop_in_every_stage(
    ada: Page,
    make_room: Callable[..., Room],
    join: Callable[..., Page],
    open_page: OpenPage,
    server: Server,
    axe: Axe,
) -> None:
    room = make_room()
    arriving = open_page(SMALLEST)
    arriving.goto(f"{server.address}/w/{room.code}")
    assert axe(arriving) == []
    ben = join(room)
    screen = open_page(DESKTOP)
    screen.context.add_cookies(ada.context.cookies())  # type: ignore[arg-type]
    screen.goto(f"{server.address}/workshops/{room.id}/screen")
    for stage in STAGES:
        if stage == "result":
            ada.get_by_role("button", name="Lukk avstemningen").click()
            ben.locator(".result").first.wait_for()
        elif stage != "lobby":
            ada.get_by_role("button", name="Neste runde").click()
            ben.wait_for_timeout(300)
        if stage == "propose":
            propose(ben, "Leie-til-eie\nFamiliene kjøper boligen de bor i.")
        for page in (ada, ben, screen):
            for viewport in (SMALLEST, PHONE, DESKTOP):
                page.set_viewport_size(viewport)  # type: ignore[arg-type]
                assert axe(page) == [], (stage, page.url, viewport)
                assert not sticks_out(page), (stage, page.url, viewport)


def test_nothing_is_fetched_from_anyone_else(
    open_page: OpenPage, server: Server, make_room: Callable[..., Room], join: Callable[..., Page]
) -> None:
    asked: set[str] = set()

    def note(request: Request) -> None:
        asked.add(urlsplit(request.url).netloc)

    page = open_page(DESKTOP)
    page.on("request", note)
    page.goto(server.sign_in)
    ben = join(make_room())
    ben.on("request", note)
    ben.reload()
    ben.wait_for_selector("body[data-live]")
    for path in ("/projects/1/proposals", "/projects/1/surveys/1", "/"):
        page.goto(server.address + path)

    assert asked == {urlsplit(server.address).netloc}


def test_the_policy_allows_no_inline_script_or_style(open_page: OpenPage, server: Server) -> None:
    page = open_page()
    answer = page.goto(server.address)
    assert answer is not None
    policy = answer.headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_phone_gets_less_than_100_kb_to_join_and_to_vote(
    ada: Page, make_room: Callable[..., Room], join: Callable[..., Page], open_page: OpenPage,
    server: Server,
) -> None:  # fmt: skip
    room = make_room()
    page = open_page()
    network = page.context.new_cdp_session(page)
    sizes: list[float] = []
    network.on("Network.loadingFinished", lambda done: sizes.append(done["encodedDataLength"]))
    network.send("Network.enable")

    page.goto(f"{server.address}/w/{room.code}")
    assert 1_000 < sum(sizes) < 100_000, sizes

    page.select_option("#department", label="Nav Fjordvik")
    page.get_by_role("button", name="Bli med").click()
    page.wait_for_selector("body[data-live]")
    assert sum(sizes) < 100_000, sizes
