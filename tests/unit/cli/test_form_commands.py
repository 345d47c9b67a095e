"""`statlint form`: list, show, match, check, schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from statlint.form import Form
from statlint.run.pack import shipped_forms
from statlint.values import Language
from unit.cli.commanding import CLEAN, SUBMISSIONS, outcome, run

OWN = """\
id = "own"
title = "Own form"
source = "A test"
[[table]]
key = "people"
title = "People"
kind = "count"
[[table.head]]
key = "n"
label = "Number"
[[table.line]]
key = "men"
label = "Men"
[[table.line]]
key = "women"
label = "Women"
[[table.line]]
key = "all"
label = "Total"
[[table.edit]]
id = "T1"
rule = "all = men + women"
per = "head"
"""


def test_the_shipped_forms_are_listed() -> None:
    lines = run("form", "list").stdout.splitlines()

    assert [line.split("  ")[0] for line in lines] == [form.id for form in shipped_forms()]
    assert [line.split("  ")[:2] for line in lines if line.startswith("cn-disclosure")] == [
        ["cn-disclosure-annual-2019", "2019–2020"],
        ["cn-disclosure-annual-2021", "2021–"],
        ["cn-disclosure-statistics-2014", "2014–2018"],
    ]


@pytest.mark.parametrize("form", shipped_forms(), ids=lambda form: form.id)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_shown_form_names_every_line_head_and_edit(form: Form, language: Language) -> None:
    page = run("form", "show", form.id, language=language).stdout

    flat = "".join(page.split())
    labels = [
        label.of(language)
        for table in form.tables
        for block in table.blocks
        for label in (*(line.label for line in block.lines), *(head.label for head in block.heads))
    ]
    ids = [edit.id for table in form.tables for edit in table.edits]
    assert [label for label in labels if "".join(label.split()) not in flat] == []
    assert [one for one in ids if f"    {one}  " not in page] == []


def test_a_form_of_ones_own_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")

    assert run("form", "show", str(path)).stdout.splitlines() == [
        "own  Own form  tables: 1, edits: 1",
        "  A test",
        "",
        "[people] People",
        "  heads: n Number",
        "    men    Men",
        "    women  Women",
        "    all    Total",
        "  edits",
        "    T1  T1  [must be put right, implied by the form]",
        "        Total = Men + Women",
        "  proves: only the edit it is in is told for 3 cells",
    ]


def test_a_form_that_does_not_exist_ends_with_2() -> None:
    status, said = outcome("form", "show", "nope")

    assert (status, said.startswith("statlint: nope: no such form; there are: ")) == (2, True)


def test_the_form_of_a_file_is_recognised() -> None:
    path = SUBMISSIONS / "suqian-2024-gbk.csv"
    title = "Information disclosed on the agency's own initiative"

    result = run("form", "match", str(path))

    assert (result.exit_code, result.stdout.splitlines()[:2]) == (
        0,
        [
            str(path),
            f"  cn-disclosure-annual-2021  A2:D14  {title}",
        ],
    )


def test_a_file_without_a_form_says_what_was_looked_for(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Name,Phone\nLi,1\n", encoding="utf-8")
    (tmp_path / "b.csv").write_bytes(CLEAN)

    result = run("form", "match", str(tmp_path))

    lines = result.stdout.splitlines()
    assert (result.exit_code, lines[0]) == (1, str(tmp_path / "a.csv"))
    assert lines[1].startswith("  F010 ")


def test_a_sound_form_file_is_summed_up(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")

    result = run("form", "check", str(path))

    assert (result.exit_code, result.stdout) == (
        0,
        f"{path}: own  Own form  tables: 1, edits: 1\n",
    )


def test_a_broken_form_file_is_told_with_every_fault(tmp_path: Path) -> None:
    broken, sound = tmp_path / "broken.toml", tmp_path / "sound.toml"
    broken.write_text(OWN.replace("rule =", "rul =").replace('kind = "count"', 'kind = "coun"'))
    sound.write_text(OWN, encoding="utf-8")

    result = run("form", "check", str(broken), str(sound))

    assert result.exit_code == 2
    assert result.stdout.startswith(f"{sound}: own")
    assert {line.split(": ")[2] for line in result.stderr.splitlines()} == {
        "table[0].kind",
        "table[0].edit[0].rul",
        "table[0].edit[0].rule",
    }


def test_the_schema_of_forms_is_json() -> None:
    schema = json.loads(run("form", "schema").stdout)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"id", "title", "source", "table"} <= set(schema["required"])
