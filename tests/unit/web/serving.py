"""A server of pages in a thread of the tests, on a real socket."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep
from typing import Any, cast

import httpx
import uvicorn

from statlint.web.connection import PatientProtocol
from statlint.web.guard import Guard

PATIENCE = 60.0
"""Seconds to wait for anything."""
TICK = 0.02


@contextmanager
def serving(app: Guard, patience: float = PATIENCE) -> Iterator[int]:
    """Serve at a port of this machine; `patience` is for heads of requests, in seconds."""
    protocol = type("Protocol", (PatientProtocol,), {"patience": patience})
    config = uvicorn.Config(
        cast("Any", app), http=protocol, log_config=None, lifespan="off", ws="none"
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(PATIENCE)


def client_of(port: int, path: str = "/") -> httpx.Client:
    """Give what speaks to a server as the page does."""
    own = f"http://127.0.0.1:{port}"
    return httpx.Client(base_url=own + path, headers={"origin": own}, timeout=PATIENCE)


def until_idle(client: httpx.Client, case: str) -> dict[str, Any]:
    """Wait until nothing is at work on a case; give its state."""
    latest = monotonic() + PATIENCE
    while True:
        state: dict[str, Any] = client.get(case).raise_for_status().json()
        if state["work"]["state"] == "idle":
            return state
        assert monotonic() < latest
        sleep(TICK)


def raw(port: int, sent: bytes, *, ends: bool = False) -> bytes:
    """Send bytes as they are, and take all that comes back; `ends` closes this side at once."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall(sent)
        if ends:
            connection.shutdown(socket.SHUT_WR)
        found = b""
        try:
            while piece := connection.recv(1 << 16):
                found += piece
        except ConnectionResetError:
            return found
        return found
