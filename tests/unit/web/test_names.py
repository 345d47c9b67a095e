"""Names of files from elsewhere: whatever is in them, a disk takes what is made of them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.web.names import free_name, parted, safe_name

LONGEST = 180


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param("表一.xlsx", "表一.xlsx", id="as it is"),
        pytest.param("../../etc/cron.d/job", "job", id="folders above"),
        pytest.param("C:\\Windows\\system32\\a.xlsx", "a.xlsx", id="folders of Windows"),
        pytest.param("/etc/passwd", "passwd", id="from the root"),
        pytest.param("...hidden.csv", "hidden.csv", id="hidden"),
        pytest.param("a\0b\n.csv", "ab.csv", id="signs that control something"),
        pytest.param("\u202excslx.exe", "xcslx.exe", id="turned round"),
        pytest.param("a:b*c?.csv", "abc.csv", id="what Windows forbids"),
        pytest.param("  a   b .csv ", "a b.csv", id="blanks"),
        pytest.param("con.xlsx", "_con.xlsx", id="a device"),
        pytest.param("NUL .csv", "_NUL.csv", id="a device and a blank"),
        pytest.param("COM1", "_COM1", id="a device without ending"),
        pytest.param("Cafe\u0301.csv", "Caf\u00e9.csv", id="composed"),
        pytest.param("\ud800.csv", "csv", id="no character"),
        pytest.param("", "", id="nothing"),
        pytest.param("..", "", id="the folder above"),
        pytest.param("a/", "", id="a folder"),
        pytest.param(" .-. ", "", id="no letter"),
    ],
)
def test_a_name_is_what_stands_behind_its_folders(written: str, name: str) -> None:
    assert safe_name(written) == name


@given(st.text(max_size=400))
def test_a_name_can_be_written_as_it_is_and_stays_what_it_is(written: str) -> None:
    name = safe_name(written)

    assert safe_name(name) == name
    assert len(name.encode()) <= LONGEST + 1
    if name:
        with TemporaryDirectory() as folder:
            (Path(folder) / name).write_bytes(b"")
            assert [one.name for one in Path(folder).iterdir()] == [name]


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("表" * 300 + ".xlsx") == "表" * 58 + ".xlsx"
    assert safe_name("a." + "b" * 300) == "a." + "b" * (LONGEST - 2)


def test_a_name_that_is_taken_gets_a_number() -> None:
    taken = ["a.xlsx", "A (2).XLSX", "b"]

    assert free_name("A.xlsx", taken) == "A (3).xlsx"
    assert free_name("b", taken) == "b (2)"
    assert free_name("c.csv", taken) == "c.csv"


@pytest.mark.parametrize(
    ("name", "stem", "ending"),
    [
        ("a.xlsx", "a", ".xlsx"),
        ("a.b.csv", "a.b", ".csv"),
        ("a", "a", ""),
        (".a", ".a", ""),
        ("a." + "b" * 25, "a." + "b" * 25, ""),
    ],
)
def test_an_ending_is_what_stands_behind_the_last_point(name: str, stem: str, ending: str) -> None:
    assert parted(name) == (stem, ending)
