"""From a report to a page: a whole one that stands alone, or the part that is the report."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from statlint.reporters.look import Look
from statlint.reporters.page.compared import shares_of
from statlint.reporters.page.run import PageRun
from statlint.reporters.page.sheets import kind_of
from statlint.values import column_letters

if TYPE_CHECKING:
    from jinja2 import Environment

    from statlint.finding import Report

_ATTACH = '\nfor (const root of document.querySelectorAll(".sl-report")) attach(root);\n'


def write_page(report: Report, look: Look) -> Iterator[str]:
    """Write a page that stands alone: it loads nothing, and runs nothing but its own script."""
    from markupsafe import Markup

    other = _in_other_language(report)
    css, js = page_css() + _asset("alone.css"), page_js() + _asset("alone.js") + _ATTACH
    run = PageRun(report, look, other=other)
    return (
        _environment()
        .get_template("page.html")
        .generate(
            run=run,
            t=run.tongue,
            css=Markup(css),  # noqa: S704 - our own
            js=Markup(js),  # noqa: S704 - our own
            css_hash=_hash(css),
            js_hash=_hash(js),
            whole=True,
        )
    )


def _in_other_language(report: Report) -> Report | None:
    """Have the run told in the other language, unless nothing of it needs to be."""
    if report.retold is None:
        return None
    tells = bool(report.findings) or any(file.neighbours for file in report.files)
    return report.retold() if tells else report


def fragment_of(
    report: Report,
    path: str | None = None,
    *,
    look: Look | None = None,
    other: Report | None = None,
    prefix: str = "",
) -> str:
    """Write the part of a page that is the report, of one file or of all.

    It has no style and no script of its own: `page_css` and `page_js` give them. `other` is the
    same report in the other language, `prefix` goes before the names of all its parts.
    """
    run = PageRun(report, look or Look(), other=other, prefix=prefix, path=path)
    return _environment().get_template("report.html").render(run=run, t=run.tongue, whole=False)


def page_css() -> str:
    """Give the style of the report; all of it is below .sl-report."""
    return _asset("page.css")


def page_js() -> str:
    """Give the script of the report: a module with `attach` and `choose`."""
    return _asset("page.js")


@cache
def _asset(name: str) -> str:
    return files("statlint.reporters.page").joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        loader=PackageLoader("statlint.reporters.page"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(letters=column_letters, shares_of=shares_of, kind_of=kind_of)
    return environment


def _hash(text: str) -> str:
    """Write the digest by which a page allows its own style and script, and no other."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
