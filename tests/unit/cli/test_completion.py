"""Completion in the shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from statlint.cli.group import statlint
from statlint.rule.registry import load_rules
from unit.cli.commanding import outcome, run


def proposed(typed: str, language: str = "en") -> dict[str, str]:
    """Give what is proposed for the last word of a line, with what is said of it."""
    words = typed.split(" ")
    environment = {
        "_STATLINT_COMPLETE": "zsh_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
        "STATLINT_LANG": language,
    }
    result = CliRunner(env=environment).invoke(statlint, [], prog_name="statlint")
    lines = result.stdout.removesuffix("\n").splitlines()
    found = zip(lines[::3], lines[1::3], lines[2::3], strict=True)
    return {value: help_ for kind, value, help_ in found if kind == "plain"}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("statlint exp", ["explain"], id="a command"),
        pytest.param("statlint check --fail-l", ["--fail-level"], id="an option"),
        pytest.param("statlint check --fail-level w", ["warning"], id="a word of a choice"),
        pytest.param(
            "statlint check --select B10",
            ["B101", "B102", "B103", "B104"],
            id="codes that begin so",
        ),
        pytest.param("statlint check --ignore D101,b101", ["D101,B101"], id="a code after a comma"),
        pytest.param("statlint explain unbalanced-t", ["unbalanced-total"], id="a name"),
        pytest.param("statlint explain Q", [], id="no rule"),
        pytest.param(
            "statlint check --form cn-disclosure-annual",
            ["cn-disclosure-annual-2019", "cn-disclosure-annual-2021"],
            id="forms",
        ),
        pytest.param(
            "statlint form show cn-disclosure-statistics",
            ["cn-disclosure-statistics-2014"],
            id="a form that is shown",
        ),
        pytest.param("statlint check 表", [], id="files are left to the shell"),
    ],
)
def test_words_are_completed(typed: str, words: list[str]) -> None:
    assert list(proposed(typed)) == words


def test_without_a_beginning_all_codes_are_proposed() -> None:
    assert list(proposed("statlint explain ")) == [rule.code for rule in load_rules()]


@pytest.mark.parametrize(
    ("typed", "chinese"),
    [
        pytest.param("statlint explain B101", "总计与各项合计不符", id="a rule"),
        pytest.param("statlint check --exit-z", "查出错误时也以状态 0 退出", id="an option"),
        pytest.param("statlint expl", "说明规则", id="a command"),
    ],
)
def test_what_is_proposed_is_explained_in_the_language_of_the_run(typed: str, chinese: str) -> None:
    (english,) = proposed(typed).values()
    (said,) = proposed(typed, "zh").values()

    assert (english.isascii(), said.startswith(chinese)) == (True, True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_one(shell: str) -> None:
    result = run("--show-completion", shell)

    assert result.exit_code == 0
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=result.stdout, text=True, check=True)  # noqa: S603


def test_another_shell_is_wrong_usage() -> None:
    assert outcome("--show-completion", "tcsh") == (
        2,
        "statlint: --show-completion: must be one of bash, zsh, fish (see statlint --help)\n",
    )


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_bash_completes(tmp_path: Path) -> None:
    command = tmp_path / "statlint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m statlint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    script = (
        'eval "$(statlint --show-completion bash)"\n'
        "COMP_WORDS=(statlint check --select D101,B10)\nCOMP_CWORD=3\n"
        "_statlint_completion statlint\n"
        'echo "${COMPREPLY[@]}"\n'
    )

    done = subprocess.run(  # noqa: S603 - a script of our own
        ["bash", "--norc", "-c", script],  # noqa: S607 - wherever bash is
        env={
            **os.environ,
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["D101,B101", "D101,B102", "D101,B103", "D101,B104"]
