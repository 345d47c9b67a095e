"""A server that is asked to end before it listens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from statlint.web.server import _Server


def test_what_was_begun_is_taken_away_also_where_the_end_comes_early() -> None:
    seen = []

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        seen.append("begun")
        server.should_exit = True
        yield
        seen.append("ended")

    app = Starlette(lifespan=lifespan)
    server = _Server(uvicorn.Config(app, port=0, lifespan="on", log_config=None))
    server.run()

    assert seen == ["begun", "ended"]
