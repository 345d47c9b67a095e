"""`statlint check`: statuses, options, outputs."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import statlint_rules
from statlint.cli import main
from statlint.rule.registry import load_rules
from statlint.run.pack import shipped_forms
from unit.cli.commanding import CLEAN, WRONG, outcome, run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a clean and a wrong file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clean.csv").write_bytes(CLEAN)
    (tmp_path / "wrong.csv").write_bytes(WRONG)
    return tmp_path


@pytest.fixture
def _fresh_rules() -> Iterator[None]:
    """Forget the rules of a changed pack."""
    load_rules.cache_clear()
    yield
    load_rules.cache_clear()


@pytest.fixture
def _crashing_rule(_fresh_rules: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a rule that crashes to the built-in pack."""
    monkeypatch.setitem(statlint_rules.RULES, "F099", "unit.cli.crashing")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        pytest.param("clean.csv", 0, id="a clean file"),
        pytest.param("wrong.csv", 1, id="an error"),
        pytest.param(".", 1, id="a folder with both"),
        pytest.param("wrong.csv --exit-zero", 0, id="an error that shall not count"),
        pytest.param("wrong.csv --ignore B101", 0, id="the rule is left out"),
        pytest.param("wrong.csv --ignore unbalanced-total", 0, id="left out by name"),
        pytest.param("wrong.csv --select F,S --select M", 0, id="other rules are chosen"),
        pytest.param("wrong.csv --select F，B", 1, id="a full-width comma"),
        pytest.param("clean.csv wrong.csv --form cn-disclosure-annual-2021", 1, id="the form"),
        pytest.param("clean.csv --form cn-disclosure-annual-2019", 1, id="another form"),
        pytest.param("clean.csv --period 2020", 1, id="a period before the form was in force"),
    ],
)
def test_the_status_tells_whether_there_are_findings(words: str, status: int) -> None:
    assert outcome("check", *words.split()) == (status, "")


@pytest.mark.parametrize(
    ("level", "status"),
    [
        pytest.param("error", 0, id="an information is no error"),
        pytest.param("warning", 0, id="nor a warning"),
        pytest.param("information", 1, id="but an information"),
    ],
)
def test_the_fail_level_decides(folder: Path, level: str, status: int) -> None:
    (folder / "clean.csv").write_bytes(CLEAN.replace(b",73,0,", b",73,00,"))

    assert outcome("check", "clean.csv", "--fail-level", level) == (status, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("no.csv", "no.csv: no such file or folder", id="a path"),
        pytest.param(
            "clean.csv --form nope",
            f"nope: no such form; there are: {', '.join(form.id for form in shipped_forms())}",
            id="a form",
        ),
        pytest.param(
            "clean.csv --config no.toml",
            "no.toml: cannot be read (No such file or directory)",
            id="a settings file",
        ),
        pytest.param(
            "clean.csv --config no.toml --isolated",
            "--config and --isolated exclude each other (see statlint check --help)",
            id="two options that exclude each other",
        ),
        pytest.param(
            "clean.csv --ignore unbalanced-totl",
            "there is no rule unbalanced-totl; did you mean unbalanced-total?"
            " (see statlint check --help)",
            id="a rule",
        ),
        pytest.param(
            "clean.csv --output clean.csv",
            "--output: clean.csv: is a file to check; no report is written over it"
            " (see statlint check --help)",
            id="a report over a submission",
        ),
        pytest.param(
            "clean.csv --output no/report.txt",
            "--output: no/report.txt: its folder does not exist (see statlint check --help)",
            id="a report in no folder",
        ),
        pytest.param(
            "clean.csv --output a.txt --output json=a.txt",
            "--output: a.txt: two reports go to the same file (see statlint check --help)",
            id="two reports in one file",
        ),
        pytest.param(
            "clean.csv --output .",
            "--output: .: cannot be written (Is a directory) (see statlint check --help)",
            id="a report that is a folder",
        ),
    ],
)
def test_work_that_cannot_be_done_ends_with_2(words: str, said: str) -> None:
    assert outcome("check", *words.split()) == (2, f"statlint: {said}\n")


