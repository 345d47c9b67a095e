"""Who may ask: a browser on this machine that has the whole address, from the page itself."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from statlint.web.faults import Cannot, DeskFaultError
from statlint.web.languages import language_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from statlint.values import Language

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none';"
    " frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "content-security-policy": _POLICY,
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }
)
"""What every answer carries."""
_HOSTS = ("127.0.0.1", "localhost", "[::1]")
_USUAL_PORT = 80
_READING = frozenset({"GET", "HEAD"})
_FROM_HERE = frozenset({"same-origin", "none"})
"""What browsers say of a request from the page itself, and of an address that was typed."""


class Guard:
    """Lets through what comes from the page; for the rest there is a refusal, and nothing else.

    A name that another site gave to this machine (DNS rebinding) is not one of its hosts; another
    site that knows the port does not know the token, and its origin is another; another user of
    this machine does not know the token either.
    """

    def __init__(self, app: ASGIApp, token: str, usual: Language | None) -> None:
        """Take who answers, and the token; it is the beginning of every path, after /t/."""
        self.address = f"/t/{token}/"
        self._app = app
        self._token = token.encode()
        self._usual: Language | None = usual
        self._tickets: set[str] = set()

    def ticket(self) -> str:
        """Give an address that leads to the page, once.

        Other users of this machine see with which address a browser is started.
        """
        address = f"/open/{secrets.token_urlsafe(24)}"
        self._tickets.add(address)
        return address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _with_ours(message.get("headers", ()))
            await send(message)

        code = self._refusal(scope)
        if code is None and not scope["path"]:
            # Without the last stroke, no address on the page would be right.
            await _redirect(self.address, scope, receive, with_headers)
        elif code is Cannot.FOREIGN and self._is_ticket(scope):
            await _redirect(self.address, scope, receive, with_headers)
        elif code is None:
            await self._app(scope, receive, with_headers)
        else:
            await self._refuse(code, scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> Cannot | None:
        if not _is_own_host(scope):
            return Cannot.FOREIGN
        start, stroke, rest = scope["path"].removeprefix("/t/").partition("/")
        known = secrets.compare_digest(start.encode("utf-8", "replace"), self._token)
        if not scope["path"].startswith("/t/") or not known:
            return Cannot.FOREIGN
        if not _is_from_page(scope):
            return Cannot.CROSS_SITE
        scope["path"] = stroke + rest
        scope["raw_path"] = scope["path"].encode()
        return None

    def _is_ticket(self, scope: Scope) -> bool:
        """Tell whether somebody comes with a ticket; it is void from then on."""
        path = scope["path"]
        if scope["method"] != "GET" or path not in self._tickets or not _is_own_host(scope):
            return False
        self._tickets.remove(path)
        return True

    async def _refuse(self, code: Cannot, scope: Scope, receive: Receive, send: Send) -> None:
        from starlette.responses import HTMLResponse, JSONResponse

        from statlint.web.pages import notice_page

        fault = DeskFaultError(code)
        language = language_of(scope, self._usual)
        if scope["method"] == "GET":
            page = notice_page(language, fault.words)
            await HTMLResponse(page, fault.status)(scope, receive, send)
        else:
            await JSONResponse(fault.told(language), fault.status)(scope, receive, send)


async def _redirect(address: str, scope: Scope, receive: Receive, send: Send) -> None:
    from starlette.responses import RedirectResponse

    await RedirectResponse(address, 303)(scope, receive, send)


def _is_own_host(scope: Scope) -> bool:
    """Tell whether a request names this machine, by a name that nobody else can give it."""
    hosts, port = _all_of(scope, b"host"), scope["server"][1]
    # Browsers leave the usual port out.
    own = {f"{host}:{port}" for host in _HOSTS} | (set(_HOSTS) if port == _USUAL_PORT else set())
    return len(hosts) == 1 and hosts[0].lower() in own


def _is_from_page(scope: Scope) -> bool:
    """Tell whether the page itself asks; to change anything, the browser has to say so."""
    own = f"http://{_all_of(scope, b'host')[0].lower()}"
    sites, origins = _all_of(scope, b"sec-fetch-site"), _all_of(scope, b"origin")
    if any(site not in _FROM_HERE for site in sites):
        return False
    if any(origin.lower() != own for origin in origins):
        return False
    return scope["method"] in _READING or bool(origins)


def _all_of(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def _with_ours(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    kept = [(key, value) for key, value in headers if key.decode("latin-1").lower() not in HEADERS]
    return kept + [(key.encode(), value.encode()) for key, value in HEADERS.items()]
