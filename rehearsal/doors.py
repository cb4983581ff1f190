"""The HTTP doors, as a browser uses them: signing in, leading a workshop, joining one."""

import os
import re
from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import aiohttp

from rehearsal.page import Page

PATIENCE_S = 30
LEFT_BY_RUN = Path("instance/sign-in-link")
IN_ENVIRONMENT = "IDEDUGNAD_SIGN_IN"

Facts = Mapping[str, Any]
"""What the server answers a script: JSON."""
Fields = Iterable[tuple[str, str]]


class DoorShut(Exception):
    """The server refused, with a code and a sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{message} ({code})")
        self.code = code


class Browser:
    """Someone's browser: cookies of its own, and the form token of the last page."""

    def __init__(self, server: str) -> None:
        self.server = server.rstrip("/")
        # Cookies for an address without a name, such as 127.0.0.1, are "unsafe" to aiohttp.
        self.http = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True),
            timeout=aiohttp.ClientTimeout(total=PATIENCE_S),
            headers={"Referer": self.server},
        )
        self._csrf_token = ""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.close()

    async def read(self, path: str) -> Page:
        """The page at this path. Raises DoorShut."""
        async with self.http.get(self.server + path, headers={"Accept": "text/html"}) as answer:
            if not answer.ok:
                raise DoorShut(str(answer.status), f"GET {path} was refused")
            page = Page(await answer.text())
        self._csrf_token = page.csrf_token or self._csrf_token
        return page

    async def send(self, path: str, fields: Fields = ()) -> Facts:
        """Send a form as a script does; the facts of the answer. Raises DoorShut."""
        headers = {"Accept": "application/json", "X-CSRFToken": self._csrf_token}
        form = aiohttp.FormData(list(fields))
        async with self.http.post(self.server + path, data=form, headers=headers) as answer:
            if answer.content_type != "application/json":
                raise DoorShut(str(answer.status), f"POST {path} was not answered with JSON")
            facts: Facts = await answer.json()
        if not facts.get("ok"):
            raise DoorShut(str(facts.get("code")), str(facts.get("message")))
        return facts

    async def download(self, path: str) -> bytes:
        """The file at this path. Raises DoorShut."""
        async with self.http.get(self.server + path) as answer:
            if not answer.ok:
                raise DoorShut(str(answer.status), f"GET {path} was refused")
            return await answer.read()


def loopback(server: str) -> bool:
    """Whether this server is on the machine of whoever asks."""
    host = urlsplit(server).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def find_sign_in_link(given: str | None) -> str | None:
    """The sign-in link: as given, else from the environment, else what `make run` left."""
    if given or os.environ.get(IN_ENVIRONMENT):
        return given or os.environ[IN_ENVIRONMENT]
    return LEFT_BY_RUN.read_text().strip() if LEFT_BY_RUN.is_file() else None


async def sign_in(leader: Browser, link: str) -> int:
    """Sign in by the link, on the server of this browser; the id of the first project."""
    await leader.read(urlsplit(link).path)
    projects = _numbers(await leader.read("/projects"), "projects")
    if not projects:
        raise DoorShut("no_project", "Whoever owns this sign-in link has no project")
    return projects[0]


async def workshops(leader: Browser, project: int) -> list[int]:
    """The workshops that the overview of the project links to, newest first."""
    page = await leader.read(f"/projects/{project}")
    return sorted(_numbers(page, "workshops"), reverse=True)


async def code_of(leader: Browser, workshop: int) -> str:
    """The code that the desk of the workshop shows; "" when it shows none."""
    page = await leader.read(f"/workshops/{workshop}")
    return page.code


async def create_workshop(
    leader: Browser, project: int, template: str, people: int
) -> tuple[int, str]:
    """A workshop from this template with room for these many people: its id and code."""
    await leader.read(f"/projects/{project}")
    fields = [("template", template), ("max_participants", str(people))]
    facts = await leader.send(f"/projects/{project}/workshops", fields)
    await leader.read(f"/workshops/{facts['workshop']}")
    return int(facts["workshop"]), str(facts["code"])


async def write_ideas(leader: Browser, workshop: int, texts: Iterable[str]) -> list[int]:
    """Put these ideas into the workshop; their ids in the same order."""
    facts = await leader.send(f"/workshops/{workshop}/ideas", [("text", text) for text in texts])
    return [int(idea) for idea in facts["ideas"]]


async def move_on(leader: Browser, workshop: int) -> Facts:
    """On to the next stage."""
    return await leader.send(f"/workshops/{workshop}/stage", [("to", "next")])


async def close_voting(leader: Browser, workshop: int) -> Facts:
    """Close the voting of the stage that is on."""
    return await leader.send(f"/workshops/{workshop}/voting", [("act", "close")])


async def end_workshop(leader: Browser, workshop: int) -> Facts:
    """End the workshop for good."""
    return await leader.send(f"/workshops/{workshop}/end")


async def workbook(leader: Browser, project: int) -> bytes:
    """The workbook of the project, as it is downloaded."""
    return await leader.download(f"/projects/{project}/proposals.xlsx")


async def departments(visitor: Browser, code: str) -> dict[str, str]:
    """The departments that the join page offers, id and name, in its order."""
    page = await visitor.read(f"/w/{code}")
    return page.choices["department"]


async def goals(visitor: Browser, code: str) -> list[str]:
    """The ids of the goals that the phone page offers for an idea; none where it offers none."""
    page = await visitor.read(f"/w/{code}")
    return list(page.choices["goal"])


async def join(visitor: Browser, code: str, department: str) -> None:
    """Take a seat: read the join page, choose the department."""
    await visitor.read(f"/w/{code}")
    await visitor.send(f"/w/{code}/join", [("department", department)])


def _numbers(page: Page, of: str) -> list[int]:
    pattern = re.compile(rf"/{of}/(\d+)(?:[/?#].*)?$")
    found = [pattern.search(link) for link in page.links]
    return list(dict.fromkeys(int(match[1]) for match in found if match))
