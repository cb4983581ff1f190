"""Where a network lets no WebSocket through, long-polling does the same."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import socketio

from rehearsal.doors import Browser
from rehearsal.phone import NAMESPACE, PATIENCE_S, Answer, Journal, Phone
from tests.faults.crowd import room_with, run, until, vote
from tests.faults.server import Server

AT_ONCE_BYTES = 65_536


class OldPhone(Phone):
    """A phone that begins by polling."""

    def __init__(self, browser: Browser, code: str, transports: tuple[str, ...]) -> None:
        super().__init__(browser, code, Journal())
        self._transports = transports

    async def connect(self) -> Answer:
        """Connect by these ways, with the cookies of the browser, and enter the room."""
        self._client = socketio.AsyncClient(  # type: ignore[no-untyped-call]  # it has no types
            reconnection=False, http_session=self.browser.http, handle_sigint=False
        )
        self._client.on("news", self._hear, namespace=NAMESPACE)
        await self._client.connect(
            self.browser.server,
            namespaces=[NAMESPACE],
            transports=[*self._transports],
            wait_timeout=PATIENCE_S,
        )
        return await self.enter()

    @property
    def transport(self) -> str:
        """How it is connected."""
        return str(self._client.transport())


# The client library leaves the connection on which its WebSocket was refused to the collector.
@pytest.mark.filterwarnings("ignore:Unclosed connection:ResourceWarning")
@pytest.mark.parametrize("transports", [("polling",), ("polling", "websocket")], ids="+".join)
def test_without_websocket_people_join_vote_and_hear_the_news(
    server: Server, transports: tuple[str, ...]
) -> None:
    async def story() -> None:
        async with (
            room_with(server, 1) as (room, [other]),
            _no_websocket(server.port) as address,
            Browser(server.address) as browser,
        ):
            await (await room.seat(browser)).disconnect()
            browser.server = address
            phone = OldPhone(browser, room.code, transports)
            await phone.connect()

            assert phone.transport == "polling"
            assert (await vote(phone, room.ideas[0], 2))["left"] == 1
            assert (await vote(phone, room.ideas[0], 9))["code"] == "most_on_one_idea"
            assert (await vote(other, room.ideas[0], 1))["ok"]
            await until(lambda: bool(phone.room["state"]["voted"] == 2))
            await room.go("next")
            await until(lambda: phone.room["results"] is not None)
            assert phone.room["results"][0] == [room.ideas[0], 3, 2, 0, 0]
            await phone.disconnect()

    run(story)
    gc.collect()


@asynccontextmanager
async def _no_websocket(port: int) -> AsyncIterator[str]:
    """The address of a proxy, as in a guarded network, that refuses every upgrade."""
    open_pipes: set[asyncio.Task[None]] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_pipes.add(task := asyncio.ensure_future(_forward(port, reader, writer)))
        task.add_done_callback(open_pipes.discard)

    proxy = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        here = proxy.sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{here}"
    finally:
        proxy.close()
        for pipe in open_pipes:
            pipe.cancel()
        await asyncio.gather(*open_pipes, return_exceptions=True)


async def _forward(port: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    from_house, to_house = await asyncio.open_connection("127.0.0.1", port)
    try:
        done = {
            asyncio.ensure_future(_pipe(reader, to_house, writer)),
            asyncio.ensure_future(_pipe(from_house, writer)),
        }
        await asyncio.wait(done, return_when=asyncio.FIRST_COMPLETED)
        for pipe in done:
            pipe.cancel()
    finally:
        to_house.close()
        writer.close()


async def _pipe(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    refuse: asyncio.StreamWriter | None = None,
) -> None:
    while said := await reader.read(AT_ONCE_BYTES):
        if refuse and b"upgrade: websocket" in said.lower():
            refuse.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            return
        writer.write(said)
        await writer.drain()
