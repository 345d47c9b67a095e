"""Who may ask: all ways in that are known to be tried, and what becomes of each."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from statlint.web.guard import HEADERS, Guard
from unit.web.serving import client_of, raw, serving

if TYPE_CHECKING:
    import httpx
    from starlette.requests import Request

TOKEN = "token-that-nobody-knows"  # noqa: S105 - of this test alone
OWN = "http://127.0.0.1:{port}"
"""The port is put in when it is known."""
PAGE = f"/t/{TOKEN}/"
NONE: Mapping[str, str] = {}


async def answer(request: Request) -> Response:
    return PlainTextResponse(request.url.path)


@pytest.fixture(scope="module")
def guard() -> Guard:
    """Give a guard before one who answers with the address that is asked for."""
    methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    return Guard(Starlette(routes=[Route("/{rest:path}", answer, methods=methods)]), TOKEN, "en")


@pytest.fixture(scope="module")
def port(guard: Guard) -> Iterator[int]:
    """Give the port that it is asked at."""
    with serving(guard) as port:
        yield port


@pytest.fixture(scope="module")
def client(port: int) -> Iterator[httpx.Client]:
    """Give a client that says nothing of where it comes from."""
    with client_of(port) as client:
        del client.headers["origin"]
        yield client


def at(port: int, text: str) -> str:
    """Put the port into a text."""
    return text.replace("{port}", str(port)).replace("{next}", str(port + 1))


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        # A browser on this machine that has the whole address.
        ("GET", PAGE, NONE, 200),
        ("HEAD", PAGE, NONE, 200),
        ("GET", PAGE, {"sec-fetch-site": "none"}, 200),
        ("GET", PAGE, {"sec-fetch-site": "same-origin", "origin": OWN}, 200),
        ("GET", PAGE, {"host": "localhost:{port}"}, 200),
        ("GET", PAGE, {"host": "LOCALHOST:{port}"}, 200),
        ("GET", PAGE, {"host": "[::1]:{port}"}, 200),
        ("POST", PAGE + "cases", {"origin": OWN}, 200),
        ("PUT", PAGE + "cases", {"origin": OWN, "sec-fetch-site": "same-origin"}, 200),
        ("DELETE", PAGE, {"origin": "http://localhost:{port}", "host": "localhost:{port}"}, 200),
        # Without the token, or with another one.
        ("GET", "/", NONE, 403),
        ("GET", "/t/", NONE, 403),
        ("GET", "/t//", NONE, 403),
        ("GET", f"/t/{TOKEN[:-1]}/", NONE, 403),
        ("GET", f"/t/{TOKEN}x/", NONE, 403),
        ("GET", f"/{TOKEN}/", NONE, 403),
        ("GET", f"//t/{TOKEN}/", NONE, 403),
        ("GET", f"/t/{TOKEN.upper()}/", NONE, 403),
        ("GET", "/t/%ff/", NONE, 403),
        ("GET", "/favicon.ico", NONE, 403),
        ("GET", "/open/anything", NONE, 403),
        ("POST", "/", {"origin": OWN}, 403),
        # Names that somebody else may give this machine.
        ("GET", PAGE, {"host": "evil.example"}, 403),
        ("GET", PAGE, {"host": "evil.example:{port}"}, 403),
        ("GET", PAGE, {"host": "127.0.0.1.evil.example:{port}"}, 403),
        ("GET", PAGE, {"host": "localhost.evil.example:{port}"}, 403),
        ("GET", PAGE, {"host": "127.0.0.1:{next}"}, 403),
        ("GET", PAGE, {"host": "127.0.0.1"}, 403),
        ("GET", PAGE, {"host": "0.0.0.0:{port}"}, 403),
        ("GET", PAGE, {"host": "127.1:{port}"}, 403),
        ("GET", PAGE, {"host": ""}, 403),
        ("GET", PAGE, {"host": "user@127.0.0.1:{port}"}, 403),
        # Other sites, though they know the token.
        ("GET", PAGE, {"sec-fetch-site": "cross-site"}, 403),
        ("GET", PAGE, {"sec-fetch-site": "same-site"}, 403),
        ("GET", PAGE, {"origin": "http://evil.example"}, 403),
        ("POST", PAGE, NONE, 403),
        ("PUT", PAGE, NONE, 403),
        ("PATCH", PAGE, NONE, 403),
        ("DELETE", PAGE, NONE, 403),
        ("OPTIONS", PAGE, NONE, 403),
        ("POST", PAGE, {"sec-fetch-site": "same-origin"}, 403),
        ("POST", PAGE, {"origin": "null"}, 403),
        ("POST", PAGE, {"origin": ""}, 403),
        ("POST", PAGE, {"origin": "http://evil.example"}, 403),
        ("POST", PAGE, {"origin": "https://127.0.0.1:{port}"}, 403),
        ("POST", PAGE, {"origin": "http://127.0.0.1:{next}"}, 403),
        ("POST", PAGE, {"origin": "http://localhost:{port}"}, 403),
        ("POST", PAGE, {"origin": OWN, "sec-fetch-site": "cross-site"}, 403),
        ("POST", PAGE, {"origin": OWN, "sec-fetch-site": "same-site"}, 403),
    ],
)
def test_only_the_page_itself_is_answered(  # noqa: PLR0917 - a table of cases
    client: httpx.Client, port: int, method: str, path: str, headers: Mapping[str, str], status: int
) -> None:
    said = {name: at(port, value) for name, value in headers.items()}
    found = client.request(method, path, headers=said)

    assert found.status_code == status
    assert {name: found.headers[name] for name in HEADERS} == dict(HEADERS)


@pytest.mark.parametrize("name", ["origin", "sec-fetch-site"])
def test_what_is_said_twice_in_two_ways_is_refused(
    client: httpx.Client, port: int, name: str
) -> None:
    own = {"host": "127.0.0.1:{port}", "origin": OWN, "sec-fetch-site": "same-origin"}
    twice = [*((key, at(port, value)) for key, value in own.items()), (name, "http://evil.example")]

    assert client.post(PAGE, headers=twice).status_code == 403


def test_an_address_of_another_machine_is_refused(port: int) -> None:
    sent = f"GET http://evil.example{PAGE} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
    bare = f"GET {PAGE} HTTP/1.0\r\n\r\n"
    twice = f"GET {PAGE} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n\r\n"

    assert raw(port, sent.encode()).startswith(b"HTTP/1.1 403")
    assert raw(port, bare.encode()).startswith(b"HTTP/1.1 403")
    assert raw(port, twice.encode()).startswith(b"HTTP/1.1 400")


def test_who_answers_sees_the_address_below_that_of_the_page(client: httpx.Client) -> None:
    assert client.get(PAGE + "cases/a").text == "/cases/a"
    assert client.get(PAGE + "%2e%2e/x").text == "/../x"


def test_the_address_without_its_last_stroke_leads_to_the_page(client: httpx.Client) -> None:
    found = client.get(PAGE.rstrip("/"))

    assert (found.status_code, found.headers["location"]) == (303, PAGE)


def test_a_ticket_leads_to_the_page_once(guard: Guard, client: httpx.Client, port: int) -> None:
    ticket, other = guard.ticket(), guard.ticket()
    rebound = client.get(ticket, headers={"host": "evil.example"})
    posted = client.post(ticket, headers={"origin": at(port, OWN)})
    first, again = client.get(ticket), client.get(ticket)

    assert (rebound.status_code, posted.status_code) == (403, 403)
    assert (first.status_code, first.headers["location"]) == (303, PAGE)
    assert again.status_code == 403
    assert client.get(other).status_code == 303


def test_a_refusal_says_nothing_but_what_to_do(client: httpx.Client) -> None:
    page, told = client.get("/"), client.post("/")

    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "use the one that statlint showed" in page.text
    assert TOKEN not in page.text + told.text
    assert told.json()["error"]["code"] == "foreign"


def test_at_the_usual_port_browsers_leave_it_out(guard: Guard) -> None:
    assert asyncio.run(statuses(guard, "http", 80)) == [200]
    assert asyncio.run(statuses(guard, "http", 81)) == [403]


def test_no_other_way_of_talking_is_answered(guard: Guard) -> None:
    assert asyncio.run(statuses(guard, "websocket", 80)) == []


async def statuses(guard: Guard, kind: str, port: int) -> list[int]:
    """Ask a guard for the page without naming the port; give the statuses of its answers."""
    found: list[int] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            found.append(message["status"])

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    scope = {
        "type": kind,
        "method": "GET",
        "path": PAGE,
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1")],
        "server": ("127.0.0.1", port),
    }
    await guard(scope, receive, send)
    return found
