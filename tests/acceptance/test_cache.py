"""Over all files that are kept as examples, a run says the same with the cache and without."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from remembered import said
from statlint.config import Settings
from statlint.run import check_paths
from statlint.run.paths import expand_paths, found_texts

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.mark.parametrize(
    "folder", ["submissions", "companions", "documents", "workbooks", "formulas", "inference"]
)
def test_examples_say_the_same_from_the_cache(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statlint.run.remembered.edition", lambda: b"1")
    files = [str(path) for path in expand_paths([FIXTURES / folder])]
    settings = Settings(language="zh", found_texts=found_texts([FIXTURES / folder], files))

    alone, first, again = (
        said(check_paths(files, settings, today=date(2026, 11, 22), cache=cache))
        for cache in (None, tmp_path, tmp_path)
    )

    assert alone == first == again
