"""What strangers write stays text: no name and no cell becomes a part of the page."""

from __future__ import annotations

import base64
import hashlib

import pytest

from statlint.config import Settings
from statlint.reporters import REPORTERS, Look
from statlint.run import check_paths
from statlint.run.originals import with_originals
from unit.reporters.page.reading import Parts

page = REPORTERS["html"]
PLAIN = "栏"
HOSTILE = (
    "</style><script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "\"' onmouseover='alert(1)' x=\"",
    "{{ run }}{# t #}",
    "javascript:alert(1)",
    "&lt;b&gt;",
    "<!-- ",
    "]]>\x0b\u202e",
)


def page_of(word: str) -> str:
    """Check a table whose name, heads and lines hold a word, with something wrong in it."""
    quoted = f'"{word.replace(chr(34), chr(34) * 2)}"'
    figures = [(n * 37 % 101, n * 53 % 97) for n in range(1, 30)]
    lines = [f"{quoted},男,女,合计", *(f"{quoted},{m},{n},{m + n}" for m, n in figures)]
    content = "\n".join((*lines, f"{quoted},5,1,7")).encode("utf-8")
    source = (f"{word}.csv".replace("/", "／"), content)
    report = check_paths([source], Settings(language="zh"))
    return page(with_originals(report, [source]), Look())


def shape(text: str) -> set[tuple[str, tuple[str, ...]]]:
    """Say which kinds of elements a page has, each with the names of its attributes."""
    return {(tag, tuple(sorted(found))) for tag, found in Parts(text).elements}


@pytest.mark.parametrize("word", HOSTILE)
def test_nothing_that_is_written_becomes_a_part_of_the_page(word: str) -> None:
    written, plain = page_of(word), page_of(PLAIN)

    assert Parts(written).of("sl-finding")
    assert shape(written) <= shape(plain) | shape(page_of("1"))
    assert (written.count("<script"), written.count("</style>")) == (1, 1)


@pytest.mark.parametrize("word", [PLAIN, HOSTILE[0]])
def test_only_the_script_and_the_style_of_the_page_are_allowed(word: str) -> None:
    parts = Parts(page_of(word))
    (policy,) = (
        found["content"] or ""
        for tag, found in parts.elements
        if found.get("http-equiv") == "Content-Security-Policy"
    )
    (style,), (script,) = parts.texts("style"), parts.texts("script")

    assert policy == (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def test_a_page_loads_nothing_and_runs_nothing_in_its_elements() -> None:
    for tag, found in Parts(page_of(PLAIN)).elements:
        assert tag not in {"link", "iframe", "img", "object", "embed", "base", "form"}
        assert not [name for name in found if name.startswith("on") or name in {"src", "style"}]
