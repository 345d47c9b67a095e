"""The documentation of rules: pages and the catalogue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.rule import AnyRule, Status
from statlint.rule.docs import catalogue, families, page, title
from statlint.rule.registry import load_rules

TOTAL = next(rule for rule in load_rules() if rule.code == "B101")


def coded(code: str) -> AnyRule:
    return replace(TOTAL, code=code)


def test_a_title_has_no_full_stop() -> None:
    assert (title(TOTAL, "en"), title(TOTAL, "zh")) == (
        "Total differs from the sum of its parts",
        "总计与各项合计不符",
    )


@pytest.mark.parametrize("module", ["json.decoder", "alone"])
def test_where_there_is_no_chinese_page_the_english_one_is_shown(module: str) -> None:
    rule = replace(TOTAL, module=module, doc="Odd total.\n\n    ## What it checks\n    All.")

    assert title(rule, "zh") == "Odd total"
    assert page(rule, "zh").endswith("## What it checks\nAll.\n")


def test_a_rule_without_a_page_is_called_by_its_name() -> None:
    assert title(replace(TOTAL, module="alone", doc=""), "zh") == "unbalanced total"


def test_a_page_says_how_the_rule_stands() -> None:
    preview = replace(TOTAL, status=Status.PREVIEW, since="0.9.0")

    assert page(preview, "en").splitlines()[4] == (
        "error · level 1 (within the dataset) · preview · since 0.9.0"
    )
    assert page(preview, "zh").splitlines()[4] == "错误 · 级别 1（本表之内） · 试行 · 自 0.9.0 版起"


def test_families_come_in_the_order_of_the_list() -> None:
    found = families([coded("S002"), coded("B101"), coded("S001"), coded("Q101")])

    assert [(name.en, [rule.code for rule in rules]) for name, rules in found] == [
        ("Structure", ["S001", "S002"]),
        ("Balance", ["B101"]),
        ("Q", ["Q101"]),
    ]


def test_families_of_others_are_told_from_ours_that_begin_alike() -> None:
    found = families([coded("BJ101"), coded("C101"), coded("B102")])

    assert [(name.zh, [rule.code for rule in rules]) for name, rules in found] == [
        ("平衡关系", ["B102"]),
        ("BJ", ["BJ101"]),
        ("C", ["C101"]),
    ]


def test_the_catalogue_has_an_entry_for_each_rule() -> None:
    preview = replace(TOTAL, code="B105", name="odd-total", status=Status.PREVIEW)

    lines = catalogue([preview, TOTAL]).splitlines()

    assert lines[5:] == [
        "## B · Balance · 平衡关系",
        "",
        "| code | name | finds | 查出什么 | severity | level |",
        "| --- | --- | --- | --- | --- | --- |",
        (
            "| B101 | `unbalanced-total` | Total differs from the sum of its parts"
            " | 总计与各项合计不符 | error | 1 |"
        ),
        (
            "| B105 | `odd-total` | Total differs from the sum of its parts"
            " | 总计与各项合计不符 | error, preview | 1 |"
        ),
    ]
