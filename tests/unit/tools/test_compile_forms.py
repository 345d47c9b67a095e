"""The tool that compiles forms."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from compile_forms import SHIPPED, main

if TYPE_CHECKING:
    import pytest

BAD = Path(__file__).parents[3] / "fixtures" / "forms" / "bad"


def test_each_form_of_a_folder_is_compiled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "cn-disclosure-annual-2021"
    shutil.copy(SHIPPED / f"{name}.toml", tmp_path)
    code = main([str(tmp_path)])

    assert (code, capsys.readouterr().out) == (0, f"{name}.jsonl\nshelf.index\n")
    assert (tmp_path / f"{name}.jsonl").read_bytes() == (SHIPPED / f"{name}.jsonl").read_bytes()


def test_a_bad_form_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(BAD / "syntax.toml", tmp_path)
    code = main([str(tmp_path)])

    assert code == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'syntax.toml'}: TOML: ")
