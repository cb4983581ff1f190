"""Real browsers against a real server. What a page complains of in its console fails the test."""

import os
import re
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools.chromium import FLAGS, ROOT, find_chromium

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
PROJECTOR = {"width": 1280, "height": 720}
PATIENCE_S = 30
EXPECTED = (
    "status of 422",  # a form that is answered with its faults
    "ERR_INTERNET_DISCONNECTED",  # a test has taken the network away
)


@dataclass(frozen=True)
class Server:
    """A running server with the sample project, and what it said when it started."""

    address: str
    sign_in: str
    survey: str


@dataclass(frozen=True)
class Room:
    """A workshop of one test."""

    id: int
    code: str


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    instance = tmp_path_factory.mktemp("instance")
    with (instance / "errors").open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "app.py", "--port", "0"],
            cwd=ROOT,
            env={**os.environ, "IDEDUGNAD_INSTANCE": str(instance)},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        said = _greeting(process, instance)
        yield Server(
            address=re.findall(r"http://[\d.:]+", said)[0],
            sign_in=re.findall(r"http\S+/sign-in/\S+", said)[0],
            survey=re.findall(r"http\S+/surveys/\S+", said)[0],
        )
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE_S)
    assert not (instance / "errors").read_text(), "the server complained"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=chromium.path,
            args=FLAGS,
            env={**os.environ, **chromium.environment},
        )


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens a page of its own person; at the end, no page may have complained."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def complain(message: str) -> None:
        if not any(said in message for said in EXPECTED):
            complaints.append(message)

    def open_one(viewport: dict[str, int] = PHONE, **options: object) -> Page:
        context = browser.new_context(viewport=viewport, locale="nb-NO", **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: complain(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def ada(open_page: OpenPage, server: Server) -> Page:
    """The project leader's desk."""
    page = open_page(DESKTOP)
    page.goto(server.sign_in)
    return page


@pytest.fixture
def make_room(ada: Page, server: Server) -> Callable[[str], Room]:
    """Makes a workshop from a template, at its desk."""

    def make(template: str = "kort45") -> Room:
        ada.goto(f"{server.address}/projects")
        ada.get_by_text("Ny idédugnad").first.click()
        ada.select_option("select[name=template]", template)
        ada.locator("form[action$='/workshops']").get_by_role("button").click()
        ada.wait_for_selector("body[data-live]")
        code = ada.locator(".code").inner_text()
        return Room(int(ada.url.rsplit("/", 1)[1]), code)

    return make


@pytest.fixture
def join(open_page: OpenPage, server: Server) -> Callable[..., Page]:
    """Brings someone into a room on a phone."""

    def walk(room: Room, department: str = "Nav Fjordvik", **options: object) -> Page:
        page = open_page(PHONE, **options)
        page.goto(f"{server.address}/w/{room.code}")
        page.select_option("#department", label=department)
        page.get_by_role("button", name="Bli med").click()
        if options.get("java_script_enabled", True):
            page.wait_for_selector("body[data-live]")
        return page

    return walk


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe finds wrong on a page: one line for each violation."""
    source = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()

    def check(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate("axe.run({resultTypes: ['violations']})")
        return [
            f"{violation['id']}: {node['html'][:120]}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    return check


def _greeting(process: subprocess.Popen[str], instance: Path) -> str:
    assert process.stdout is not None
    said = ""
    while "Survey" not in said:
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"the server did not start: {(instance / 'errors').read_text()}")
        said += line
    return said


def propose(page: Page, text: str) -> None:
    """Write an idea and wait until the server has it."""
    page.fill("#text", text)
    page.get_by_role("button", name="Foreslå").click()
    mine = page.locator("[data-mine-list] li").filter(has_text=text.split("\n", maxsplit=1)[0])
    mine.get_by_text("Mottatt").wait_for()


def new_text() -> str:
    """A text that no other test has written."""
    return f"Idé {uuid.uuid4().hex[:8]}"