@pytest.mark.usefixtures("_crashing_rule")
@pytest.mark.parametrize("words", ["clean.csv", "wrong.csv", "wrong.csv --exit-zero"])
def test_a_crashed_rule_ends_with_2(words: str) -> None:
    error = "ZeroDivisionError('integer division or modulo by zero')"
    path = words.partition(" ")[0]

    assert outcome("check", *words.split()) == (
        2,
        f"statlint: {path}: rule F099 crashed: {error}\n",
    )


@pytest.mark.usefixtures("_fresh_rules")
def test_an_inconsistent_rule_pack_ends_with_2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(statlint_rules.RULES, "F099", "unit.cli.commanding")

    assert outcome("check", "clean.csv") == (
        2,
        "statlint: unit.cli.commanding has no rule named commanding\n",
    )


@pytest.mark.usefixtures("_fresh_rules")
def test_a_defect_of_our_own_ends_with_2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(statlint_rules.RULES, "F099", "unit.cli.defective")

    status, said = outcome("check", "clean.csv")

    assert (status, said.splitlines()[-1]) == (
        2,
        "statlint: a defect of statlint itself, the work is not done: RuntimeError('odd')",
    )


def test_an_interruption_ends_with_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stopped(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Stopped()))
    monkeypatch.setenv("STATLINT_LANG", "en")

    with pytest.raises(SystemExit) as end:
        main(["check", "-"])

    assert end.value.code == 130
    assert capsys.readouterr().err.strip() == "statlint: interrupted"


def test_standard_input_has_the_name_it_is_given() -> None:
    result = run("check", "-", "--stdin-filename", "表.csv", "--output-format=concise", data=WRONG)

    assert result.exit_code == 1
    assert {line.partition(":")[0] for line in result.stdout.splitlines()} == {"表.csv"}


def test_standard_input_without_a_name_is_called_so() -> None:
    result = run("check", "-", "--output-format=json", data=CLEAN)

    assert [file["path"] for file in json.loads(result.stdout)["files"]] == ["stdin"]


def test_a_folder_without_tables_is_said_on_standard_error(folder: Path) -> None:
    (folder / "empty").mkdir()

    result = run("check", "empty")

    assert (result.exit_code, result.stderr) == (0, "statlint: there is no file to check\n")
    assert result.stdout.splitlines()[-1] == "no file to check"


@pytest.mark.parametrize(
    ("words", "shown", "written"),
    [
        pytest.param([], "text", {}, id="none"),
        pytest.param(["--output", "a"], "", {"a": "text"}, id="a file"),
        pytest.param(["--output", "json=a"], "text", {"a": "json"}, id="a format and a file"),
        pytest.param(
            ["--output", "nope=a"], "", {"nope=a": "text"}, id="a prefix that is no format"
        ),
        pytest.param(
            ["--output-format", "json", "--output", "a", "--output", "concise=b"],
            "",
            {"a": "json", "b": "concise"},
            id="two files",
        ),
    ],
)
def test_reports_go_where_they_are_sent(
    folder: Path, words: list[str], shown: str, written: dict[str, str]
) -> None:
    result = run("check", "wrong.csv", *words)

    assert kind(result.stdout) == shown
    found = {path.name: path for path in folder.iterdir() if path.suffix != ".csv"}
    assert {name: kind(path.read_text(encoding="utf-8")) for name, path in found.items()} == (
        written
    )


def kind(report: str) -> str:
    """Tell in which format a report is written."""
    beginnings = {"statlint ": "text", "{": "json", "wrong.csv:": "concise", "": ""}
    return next(name for start, name in beginnings.items() if report.startswith(start))


def test_a_report_of_an_earlier_run_is_not_checked(folder: Path) -> None:
    run("check", ".", "--output", "text=report.txt", "--output", "concise=list.txt")
    assert (folder / "list.txt").stat().st_size > 0

    result = run("check", ".", "--output-format=json")

    assert [file["path"] for file in json.loads(result.stdout)["files"]] == [
        "clean.csv",
        "wrong.csv",
    ]


