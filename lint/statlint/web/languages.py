"""Which language an answer is in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from statlint.config.language import language_named
from statlint.values import Language

if TYPE_CHECKING:
    from starlette.types import Scope


def language_of(scope: Scope, usual: Language | None = None) -> Language:
    """Give the one that the address asks for (?lang=zh), the usual one, or the browser's."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[-1]
    return language_named(asked) or usual or _of_browser(scope)


def _of_browser(scope: Scope) -> Language:
    """Give Chinese where the browser likes it at least as much as English."""
    written = ",".join(
        value.decode("latin-1") for key, value in scope["headers"] if key == b"accept-language"
    )
    liked = [_weighed(one) for one in written.split(",")]
    chinese = max((weight for name, weight in liked if name.startswith("zh")), default=0.0)
    english = max((weight for name, weight in liked if not name.startswith("zh")), default=0.0)
    return "zh" if chinese and chinese >= english else "en"


def _weighed(written: str) -> tuple[str, float]:
    name, _, weight = written.partition(";")
    try:
        return name.strip().lower(), float(weight.strip().removeprefix("q=") or 1)
    except ValueError:
        return "", 0.0
