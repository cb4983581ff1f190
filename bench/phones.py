"""Many phones in one process: just enough of WebSocket and Engine.IO to join, vote and hear.

News is counted by its frame and not read, except by every SAMPLED-th phone.
"""

import asyncio
import base64
import json
import os
import re
import struct
import time
from collections.abc import Callable
from typing import Any

SAMPLED = 10
PAGE_ASKED = (
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n"
    "Accept-Encoding: gzip, deflate, br, zstd\r\n\r\n"  # as Chromium says it
)
SOCKET_ASKED = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n"
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: {key}\r\n\r\n"
)
NEWS = b'42/workshop,["news"'
ACK = b"43/workshop,"


class Phone(asyncio.Protocol):
    """One phone: reads its page, connects, enters, votes once, and hears the news."""

    def __init__(self, number: int, host: str, path: str, cookie: str, code: str) -> None:
        self.sampled = number % SAMPLED == 0
        self.joined_ms = self.acked_ms = self.visible_ms = -1.0
        self.page_bytes = self.arrival_bytes = self.news_bytes = 0
        self.frames = self.bytes = 0
        self.lost = False
        self.answer: dict[str, Any] = {}
        self._names = {"host": host, "path": path, "cookie": cookie}
        self._code = code
        self._buffer = b""
        self._transport: asyncio.Transport
        self._hears: Callable[[], None] = self._hear_page
        self._version = 0
        self._heard: list[tuple[float, int]] = []
        self._began = self._voted_at = 0.0
        self._done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        """Ask for the page."""
        self._transport = transport
        self._write_text(PAGE_ASKED.format(**self._names))

    def data_received(self, data: bytes) -> None:
        """Understand as much as has come."""
        self.bytes += len(data)
        self._buffer = self._buffer + data if self._buffer else data
        self._hears()

    def connection_lost(self, _: Exception | None) -> None:
        """Remember it: nobody should lose a connection."""
        self.lost = True
        if not self._done.done():
            self._done.set_exception(ConnectionError("the server hung up"))

    async def join(self, host: str, port: int) -> None:
        """Read the page, connect and enter."""
        self._began = time.perf_counter()
        await asyncio.get_running_loop().create_connection(lambda: self, host, port)
        await self._done
        self.joined_ms = 1000 * (time.perf_counter() - self._began)

    async def vote(self, idea: int, value: object) -> None:
        """Vote once and wait for the acknowledgement."""
        self._done = asyncio.get_running_loop().create_future()
        self._heard.clear()
        self._voted_at = time.perf_counter()
        self._say(f'42/workshop,1["vote",{json.dumps({"idea": idea, "value": value})}]')
        await self._done
        self._see()

    def hang_up(self) -> None:
        """Close the connection."""
        self._transport.abort()

    def _hear_page(self) -> None:
        head, found, body = self._buffer.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        if not found or length is None or len(body) < int(length[1]):
            return
        if not head.startswith(b"HTTP/1.1 200"):
            self._done.set_exception(ConnectionError(head.decode("latin-1")[:80]))
            return
        self.page_bytes = len(body)
        self._buffer = b""
        self._hears = self._hear_handshake
        key = base64.b64encode(os.urandom(16)).decode()
        self._write_text(SOCKET_ASKED.format(**self._names, key=key))

    def _hear_handshake(self) -> None:
        head, found, rest = self._buffer.partition(b"\r\n\r\n")
        if found:
            assert b" 101 " in head, head  # noqa: S101 (else there is nothing to measure)
            self._buffer = rest
            self._hears = self._hear_frames
            self._hear_frames()

    def _hear_frames(self) -> None:
        data, at = self._buffer, 0
        while len(data) >= at + 2:
            length, start = data[at + 1] & 127, at + 2
            if length == 126:  # noqa: PLR2004 (RFC 6455: two more bytes)
                length, start = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif length == 127:  # noqa: PLR2004 (RFC 6455: eight more bytes)
                length, start = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            if len(data) < start + length or start > len(data):
                break
            self._hear(data[start : start + length])
            at = start + length
        self._buffer = data[at:]

    def _hear(self, message: bytes) -> None:
        if message.startswith(NEWS):
            self.frames += 1
            self.news_bytes = len(message)
            if self.sampled:
                found = re.search(rb'"version":(\d+)', message)
                self._heard.append((time.perf_counter(), int(found[1]) if found else 0))
                self._see()
        elif message.startswith(ACK):
            self._take(message)
        elif message == b"2":
            self._say("3")
        elif message.startswith(b"0"):
            self._say("40/workshop,")
        elif message.startswith(b"40/workshop"):
            self._say(f'42/workshop,0["enter",{{"code":"{self._code}"}}]')

    def _take(self, message: bytes) -> None:
        self.answer = json.loads(message[message.index(b"[") :])[0]
        if message.startswith(ACK + b"1"):
            self.acked_ms = 1000 * (time.perf_counter() - self._voted_at)
            self._version = int(self.answer.get("version", 0))
        else:
            self.arrival_bytes = len(message)
        self._done.set_result(None)

    def _see(self) -> None:
        """The vote is visible with the first news that is no older than its acknowledgement."""
        if self._version and self.visible_ms < 0:
            seen = [at for at, version in self._heard if version >= self._version]
            if seen:
                self.visible_ms = 1000 * (seen[0] - self._voted_at)

    def _write_text(self, text: str) -> None:
        self._transport.write(text.encode("latin-1"))

    def _say(self, message: str) -> None:
        said = message.encode()
        # Masked with zeros: allowed, and the generator has better things to do.
        short = len(said) < 126  # noqa: PLR2004 (RFC 6455)
        head = (
            bytes((0x81, 0x80 | len(said))) if short else struct.pack("!BBH", 0x81, 254, len(said))
        )
        self._transport.write(head + bytes(4) + said)