def test_quiet_and_statistics_shape_the_report() -> None:
    result = run("check", ".", "--quiet", "--statistics")

    lines = result.stdout.splitlines()
    assert lines[1] == "wrong.csv"
    assert lines[-2:] == ["findings by rule", "  2  B101 unbalanced-total"]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        pytest.param((), "file://", id="a page on this computer"),
        pytest.param(
            ("--config", 'pages = "https://a.example/{lang}"'),
            "https://a.example/en/B101",
            id="a page that is published",
        ),
        pytest.param(("--config", "cache = false"), "", id="nowhere to keep a page"),
        pytest.param(("--output-format", "concise"), "", id="another format"),
    ],
)
def test_a_terminal_leads_from_codes_to_pages(
    words: tuple[str, ...], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("FORCE_HYPERLINK", "1")

    result = run("check", "wrong.csv", *words)

    links = re.findall(r"\x1b\]8;[^;]*;([^\x1b]+)", result.stdout)
    assert [link.startswith(address) for link in links] == [bool(address)] * len(links)
    assert bool(links) is bool(address)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("--output-format csv", "statlint: 2 B101 unbalanced-total\n", id="a table"),
        pytest.param("--output-format json", "", id="a format with a place for them"),
        pytest.param("--output-format csv --output concise=a", "", id="one of two"),
    ],
)
def test_statistics_are_told_somewhere(words: str, said: str) -> None:
    assert outcome("check", "wrong.csv", "--statistics", *words.split()) == (1, said)


@pytest.mark.parametrize("output_format", ["text", "concise"])
def test_findings_beyond_those_wanted_are_counted_and_fail_all_the_same(
    output_format: str,
) -> None:
    result = run("check", ".", "--max-findings", "0", "--output-format", output_format)

    last = "findings not shown: 2 (error 2); files of which none is shown: 1"
    assert (result.exit_code, last in result.stdout.splitlines()) == (1, True)


def test_the_settings_file_of_the_folder_is_used(folder: Path) -> None:
    (folder / "statlint.toml").write_text('ignore = ["B101"]\nlang = "zh"\n', encoding="utf-8")

    assert outcome("check", "wrong.csv") == (0, "")
    assert outcome("check", "wrong.csv", "--isolated") == (1, "")
    assert "运行规则" in run("check", "clean.csv", language=None).stdout
    assert "rules run" in run("check", "clean.csv", language="en").stdout
    assert "rules run" in run("check", "clean.csv", "--lang=en", language=None).stdout


def test_a_slip_in_the_settings_file_ends_with_2(folder: Path) -> None:
    (folder / "statlint.toml").write_text('ignor = ["B101"]\n', encoding="utf-8")

    assert outcome("check", "wrong.csv") == (
        2,
        "statlint: statlint.toml:1: ignor: is not a known key; did you mean ignore?\n",
    )


@pytest.mark.parametrize("key", ["edits-on", "edits-off"])
def test_an_edit_in_the_settings_must_exist(folder: Path, key: str) -> None:
    settings = folder / "statlint.toml"
    settings.write_text(f'{key} = ["A2", "B1", "Y5", "Y7b"]\n', encoding="utf-8")
    assert outcome("check", "clean.csv") == (0, "")

    settings.write_text(f'{key} = ["A2x"]\n', encoding="utf-8")

    assert outcome("check", "clean.csv") == (
        2,
        f"statlint: statlint.toml:1: {key}[0]: there is no edit A2x; did you mean A2?\n",
    )


def test_a_broken_form_ends_with_2(folder: Path) -> None:
    (folder / "own.toml").write_text("id = \n", encoding="utf-8")

    status, said = outcome("check", "wrong.csv", "--form", "own.toml")

    assert (status, said.startswith("statlint: own.toml: TOML: ")) == (2, True)
