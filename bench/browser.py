"""`python -m bench.browser`: what live pages cost in a real browser on a poor phone.

Chromium at 360 px, its processor slowed down four times. First everyone else votes, so that
news comes ten times a second to a phone and a desk with many ideas; then a voting page is
opened over a slow network, by someone who has just joined on the same phone.
"""

import argparse
import asyncio
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from playwright.async_api import BrowserContext, CDPSession, Page, async_playwright

from bench.load import Room, put_under_load
from bench.rivals import our_room
from tools.chromium import FLAGS, find_chromium

MANY, FEW = 500, 60
VOTERS = 200
WATCHED_S = 10
SLOWER = 4
PHONE = {"width": 360, "height": 740}
LATENCY_MS = 400
KILOBIT = 1000 / 8

Line = dict[str, Any]


def main(words: Sequence[str] | None = None) -> None:
    """Measure, and print a line of JSON for each page."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--ideas", type=int, default=MANY, help="in the workshop with news")
    chosen = arguments.parse_args(words)
    for line in asyncio.run(_measure(chosen.ideas)):
        print(json.dumps(line), flush=True)


async def _measure(ideas: int) -> list[Line]:
    found = find_chromium()
    async with async_playwright() as machine:
        browser = await machine.chromium.launch(
            executable_path=found.path, args=FLAGS, env={**os.environ, **found.environment}
        )
        lines = []
        async with our_room(VOTERS, ideas) as (room, _):
            # Whoever votes again votes for another idea.
            turns = (room, replace(room, votes=[*room.votes[1:], room.votes[0]]))
            for who, turn in zip(("phone", "desk"), turns, strict=True):
                context = await browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
                lines.append(await _under_news(context, turn, who, ideas))
        async with our_room(VOTERS, FEW) as (room, _):
            context = await browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
            lines.append(await _over_a_slow_network(context, room))
        await browser.close()
    return lines


async def _under_news(context: BrowserContext, room: Room, who: str, ideas: int) -> Line:
    """How long scripts run each second while others vote."""
    await _seat(context, room)
    page = await context.new_page()
    if who == "phone":
        await page.goto(f"{room.address}/w/{room.code}")
    else:
        await page.goto(room.sign_in)
        await page.goto(f"{room.address}{room.desk}")
    await page.wait_for_selector("body[data-live=yes]")
    devtools = await _slowed(context, page)
    load = asyncio.create_task(put_under_load(room, join_s=1, vote_s=WATCHED_S))
    await asyncio.sleep(2.5)  # all have joined
    before = await _seconds(devtools)
    await asyncio.sleep(WATCHED_S - 1)
    after = await _seconds(devtools)
    figures = await load
    watched = after["Timestamp"] - before["Timestamp"]
    return {
        "page": who,
        "ideas": ideas,
        "news_per_s": round(figures.messages_per_s / len(room.cookies), 1),
        "script_ms_per_s": round(
            1000 * (after["ScriptDuration"] - before["ScriptDuration"]) / watched, 1
        ),
        "busy_ms_per_s": round(
            1000 * (after["TaskDuration"] - before["TaskDuration"]) / watched, 1
        ),
    }


async def _over_a_slow_network(context: BrowserContext, room: Room) -> Line:
    """How long it takes until a phone that has just joined can vote, and until it is live."""
    page = await context.new_page()
    devtools = await _slowed(context, page)
    await devtools.send("Network.enable")
    slow = {
        "offline": False,
        "latency": LATENCY_MS,
        "downloadThroughput": 400 * KILOBIT,
        "uploadThroughput": 400 * KILOBIT,
    }
    await devtools.send("Network.emulateNetworkConditions", slow)
    await page.goto(f"{room.address}/w/{room.code}", wait_until="networkidle")
    await _seat(context, room)
    await page.goto(f"{room.address}/w/{room.code}", wait_until="commit")
    await page.wait_for_selector("body[data-live=yes]")
    timing = await page.evaluate(
        """() => {
            const [page] = performance.getEntriesByType("navigation");
            const [paint] = performance.getEntriesByName("first-contentful-paint");
            return [page.domInteractive, paint.startTime, performance.now()];
        }"""
    )
    interactive, painted, live = (round(ms) for ms in timing)
    return {
        "page": "voting",
        "ideas": FEW,
        "painted_ms": painted,
        "interactive_ms": max(interactive, painted),
        "live_ms": live,
    }


async def _seat(context: BrowserContext, room: Room) -> None:
    name, _, value = room.cookies[0].partition("=")
    await context.add_cookies([{"name": name, "value": value, "url": room.address}])


async def _slowed(context: BrowserContext, page: Page) -> CDPSession:
    devtools = await context.new_cdp_session(page)
    await devtools.send("Performance.enable")
    await devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return devtools


async def _seconds(devtools: CDPSession) -> dict[str, float]:
    answer = await devtools.send("Performance.getMetrics")
    return {metric["name"]: metric["value"] for metric in answer["metrics"]}


if __name__ == "__main__":
    main()
