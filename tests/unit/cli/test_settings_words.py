"""Rules and edits that settings name and that do not exist, told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from unit.cli.commanding import CLEAN, outcome

FORMS = Path(__file__).parents[3] / "rules" / "statlint_rules" / "forms"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with two clean files, one of them in a folder with settings of its own."""
    (tmp_path / "data").mkdir()
    for path in (tmp_path / "clean.csv", tmp_path / "data" / "clean.csv"):
        path.write_bytes(CLEAN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            'select = [\n"B101",\n"B199",\n]',
            "3: select[1]: there is no rule B199",
            id="select",
        ),
        pytest.param(
            '\nextend-select = ["Q"]', "2: extend-select[0]: there is no rule Q", id="extend-select"
        ),
        pytest.param(
            'ignore = ["unbalanced-totl"]',
            "1: ignore[0]: there is no rule unbalanced-totl; did you mean unbalanced-total?",
            id="ignore",
        ),
        pytest.param(
            '[per-file-ignores]\n"*" = ["B"]\n"a.b*" = ["QQQ1"]',
            '3: per-file-ignores."a.b*"[0]: there is no rule QQQ1',
            id="per-file-ignores",
        ),
        pytest.param(
            '[severity]\nB1 = "error"\nB999 = "error"\n',
            "3: severity.B999: there is no rule B999",
            id="severity",
        ),
        pytest.param(
            'justify.forbid = ["QQQ1"]', "1: justify.forbid[0]: there is no rule QQQ1", id="justify"
        ),
    ],
)
@pytest.mark.parametrize("place", ["statlint.toml", "data/statlint.toml"], ids=["run", "near"])
def test_a_slip_is_told_with_its_place(folder: Path, text: str, said: str, place: str) -> None:
    (folder / place).write_text(text, encoding="utf-8")

    assert outcome("check", "clean.csv", "data") == (2, f"statlint: {place}:{said}\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param('\nform = "cn-bulettin"', "2: form: no such form; ", id="an id"),
        pytest.param('form = "own.toml"', "1: form: no such form; ", id="a path"),
        pytest.param(
            '[[dataset]]\nname = "a"\nfiles = "*"\nform = "cn-bulettin"',
            "4: dataset[0].form: no such form; ",
            id="of a data set",
        ),
        pytest.param(
            '[[dataset]]\nname = "a"\nfiles = "*"\nform = "own.toml"',
            "4: dataset[0].form: no such form; ",
            id="a path of a data set",
        ),
    ],
)
def test_a_form_that_is_not_there_is_told_with_its_place(
    folder: Path, text: str, said: str
) -> None:
    (folder / "statlint.toml").write_text(text, encoding="utf-8")

    status, told = outcome("check", "clean.csv")

    assert (status, told.split("there are")[0]) == (2, f"statlint: statlint.toml:{said}")
    assert told.endswith("; did you mean cn-bulletin?\n") == ("bulettin" in text)


@pytest.mark.parametrize("form", ["cn-disclosure-annual-2021", "own.toml"], ids=["id", "path"])
def test_a_form_that_is_there_is_taken(folder: Path, form: str) -> None:
    source = FORMS / "cn-disclosure-annual-2021.toml"
    (folder / "own.toml").write_bytes(source.read_bytes())
    (folder / "statlint.toml").write_text(f'form = "{form}"', encoding="utf-8")

    assert outcome("check", "clean.csv") == (0, "")


def test_all_slips_of_a_file_are_told(folder: Path) -> None:
    (folder / "statlint.toml").write_text('ignore = ["QQQ1", "QQQ2"]', encoding="utf-8")

    assert outcome("check", "clean.csv", language="zh") == (
        2,
        (
            "statlint: statlint.toml:1: ignore[0]：没有规则 QQQ1\n"
            "statlint: statlint.toml:1: ignore[1]：没有规则 QQQ2\n"
        ),
    )


def test_settings_beside_no_file_that_is_checked_are_not_looked_at(folder: Path) -> None:
    (folder / "data" / "statlint.toml").write_text('ignore = ["QQQ1"]', encoding="utf-8")

    assert outcome("check", "clean.csv") == (0, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--config", "ignor = []"], "--config: ignor: is not a known key", id="key"),
        pytest.param(
            ["--config", 'select = ["QQQ1"]'],
            "--config: select[0]: there is no rule QQQ1\n",
            id="rule",
        ),
        pytest.param(
            ["--config", "none.toml"],
            "none.toml: cannot be read (No such file or directory)\n",
            id="no file",
        ),
        pytest.param(
            ["--config", "a.toml", "--config", "b.toml"],
            "--config takes one settings file (a.toml b.toml); it may extend others",
            id="two files",
        ),
        pytest.param(
            ["--config", "a.toml", "--isolated"],
            "--config and --isolated exclude each other",
            id="a file and none",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_slip_on_the_command_line(words: list[str], said: str) -> None:
    status, told = outcome("check", "clean.csv", *words)

    assert (status, told[: len("statlint: " + said)]) == (2, "statlint: " + said)


@pytest.mark.usefixtures("folder")
def test_a_setting_on_the_command_line_goes_with_no_files() -> None:
    assert outcome("check", "clean.csv", "--isolated", "--config", "preview = true") == (0, "")
