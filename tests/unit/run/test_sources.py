"""Files as a run opens them."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from statlint.config import Settings
from statlint.run.sources import open_source
from statlint.workbook import Container, Fault, Opening, Packed

WORD = b"{\\rtf1 a text}"


def told(opening: Opening) -> tuple[Container, Fault | None, bool]:
    return opening.container, opening.fault, opening.named


@pytest.mark.parametrize(
    ("content", "found", "expected"),
    [
        pytest.param(WORD, [], (Container.WORD, Fault.UNSUPPORTED, True), id="a named text"),
        pytest.param(WORD, ["a.doc"], (Container.WORD, Fault.UNSUPPORTED, False), id="a text"),
        pytest.param(b"", [], (Container.NOTHING, Fault.EMPTY, True), id="a named empty file"),
        pytest.param(
            b"", ["a.doc"], (Container.OLD_WORD, Fault.UNSUPPORTED, False), id="an empty file"
        ),
        pytest.param(
            b"a,1", ["a.doc"], (Container.DELIMITED, None, False), id="a table all the same"
        ),
    ],
)
def test_a_text_that_nobody_named_is_taken_for_one(
    tmp_path: Path, content: bytes, found: list[str], expected: tuple[Container, Fault | None, bool]
) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(content)
    settings = Settings(found_texts=frozenset(str(tmp_path / name) for name in found))

    assert told(open_source(path, settings)) == expected


@pytest.mark.parametrize(
    ("convert", "said"),
    [
        pytest.param(False, "RTF 文档", id="not allowed"),
        pytest.param(True, "RTF 文档（设置允许由 LibreOffice 转换", id="allowed and not there"),
    ],
)
def test_a_conversion_is_tried_where_the_settings_allow_it(
    said: str, monkeypatch: pytest.MonkeyPatch, *, convert: bool
) -> None:
    monkeypatch.setenv("STATLINT_LIBREOFFICE", "")

    detail = open_source(("a.rtf", WORD), Settings(convert=convert)).detail

    assert detail is not None
    assert detail.zh.partition("，")[0] == said


def test_a_file_in_an_archive_in_memory_is_opened(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.csv", "1,2")
    packed = Packed("a.zip", "b.csv", (tmp_path / "a.zip").read_bytes())

    opening = open_source(packed, Settings())

    assert (opening.path, told(opening)) == ("a.zip/b.csv", (Container.DELIMITED, None, True))
