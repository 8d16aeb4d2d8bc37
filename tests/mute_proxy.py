"""A network between desk and server that may go mute: it takes what is sent and answers nothing, and refuses nobody."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread


class MuteProxy:
    """Forwards TCP connections to a port of this machine.

    While it is mute it still accepts connections and swallows every byte of both sides. What was swallowed never
    arrives: whoever waits for an answer to it waits for ever.
    """

    def __init__(self, port: int) -> None:
        self._target = port
        self._mute = Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        Thread(target=self._accept, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def mute(self) -> None:
        self._mute.set()

    def speak(self) -> None:
        self._mute.clear()

    def close(self) -> None:
        for each in (self._listener, *self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        while True:
            try:
                desk, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._target))
            self._open += [desk, server]
            for one, other in ((desk, server), (server, desk)):
                Thread(target=self._forward, args=(one, other), daemon=True).start()

    def _forward(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65_536):
                if not self._mute.is_set():
                    other.sendall(data)
            other.shutdown(socket.SHUT_RDWR)


@contextmanager
def mute_proxy(port: int) -> Iterator[MuteProxy]:
    proxy = MuteProxy(port)
    try:
        yield proxy
    finally:
        proxy.close()
