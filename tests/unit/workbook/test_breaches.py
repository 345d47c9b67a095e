"""How it is said that a file costs more than it may."""

from __future__ import annotations

import errno

import pytest

from statlint.dataclass import fields
from statlint.values import Text
from statlint.workbook import Fault
from statlint.workbook.limits import USUAL, Limits, beyond, in_order, overspent, size_in_words
from statlint.workbook.no_access import reason_of


@pytest.mark.parametrize("name", [one.name for one in fields(USUAL)])
def test_each_limit_is_named_with_its_setting(name: str) -> None:
    refusal = beyond(USUAL, name, getattr(USUAL, name) * 2)

    assert refusal.fault is Fault.TOO_LARGE
    assert refusal.detail is not None
    setting = f"limits.{name.replace('_', '-')}"
    assert refusal.detail.zh.endswith(f"，设置项 {setting}")
    assert refusal.detail.en.endswith(f", setting {setting}")


@pytest.mark.parametrize(
    ("key", "found", "zh", "en"),
    [
        pytest.param(
            "cells",
            3_000_001,
            "一张工作表有 3000001 个单元格，上限 3000000，设置项 limits.cells",
            "3,000,001 cells in one sheet, limit 3,000,000, setting limits.cells",
            id="a count",
        ),
        pytest.param(
            "unpacked",
            3 << 29,
            "解压后有 1.5 GiB，上限 1 GiB，设置项 limits.unpacked",
            "1.5 GiB unpacked, limit 1 GiB, setting limits.unpacked",
            id="a size",
        ),
        pytest.param(
            "unpacked",
            (1 << 30) + 1,
            "解压后有 1073741825 B，上限 1073741824 B，设置项 limits.unpacked",
            "1,073,741,825 B unpacked, limit 1,073,741,824 B, setting limits.unpacked",
            id="a size that reads as the limit",
        ),
        pytest.param(
            "ratio",
            1028.75,
            "解压后是压缩大小的 1028.7 倍，上限 200，设置项 limits.ratio",
            "1028.7 times its packed size, limit 200, setting limits.ratio",
            id="a figure with decimals",
        ),
    ],
)
def test_says_what_was_found_and_the_limit(key: str, found: float, zh: str, en: str) -> None:
    assert beyond(USUAL, key, found).detail == Text(zh, en)


def test_names_the_part_of_a_package() -> None:
    detail = beyond(USUAL, "depth", 65, "xl/a.xml").detail

    assert detail is not None
    assert detail.en == "part xl/a.xml: nested 65 deep, limit 64, setting limits.depth"


@pytest.mark.parametrize(
    ("key", "en"),
    [
        ("seconds", "it takes more than the limit of 0.5 s of processor time"),
        ("memory", "reading takes more than the limit of 1 GiB of memory"),
    ],
)
def test_says_what_was_not_waited_for(key: str, en: str) -> None:
    limits = Limits(seconds=0.5, memory=1 << 30)

    assert overspent(limits, key).en == f"{en}, setting limits.{key}"


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (1023, "1023 B"), (1536, "1.5 KiB"), (256 << 20, "256 MiB"), (5 << 30, "5 GiB")],
)
def test_writes_sizes_in_the_largest_unit(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_limits_go_through_a_pipe_in_their_order() -> None:
    limits = Limits(cells=7, seconds=1.5)

    assert Limits(*in_order(limits)) == limits  # type: ignore[arg-type]  # all but one are whole


@pytest.mark.parametrize(
    ("error", "en"),
    [
        (OSError(errno.EIO, "Input/output error"), "the disk gives errors when it is read"),
        (OSError(errno.ESTALE, "Stale"), "the system says: Stale"),
        (OSError(), "the system says: OSError"),
    ],
    ids=["a broken disk", "what the system knows a word for", "what nobody has a word for"],
)
def test_says_why_the_system_gives_no_file(error: OSError, en: str) -> None:
    assert reason_of(error).en == en
