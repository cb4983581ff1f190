"""Where the wire meets python-engineio and python-socketio.

Stock, every phone has a queue, a greenlet that empties it and a greenlet that pings. Here a
packet goes straight to the wire, one wheel pings everyone, and a message to a room is encoded
and framed once. Long-polling stays as it was. This file alone knows what lies below the public
names of the two libraries; tests/transport/test_contract.py says what it leans on.
"""

import re
import time
import traceback
from collections import deque
from collections.abc import Iterator
from typing import Any

import engineio
import engineio.socket
import gevent
import msgspec
import socketio
from engineio import exceptions, packet

from transport.frames import framed
from transport.handler import CONNECTION
from transport.wire import Environ, NotAWebSocket, Wire

EVENT = re.compile(r"42(?:(/[^,\[]*),)?(\d+)(\[.*\])", re.DOTALL)
"""An event that wants an answer: its namespace, the number of the answer, what is said."""
WHEEL_S = 1.0
"""How often the wheel looks who is to be pinged."""


class DirectManager(socketio.Manager):
    """Knows the rooms, and writes to a whole room in one go."""

    def __init__(self) -> None:
        super().__init__()
        self._visitors: dict[tuple[str, Any], list[DirectSocket]] = {}
        """Who is in a room, for as long as nobody comes or goes."""

    def basic_enter_room(self, sid: str, namespace: str, room: Any, eio_sid: Any = None) -> None:
        """Somebody comes into a room."""
        self._visitors.pop((namespace, room), None)
        super().basic_enter_room(sid, namespace, room, eio_sid)

    def basic_leave_room(self, sid: str, namespace: str, room: Any) -> None:
        """Somebody leaves a room."""
        self._visitors.pop((namespace, room), None)
        super().basic_leave_room(sid, namespace, room)

    def emit(
        self,
        event: str,
        data: Any,
        namespace: str,
        room: Any = None,
        skip_sid: Any = None,
        callback: Any = None,
        to: Any = None,
        **details: Any,
    ) -> None:
        """Send a message to everyone in the room."""
        room = to or room
        if callback or skip_sid:
            super().emit(event, data, namespace, room, skip_sid, callback, **details)
            return
        server: Any = self.server
        said = [] if data is None else list(data) if isinstance(data, tuple) else [data]
        whole = server.packet_class(socketio.packet.EVENT, [event, *said], namespace)
        encoded = whole.encode()
        for part in encoded if isinstance(encoded, list) else [encoded]:
            self._write(server, packet.Packet(packet.MESSAGE, part), namespace, room)

    def _write(self, server: Any, one: Any, namespace: str, room: Any) -> None:
        frame = framed(one.encode())
        for visitor in self._in(server, namespace, room):
            if visitor.wire is not None:
                visitor.wire.push(frame)
            elif not visitor.closed:
                visitor.send(one)  # it polls

    def _in(self, server: Any, namespace: str, room: Any) -> "list[DirectSocket]":
        here = self._visitors.get((namespace, room))
        if here is None:
            known = self.rooms.get(namespace, {}).get(room, {}).values()
            here = [server.eio.sockets[sid] for sid in known if sid in server.eio.sockets]
            self._visitors[namespace, room] = here
        return here


def direct_manager() -> DirectManager:
    """A manager for a Socket.IO server that is installed on the wire."""
    return DirectManager()


class DirectSocket(engineio.socket.Socket):
    """A visitor: stock while polling, on the wire once there is a WebSocket."""

    wire: Wire | None = None

    def send(self, pkt: Any) -> None:
        """Send a packet to the visitor."""
        if self.wire is None:
            super().send(pkt)
        elif self.check_ping_timeout():
            self.wire.push(framed(pkt.encode()))

    def receive(self, pkt: Any) -> None:
        """Take what the visitor sent; what nobody can understand is one line in the log."""
        if pkt.packet_type != packet.MESSAGE:
            super().receive(pkt)
            return
        try:
            self.server.handlers["message"](self.sid, pkt.data)
        except Exception as error:
            if not _only_in_libraries(error):
                self.server.logger.exception("A message could not be handled")
                return
            self.server.logger.error("A packet was not understood: %s", type(error).__name__)  # noqa: TRY400 (a stranger's fault is worth no traceback)

    def schedule_ping(self) -> None:
        """Have the visitor pinged after the usual interval, once the last ping is answered."""
        if self.last_ping:
            self.last_ping = 0.0  # it has answered
            self.server.ping_wheel.put(self)

    def close(self, wait: bool = True, abort: bool = False, reason: Any = None) -> None:  # noqa: FBT002 (the library's own)
        """Close the connection, whoever wants it closed."""
        super().close(wait=wait and self.wire is None, abort=abort, reason=reason)
        if self.wire is not None:
            self.wire.close()

    def _websocket_handler(self, wire: Wire) -> list[Any]:
        messages = wire.messages()
        if self.connected and not self._upgrades_on(wire, messages):
            self.upgrading = False
            wire.close()
            return []
        self.connected = self.upgraded = True
        self.upgrading = False
        self._move_to(wire)
        for message in messages:
            if not self._understand(message):
                break
        self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_CLOSE)
        wire.close()
        return []

    def _upgrades_on(self, wire: Wire, messages: Any) -> bool:
        """Whether the polling visitor's WebSocket proves to work."""
        self.upgrading = True  # what is sent meanwhile waits in the queue
        if next(messages, None) != "2probe":
            return False
        wire.push(framed("3probe"))
        self.queue.put(packet.Packet(packet.NOOP))  # ends the poll that is on
        return bool(next(messages, None) == "5")

    def _move_to(self, wire: Wire) -> None:
        while not self.queue.empty():
            waiting = self.queue.get(block=False)
            self.queue.task_done()
            if waiting is not None:
                wire.push(framed(waiting.encode()))
        wire.wait_for_ever()  # the wheel finds out when the visitor is gone
        self.wire = wire

    def _understand(self, message: str | bytes) -> bool:
        try:
            if isinstance(message, str) and answer_at_once(self, message):
                return True
            self.receive(packet.Packet(encoded_packet=message))
        except exceptions.UnknownPacketError:
            pass
        except exceptions.SocketIsClosedError:
            return False
        except Exception:
            self.server.logger.exception("A message could not be handled")
            return False
        return True


