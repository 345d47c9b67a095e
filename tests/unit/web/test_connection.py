"""Connections that say nothing, or half of it, are not kept for ever."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from statlint.web.guard import Guard
from unit.web.serving import PATIENCE, raw, serving

TOKEN = "token"  # noqa: S105 - of this test alone


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Give the port of a server that waits half a second."""
    app = Starlette(routes=[Route("/", lambda _: PlainTextResponse("page"))])
    with serving(Guard(app, TOKEN, "en"), patience=0.5) as port:
        yield port


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"GET / HT", id="half a line"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ", id="half a head"),
    ],
)
def test_a_request_that_does_not_come_is_not_waited_for(port: int, sent: bytes) -> None:
    assert raw(port, sent) == b""


def test_what_is_sent_after_an_answer_is_not_waited_for(port: int) -> None:
    head = f"POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 9999\r\n\r\nabc"
    told = raw(port, head.encode())

    assert told.startswith(b"HTTP/1.1 403")


def test_what_is_no_request_is_refused(port: int) -> None:
    assert raw(port, b"\x16\x03\x01\x02\x00" * 20).startswith(b"HTTP/1.1 400")
    endless = b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 20_000
    assert raw(port, endless).startswith(b"HTTP/1.1 400")


def test_one_connection_serves_many_requests(port: int) -> None:
    ask = f"GET /t/{TOKEN}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n".encode()
    told = raw(port, (ask + b"\r\n") * 5 + ask + b"Connection: close\r\n\r\n")

    assert told.count(b"page") == 6


def test_many_connections_that_say_nothing_keep_nobody_out(port: int) -> None:
    silent = [socket.create_connection(("127.0.0.1", port), PATIENCE) for _ in range(60)]
    ask = f"GET /t/{TOKEN}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    told = raw(port, ask.encode())
    ends = [one.recv(1) for one in silent]
    for one in silent:
        one.close()

    assert told.endswith(b"page")
    assert ends == [b""] * 60
