"""Every rule has a page in both languages, and its examples do what they say."""

from __future__ import annotations

from string import Formatter

import pytest

from rules import neighbours
from rules.confronting import findings_of, shipped_rules
from rules.pages import HEADINGS, Page
from rules.web_pages import open_page
from statlint.config import Settings
from statlint.rule import AnyRule
from statlint.workbook import open_workbook

RULES = list(shipped_rules().values())
PAGES = [Page(rule, language) for rule in RULES for language in HEADINGS]


def named(rule: AnyRule) -> str:
    return rule.name


def fields(template: str) -> set[str]:
    """Find the placeholders of a message."""
    return {field for _, field, _, _ in Formatter().parse(template) if field is not None}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_headings_stand_in_order(page: Page) -> None:
    known = HEADINGS[page.language]

    assert page.headings == [heading for heading in known if heading in page.headings]
    assert set(known[:3]) <= set(page.headings)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_both_pages_have_the_same_headings(rule: AnyRule) -> None:
    places = {
        language: [HEADINGS[language].index(heading) for heading in Page(rule, language).headings]
        for language in HEADINGS
    }

    assert places["zh"] == places["en"]


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_both_pages_have_a_title(rule: AnyRule) -> None:
    english = Page(rule, "en").text.partition("\n")[0]
    chinese = Page(rule, "zh").text.partition("\n")[0]

    assert english.endswith(".")
    assert chinese.startswith("# ")
    assert not chinese.endswith("。")


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_messages_say_the_same_in_both_languages(rule: AnyRule) -> None:
    differing = [key for key, text in rule.messages.items() if fields(text.zh) != fields(text.en)]

    assert differing == []


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_messages_and_advice_are_one_sentence_without_a_full_stop(rule: AnyRule) -> None:
    said = [text for both in (*rule.messages.values(), rule.advice) for text in (both.zh, both.en)]

    assert [text for text in said if not text or text[-1] in "。." or "。" in text] == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_examples_do_what_they_say(page: Page) -> None:
    verdicts = {}
    for verdict in ("fail", "pass"):
        for kind, text in page.blocks(verdict):
            verdicts[verdict] = kind == "text" or _finds(page, text, kind)

    assert verdicts == {"fail": True, "pass": page.blocks("pass")[0][0] == "text"}


def _finds(page: Page, grid: str, kind: str) -> bool:
    told = kind == "prose"
    opening = open_page(grid) if told else open_workbook("example.csv", grid.encode())
    beside = {key: [text for _, text in page.blocks(key)] for key in neighbours.KEYS}
    if told:
        beside["prose"] = [grid]
    found = findings_of(opening, page.forms(), Settings(), beside=beside)
    return any(one.code == page.rule.code for one in found)