def answer_at_once(phone: DirectSocket, message: str) -> bool:
    """Answer an event that wants an answer, the short way; False for all other messages.

    Socket.IO's own way makes and unmakes four packets and gives the same answer.
    """
    asked = EVENT.fullmatch(message)
    if asked is None or phone.wire is None:
        return False
    namespace, server = asked[1] or "/", phone.server.socketio
    sid = server.manager.sid_from_eio_sid(phone.sid, namespace)
    if sid is None:
        return False
    try:
        event, *said = msgspec.json.decode(asked[3])
    except (msgspec.DecodeError, ValueError):
        return False
    answer = server._trigger_event(event, namespace, sid, *said)  # noqa: SLF001 (as the stock way)
    if answer != server.not_handled:
        told = [] if answer is None else list(answer) if isinstance(answer, tuple) else [answer]
        head = f"43{asked[1]}," if asked[1] else "43"
        phone.wire.push(framed(f"{head}{asked[2]}{msgspec.json.encode(told).decode()}"))
    return True


def _only_in_libraries(error: Exception) -> bool:
    """Whether the error arose before anything of the house was asked."""
    frames = (frame for frame, _ in traceback.walk_tb(error.__traceback__))
    rooms = {frame.f_globals.get("__name__", "").partition(".")[0] for frame in frames}
    return rooms <= {"transport", "socketio", "engineio", "flask_socketio", "json"}


class PingWheel:
    """Pings every visitor in turn, and lets go of the silent: one greenlet for all of them."""

    def __init__(self, interval_s: float, timeout_s: float) -> None:
        self._interval_s = interval_s
        self._timeout_s = timeout_s
        self._due: deque[tuple[float, DirectSocket]] = deque()
        self._asked: deque[tuple[float, DirectSocket]] = deque()

    def put(self, visitor: DirectSocket) -> None:
        """Ping this visitor after the interval; whoever came first is due first."""
        self._due.append((time.time() + self._interval_s, visitor))

    def turn(self) -> None:
        """Go on pinging for as long as the server lives."""
        while True:
            gevent.sleep(WHEEL_S)
            self.ping_due(time.time())
            self.let_go(time.time())

    def ping_due(self, now: float) -> None:
        """Ping those whose time has come."""
        for visitor in _taken(self._due, now):
            visitor.last_ping = now
            visitor.send(packet.Packet(packet.PING))
            self._asked.append((now + self._timeout_s, visitor))

    def let_go(self, now: float) -> None:
        """Close the connection of those who have not answered in time."""
        for visitor in _taken(self._asked, now):
            visitor.check_ping_timeout()


def _taken(waiting: deque[tuple[float, DirectSocket]], now: float) -> Iterator[DirectSocket]:
    """Those whose time has come and who are still there."""
    while waiting and waiting[0][0] <= now:
        _, visitor = waiting.popleft()
        if not visitor.closing and not visitor.closed:
            yield visitor


class _Driver:
    """What python-engineio calls to make a WebSocket of a request."""

    def __init__(self, handle: Any, server: Any) -> None:
        self._handle = handle
        self._server = server

    def __call__(self, environ: Environ, start_response: Any) -> Any:
        try:
            wire = Wire(environ, environ[CONNECTION], self._server.max_http_buffer_size)
        except NotAWebSocket:
            start_response("400 Bad Request", [("Content-Type", "text/plain")])
            return (b"This is no WebSocket.",)  # a tuple, for a list would be taken for packets
        environ["transport.upgraded"] = True
        patience = self._server.ping_interval + self._server.ping_timeout
        environ[CONNECTION].settimeout(patience)
        return self._handle(wire)


def install(socketio_server: Any) -> None:
    """Put the wire under this Socket.IO server, and under every one of this process."""
    server = socketio_server.eio
    server.socketio = socketio_server
    engineio.socket.Socket = DirectSocket  # type: ignore[misc]
    server._async = {**server._async, "websocket": _Driver}  # noqa: SLF001 (its only hook)
    server.ping_wheel = PingWheel(server.ping_interval, server.ping_timeout)
    gevent.spawn(server.ping_wheel.turn)
