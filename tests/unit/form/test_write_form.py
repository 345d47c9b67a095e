"""Forms written as form files and read again."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from statlint.form import Form, load_form
from statlint.form.toml_values import toml_pair, toml_value
from statlint.form.write_form import write_form
from statlint.run.pack import shipped_forms
from statlint.values import Text
from tables import Entry, form_of, table_of

FORMS = sorted((Path(__file__).parents[3] / "fixtures" / "forms" / "good").glob("*.toml"))


def read_again(form: Form, folder: Path) -> Form:
    """Write a form to a file and load it."""
    path = folder / "form.toml"
    path.write_text(write_form(form), encoding="utf-8")
    return load_form(path)


@pytest.mark.parametrize("form", shipped_forms(), ids=lambda form: form.id)
def test_a_shipped_form_reads_as_the_same(form: Form, tmp_path: Path) -> None:
    assert read_again(form, tmp_path) == form


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_file_reads_as_the_same(path: Path, tmp_path: Path) -> None:
    form = load_form(path)

    assert read_again(form, tmp_path) == form


def test_notes_stand_above_edits_and_a_preface_above_all() -> None:
    form = load_form(FORMS[0])
    edit = next(edit for table in form.tables for edit in table.edits)

    lines = write_form(form, preface="One\n\ntwo\x07", notes={edit.id: "Is it so?"}).splitlines()

    assert lines[:4] == ["# One", "#", "# two", ""]
    note = lines.index("# Is it so?")
    assert lines[note + 1 : note + 3] == ["[[table.edit]]", f'id = "{edit.id}"']


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_again(text: str) -> None:
    (line,) = toml_pair("key", text)

    assert tomli.loads(line) == {"key": text}


def test_a_long_list_has_a_line_for_each_member() -> None:
    words = [f"word number {number}" for number in range(9)]

    lines = list(toml_pair("key", words))

    assert lines[:2] == ["key = [", '  "word number 0",']
    assert tomli.loads("\n".join(lines)) == {"key": words}


def test_a_wording_is_one_text_where_both_languages_say_the_same() -> None:
    assert toml_value([Text("a", "a"), Text("甲", "a")]) == '["a", { zh = "甲", en = "a" }]'


@pytest.mark.parametrize("required", [True, False])
def test_words_are_asked_for_or_not_whatever_the_table_says(
    tmp_path: Path, *, required: bool
) -> None:
    heads: list[str | Entry] = [
        "men 男",
        {"key": "note", "label": "备注", "kind": "text", "required": required},
    ]
    sign = {"key": "by", "label": "填报人", "kind": "person", "required": required}

    for usual in (True, False):
        form = form_of(table_of(["all 全国"], heads, required=usual), **{"sign-off": [sign]})
        assert read_again(form, tmp_path) == form


def test_a_long_wording_stays_on_its_line() -> None:
    assert len(list(toml_pair("name", Text("合" * 90, "t" * 90)))) == 1
