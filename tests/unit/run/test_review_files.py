"""Marked copies as files: what is none, and which file one is a copy of."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from filled_copies import Filled, filled_copy, write_filled
from statlint.run.review_files import ReviewError, original_of, review_at

ROW = Filled("0" * 20, "B101", "B4", "as printed")
TABLE = b"a,b\n1,2\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a table and a marked copy of it."""
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_bytes(TABLE)
    write_filled(Path("copy.xlsx"), "a.csv", [ROW])
    return tmp_path


def found(original: str, named: str = "", copy: str = "copy.xlsx") -> str:
    """Find the original of a copy that says it is of some file; or say why not."""
    write_filled(Path(copy), original, [ROW])
    try:
        return original_of(copy, review_at(copy), named)
    except ReviewError as error:
        return f"{error.path}: {error.words.en.partition(';')[0]}"


def test_it_lies_beside() -> None:
    assert found("a.csv") == "a.csv"


def test_it_is_the_file_that_is_named() -> None:
    Path("b.csv").write_bytes(TABLE)

    assert found("a.csv", "b.csv") == "b.csv"
    assert found("a.csv", "./b.csv") == "b.csv"


def test_it_lies_in_the_folder_that_is_named() -> None:
    Path("2024").mkdir()
    Path("2024/a.csv").write_bytes(TABLE)

    assert found("a.csv", "2024") == str(Path("2024/a.csv"))


def test_it_may_be_in_an_archive() -> None:
    with ZipFile("county.zip", "w") as archive:
        archive.writestr("a.csv", TABLE)

    assert found("a.csv", "county.zip/a.csv") == "county.zip/a.csv"


@pytest.mark.parametrize("original", ["../a.csv", "C:\\temp\\a.csv", "/etc/a.csv", "x/../a.csv"])
def test_a_name_leads_to_no_other_folder(original: str) -> None:
    assert found(original) == "a.csv"


@pytest.mark.parametrize("original", ["", "..", ".", "/", "x/.."])
def test_what_is_no_name_asks_for_one(original: str) -> None:
    assert found(original) == "copy.xlsx: does not say of which file it is"


def test_what_is_not_there_is_told() -> None:
    assert found("b.csv") == "copy.xlsx: its file b.csv is not beside it"
    assert found("a.csv", "c.csv") == "c.csv: there is no such file"


def test_a_copy_is_no_original() -> None:
    write_filled(Path("other.xlsx"), "a.csv", [ROW])

    assert found("copy.xlsx") == "copy.xlsx: is a marked copy"
    assert found("a.csv", "other.xlsx") == "other.xlsx: is a marked copy"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(TABLE, "is no marked copy that statlint wrote", id="a table"),
        pytest.param(b"", "cannot be read (0 bytes)", id="nothing"),
        pytest.param(filled_copy("a.csv", [ROW])[:900], "cannot be read (", id="half of one"),
    ],
)
def test_what_is_no_copy_is_told(content: bytes, said: str) -> None:
    Path("x.xlsx").write_bytes(content)

    with pytest.raises(ReviewError) as raised:
        review_at("x.xlsx")

    assert raised.value.path == "x.xlsx"
    assert raised.value.words.en.startswith(said)
    assert raised.value.words.zh
