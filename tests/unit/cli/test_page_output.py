"""--output html=FILE: a page that stands alone, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.finding import Report
from statlint.run import check_paths
from unit.cli.commanding import CLEAN, WRONG, outcome, run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a clean table and a wrong one."""
    monkeypatch.chdir(tmp_path)
    Path("clean.csv").write_bytes(CLEAN)
    Path("wrong.csv").write_bytes(WRONG)
    return tmp_path


def written(*words: str) -> str:
    outcome("check", *words, "--output", "html=page.html")
    return Path("page.html").read_text(encoding="utf-8")


def test_the_page_speaks_both_languages_whatever_the_terminal_speaks() -> None:
    text = written("wrong.csv", "clean.csv")

    assert '<html lang="en">' in text
    assert '<span lang="en">error</span><span lang="zh-CN">错误</span>' in text
    assert "总计填 472" in text
    assert "2 files" in text
    assert "共 2 个文件" in text


def test_what_there_is_little_to_tell_of_is_not_checked_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times: list[int] = []

    def counted(*asked: object, **more: object) -> Report:
        times.append(1)
        return check_paths(*asked, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("statlint.cli.retold.check_paths", counted)

    assert "未发现错误和警告" in written("clean.csv")
    assert times == []
    written("wrong.csv")
    assert times == [1]


def test_settings_of_each_file_hold_in_both_languages() -> None:
    for name in ("a", "b"):
        Path(name).mkdir()
        Path(name, "wrong.csv").write_bytes(WRONG)
    Path("b/statlint.toml").write_text('ignore = ["B101"]', encoding="utf-8")
    text = written("a", "b")

    assert text.count('<li class="sl-finding ') == 2
    assert "差额 -1" in text
    assert "difference -1" in text


def test_the_page_may_go_to_standard_output() -> None:
    told = run("check", "wrong.csv", "--output-format", "html").stdout

    assert (told[:15], told[-8:]) == ("<!DOCTYPE html>", "</html>\n")
