"""What the transport leans on below the public names of the libraries: fails when that changes."""

import inspect
from typing import Any

import engineio
import engineio.base_server
import engineio.base_socket
import engineio.server
import engineio.socket
import gevent.socket
import socketio
import socketio.base_manager

import transport
from transport.direct import EVENT


def source(thing: object) -> str:
    return inspect.getsource(thing)  # type: ignore[arg-type]


def test_a_visitor_is_made_of_the_class_that_is_replaced() -> None:
    assert vars(engineio.server)["socket"] is engineio.socket
    assert "socket.Socket(self, sid)" in source(engineio.Server._handle_connect)  # noqa: SLF001


def test_a_websocket_is_made_by_what_the_server_keeps_under_async() -> None:
    made = "self.server._async['websocket'](\n            self._websocket_handler, self.server)"
    assert made in source(engineio.socket.Socket._upgrade_websocket)  # noqa: SLF001


def test_a_visitor_is_what_it_was() -> None:
    known = source(engineio.base_socket.BaseSocket.__init__)
    for name in ("queue", "last_ping", "connected", "upgrading", "upgraded", "closing", "closed"):
        assert f"self.{name} = " in known, name
    assert list(inspect.signature(engineio.socket.Socket.close).parameters)[1:] == [
        "wait", "abort", "reason",
    ]  # fmt: skip


def test_rooms_and_packets_are_what_they_were() -> None:
    assert "to=None" in str(inspect.signature(socketio.Manager.emit))
    assert "skip_sid=None" in str(inspect.signature(socketio.Manager.emit))
    assert list(inspect.signature(socketio.Manager.get_participants).parameters)[1:] == [
        "namespace", "room",
    ]  # fmt: skip
    rooms = source(socketio.base_manager.BaseManager)
    assert "self.basic_leave_room(sid, namespace, room)" in rooms
    assert rooms.count("del self.rooms[namespace][room][sid]") == 1
    assert rooms.count("self.rooms[namespace][room][sid] =") == 1


def test_an_event_is_answered_as_the_short_way_answers_it() -> None:
    stock = source(socketio.Server._handle_event_internal)  # noqa: SLF001
    assert "server._trigger_event(data[0], namespace, sid, *data[1:])" in stock
    assert "if r != self.not_handled and id is not None:" in stock
    assert asked("/workshop", 7) == ("/workshop", "7", '["vote",1]')
    assert asked("/", 7) == (None, "7", '["vote",1]')
    assert asked("/workshop", None) is None


def asked(namespace: str, number: int | None) -> tuple[str | None, ...] | None:
    """An event as a phone sends it, as the short way reads it."""
    packet: Any = socketio.packet.Packet
    event = packet(socketio.packet.EVENT, ["vote", 1], namespace, number).encode()
    found = EVENT.fullmatch(f"4{event}")
    return found and found.groups()


def test_a_socket_of_gevent_has_one_below_that_does_not_wait() -> None:
    with gevent.socket.socket() as made:
        assert made._sock.gettimeout() == 0  # noqa: SLF001


def test_the_face_is_small() -> None:
    assert sorted(transport.__all__) == ["Handler", "direct_manager", "install"]


def test_a_message_goes_to_the_one_handler_that_a_server_has_for_it() -> None:
    assert "self.server._trigger_event('message', self.sid, pkt.data," in source(
        engineio.socket.Socket.receive
    )
    assert "'message'" in source(engineio.base_server.BaseServer.on)
    server = socketio.Server(async_mode="threading", async_handlers=False)
    assert callable(server.eio.handlers["message"])
    assert server.eio.async_handlers is False


def test_nobody_is_told_when_the_last_has_left() -> None:
    server = socketio.Server(async_mode="threading", client_manager=transport.direct_manager())

    server.emit("present", [], to="1:desk", namespace="/nobody-is-here")

    assert not server.manager.rooms
