"""The pre-commit hook, run by pre-commit itself on real commits."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from scratch_repository import ROOT, Repository, new_repository, scratch_environment, this_project

SUBMISSIONS = ROOT / "fixtures/submissions"
RIGHT = (SUBMISSIONS / "suqian-2024.xlsx").read_bytes()
WRONG = (SUBMISSIONS / "瑶海区2019年政府信息公开年报.xlsx").read_bytes()
TOLD = "B101 (七)总计, 自然人: parts add to 127, total is 124"
CONCISE = "args: [--output-format, concise]"


def installed_statlint(folder: Path) -> None:
    """Put a command `statlint` into a folder: the one that is tested."""
    folder.mkdir()
    program = folder / "statlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m statlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)


def hooked(tmp_path: Path, hook: str) -> Repository:
    """Make a repository whose commits go through a hook of this project."""
    environment = scratch_environment(tmp_path / "home")
    house = this_project(tmp_path / "house", environment)
    if hook == "statlint-system":
        installed_statlint(tmp_path / "bin")
        environment["PATH"] = os.pathsep.join((str(tmp_path / "bin"), environment["PATH"]))
        environment["PYTHONPATH"] = os.pathsep.join((str(ROOT / "lint"), str(ROOT / "rules")))
    offices = new_repository(tmp_path / "office", environment)
    revision = house.git("rev-parse", "HEAD").strip()
    entry = f"repos:\n- repo: {house.folder}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n"
    offices.add(".pre-commit-config.yaml", f"{entry}    {CONCISE}\n")
    offices.run("pre-commit", "install")
    offices.commit()
    return offices


@pytest.fixture
def office(tmp_path: Path) -> Repository:
    """Make a repository of tables whose commits go through the hook `statlint-system`."""
    return hooked(tmp_path, "statlint-system")


def test_the_hook_installs_statlint_and_stops_a_wrong_table(tmp_path: Path) -> None:
    office = hooked(tmp_path, "statlint")
    office.add("2019/瑶海区 年报.xlsx", WRONG)
    office.add("2024/suqian.xlsx", RIGHT)

    said = office.commit(status=1)
    office.add("2019/瑶海区 年报.xlsx", RIGHT)
    office.commit()

    assert f"2019/瑶海区 年报.xlsx:年报!I48: {TOLD}" in said
    assert "suqian.xlsx" not in said


def test_names_with_blanks_quotes_and_chinese_letters(office: Repository) -> None:
    names = ["汇总 表/瑶海区 (终稿).xlsx", "it's 'the' \"report\".xlsx", "$HOME.xlsx"]
    for name in names:
        office.add(name, WRONG)

    said = office.commit(status=1)

    assert [name for name in names if f"{name}:年报!I48: {TOLD}" not in said] == []


def test_only_what_is_staged_is_looked_at(office: Repository) -> None:
    office.add("staged.xlsx", RIGHT)
    office.put("not staged.xlsx", WRONG)

    office.commit()

    assert office.git("status", "--porcelain") == '?? "not staged.xlsx"\n'


def test_a_staged_table_counts_as_it_was_staged(office: Repository) -> None:
    right = office.add("right.xlsx", RIGHT)
    right.write_bytes(WRONG)
    office.commit()
    wrong = office.add("wrong.xlsx", WRONG)
    wrong.write_bytes(RIGHT)

    said = office.commit(status=1)

    assert TOLD in said
    assert (right.read_bytes(), wrong.read_bytes()) == (WRONG, RIGHT)


def test_deleted_and_renamed_tables(office: Repository) -> None:
    office.add("gone.xlsx", WRONG)
    office.add("old name.xlsx", WRONG)
    office.commit("--no-verify")

    office.git("rm", "--quiet", "gone.xlsx")
    office.commit()
    office.git("mv", "old name.xlsx", "新名.xlsx")
    said = office.commit(status=1)

    assert f"新名.xlsx:年报!I48: {TOLD}" in said


def test_lock_files_and_what_statlint_wrote_are_left_alone(office: Repository) -> None:
    for name in ("~$x.xlsx", "2024/.~lock.x.csv", "x.statlint.xlsx", "notes.txt"):
        office.add(name, WRONG)

    assert "no files to check" in office.commit()


def test_what_the_settings_exclude_is_left_alone(office: Repository) -> None:
    office.add("statlint.toml", 'exclude = ["drafts/"]\n')
    office.add("drafts/x.xlsx", WRONG)

    office.commit()


def test_a_submodule_is_no_table(office: Repository, tmp_path: Path) -> None:
    inner = new_repository(tmp_path / "inner", office.environment)
    inner.add("wrong.xlsx", WRONG)
    inner.commit()
    office.git("submodule", "--quiet", "add", str(inner.folder), "tables.xlsx")

    assert "no files to check" in office.commit()


def test_reasons_come_with_their_table_and_alone(office: Repository) -> None:
    office.add("statlint.toml", '[justify]\nallow = ["B101"]\n')
    office.add("2019/x 表.xlsx", WRONG)
    office.run("statlint", "justify", "2019/x 表.xlsx", "--reason", "As it was printed")
    office.git("add", "2019")
    office.commit()

    reasons = office.folder / "2019/x 表.xlsx.statlint.toml"
    office.add(str(reasons.relative_to(office.folder)), "# A reason is still to come.\n")
    said = office.commit(status=1)

    assert f"2019/x 表.xlsx:年报!I48: {TOLD}" in said
