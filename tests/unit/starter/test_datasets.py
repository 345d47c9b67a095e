"""Data sets guessed from paths."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest

from statlint.starter.datasets import propose_datasets

YEARS = (2022, 2023, 2024)
UNITS = ("瑶海区", "包河区", "蜀山区")
TOWNS = ("甲镇", "乙镇")


def paths(pattern: str, **more: Sequence[object]) -> list[str]:
    """Write the paths of three years and three units, and of whatever more is named."""
    named = {"y": YEARS, "u": UNITS, **more}
    used = {key: values for key, values in named.items() if f"{{{key}" in pattern}
    return [pattern.format(**dict(zip(used, one, strict=True))) for one in product(*used.values())]


def proposed(files: list[str]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.name, one.files, one.parts) for one in propose_datasets(files)]


@pytest.mark.parametrize(
    ("files", "pattern"),
    [
        (paths("data/{y}/{u}.xlsx"), "data/{year}/{unit}.xlsx"),
        (paths("data/{y}年/{u}{y}年报.xlsx"), "data/{year}年/{unit}{year}年报.xlsx"),
        (paths("data/{u}/{y}/年报.xls"), "data/{unit}/{year}/年报.xls"),
        (paths("data/{y}{m:02}/{u}.csv", m=range(1, 13)), "data/{year}{month}/{unit}.csv"),
        (paths("data/{y}年第{q}季度.ods", q="一二三四"), "data/{year}年{quarter}.ods"),
        (paths("data/{y}/{u}/表{n}.csv", n=(1, 2)), "data/{year}/{area}/{unit}.csv"),
        ([*paths("data/{y}/{u}.xlsx")[:8], "data/2024/蜀山区.xls"], "data/{year}/{unit}.*"),
        ([*paths("data/{y}/{u}.xlsx"), "data/2024/说明.docx"], "data/{year}/{unit}.xlsx"),
        (["data/2023/ab_.csv", "data/2024/ab_x.csv"], "data/{year}/{unit}.csv"),
        (paths("data/{y}/{u}.docx"), "data/{year}/{unit}.docx"),
    ],
    ids=[
        "a folder a year",
        "the year twice",
        "a folder a unit",
        "months",
        "quarters",
        "several tables of a unit",
        "several kinds of files",
        "a document beside them",
        "a name within a name",
        "documents",
    ],
)
def test_files_of_one_kind(files: list[str], pattern: str) -> None:
    assert proposed(files) == [("data", pattern, ())]


def test_parts_lie_in_folders_named_after_the_whole() -> None:
    counties, towns = paths("data/{y}/{u}.xlsx"), paths("data/{y}/{u}/{t}.xlsx", t=TOWNS)
    villages = paths("data/{y}/{u}/{t}/{v}村.csv", t=TOWNS, v=("子", "丑"))

    assert proposed(counties + towns + villages) == [
        ("data", "data/{year}/{area}.xlsx", ("data-2",)),
        ("data-2", "data/{year}/{area}/{area2}.xlsx", ("data-3",)),
        ("data-3", "data/{year}/{area}/{area2}/{unit}.csv", ()),
    ]


def test_two_folders_at_the_top_are_two_data_sets() -> None:
    files = paths("archive/{y}/{u}.xls") + paths("data/{y}/{u}.xlsx")

    assert proposed(files) == [
        ("archive", "archive/{year}/{unit}.xls", ()),
        ("data", "data/{year}/{unit}.xlsx", ()),
    ]


def test_files_at_the_top_have_a_name_too() -> None:
    assert proposed(paths("{y}-{u}.csv")) == [("tables", "{year}-{unit}.csv", ())]


@pytest.mark.parametrize(
    "files",
    [
        [],
        ["a.csv", "b.csv"],
        ["2024/a.csv"],
        ["2024/a.md", "2023/a.md"],
        ["2024/{a}.csv", "2023/*.csv"],
        ["C:/2024/a.csv", "C:/2023/a.csv"],
        ["2024/a\udcff.csv", "2023/a\udcff.csv"],
        ["2024/a.csv", "2024/a.xlsx"],
    ],
    ids=[
        "none",
        "no year",
        "one file",
        "no tables",
        "signs of patterns",
        "a drive of Windows",
        "no text",
        "told apart by nothing",
    ],
)
def test_what_is_no_data_set(files: list[str]) -> None:
    assert propose_datasets(files) == ()


def test_what_was_found_is_counted() -> None:
    (one,) = propose_datasets(paths("data/{y}/{u}.xlsx"))

    assert (one.count, len(one.units), list(map(str, one.periods))) == (
        9,
        3,
        ["2022", "2023", "2024"],
    )
