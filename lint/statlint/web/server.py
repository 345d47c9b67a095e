"""The server of pages on this machine: from its start to the last file deleted."""

from __future__ import annotations

import asyncio
import logging
import secrets
import signal
import socket
import sys
import webbrowser
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, contextmanager
from threading import Thread
from typing import TYPE_CHECKING

import uvicorn

from statlint.dataclass import dataclass, field
from statlint.errors import StatlintError
from statlint.values import Language, Text
from statlint.web.app import Desk, app_of
from statlint.web.bounds import DeskBounds
from statlint.web.cases import Cases
from statlint.web.connection import PatientProtocol
from statlint.web.guard import Guard
from statlint.web.home import private_home
from statlint.web.labour import Labour

if TYPE_CHECKING:
    from starlette.applications import Starlette

_HOST, _HOST_6 = "127.0.0.1", "::1"
_WAITING = 128
"""Connections that wait to be taken."""
_LINGER = 2
"""Seconds for which answers may go on after the end was asked for."""
_KEEP_ALIVE = 5
_TAKEN = Text("端口 {port} 不能使用：{reason}", "port {port} cannot be used: {reason}")
_TICK = 0.5
"""Seconds between two looks whether any page is left."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How a server is to be: at which port (0: any that is free), in which language.

    Without one it is that of the browser. It `opens` a browser, or does not; one that `ends_alone`
    does so after the last page was closed.
    """

    port: int = 0
    language: Language | None = None
    opens: bool = False
    ends_alone: bool = False
    bounds: DeskBounds = field(default_factory=DeskBounds)


def serve(asked: Asked, say: Callable[[str], None]) -> None:
    """Serve pages until somebody ends it; `say` gets the address.

    Raises StatlintError where the port cannot be used, or no process can be started.
    """
    sockets = _sockets(asked.port, asked.language or "en")
    port = sockets[0].getsockname()[1]
    with (
        _ending_by_signals() as ending,
        private_home() as home,
        closing(Labour(asked.bounds)) as labour,
    ):
        # Before there is another thread: processes go on from this one at less cost.
        labour.warm()
        cases = Cases(home, asked.bounds)
        app = app_of(Desk(cases, labour, asked.bounds, asked.language))
        guard = Guard(app, secrets.token_urlsafe(24), asked.language)
        server = ending.of(_Server(_config(guard, asked.bounds)))
        app.router.lifespan_context = _lifespan(cases, asked, server)
        say(f"http://{_HOST}:{port}{guard.address}")
        if asked.opens:
            url = f"http://{_HOST}:{port}{guard.ticket()}"
            # Some browsers are programs that go on in the terminal.
            Thread(target=webbrowser.open, args=(url,), daemon=True).start()
        server.run(sockets)


def _config(guard: Guard, bounds: DeskBounds) -> uvicorn.Config:
    # What strangers send is no news; a defect of ours is.
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    return uvicorn.Config(
        guard,
        loop="asyncio",
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        limit_concurrency=bounds.connections,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_LINGER,
    )


def _lifespan(
    cases: Cases, asked: Asked, server: uvicorn.Server
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        """Look at the clock as long as the server runs; then take all cases away."""
        watches = [asyncio.create_task(cases.watch())]
        if asked.ends_alone:
            watches.append(asyncio.create_task(_end_alone(cases, server, asked.bounds)))
        try:
            yield
        finally:
            for one in watches:
                one.cancel()
            await asyncio.gather(*watches, return_exceptions=True)
            await cases.end_all()

    return lifespan


async def _end_alone(cases: Cases, server: uvicorn.Server, bounds: DeskBounds) -> None:
    """End the server when no page is left, or none ever comes."""
    alone = 0.0
    while alone < (bounds.unseen_again if cases.had_any else bounds.unseen):
        await asyncio.sleep(_TICK)
        alone = 0.0 if len(cases) else alone + _TICK
    server.should_exit = True


def _sockets(port: int, language: Language) -> list[socket.socket]:
    """Listen on this machine alone: at one port of the old protocol, and of the new if it can."""
    try:
        first = _listening(socket.AF_INET, _HOST, port)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StatlintError(_TAKEN.of(language).format(port=port, reason=reason)) from error
    try:
        return [first, _listening(socket.AF_INET6, _HOST_6, first.getsockname()[1])]
    except OSError:
        return [first]


def _listening(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There, another program could take the same port as well.
            found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
        found.listen(_WAITING)
    except OSError:
        found.close()
        raise
    return found


class _Server(uvicorn.Server):
    """A server that ends in order also where that was asked while it began.

    The one above would leave without taking away what it has begun.
    """

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin; what was asked meanwhile is done once it listens."""
        await super().startup(sockets)
        if self.started and self.should_exit:
            self.should_exit = False
            asyncio.get_running_loop().call_soon(setattr, self, "should_exit", True)  # noqa: FBT003 - a value


class _Ending:
    """Ends a server in order, also one that has not begun yet."""

    def __init__(self) -> None:
        self._server: uvicorn.Server | None = None
        self._is_asked = False

    def of(self, server: uvicorn.Server) -> uvicorn.Server:
        """Take the server that is to be ended."""
        self._server = server
        server.should_exit = self._is_asked
        return server

    def end(self, *_signal: object) -> None:
        """End it."""
        self._is_asked = True
        if self._server is not None:
            self._server.should_exit = True


@contextmanager
def _ending_by_signals() -> Iterator[_Ending]:
    """Let signals end a server in order, also that of a terminal that is closed."""
    ending = _Ending()
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, ending.end) for number in numbers}
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
