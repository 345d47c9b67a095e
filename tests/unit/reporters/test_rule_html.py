"""The page of a rule for a browser."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from statlint.reporters.rule_html import write_rule_html
from statlint.rule.registry import load_rules
from statlint.values import Language

RULES = {rule.code: rule for rule in load_rules()}


class Outline(HTMLParser):
    """The tags of a page that are open at a time, and those that were closed in order."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        super().__init__()
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        del attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what is read, with the tag it stands in."""
        if data.strip() and self.open[-1] != "style":
            self.texts.append((self.open[-1], data.strip()))


def outline(code: str, language: Language) -> list[tuple[str, str]]:
    reader = Outline()
    reader.feed(write_rule_html(RULES[code], language))
    assert reader.open == []
    return reader.texts


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_well_formed(language: Language) -> None:
    titles = [outline(code, language)[0] for code in RULES]

    assert [text.partition(" ")[0] for _, text in titles] == list(RULES)


def test_a_page_has_heads_points_examples_and_what_is_typed() -> None:
    texts = outline("R101", "en")

    assert [text for tag, text in texts if tag == "h2"][:3] == [
        "What it checks",
        "Why it matters",
        "Example",
    ]
    assert next(text for tag, text in texts if tag == "li") == (
        "A figure that was cut off in place of rounded is information."
    )
    assert next(text for tag, text in texts if tag == "pre") == (
        "Cases,Closed,Received,Rate\nAll,20,26,75.0"
    )
    assert ("code", 'edits-off = ["A3"]') in outline("B101", "en")


def test_what_a_page_says_is_no_markup() -> None:
    doc = "A <b>.\n\n## What it checks\nA `<i>` & more.\n\n```csv fail\n<td>\n```\n"
    rule = replace(RULES["B101"], doc=doc)

    body = write_rule_html(rule, "en").partition("<h1>")[2]

    assert re.findall(r"</?(?:b|i|td)>", body) == []
    assert "<p>A <code>&lt;i&gt;</code> &amp; more.</p>" in body
