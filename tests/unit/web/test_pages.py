"""The page of `statlint serve` as it leaves the program: words, escaping, nothing inline."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any, cast

import pytest

from statlint.values import Language, Text
from statlint.web.pages import assets, notice_page, page
from statlint.web.pages.words import REASONS, WORDS

ABOUT: dict[str, object] = {"version": "0.1.0", "forms": [], "limits": {"reason_signs": 2000}}
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
DATA = re.compile(r'<script type="application/json" id="words">(.*?)</script>', re.DOTALL)
BUILT = re.compile(r"(role-(checked|previous|parts)|(download-\w+|previous|parts)-why)$")
"""Keys that scripts put together from parts."""


def scripts() -> str:
    ours = (files("statlint.web.pages") / "assets").iterdir()
    return "\n".join(one.read_text("utf-8") for one in ours if one.name.endswith(".js"))


def sources() -> str:
    return (files("statlint.web.pages") / "page.html").read_text(encoding="utf-8") + scripts()


def data_of(html: str) -> dict[str, Any]:
    found = DATA.search(html)
    assert found is not None
    return cast("dict[str, Any]", json.loads(found[1]))


@LANGUAGES
def test_the_page_speaks_the_language(language: Language) -> None:
    html = page(language, ABOUT)

    assert f'<html lang="{ {"zh": "zh-CN", "en": "en"}[language] }">' in html
    assert WORDS["drop-here"].of(language) in html


@LANGUAGES
def test_nothing_on_the_page_is_inline(language: Language) -> None:
    html = DATA.sub("", page(language, ABOUT))

    assert (
        re.findall(
            r"<style|<script(?! (?:type=\"module\"|nomodule) src=)|\son\w+=|\sstyle=|https?://",
            html,
        )
        == []
    )


def test_both_languages_and_the_usual_reasons_come_with_the_page() -> None:
    data = data_of(page("zh", ABOUT))

    assert data["said"]["en"] == {key: text.en for key, text in WORDS.items()}
    assert data["said"]["zh"] == {key: text.zh for key, text in WORDS.items()}
    assert data["reasons"]["zh"] == [reason.zh for reason in REASONS]
    assert data["about"] == ABOUT


def test_a_title_cannot_end_the_data() -> None:
    about = {"forms": [{"title": "</script><script>alert(1)</script><!-- & ]]>"}]}

    html = page("en", about)

    assert data_of(html)["about"] == about
    assert "alert(1)</script>" not in html


def test_every_word_that_is_said_is_there() -> None:
    said = re.findall(r'\bsay\("([^"]+)"|data-(?:say|said|hint)="([\w-]+)"', sources())

    assert {one or other for one, other in said} - set(WORDS) == set()


def test_every_word_is_said_somewhere() -> None:
    used = set(re.findall(r'["`]([a-z-]+)["`]', sources())) | set(
        re.findall(r"say\.([a-z]+)", sources())
    )

    assert {key for key in WORDS if key not in used and not BUILT.match(key)} == set()


def test_what_is_put_in_is_the_same_in_both_languages() -> None:
    differing = [
        key
        for key, text in WORDS.items()
        if sorted(re.findall(r"\{\w+\}", text.zh)) != sorted(re.findall(r"\{\w+\}", text.en))
    ]

    assert differing == []


def test_assets_have_their_types_and_import_only_each_other() -> None:
    given = assets()

    assert {kind for _, kind in given.values()} == {
        "text/css; charset=utf-8",
        "text/javascript; charset=utf-8",
        "image/svg+xml",
    }
    assert set(re.findall(r'from "\./([^"]+)"', scripts())) <= set(given)
    assert re.findall(r"\beval\(|new Function|insertAdjacentHTML|document\.write", scripts()) == []


@LANGUAGES
def test_a_notice_needs_nothing_else(language: Language) -> None:
    html = notice_page(language, Text("地址不全 <b>", "The address is not whole <b>"))

    assert "&lt;b&gt;" in html
    assert re.findall(r"<(?:script|link|style|img)", html) == []
