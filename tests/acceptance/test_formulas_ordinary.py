"""Ordinary workbooks with formulas: nothing is found in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import pytest

from formula_books.judge import findings, told
from formula_books.ordinary import ORDINARY, make_ordinary
from formula_books.write import write_with_openpyxl, write_with_xlsxwriter
from make_formula_books import FIXTURES
from make_formula_books import ORDINARY as CONVERTED
from statlint.finding import Finding

WRITERS = {"openpyxl": write_with_openpyxl, "XlsxWriter": write_with_xlsxwriter}
SEEDS = (0, 1)


@cache
def written() -> Mapping[str, Sequence[Finding]]:
    """Check all that libraries write."""
    return findings(
        {
            f"{writer} {name} {seed}": write(make_ordinary(name, seed))
            for writer, write in WRITERS.items()
            for name in ORDINARY
            for seed in SEEDS
        }
    )


@cache
def converted() -> Mapping[str, Sequence[Finding]]:
    """Check all that LibreOffice wrote."""
    return findings({name: (FIXTURES / f"{name}.xlsx").read_bytes() for name in CONVERTED})


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ORDINARY)
def test_finds_nothing_in_an_ordinary_workbook(name: str, seed: int, writer: str) -> None:
    assert told(written()[f"{writer} {name} {seed}"]) == []


@pytest.mark.parametrize("name", CONVERTED)
def test_finds_nothing_in_what_libreoffice_writes(name: str) -> None:
    assert told(converted()[name]) == []
