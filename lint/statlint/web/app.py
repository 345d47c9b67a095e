"""The routes of a page: each asks, changes or fetches one thing."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from statlint.dataclass import dataclass
from statlint.justification.home import SUFFIX
from statlint.values import Language
from statlint.web.about import about
from statlint.web.asked import choices_of, given_of, role_of
from statlint.web.bounds import DeskBounds
from statlint.web.case import Case, CaseFile, Role
from statlint.web.cases import Cases
from statlint.web.faults import Cannot, DeskFaultError
from statlint.web.labour import Labour
from statlint.web.languages import language_of
from statlint.web.names import safe_name
from statlint.web.pages import assets, page
from statlint.web.receive import disk_fault, received, words_of
from statlint.web.results import RESULTS, drawn_in
from statlint.web.state import state_of
from statlint.web.takeaway import TAKEAWAYS

if TYPE_CHECKING:
    from starlette.requests import Request

_Answer: TypeAlias = "Callable[[Request], Awaitable[Response]]"


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """What answers are made with; `usual` is the language where the address asks for none."""

    cases: Cases
    labour: Labour
    bounds: DeskBounds
    usual: Language | None = None

    def routes(self) -> list[Route]:
        """Give the addresses of a page, below its own."""
        one, file = "/cases/{case}", "/cases/{case}/files/{file}"
        return [
            Route("/", self.page),
            Route("/about", self.about),
            Route("/assets/{name}", self.asset),
            Route("/cases", self.begin, methods=["POST"]),
            Route(one, self.state),
            Route(f"{one}/alive", self.alive, methods=["POST"]),
            Route(f"{one}/close", self.close, methods=["POST"]),
            Route(f"{one}/files", self.take, methods=["PUT"]),
            Route(file, self.change, methods=["PATCH"]),
            Route(file, self.remove, methods=["DELETE"]),
            Route(f"{one}/choices", self.choose, methods=["PUT"]),
            Route(f"{one}/check", self.check, methods=["POST"]),
            Route(f"{one}/stop", self.stop, methods=["POST"]),
            Route(f"{one}/results", self.results),
            Route(f"{one}/drawn", self.drawn),
            Route(f"{one}/reasons", self.explain, methods=["POST"]),
            *(Route(f"{one}/{wanted}", self._taker(wanted)) for wanted in TAKEAWAYS),
        ]

    async def page(self, request: Request) -> Response:
        """Give the page itself."""
        language = language_of(request.scope, self.usual)
        told = await asyncio.to_thread(about, language, self.bounds)
        return HTMLResponse(page(language, told))

    async def about(self, request: Request) -> Response:
        """Tell what a page has to know before any file."""
        language = language_of(request.scope, self.usual)
        return JSONResponse(await asyncio.to_thread(about, language, self.bounds))

    async def asset(self, request: Request) -> Response:
        """Give what the page is made of besides: scripts, styles, pictures."""
        found = assets().get(request.path_params["name"])
        if found is None:
            raise DeskFaultError(Cannot.NOT_FOUND)
        content, kind = found
        return Response(content, media_type=kind)

    async def begin(self, request: Request) -> Response:
        """Begin a case."""
        said = await self._said(request)
        language = choices_of(said, language_of(request.scope, self.usual)).language
        return self._state(self.cases.begin(language), 201)

    async def state(self, request: Request) -> Response:
        """Tell how a case stands."""
        return self._state(self._case(request))

    async def alive(self, request: Request) -> Response:
        """Hear that a page is still open."""
        self._case(request)
        return Response(status_code=204)

    async def close(self, request: Request) -> Response:
        """Hear that a page closes: at once, or in a moment, for it may be loaded anew."""
        case = self._case(request)
        if request.query_params.get("now") == "1":
            await self.cases.end(case)
        else:
            case.closing = monotonic() + self.bounds.grace
        return Response(status_code=204)

    async def take(self, request: Request) -> Response:
        """Take a file in."""
        case = self._case(request)
        query = request.query_params
        name, role = _named(query.get("name", ""), query.get("role", Role.CHECKED))
        replaces = query.get("replaces")
        if replaces is not None:
            case.file(replaces)
        async with received(request, case, self.bounds) as part:
            if replaces is not None:
                file = case.file(replaces)
                case.renew(part, file)
            elif len(case.files) >= self.bounds.files:
                raise DeskFaultError(Cannot.TOO_MANY, most=self.bounds.files)
            else:
                file = case.add(part, name, role)
        return JSONResponse(file.json(), 201)

    async def change(self, request: Request) -> Response:
        """Give a file another role."""
        case, file = self._file(request)
        said = await self._said(request)
        case.move(file, role_of(said.get("role")))
        return JSONResponse(file.json())

    async def remove(self, request: Request) -> Response:
        """Delete a file."""
        case, file = self._file(request)
        case.remove(file)
        return Response(status_code=204)

    async def choose(self, request: Request) -> Response:
        """Choose what is not to be recognised, and the language."""
        case = self._case(request)
        said = await self._said(request)
        choices = await asyncio.to_thread(choices_of, said, case.choices.language, case.choices)
        case.choose(choices)
        return self._state(case)

    async def check(self, request: Request) -> Response:
        """Begin to check the files that are there."""
        case = self._case(request)
        await self.labour.check(case)
        return self._state(case, 202)

    async def stop(self, request: Request) -> Response:
        """Break a check off."""
        await self.labour.stop(self._case(request))
        return Response(status_code=204)

    async def results(self, request: Request) -> Response:
        """Tell what the last check found."""
        return _file_at(self._case(request).results() / RESULTS, "application/json")

    async def drawn(self, request: Request) -> Response:
        """Give the tables of one file as they are drawn."""
        run = self._case(request).results()
        number = request.query_params.get("number", "")
        place = drawn_in(run, number if number.isascii() and number.isdecimal() else "none")
        return _file_at(place, "text/html; charset=utf-8")

    async def explain(self, request: Request) -> Response:
        """Take reasons for findings."""
        case = self._case(request)
        given = given_of(await self._said(request), self.bounds)
        await self.labour.take_reasons(case, given)
        return self._state(case, 202)

    def _taker(self, wanted: str) -> _Answer:
        async def take_away(request: Request) -> Response:
            case = self._case(request)
            case.used = monotonic()
            one = request.query_params.get("file")
            number = secrets.token_hex(8)
            file = case.file(one) if one else None
            name = await self.labour.make(case, wanted, number, file)
            made = case.made / number
            done = BackgroundTask(made.unlink, missing_ok=True)
            kind = "application/octet-stream"
            return FileResponse(made, filename=name, media_type=kind, background=done)

        return take_away

    def _case(self, request: Request) -> Case:
        return self.cases.get(request.path_params["case"])

    def _file(self, request: Request) -> tuple[Case, CaseFile]:
        case = self._case(request)
        return case, case.file(request.path_params["file"])

    def _state(self, case: Case, status: int = 200) -> Response:
        return JSONResponse(state_of(case, self.labour.ahead(case)), status)

    async def _said(self, request: Request) -> dict[str, Any]:
        """Read what a page says; raises DeskFaultError."""
        content = await words_of(request, self.bounds)
        try:
            said = json.loads(content or b"{}")
        except (ValueError, RecursionError):
            raise DeskFaultError(Cannot.BAD_WORDS) from None
        if not isinstance(said, dict):
            raise DeskFaultError(Cannot.BAD_WORDS)
        return said


def app_of(desk: Desk) -> Starlette:
    """Make the application of a desk; what goes wrong is told in the words of its user."""

    async def told(request: Request, fault: Exception) -> Response:
        found = _fault_of(fault)
        return JSONResponse(found.told(language_of(request.scope, desk.usual)), found.status)

    kinds = (DeskFaultError, HTTPException, OSError, Exception)
    return Starlette(routes=desk.routes(), exception_handlers=dict.fromkeys(kinds, told))


def _fault_of(error: Exception) -> DeskFaultError:
    if isinstance(error, DeskFaultError):
        return error
    if isinstance(error, OSError):
        return disk_fault(error)
    if not isinstance(error, HTTPException):
        return DeskFaultError(Cannot.DEFECT, reason=type(error).__name__)
    is_method = error.status_code == _NO_METHOD
    return DeskFaultError(Cannot.BAD_METHOD if is_method else Cannot.NOT_FOUND)


_NO_METHOD = 405


def _named(written: str, role: str) -> tuple[str, Role]:
    """Give the name a file is kept under, and its role; raises DeskFaultError."""
    name = safe_name(written)
    if not name:
        raise DeskFaultError(Cannot.BAD_NAME)
    known = role_of(role)
    of_reasons = name.endswith(SUFFIX) and name != SUFFIX
    if known is Role.REASONS and not of_reasons:
        raise DeskFaultError(Cannot.BAD_ROLE, value=written)
    return name, Role.REASONS if of_reasons else known


def _file_at(place: Path, kind: str) -> Response:
    if not place.is_file():
        raise DeskFaultError(Cannot.NO_RESULTS)
    return FileResponse(place, media_type=kind)
