"""Which files `statlint check` takes: .gitignore, exclude, --exclude and --force-exclude."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unit.cli.commanding import CLEAN, outcome, run

IGNORE, SETTINGS = ".gitignore", "statlint.toml"
DATASET = 'exclude = ["old/"]\n[[dataset]]\nname = "all"\nfiles = "{folder}/{unit}.csv"'
NAMES = ("a.csv", "c.bak.csv", "old/b.csv", "年报/旧表/d.csv")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository with some tables."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(CLEAN)
    Path(".git").mkdir()
    return tmp_path


def checked(*words: str) -> list[str]:
    report = json.loads(run("check", *words, "--output-format", "json").stdout)
    return [file["path"] for file in report["files"]]


@pytest.mark.parametrize(
    ("texts", "words", "files"),
    [
        pytest.param({}, ["."], [*NAMES], id="all of a folder"),
        pytest.param({IGNORE: "*.bak.csv\n旧表/"}, ["."], ["a.csv", "old/b.csv"], id="git"),
        pytest.param(
            {IGNORE: "*.csv"}, ["c.bak.csv", "old"], ["c.bak.csv"], id="git, a file is named"
        ),
        pytest.param({IGNORE: "old/"}, ["old"], ["old/b.csv"], id="git, the folder is named"),
        pytest.param(
            {IGNORE: "*.csv", SETTINGS: "gitignore = false"}, ["."], [*NAMES], id="git is off"
        ),
        pytest.param(
            {IGNORE: "old/", SETTINGS: "gitignore = false"},
            [".", "--isolated"],
            ["a.csv", "c.bak.csv", "年报/旧表/d.csv"],
            id="git, without settings",
        ),
        pytest.param(
            {SETTINGS: 'exclude = ["old/", "/年报"]'},
            ["."],
            ["a.csv", "c.bak.csv"],
            id="the settings",
        ),
        pytest.param(
            {SETTINGS: 'exclude = ["old/"]'},
            [".", "--exclude", "*.bak.csv", "--exclude", "./年报/"],
            ["a.csv"],
            id="settings and options",
        ),
        pytest.param(
            {f"old/{SETTINGS}": 'exclude = ["*.csv"]'},
            ["."],
            ["a.csv", "c.bak.csv", "年报/旧表/d.csv"],
            id="the settings of one folder",
        ),
        pytest.param(
            {SETTINGS: 'exclude = ["b.csv"]', f"old/{SETTINGS}": "infer = false"},
            ["."],
            ["a.csv", "c.bak.csv", "年报/旧表/d.csv"],
            id="what the run excludes, other settings exclude as well",
        ),
        pytest.param(
            {SETTINGS: 'exclude = ["old/", "a.csv"]'},
            ["a.csv", "old"],
            ["a.csv", "old/b.csv"],
            id="what is named is taken",
        ),
        pytest.param(
            {SETTINGS: 'exclude = ["old/", "a.csv"]'},
            ["a.csv", "c.bak.csv", "old/b.csv", "--force-exclude"],
            ["c.bak.csv"],
            id="what is named is refused",
        ),
        pytest.param(
            {IGNORE: "*.csv"},
            ["a.csv", "--force-exclude"],
            ["a.csv"],
            id="what git ignores and the user names is taken",
        ),
        pytest.param(
            {SETTINGS: DATASET},
            [],
            [],
            id="the files of a data set",
        ),
    ],
)
def test_what_is_checked(texts: dict[str, str], words: list[str], files: list[str]) -> None:
    for path, text in texts.items():
        Path(path).write_text(text, encoding="utf-8")

    assert checked(*words) == sorted(files)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["."], "left out by .gitignore or exclude: files 1, folders 1\n", id="told"),
        pytest.param(["a.csv"], "", id="nothing is left out"),
        pytest.param([".", "--quiet"], "", id="quiet"),
    ],
)
def test_what_is_left_out_is_told(words: list[str], said: str) -> None:
    Path(IGNORE).write_text("c.bak.csv\nold/\n", encoding="utf-8")

    assert outcome("check", *words) == (0, f"statlint: {said}" if said else "")


def test_what_is_left_out_is_told_in_chinese() -> None:
    Path(IGNORE).write_text("*.csv", encoding="utf-8")

    status, said = outcome("check", ".", language="zh")

    assert (status, said.splitlines()) == (
        0,
        [
            "statlint: 按 .gitignore 或 exclude 未检查：文件 4 个，文件夹 0 个",
            "statlint: 没有可检查的文件",
        ],
    )


def test_what_is_no_pattern_is_refused() -> None:
    assert outcome("check", ".", "--exclude", "[a") == (
        2,
        'statlint: exclude: "[a" is no pattern of files\n',
    )


def test_reasons_beside_a_file_go_with_it() -> None:
    Path("a.csv.statlint.toml").write_text("", encoding="utf-8")
    Path(SETTINGS).write_text('exclude = ["a.csv"]', encoding="utf-8")

    assert checked("a.csv.statlint.toml", "--force-exclude") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            ["."],
            "statlint: 旁边没有表的说明文件 1 个，其中的说明不起作用：old/旧.csv.statlint.toml"
            "（表改了名的，请一并改名）\n",
            id="in a folder",
        ),
        pytest.param(["a.csv"], "", id="elsewhere"),
        pytest.param([".", "--quiet"], "", id="quiet"),
    ],
)
def test_reasons_without_their_table_are_told(words: list[str], said: str) -> None:
    for name in ("a.csv.statlint.toml", "old/旧.csv.statlint.toml", "own.statlint.toml"):
        Path(name).write_text("", encoding="utf-8")

    assert outcome("check", *words, language="zh") == (0, said)
