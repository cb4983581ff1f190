"""The way to the phones: a WebSocket under Socket.IO that writes each message once, to all."""

from transport.direct import direct_manager, install
from transport.handler import Handler

__all__ = ["Handler", "direct_manager", "install"]
