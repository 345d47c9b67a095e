"""The page on the form language says all there is to say, and its example works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statlint import lint
from statlint.form import EditKind, Format, ValueKind, edit_text, load_form, parse_edit
from statlint.form.build_edits import PLACEHOLDERS
from statlint.form.functions import FUNCTIONS
from statlint.schema.form import FORM_SCHEMA, KINDS_OF_UNIT
from statlint.schema.rules import Rules

PAGE = (Path(__file__).parents[3] / "docs" / "form-language.md").read_text(encoding="utf-8")


def keys_of(schema: Rules) -> set[str]:
    """Give every key of a schema, at every depth."""
    keys = set(schema)
    for rules in schema.values():
        keys |= keys_of(item_of(rules).get("schema", {}))
    return keys


def item_of(rules: Rules) -> Rules:
    """Give the rules of what lies in a list, in a list of lists as well."""
    return item_of(rules["schema"]) if rules["type"] == "list" else rules


@pytest.mark.parametrize("key", sorted(keys_of(FORM_SCHEMA) - {"zh"}))
def test_every_key_is_described(key: str) -> None:
    assert re.search(rf"`(?:\[\[(?:table\.)?)?{key}(?:\]\])?`", PAGE)


@pytest.mark.parametrize("word", [*ValueKind, *KINDS_OF_UNIT])
def test_every_word_that_is_quoted_is_described(word: str) -> None:
    assert f'`"{word}"`' in PAGE


@pytest.mark.parametrize("kind", EditKind)
def test_every_kind_of_edit_is_described(kind: str) -> None:
    assert f"| `{kind}` |" in PAGE


@pytest.mark.parametrize("word", PLACEHOLDERS)
def test_every_placeholder_is_described(word: str) -> None:
    assert f"`{{{word}}}`" in PAGE


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_is_in_the_grammar(function: str) -> None:
    assert f'"{function}"' in PAGE


@pytest.mark.parametrize("word", Format)
def test_every_format_is_described(word: str) -> None:
    assert f'`"{word}"`' in PAGE


def examples() -> list[str]:
    """Give the forms that the page shows."""
    return re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def printed_table() -> list[list[str]]:
    """Give the cells of the printed table that the second example is for."""
    lines = PAGE[PAGE.index("| 序号 |") : PAGE.index("Four kinds of lines")].strip().splitlines()
    rows = [line.strip("|").split("|") for line in lines if "---" not in line]
    return [[cell.strip(" *") for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("row", "head", "figure", "found"),
    [
        pytest.param(1, "单位", "乡镇街道", [], id="as it is printed"),
        pytest.param(3, "工作动态", "9", ["B101", "B101", "B101"], id="a figure of a unit"),
        pytest.param(4, "合计", "26", ["B101", "B101"], id="a subtotal"),
        pytest.param(3, "排名", "3", ["R104"], id="a place"),
        pytest.param(7, "备注", "", ["B104"], id="a note that is missing"),
    ],
)
def test_the_table_of_the_page_is_checked_by_its_form(
    tmp_path: Path, row: int, head: str, figure: str, found: list[str]
) -> None:
    form = tmp_path / "units.toml"
    form.write_text(examples()[1], encoding="utf-8")
    table = printed_table()
    table[row][table[0].index(head)] = figure
    content = "\n".join(",".join(cells) for cells in table)
    report = lint(("units.csv", content.encode()), form=str(form))
    told = [finding.code for finding in report.findings if finding.severity != "information"]

    assert told == found


def test_the_examples_are_forms(tmp_path: Path) -> None:
    forms = []
    for number, example in enumerate(examples()):
        path = tmp_path / f"{number}.toml"
        path.write_text(example, encoding="utf-8")
        forms.append(load_form(path))

    assert [(form.id, [edit.id for edit in form.tables[0].edits]) for form in forms] == [
        ("population", ["ages", "sexes", "aged", "ratio"]),
        (
            "units",
            ["kinds", "units", "subtotal", "place-with-gaps", "place-without-gaps", "nothing"],
        ),
        ("population-list", ["growth", "end", "carry"]),
        ("cases-2021", ["carried", "inforce"]),
    ]


@pytest.mark.parametrize("written", sorted(set(re.findall(r"rule = '(.*?)'", PAGE))))
def test_every_rule_in_a_sentence_is_an_edit(written: str) -> None:
    assert edit_text(parse_edit(written)) == written
