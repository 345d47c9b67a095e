"""What `check --show-settings` shows: each setting with where it comes from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import tomli

from statlint.cli.check_command import check
from statlint.cli.show_settings import BESIDE, IN_PLACE_OF
from statlint.config import Settings
from statlint.config.as_stated import as_stated
from statlint.config.load import load_settings
from unit.cli.commanding import outcome, run

SETTINGS = """\
lang = "zh"
ignore = ["U102"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with settings."""
    (tmp_path / "statlint.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_each_value_has_its_place() -> None:
    result = run("check", "a.csv", "--show-settings", "--ignore", "B", language=None)

    shown = result.stdout.splitlines()
    assert (result.exit_code, shown[:3], shown[6]) == (
        0,
        [
            "# a.csv：statlint.toml",
            'lang = "zh"                                   # statlint.toml:1',
            "# form：未设置",
        ],
        'ignore = ["U102", "B"]                        # statlint.toml:2、--ignore',
    )


@pytest.mark.usefixtures("folder")
def test_without_a_path_the_settings_of_the_run_are_shown() -> None:
    shown = run("check", "--show-settings", "--isolated").stdout.splitlines()

    assert shown[:2] == [
        "# this run: no settings file",
        'lang = "en"                                   # STATLINT_LANG',
    ]


def test_a_baseline_that_nobody_names_is_shown(folder: Path) -> None:
    (folder / "statlint-baseline.json").write_text("{}", encoding="utf-8")

    shown = run("check", "a.csv", "--show-settings").stdout.splitlines()

    assert [line for line in shown if "baseline" in line] == [
        'baseline = "statlint-baseline.json"           # built in'
    ]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "asked", "shown"),
    [
        pytest.param([], None, ("zh", [{"file": "statlint.toml", "line": 1}]), id="the file"),
        pytest.param([], "en", ("en", [{"environment": "STATLINT_LANG"}]), id="the environment"),
        pytest.param(
            ["--config", "lang = 'zh'"], "en", ("zh", [{"option": "--config"}]), id="a setting"
        ),
        pytest.param(
            ["--config", "lang = 'zh'", "--lang", "en"],
            "zh",
            ("en", [{"option": "--lang"}]),
            id="the option",
        ),
    ],
)
def test_what_says_the_language(
    words: list[str], asked: str | None, shown: tuple[str, list[object]]
) -> None:
    result = run("check", "--show-settings", "--output-format", "json", *words, language=asked)

    lang = json.loads(result.stdout)["files"][0]["settings"]["lang"]
    assert (lang["value"], lang["from"]) == shown


def test_what_is_shown_is_a_settings_file(folder: Path) -> None:
    text = run(
        *("check", "--show-settings", "--config", 'per-file-ignores = { "old \\"1\\"/*" = ["B"] }'),
        *("--config", "documents.at-least = [{ words = ['解读'], least = 2 }]"),
        *("--config", "dataset = [{ name = 'a', files = '{year}.csv' }]"),
    ).stdout
    before = load_settings(folder / "statlint.toml", Settings())
    (folder / "shown.toml").write_text(text, encoding="utf-8")
    after = load_settings(folder / "shown.toml", Settings())

    assert tomli.loads(text)["documents"]["at-least"][0]["least"] == 2
    assert [one.words for one in after.ignored_in] == [("B",)]
    assert (after.ignore, after.thresholds) == (before.ignore, before.thresholds)


@pytest.mark.usefixtures("folder")
def test_settings_for_programs() -> None:
    result = run("check", "a.csv", "b.csv", "--show-settings", "--output-format", "json")

    report = json.loads(result.stdout)
    assert [one["path"] for one in report["files"]] == ["a.csv", "b.csv"]
    first = report["files"][0]
    assert first["layers"] == ["statlint.toml"]
    assert list(first["settings"]) == list(as_stated(Settings()))
    assert [first["settings"][key] for key in ("lang", "ignore", "blank")] == [
        {"value": "en", "from": [{"environment": "STATLINT_LANG"}]},
        {"value": ["U102"], "from": [{"file": "statlint.toml", "line": 2}]},
        {"value": None, "from": []},
    ]


def test_broken_settings_are_not_shown(folder: Path) -> None:
    (folder / "statlint.toml").write_text('ignore = ["QQQ1"]', encoding="utf-8")

    assert outcome("check", "--show-settings") == (
        2,
        "statlint: statlint.toml:1: ignore[0]: there is no rule QQQ1\n",
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "key"),
    [
        pytest.param(["--lang", "en"], "lang", id="lang"),
        pytest.param(["--form", "x"], "form", id="form"),
        pytest.param(["--period", "2024"], "period", id="period"),
        pytest.param(["--select", "B"], "select", id="select"),
        pytest.param(["--fail-level", "error"], "fail-level", id="fail-level"),
        pytest.param(["--preview"], "preview", id="preview"),
        pytest.param(["--no-infer"], "infer", id="infer"),
        pytest.param(["--previous", "a"], "previous", id="previous"),
        pytest.param(["--parts", "a"], "parts", id="parts"),
        pytest.param(["--units", "a"], "unit-list", id="units"),
        pytest.param(["--no-cache"], "cache", id="no-cache"),
    ],
)
def test_an_option_is_told(words: list[str], key: str) -> None:
    shown = run("check", "--show-settings", "--output-format", "json", *words).stdout

    (file,) = json.loads(shown)["files"]
    assert file["settings"][key]["from"] == [{"option": words[0]}]


def test_the_options_are_those_of_check() -> None:
    known = {option for parameter in check.params for option in parameter.opts}

    assert {*IN_PLACE_OF.values(), *BESIDE.values()} - known == set()
    assert {*IN_PLACE_OF, *BESIDE} - set(as_stated(Settings())) == set()
