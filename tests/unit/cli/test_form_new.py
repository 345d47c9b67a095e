"""`statlint form new`: what it writes, and that checking with it gives what inference gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from statlint.finding import Origin
from statlint.form import Arrangement, Form, load_form
from unit.cli.commanding import outcome, run

FORMULAS = Path(__file__).parents[3] / "fixtures" / "formulas"
HEADS = "地区,合计,男,女\n"
LINES = ["全国,4055,2101,1954", "东部,1412,716,696", "中部,1205,633,572", "西部,1438,752,686"]
CORRECT = HEADS + "\n".join(LINES) + "\n"
WRONG = CORRECT.replace("1205", "1295")


def written(folder: Path, name: str, text: str) -> str:
    """Write a file and give its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def new_form(folder: Path, *words: str) -> Form:
    """Write a form of files and load it."""
    path = folder / "new.toml"
    assert run("form", "new", *words, "--output", str(path)).exit_code == 0
    return load_form(path)


def findings(*words: str) -> list[list[object]]:
    """Check and give code, cell, severity and message of each finding, whenever it was found."""
    report = json.loads(run("check", *words, "--isolated", "--output-format", "json").stdout)
    keys = ("code", "cell", "severity", "message")
    return [
        [found[key].replace("when the form was written, ", "") for key in keys]
        for found in report["findings"]
    ]


def test_the_form_has_the_lines_heads_and_relations(tmp_path: Path) -> None:
    form = new_form(tmp_path, written(tmp_path, "Population 2023.csv", CORRECT))

    (table,) = form.tables
    assert form.id == "population-2023"
    assert table.arrangement is Arrangement.AS_FOUND
    assert [line.label.zh for line in table.lines()] == ["全国", "东部", "中部", "西部"]
    assert [head.label.zh for head in table.blocks[0].heads] == ["合计", "男", "女"]
    assert {edit.origin for edit in table.edits} == {Origin.INFERRED}
    assert len(table.edits) == 2


@pytest.mark.parametrize("text", [CORRECT, WRONG], ids=["correct", "wrong"])
def test_checking_with_it_gives_what_inference_gave(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, "population.csv", text)
    new_form(tmp_path, path)

    inferred = findings(path)

    assert findings(path, "--form", str(tmp_path / "new.toml")) == inferred
    assert bool(inferred) is (text is WRONG)


def test_what_an_edit_rests_on_was_so_when_the_form_was_written(tmp_path: Path) -> None:
    form = new_form(tmp_path, written(tmp_path, "population.csv", CORRECT))

    bases = {edit.basis.en for edit in form.tables[0].edits if edit.basis}
    assert all(basis.startswith("when the form was written, it holds ") for basis in bases)
    assert bases


def test_comments_say_what_is_doubtful(tmp_path: Path) -> None:
    path = written(tmp_path, "population.csv", WRONG)

    zh = run("form", "new", path, language="zh").stdout
    en = run("form", "new", path).stdout

    assert zh.startswith("# 由 statlint ")
    assert "。是数字有误，还是本无此关系？\n" in zh
    assert ": a wrong figure, or no relation?\n" in en


def test_id_and_title(tmp_path: Path) -> None:
    path = written(tmp_path, "人口.csv", CORRECT)

    named = new_form(tmp_path, path, "--id", "people", "--title", "人口")
    (tmp_path / "new.toml").unlink()
    unnamed = new_form(tmp_path, path)

    assert (named.id, named.title.zh) == ("people", "人口")
    assert unnamed.id == "population"


def test_an_id_that_no_form_may_have(tmp_path: Path) -> None:
    status, said = outcome("form", "new", written(tmp_path, "a.csv", CORRECT), "--id", "人口")

    assert status == 2
    assert said.startswith("statlint: 人口 is no id of a form")


def test_files_of_one_layout_are_seen_together(tmp_path: Path) -> None:
    one = written(tmp_path, "a.csv", CORRECT)
    other = written(
        tmp_path, "b.csv", CORRECT.replace("1205,633", "1206,634").replace("4055,2101", "4056,2102")
    )

    form = new_form(tmp_path, one, other)

    assert form.source.en == "Inferred from the figures of a.csv and 1 more files"
    assert findings(other, "--form", str(tmp_path / "new.toml")) == []


def test_files_of_another_layout_are_refused(tmp_path: Path) -> None:
    one = written(tmp_path, "a.csv", CORRECT)
    other = written(tmp_path, "b.csv", "城市,面积,户数\n甲,12,34\n乙,56,78\n丙,68,112\n")

    status, said = outcome("form", "new", one, other)

    assert status == 2
    assert said.startswith(
        f"statlint: {other}: its tables are laid out otherwise than those of {one}"
    )


def test_a_file_without_a_table(tmp_path: Path) -> None:
    path = written(tmp_path, "letter.csv", "各位同事：\n请于周五前报送。\n")

    assert outcome("form", "new", path) == (
        2,
        "statlint: no statistics table found to write a form of\n",
    )


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")

    status, said = outcome("form", "new", str(path))

    assert status == 1
    assert said.startswith(f"statlint: {path}: F0")


@pytest.mark.parametrize("name", ["date-for-figure", "error-value", "typed-total-different"])
def test_what_formulas_tell_is_told_with_the_form_too(tmp_path: Path, name: str) -> None:
    path = str(FORMULAS / f"{name}.xlsx")
    new_form(tmp_path, path)

    inferred = findings(path)

    assert findings(path, "--form", str(tmp_path / "new.toml")) == inferred != []


def test_a_form_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", CORRECT)
    kept = written(tmp_path, "kept.toml", "# corrected by hand\n")

    status, said = outcome("form", "new", path, "--output", kept)

    assert (status, "exists already" in said) == (2, True)
    assert Path(kept).read_text(encoding="utf-8") == "# corrected by hand\n"


def test_a_folder_without_files(tmp_path: Path) -> None:
    assert outcome("form", "new", str(tmp_path)) == (
        2,
        "statlint: no statistics table found to write a form of\n",
    )
