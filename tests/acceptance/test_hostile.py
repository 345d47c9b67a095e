"""Hostile and broken input: each costs one finding, or a message, and never the run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from hostile_files.all_kinds import all_kinds
from hostile_files.kind import Kind
from hostile_files.situations import Situation, all_situations
from hostile_files.texts import TABLE
from unit.cli.commanding import run

KINDS = [kind for _, kind in all_kinds()]
REFUSALS = frozenset({"F001", "F002", "F003", "F004", "F006", "F007", "F008", "F011"})
ROOT = Path(__file__).parents[2]
WRONG = (ROOT / "fixtures/submissions/suqian-2024-gbk.csv").read_bytes()
WITHOUT_RIGHTS = (
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-dac_override,-dac_read_search",
)
"""Who is allowed everything must first give it up."""


def check(
    folder: Path, words: Sequence[str], around: Mapping[str, str], before: Sequence[str] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a folder; it must end by itself, and never by a defect of ours."""
    command = (*before, sys.executable, "-m", "statlint", "check", "--no-cache")
    paths = os.pathsep.join(str(ROOT / part) for part in ("lint", "rules"))
    done = subprocess.run(  # noqa: S603 - our own command
        (*command, *words),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "STATLINT_LANG": "en", **around},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done


def found(report: bytes) -> dict[str, list[tuple[str, str]]]:
    """Give what was found in each file: codes and messages."""
    read = json.loads(report)
    assert read["crashes"] == []
    files: dict[str, list[tuple[str, str]]] = {one["path"]: [] for one in read["files"]}
    for one in read["findings"]:
        files[one["path"]].append((one["code"], one["message"]))
    return files


def is_as_expected(kind: Kind, findings: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a file was refused for what is wrong with it, or checked."""
    if kind.code is None:
        return not REFUSALS & {code for code, _ in findings}
    return any(code == kind.code and kind.says in message for code, message in findings)


def settings_of(kind: Kind) -> list[str]:
    return [word for one in kind.settings for word in ("--config", one)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_file_by_itself_gets_its_finding(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / kind.file).write_bytes(kind.content())

    words = ("--no-cache", "--output-format", "json", *settings_of(kind))
    done = run("check", str(tmp_path / kind.file), *words)

    findings = [one for several in found(done.stdout_bytes).values() for one in several]
    assert is_as_expected(kind, findings), findings
    assert done.exit_code == (1 if REFUSALS & {code for code, _ in findings} else 0)


def test_all_of_them_in_one_run_leave_the_others_alone(tmp_path: Path) -> None:
    plain = [kind for kind in KINDS if not kind.settings and not kind.file.endswith(".zip")]
    for kind in plain:
        (tmp_path / kind.file).write_bytes(kind.content())
    (tmp_path / "0-good.csv").write_bytes(WRONG)
    (tmp_path / "zz-good.csv").write_bytes(WRONG)
    alone = found(check(tmp_path, ["0-good.csv", "--output-format", "json"], {}).stdout)

    names = ["0-good.csv", *(kind.file for kind in plain), "zz-good.csv"]
    done = check(tmp_path, [*names, "--output-format", "json"], {})

    files = found(done.stdout)
    assert [kind.name for kind in plain if not is_as_expected(kind, files[kind.file])] == []
    assert files["0-good.csv"] == files["zz-good.csv"] == alone["0-good.csv"]
    assert done.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("situation", [*all_situations()], ids=lambda one: one.name)
def test_a_situation_ends_with_a_word_on_it(situation: Situation, tmp_path: Path) -> None:
    before = WITHOUT_RIGHTS if situation.unprivileged and os.geteuid() == 0 else ()
    if before and not shutil.which(before[0]):
        pytest.skip("nobody can give up rights here")
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    situation.prepare(tmp_path)

    words = ("--output-format", "concise", *situation.words)
    done = check(tmp_path, words, situation.around, before)

    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert (done.returncode, situation.says in said) == (situation.status, True), said
    assert not [*tmp_path.glob(".statlint-*")]
