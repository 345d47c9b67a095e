"""Edits said in words, with the labels that a form prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.form import build_form, edit_words, load_form
from statlint.values import Language

ROOT = Path(__file__).parents[3]
SHIPPED = ROOT / "rules" / "statlint_rules" / "forms"


def said(form_id: str, edit_id: str, language: Language) -> str:
    """Say an edit of a shipped form."""
    form = load_form(SHIPPED / f"{form_id}.toml")
    stated = [(table.key, edit) for table in form.tables for edit in table.edits]
    stated += [("", edit) for edit in form.edits]
    ((table, edit),) = [(table, edit) for table, edit in stated if edit.id == edit_id]
    return edit_words(edit, form, table or None, language)


@pytest.mark.parametrize(
    ("edit", "language", "words"),
    [
        pytest.param(
            "A1",
            "zh",
            "本年新收政府信息公开申请数量 + 上年结转政府信息公开申请数量"
            " = （七）总计 + 结转下年度继续办理",
            id="a line keeps its number where a head is called the same",
        ),
        pytest.param(
            "A1",
            "en",
            "Applications received this year + Applications carried over from last year"
            " = (7) Total + Carried over to next year",
            id="in English",
        ),
        pytest.param(
            "A2", "zh", "（一）予以公开 … 3.其他 各行之和 = （七）总计", id="a range of lines"
        ),
        pytest.param(
            "A2",
            "en",
            "the sum of the lines (1) Disclosed in full … 3. Other = (7) Total",
            id="a range of lines in English",
        ),
        pytest.param(
            "A3",
            "zh",
            "自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计",
            id="heads",
        ),
        pytest.param(
            "D4", "zh", "规章·本年制发件数 … 规章·现行有效件数 各项之和 = 0", id="a range of cells"
        ),
        pytest.param(
            "D5",
            "zh",
            "若 本年收费金额 ≥ 10000，则 本年收费金额的小数位数 = 0 或 本年收费金额的小数位数 > 2",
            id="a condition, a label cut at its brackets",
        ),
        pytest.param(
            "B6",
            "zh",
            "若 本年新收政府信息公开申请数量·总计 + 上年结转政府信息公开申请数量·总计 = 0，"
            "则 行政复议·总计 + 未经复议直接起诉·总计 + 复议后起诉·总计 = 0",
            id="figures of several tables",
        ),
    ],
)
def test_words_of_the_2021_form(edit: str, language: Language, words: str) -> None:
    assert said("cn-disclosure-annual-2021", edit, language) == words


def test_of_many_conditions_only_the_first_is_said() -> None:
    words = said("cn-disclosure-annual-2019", "C5", "zh")

    assert words == (
        "（行政许可·上一年项目数量 + 行政许可·本年增/减 = 行政许可·处理决定数量 且 "
        "行政许可·上一年项目数量 + 行政许可·处理决定数量 > 0）等 4 个条件中成立的个数 < 2"
    )


_HEADS = [
    {"key": "a", "label": "甲", "en": "A"},
    {"key": "b", "label": "乙", "en": "B"},
    {"key": "c", "label": "丙", "en": "C"},
]


def form_data(
    *edits: dict[str, str], between: tuple[dict[str, str], ...] = ()
) -> dict[str, object]:
    """Give the data of a form with two tables; the first has the edits."""
    tables = [
        {
            "key": key,
            "title": {"zh": f"表{key}", "en": f"Table {key}"},
            "head": _HEADS,
            "line": [{"key": "one", "label": "1.项", "en": "1. Item"}],
            "edit": list(edits) if key == "x" else [],
        }
        for key in ("x", "y")
    ]
    return {"id": "f", "title": "F", "source": "S", "table": tables, "edit": list(between)}


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        ("not (a = 1 and b != 2)", "并非 (甲 = 1 且 乙 ≠ 2)", "not (A = 1 and B ≠ 2)"),
        ("a = 0 iff b = 0", "甲 = 0 当且仅当 乙 = 0", "A = 0 if and only if B = 0"),
        ("a * (b + 1) >= 2.50", "甲 × (乙 + 1) ≥ 2.50", "A × (B + 1) ≥ 2.50"),
        (
            "min(a, b) <= mean(a:c)",
            "甲、乙中最小者 ≤ 甲 … 丙 各列的平均数",
            "the least of A, B ≤ the mean of the heads A … C",
        ),
        ("abs(a - b) < 1", "|甲 − 乙| < 1", "|A − B| < 1"),
        (
            "count(a = 1, b = 1) = 1",
            "（甲 = 1）；（乙 = 1）中成立的个数 = 1",
            "how many hold of (A = 1); (B = 1) = 1",
        ),
    ],
)
def test_words_of_each_construction(rule: str, zh: str, en: str) -> None:
    form = build_form(form_data({"id": "E", "rule": rule, "per": "line"}), "f")
    (edit,) = form.tables[0].edits

    assert edit_words(edit, form, "x", "zh") == zh
    assert edit_words(edit, form, "x", "en") == en


def test_the_table_is_said_where_a_line_does_not_tell_it() -> None:
    form = build_form(form_data(between=({"id": "E", "rule": "x.one.a = y.one.b"},)), "f")

    assert edit_words(form.edits[0], form, None, "zh") == "表x·项·甲 = 表y·项·乙"
