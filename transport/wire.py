"""One WebSocket: what comes in is understood, and what goes out is written at once.

Plain messages are read as they are; from the first frame that is anything else, wsproto reads
what comes on this connection.

There is no queue and no greenlet that writes. What the network does not take, because the phone
reads slowly, waits in a backlog that a short-lived greenlet writes; beyond MOST_WAITING the
phone is let go, and it comes back to a fresh picture.
"""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from socket import SHUT_RDWR, SHUT_WR
from typing import Any

import gevent
from wsproto import ConnectionType
from wsproto.connection import Connection, ConnectionState
from wsproto.events import AcceptConnection, CloseConnection, Message, Ping, Request
from wsproto.frame_protocol import CloseReason
from wsproto.handshake import H11Handshake
from wsproto.utilities import RemoteProtocolError

from transport.frames import plain_texts

MOST_WAITING = 256 * 1024
PIECE = 64 * 1024
MOST_UNREAD = 4 * 1024 * 1024
LINGER_S = 2

Environ = dict[str, Any]


class NotAWebSocket(Exception):
    """The request asks for a WebSocket in a way that none can be made of."""


class Wire:
    """An open WebSocket."""

    __slots__ = ("_backlog", "_connection", "_most", "_now", "_socket", "closed")

    def __init__(self, environ: Environ, socket: Any, most_bytes: int) -> None:
        """Shake hands. Raises NotAWebSocket."""
        self.closed = False
        self._backlog = bytearray()
        self._most = most_bytes
        self._socket = socket
        self._now = socket._sock.send  # noqa: SLF001 (gevent's own send waits; this one never does)
        answer, self._connection = _shake_hands(environ)
        socket.sendall(answer)

    def push(self, frame: bytes) -> None:
        """Write this frame now, or as soon as the other end takes it."""
        if self.closed:
            return
        sent = 0
        if not self._backlog:
            try:
                sent = self._now(frame)
            except BlockingIOError:
                pass
            except OSError:
                self.hang_up()
                return
            if sent == len(frame):
                return
            gevent.spawn(self._write_backlog)
        self._backlog += frame[sent:]
        if len(self._backlog) > MOST_WAITING:
            self.hang_up()

    def wait_for_ever(self) -> None:
        """Somebody else finds out when the other end is gone: a timer for each message is saved."""
        self._socket.settimeout(None)

    def messages(self) -> Iterator[str | bytes]:
        """What the other end says, message by message, until either end closes."""
        for heard in self._heard():
            texts = plain_texts(heard, self._most)
            if texts is None:
                yield from self._understood(heard)
                return
            yield from texts

    def _understood(self, heard: bytes) -> Iterator[str | bytes]:
        """The same, from these bytes on, by the whole of what WebSockets may say."""
        parts: list[Any] = []
        size = 0
        for event in self._events(heard):
            if isinstance(event, Message):
                size += len(event.data)
                if size > self._most:
                    self._refuse(CloseReason.MESSAGE_TOO_BIG)
                    return
                parts.append(event.data)
                if event.message_finished:
                    yield "".join(parts) if isinstance(parts[0], str) else b"".join(parts)
                    parts, size = [], 0
            elif isinstance(event, Ping):
                self.push(self._connection.send(event.response()))
            elif isinstance(event, CloseConnection):
                if self._connection.state is ConnectionState.REMOTE_CLOSING:
                    self.close(event.code)
                else:
                    self._refuse(event.code)  # what came is not what WebSockets say
                return

    def close(self, code: int = CloseReason.NORMAL_CLOSURE) -> None:
        """Say goodbye, or answer the other end's goodbye, and hang up."""
        if not self.closed:
            if self._connection.state in {ConnectionState.OPEN, ConnectionState.REMOTE_CLOSING}:
                self.push(self._connection.send(CloseConnection(code=_sayable(code))))
            self.hang_up()

    def hang_up(self) -> None:
        """End it without a word; whoever reads from it is woken."""
        self.closed = True
        self._backlog.clear()
        with suppress(OSError):  # the other end may be faster
            self._socket.shutdown(SHUT_RDWR)

    def _refuse(self, code: int) -> None:
        """Say why, and let the other end read it before the connection is gone."""
        self.push(self._connection.send(CloseConnection(code=code)))
        with suppress(OSError):
            self._socket.shutdown(SHUT_WR)
            self._socket.settimeout(LINGER_S)
            # Closing with something unread would make the network throw away what was said.
            for _ in range(MOST_UNREAD // PIECE):
                if not self._socket.recv(PIECE):
                    break
        self.hang_up()

    def _events(self, first: bytes) -> Iterator[Any]:
        for heard in chain((first,), self._heard()):
            self._connection.receive_data(heard)
            yield from self._connection.events()

    def _heard(self) -> Iterator[bytes]:
        while not self.closed:
            try:
                heard = self._socket.recv(PIECE)
            except OSError:
                return
            if not heard:
                return
            yield heard

    def _write_backlog(self) -> None:
        try:
            while self._backlog:
                sent = self._socket.send(self._backlog[:PIECE])
                del self._backlog[:sent]
        except OSError:
            self.hang_up()


def _shake_hands(environ: Environ) -> tuple[bytes, Connection]:
    """The answer to a request, and the WebSocket that it opens. Raises NotAWebSocket."""
    handshake = H11Handshake(ConnectionType.SERVER)
    try:
        handshake.initiate_upgrade_connection(_headers(environ), environ.get("PATH_INFO", "/"))
        if not any(isinstance(event, Request) for event in handshake.events()):
            raise NotAWebSocket
        # Nothing is compressed: deflate costs 100 kB per phone and a third more work.
        answer = handshake.send(AcceptConnection())
    except (RemoteProtocolError, ValueError) as fault:
        raise NotAWebSocket from fault
    if handshake.connection is None:
        raise NotAWebSocket
    return answer, handshake.connection


def _headers(environ: Environ) -> list[tuple[bytes, bytes]]:
    return [
        (name[5:].replace("_", "-").lower().encode(), str(value).encode("latin-1"))
        for name, value in environ.items()
        if name.startswith("HTTP_")
    ]


def _sayable(code: int) -> int:
    """The code, unless it is one of those that are never sent."""
    unsaid = {CloseReason.NO_STATUS_RCVD, CloseReason.ABNORMAL_CLOSURE}
    return CloseReason.NORMAL_CLOSURE if code in unsaid else code
