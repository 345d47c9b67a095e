"""A form of a long list: its columns, codes and sums, and the faults that are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from statlint.errors import FormError
from statlint.form import (
    Arrangement,
    CodeSum,
    Form,
    KeyColumn,
    ListColumn,
    ListColumns,
    build_form,
)

TABLE: dict[str, Any] = {
    "key": "people",
    "title": "人口",
    "arrangement": "tidy",
    "period": "年份",
    "indicator": {"label": "指标", "aliases": ["项目"]},
    "keys": [{"label": "地区", "codes": ["甲", "乙", "合计"], "total": "合计"}],
    "periods": ["2021", "2022"],
    "head": [{"key": "value", "label": "数值"}],
    "line": [{"key": "births", "label": "出生"}],
}


def built(table: Mapping[str, Any], **more: object) -> Form:
    """Build a form of one table."""
    data = {"id": "list", "title": "人口", "source": "示例", "table": [table], **more}
    return build_form(data, "list.toml")


def faults(table: Mapping[str, Any], **more: object) -> tuple[str, ...]:
    """Give the faults of a form of one table."""
    with pytest.raises(FormError) as raised:
        built(table, **more)
    return raised.value.faults


def test_the_columns_of_a_list_are_built() -> None:
    form = built(TABLE)

    (table,) = form.tables
    assert (table.arrangement, form.is_list) == (Arrangement.TIDY, True)
    assert table.listed == ListColumns(
        (KeyColumn(ListColumn("地区"), ("甲", "乙", "合计"), "合计"),),
        ListColumn("年份"),
        indicator=ListColumn("指标", ("项目",)),
        periods=("2021", "2022"),
    )
    assert [line.key for line in table.lines()] == ["births"]


def test_a_list_without_indicators_has_one_line() -> None:
    table = {key: one for key, one in TABLE.items() if key not in {"indicator", "line"}}
    table["keys"] = [{"label": "地区", "sums": [{"total": "合计", "parts": ["甲", "乙"]}]}]

    (built_table,) = built(table).tables

    assert built_table.listed is not None
    assert built_table.listed.keys[0].sums == (CodeSum("合计", ("甲", "乙")),)
    assert [line.key for line in built_table.lines()] == ["figure"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"keys": [{"label": "地区", "codes": ["合计", "甲"], "total": "合記"}]},
            'table[0].keys[0].total: no code "合記" in codes',
        ),
        (
            {"keys": [{"label": "地区", "sums": [{"total": "甲", "parts": ["甲", "乙"]}]}]},
            'table[0].keys[0].sums: "甲" is a part of itself',
        ),
        ({"period": "地区"}, 'table[0].period: "地区" is keys already'),
        ({"caption": "标题"}, "table[0].caption: has no meaning in a long list"),
        (
            {"head": [{"key": "value", "label": "数值", "repeat": True}]},
            "table[0].head[0].repeat: has no meaning in a long list",
        ),
    ],
    ids=["unknown total", "own part", "one column twice", "a caption", "a repeated head"],
)
def test_faults_of_a_list_are_told(change: dict[str, Any], told: str) -> None:
    assert told in faults({**TABLE, **change})


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("period", "table[0].period: is missing"),
        (
            "indicator",
            "table[0].line: lines are the codes of a column of indicators: state it as indicator",
        ),
    ],
    ids=["no period", "lines without a column"],
)
def test_what_is_missing_is_told(key: str, told: str) -> None:
    assert faults({name: one for name, one in TABLE.items() if name != key}) == (told,)


def test_a_list_without_keys_is_refused() -> None:
    table = {key: one for key, one in TABLE.items() if key not in {"keys", "indicator", "line"}}

    assert faults(table) == ("table[0].keys: at least one column of keys is needed",)


def test_other_tables_have_no_such_columns() -> None:
    plain = {**TABLE, "arrangement": "lines-down"}

    assert faults(plain) == tuple(
        f'table[0].{key}: is for tables of arrangement "tidy"'
        for key in ("keys", "period", "indicator", "periods")
    )


def test_edits_between_lists_are_refused() -> None:
    edit = {"id": "x", "rule": "people.births.value >= 0"}

    assert faults(TABLE, edit=[edit]) == (
        "edit: edits of a long list belong to its table: [[table.edit]]",
    )
