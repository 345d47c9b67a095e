"""The files of a run, given once more to reports that show or copy them."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from statlint import lint
from statlint.run.originals import with_originals


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files_come_from_where_they_lie_or_were_handed_over() -> None:
    Path("a.csv").write_bytes(b"a,1\n")
    with ZipFile("county.zip", "w") as archive:
        archive.writestr("b.csv", b"b,2\n")
    sources: list[str | tuple[str, bytes]] = ["a.csv", "county.zip", ("c.csv", b"c,3\n")]

    report = with_originals(lint(sources), sources)

    assert report.originals is not None
    assert {file.path: report.originals.content_of(file.path) for file in report.files} == {
        "a.csv": b"a,1\n",
        "c.csv": b"c,3\n",
        "county.zip/b.csv": b"b,2\n",
    }
    Path("a.csv").unlink()
    assert report.originals.content_of("a.csv") is None
    assert report.originals.content_of("county.zip/none.csv") is None
