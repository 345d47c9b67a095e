"""A run with what earlier ones found out says the same as one without, whatever has changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from remembered import CACHE, DAY, FILES, known, run, said, strange, write
from statlint.config import Settings
from statlint.config.model import FilePattern, IgnoredIn
from statlint.finding import Severity
from statlint.run import check_paths
from statlint.run.sources import open_source
from statlint.values import Period, Thresholds
from statlint.values.due_units import DueUnit


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with files; what statlint itself is stays the same."""
    monkeypatch.setattr("statlint.run.remembered.edition", lambda: b"1")
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        write(name, text)
    CACHE.mkdir()
    return tmp_path


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which files are opened."""
    opened: list[str] = []

    def look(source: str, settings: Settings) -> object:
        opened.append(Path(source).as_posix())
        return open_source(source, settings)

    monkeypatch.setattr("statlint.run.each.open_source", look)
    return opened


def test_of_unchanged_files_none_is_looked_at_again(looked_at: list[str]) -> None:
    first = said(run())
    looked_at.clear()

    again = said(run())

    # What could not be read may have been somebody else's fault.
    assert looked_at == ["empty.csv"]
    assert first == again == said(run(cache=False))


def test_where_all_is_known_no_rule_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    first = said(run("a", "b"))

    def fail(_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("statlint.run.pack.rules_of", fail)
    monkeypatch.setattr("statlint.run.pack.plans_of", fail)

    assert said(run("a", "b")) == first


def change(name: str, text: str) -> Callable[[], Settings]:
    def changed() -> Settings:
        write(name, text)
        return Settings()

    return changed


def rename() -> Settings:
    Path("b/odd.csv").rename("b/2023.csv")
    return Settings()


CHANGES = {
    "a known table": (change("a/known.csv", known(3, 9)), ["a/known.csv"]),
    "a table that others are like": (
        change("b/odd.csv", strange(7)),
        ["b/odd.csv", "b/strange.csv"],
    ),
    "another name": (rename, ["b/2023.csv", "b/strange.csv"]),
    "a new file": (change("b/new.csv", strange(5)), ["b/new.csv", "b/odd.csv", "b/strange.csv"]),
    "a new file of a form": (change("b/new.csv", known(2)), ["b/new.csv"]),
}


@pytest.mark.parametrize(("changed", "again"), CHANGES.values(), ids=CHANGES.keys())
def test_what_a_change_touches_is_looked_at_again(
    changed: Callable[[], Settings], again: list[str], looked_at: list[str]
) -> None:
    run("a", "b")
    settings = changed()
    looked_at.clear()

    report = run("a", "b", settings=settings)

    assert sorted(looked_at) == again
    assert said(report) == said(run("a", "b", settings=settings, cache=False))
    looked_at.clear()
    assert said(run("a", "b", settings=settings)) == said(report)
    assert looked_at == []


def own_form() -> Settings:
    write(
        "own.toml",
        'id = "own"\ntitle = "Own"\nsource = "Own"\n[[table]]\nkey = "t"\ntitle = "T"\n'
        'head = [{ key = "x", label = "男" }, { key = "y", label = "女" }]\n'
        'line = [{ key = "a", label = "甲" }, { key = "b", label = "乙" }]\n'
        'edit = [{ id = "E", rule = "x >= y", per = "line" }]\n',
    )
    return Settings(form="own.toml")


OTHERS = {
    "language": lambda: Settings(language="zh"),
    "rules": lambda: Settings(select=("B",)),
    "more rules": lambda: Settings(extend_select=("B",), select=("S",)),
    "fewer rules": lambda: Settings(ignore=("B101",)),
    "period": lambda: Settings(period=Period(2024)),
    "form": own_form,
    "blank": lambda: Settings(blank="missing"),
    "infer": lambda: Settings(infer=False),
    "units": lambda: Settings(units=("甲",)),
    "edits": lambda: Settings(edits_off=("Y5",)),
    "thresholds": lambda: Settings(thresholds=Thresholds(unusual=9.0)),
    "ignored there": lambda: Settings(
        ignored_in=(IgnoredIn(FilePattern("a/", os.getcwd()), ("B", "S")),)  # noqa: PTH109
    ),
    "due": lambda: Settings(due=(DueUnit("known"), DueUnit("nobody"))),
    "severity": lambda: Settings(severities=(("B101", Severity.INFORMATION),)),
}


@pytest.mark.parametrize("made", OTHERS.values(), ids=OTHERS.keys())
def test_other_settings_say_what_they_say_by_themselves(made: Callable[[], Settings]) -> None:
    usual = said(run())
    other = made()

    report = said(run(settings=other))

    assert report == said(run(settings=other, cache=False))
    assert said(run(settings=other)) == report
    assert said(run()) == usual


def test_what_is_applied_to_results_needs_no_file(looked_at: list[str]) -> None:
    run("a", "b")
    looked_at.clear()
    mild = Settings(severities=(("B101", Severity.INFORMATION),), fail_level=Severity.WARNING)

    report = run("a", "b", settings=mild)

    assert looked_at == []
    assert {one.severity for one in report.findings if one.code == "B101"} == {Severity.INFORMATION}


def test_a_form_that_was_changed_is_taken_anew(looked_at: list[str]) -> None:
    settings = own_form()
    run("b", settings=settings)
    text = Path("own.toml").read_text(encoding="utf-8")
    write("own.toml", text.replace("x >= y", "x <= y"))
    looked_at.clear()

    report = run("b", settings=settings)

    assert sorted(looked_at) == ["b/known.csv", "b/odd.csv", "b/strange.csv"]
    assert said(report) == said(run("b", settings=settings, cache=False))


def test_forms_of_a_folder_and_of_a_single_file_count(looked_at: list[str]) -> None:
    own_form()
    Path("forms").mkdir()
    Path("own.toml").rename("forms/own.toml")
    settings = Settings(forms=("forms",))
    first = said(run("b", settings=settings))
    looked_at.clear()
    assert said(run("b", settings=settings)) == first
    assert looked_at == []
    text = Path("forms/own.toml").read_text(encoding="utf-8")
    write("forms/own.toml", text.replace("x >= y", "x <= y"))

    report = run("b", settings=settings)

    assert looked_at != []
    assert said(report) == said(run("b", settings=settings, cache=False))


SIGNED = """
id = "signed"
title = "Signed"
source = "Own"
[[table]]
key = "t"
title = "T"
head = [{ key = "x", label = "男" }, { key = "y", label = "女" }]
line = [{ key = "a", label = "甲" }, { key = "b", label = "乙" }]
[[sign-off]]
key = "date"
label = "填报日期"
en = "Date"
kind = "date"
"""


def test_what_depends_on_the_day_holds_for_that_day(looked_at: list[str]) -> None:
    write("signed.toml", SIGNED)
    write("c/signed.csv", "项目,男,女\n甲,1,2\n乙,3,4\n填报日期：2027-1-5\n")
    settings = Settings(form="signed.toml")
    first = run("c", settings=settings)
    looked_at.clear()
    later = date(2027, 2, 1)

    assert said(run("c", settings=settings)) == said(first)
    assert looked_at == []
    report = run("c", settings=settings, today=later)
    assert looked_at == ["c/signed.csv"]
    assert [[one.code for one in each.findings] for each in (first, report)] == [["S012"], []]


def test_files_of_a_folder_with_settings_of_its_own(looked_at: list[str]) -> None:
    quiet, usual = Settings(select=("F",)), Settings()

    def of(path: str) -> Settings:
        return quiet if path.startswith("a") else usual

    run("a", "b")
    looked_at.clear()
    report = said(run("a", "b", settings_of=of))

    assert sorted(looked_at) == ["a/known.csv", "a/wrong.csv"]
    assert report == said(run("a", "b", settings_of=of, cache=False))


def test_a_file_in_an_archive_is_known_by_the_archive(looked_at: list[str]) -> None:
    with ZipFile("c.zip", "w") as archive:
        archive.writestr("x.csv", known(3, 4))
        archive.writestr("y.csv", known(3))
    first = said(run("c.zip"))
    looked_at.clear()
    assert said(run("c.zip")) == first
    assert looked_at == []

    with ZipFile("c.zip", "w") as archive:
        archive.writestr("x.csv", known(3))
        archive.writestr("y.csv", known(3))
    assert said(run("c.zip")) == said(run("c.zip", cache=False)) != first


def test_what_has_no_path_is_not_kept() -> None:
    for total in (3, 4):
        given = [("a/known.csv", known(3, total).encode())]
        report = check_paths(given, Settings(), today=DAY, cache=CACHE)
        assert [one.code for one in report.findings if one.code == "B101"] == ["B101"] * (total - 3)


def test_a_defect_is_not_kept(monkeypatch: pytest.MonkeyPatch, looked_at: list[str]) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("statlint.run.each.begin", lambda *_: 1 // 0)
        assert len(run("a").crashes) == 2
    looked_at.clear()

    assert run("a").crashes == ()
    assert looked_at == ["a/known.csv", "a/wrong.csv"]


def test_a_file_that_is_written_meanwhile_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, looked_at: list[str]
) -> None:
    def late(source: str, settings: Settings) -> object:
        opening = open_source(source, settings)
        if source.endswith("wrong.csv"):
            write("a/wrong.csv", known(3))
        return opening

    with monkeypatch.context() as patched:
        patched.setattr("statlint.run.each.open_source", late)
        run("a")
    looked_at.clear()

    assert [one.code for one in run("a").findings if one.code == "B101"] == []
    assert looked_at == ["a/wrong.csv"]


def test_what_was_looked_at_with_a_file_that_was_written_meanwhile_is_not_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def late(source: str, settings: Settings) -> object:
        if source.endswith("strange.csv"):
            write("b/strange.csv", strange(6))
        return open_source(source, settings)

    before = said(run("b"))
    # Of one of them it is known now what it says by itself, of the others what they say together.
    run("b/odd.csv")
    with monkeypatch.context() as patched:
        patched.setattr("statlint.run.each.open_source", late)
        run("b")
    write("b/strange.csv", FILES["b/strange.csv"])

    assert said(run("b")) == before


def test_one_file_by_two_names_is_checked_as_ever() -> None:
    files = ["a/wrong.csv", "./a/../a/wrong.csv"]
    reports = [
        check_paths(files, Settings(), today=DAY, cache=cache) for cache in (None, CACHE, CACHE)
    ]

    assert len({said(one) for one in reports}) == 1


@pytest.mark.parametrize("when", ["rows", "file"])
def test_what_is_gone_meanwhile_is_found_out_again(
    when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from statlint.run.recall import Recall

    first = said(run("a", "b"))
    usual = Recall.look

    def look(self: Recall) -> bool:
        known_all = usual(self)
        if when == "rows":
            with sqlite3.connect("cache/results.sqlite") as file:
                file.execute("DELETE FROM entry WHERE length(pool) = 0 AND length(rest) > 0")
            file.close()
        else:
            self.cache.close()
            Path("cache/results.sqlite").write_bytes(b"no database" * 999)
        return known_all

    monkeypatch.setattr(Recall, "look", look)

    assert said(run("a", "b")) == first


def test_another_statlint_finds_out_everything_itself(
    monkeypatch: pytest.MonkeyPatch, looked_at: list[str]
) -> None:
    run("a")
    looked_at.clear()
    monkeypatch.setattr("statlint.run.remembered.edition", lambda: b"2")

    run("a")

    assert looked_at == ["a/known.csv", "a/wrong.csv"]
