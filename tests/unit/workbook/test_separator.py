"""Separators of text files."""

from __future__ import annotations

import pytest

from statlint.workbook.separator import choose_separator, declared_separator


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a,b\n1,2\n", ",", id="comma"),
        pytest.param("a\tb\n1\t2\n", "\t", id="tab"),
        pytest.param("a;b\n1;2\n", ";", id="semicolon"),
        pytest.param("a|b\n1|2\n", "|", id="upright stroke"),
        pytest.param("项目，数量\n规章，2\n", "，", id="full-width comma"),
        pytest.param("a\tb\n1,234\t5,678\n2,345\t6,789\n", "\t", id="grouped digits"),
        pytest.param("a;b\n1,5;2,5\n3,5;4,5\n", ";", id="decimal commas"),
        pytest.param(
            "规章，含修订,1\n规范性文件，含废止,2\n总计，共,3\n", ",", id="prose in labels"
        ),
        pytest.param("表三，2024年\n\na,b,c\n1,2,3\n4,5,6\n", ",", id="title above"),
        pytest.param("a,b,c\n1,2,3\n注：一；二;三\n", ",", id="note below"),
        pytest.param('"a;b",c\n"d;e",1\n"f;g",2\n', ",", id="signs inside quotes"),
        pytest.param("第一，说明如下。\n没有数字\n也没有表\n就此结束\n", "", id="prose"),
        pytest.param("总计\n5\n", "", id="one column"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_choose_separator(text: str, expected: str) -> None:
    assert choose_separator(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sep=;\na;b\n", ";"),
        ("SEP=\t\r\na\tb", "\t"),
        ('"sep=,"\na,b\n', ","),
        ("sep=;", ";"),
        ("sep=;;\n", None),
        ("a,b\n", None),
    ],
)
def test_declared_separator(text: str, expected: str | None) -> None:
    assert declared_separator(text) == expected
