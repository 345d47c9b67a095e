"""Paths as texts are told as pathlib tells them."""

from __future__ import annotations

from pathlib import PurePath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from statlint.values.paths import ending_of, folder_of, name_of, plain_path


@given(st.text(alphabet="a./表", max_size=8))
@example("")
@example("/")
@example("//a")
@example(".csv")
def test_all_is_told_as_pathlib_tells_it(path: str) -> None:
    pure = PurePath(path)

    assert plain_path(path) == str(pure)
    assert (name_of(path), folder_of(path)) == (pure.name, pure.parent.as_posix())
    assert ending_of(path) == pure.suffix.lower().removeprefix(".")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("a/b.CSV", ("b.CSV", "a", "csv")),
        ("b.xlsx", ("b.xlsx", ".", "xlsx")),
        ("/b", ("b", "/", "")),
        ("county.zip/东/a.xls", ("a.xls", "county.zip/东", "xls")),
    ],
)
def test_name_folder_and_ending(path: str, told: tuple[str, str, str]) -> None:
    assert (name_of(path), folder_of(path), ending_of(path)) == told
