"""The addresses of the pages of rules, and the links to them."""

from __future__ import annotations

import re

import pytest

from statlint.reporters import REPORTERS, Look
from statlint.reporters.pages import page_address
from unit.reporters import samples

LINK = re.compile(r"\x1b\]8;id=\d+;([^\x1b]+)\x1b\\(?:\x1b\[[0-9;]*m)?([^\x1b]*)")
LINKED = Look(colour=True, links=True, statistics=True, pages="https://a.example/rules")
text = REPORTERS["text"]


@pytest.mark.parametrize(
    ("pages", "address"),
    [
        pytest.param("https://a.example/rules", "https://a.example/rules/B101", id="a folder"),
        pytest.param("https://a.example/rules/", "https://a.example/rules/B101", id="with a slash"),
        pytest.param(
            "https://a.example/{lang}/{code}.html", "https://a.example/zh/B101.html", id="a pattern"
        ),
        pytest.param(
            "https://a.example/#{name}", "https://a.example/#unbalanced-total", id="by its name"
        ),
        pytest.param(
            "https://a.example/{lang}", "https://a.example/zh/B101", id="a folder of a language"
        ),
        pytest.param("https://a.example/{x}", "https://a.example/{x}/B101", id="other braces"),
    ],
)
def test_the_code_stands_in_the_address(pages: str, address: str) -> None:
    assert page_address(pages, "B101", "unbalanced-total", "zh") == address


def test_codes_lead_to_their_pages() -> None:
    links = LINK.findall(text(samples.yaohai("en"), LINKED))

    assert list(dict.fromkeys(links)) == [
        ("https://a.example/rules/B101", "B101 unbalanced-total"),
        ("https://a.example/rules/D105", "D105"),
        ("https://a.example/rules/D105", "D105 leading-zero"),
    ]


@pytest.mark.parametrize(
    "look",
    [
        pytest.param(Look(colour=True, pages="https://a.example"), id="no links"),
        pytest.param(Look(colour=True, links=True), id="no pages"),
        pytest.param(Look(links=True, pages="https://a.example"), id="no terminal"),
    ],
)
def test_without_links_or_pages_nothing_leads_anywhere(look: Look) -> None:
    assert "\x1b]8" not in text(samples.yaohai("en"), look)
