"""The documentation site is built, and every link on it leads somewhere."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from site_pages import ROOT, write


def test_the_site_is_built_without_a_broken_link(tmp_path: Path) -> None:
    shutil.copy(ROOT / "zensical.toml", tmp_path)
    write(tmp_path / "build/pages")

    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "build/site/zh/rules/B101.html").is_file()
    page = (tmp_path / "build/site/index.html").read_text(encoding="utf-8")
    assert "fonts.googleapis" not in page
