"""What people see of `statlint serve`: the page, one that says a sentence, and their assets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from statlint.values import Language, Text

if TYPE_CHECKING:
    from jinja2 import Template

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
LANGUAGES: tuple[Language, ...] = ("zh", "en")
TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}
SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""So that no text can end the element that holds the JSON."""


def page(language: Language, about: Mapping[str, object]) -> str:
    """Write the page in a language; `about` is what the program says of itself to the page."""
    from statlint.web.pages.words import REASONS, said

    words = {
        "said": {one: said(one) for one in LANGUAGES},
        "reasons": {one: [reason.of(one) for reason in REASONS] for one in LANGUAGES},
        "about": about,
    }
    other: Language = "en" if language == "zh" else "zh"
    return _template("page.html").render(
        lang=TAGS[language],
        other=TAGS[other],
        say=said(language),
        words=json.dumps(words, ensure_ascii=False).translate(SAFE),
    )


def notice_page(language: Language, notice: Text) -> str:
    """Write a page that says one sentence; it needs nothing else from anywhere."""
    return _template("notice.html").render(
        lang=TAGS[language],
        name=Text("报表审核", "Check tables").of(language),
        notice=notice.of(language),
    )


@cache
def assets() -> Mapping[str, tuple[bytes, str]]:
    """Give what the page is made of by its names: bytes and content types."""
    return dict(_assets())


def _assets() -> Iterator[tuple[str, tuple[bytes, str]]]:
    from statlint.reporters.page import page_css, page_js

    for file in sorted((files(__package__) / "assets").iterdir(), key=lambda one: one.name):
        ending = file.name[file.name.rfind(".") :]
        yield file.name, (file.read_bytes(), TYPES[ending])
    yield "report.css", (page_css().encode(), TYPES[".css"])
    yield "report.js", (page_js().encode(), TYPES[".js"])


@cache
def _template(name: str) -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__package__, "."), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template(name)
