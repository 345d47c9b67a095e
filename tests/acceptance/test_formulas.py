"""What a workbook hides: each way to be wrong is found where it is, its clean twin is clean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import pytest

from formula_books.cases import cases
from formula_books.judge import findings, told
from formula_books.model import Case
from formula_books.write import write_with_openpyxl, write_with_xlsxwriter
from make_formula_books import FIXTURES, NEVER, OTHER_FORMATS, twin_name
from statlint.finding import Finding
from statlint.values import Language

WRITERS = {"openpyxl": write_with_openpyxl, "XlsxWriter": write_with_xlsxwriter}
CASES = [pytest.param(case, id=case.name) for case in cases()]
CONVERTED = [pytest.param(case, id=case.name) for case in cases() if case.name not in NEVER]
OTHERS = [pytest.param(case, id=case.name) for case in cases() if case.name in OTHER_FORMATS]


@cache
def written(language: Language) -> Mapping[str, Sequence[Finding]]:
    """Check all that libraries write."""
    books = {
        f"{writer} {case.name} {kind}": write(book)
        for writer, write in WRITERS.items()
        for case in cases()
        for kind, book in (("bad", case.bad), ("clean", case.clean))
    }
    return findings(books, language)


@cache
def converted() -> Mapping[str, Sequence[Finding]]:
    """Check all that LibreOffice wrote."""
    return findings({path.stem: path.read_bytes() for path in FIXTURES.glob("*.xlsx")})


def read_old(ending: str) -> Mapping[str, Sequence[Finding]]:
    """Check what LibreOffice wrote in a format in which not all can be seen."""
    books = {path.stem: path.read_bytes() for path in FIXTURES.glob(f"*.{ending}")}
    return findings(books, ending=ending)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("case", CASES)
def test_finds_what_is_wrong(case: Case, writer: str, language: Language) -> None:
    found = written(language)

    assert told(found[f"{writer} {case.name} bad"]) == sorted(case.told)
    assert told(found[f"{writer} {case.name} clean"]) == []


@pytest.mark.parametrize("case", CONVERTED)
def test_finds_the_same_in_what_libreoffice_writes(case: Case) -> None:
    found = converted()

    assert told(found[case.name]) == sorted(case.told)
    assert told(found[twin_name(case.name)]) == []


@pytest.mark.parametrize(("ending", "seen"), [("xls", {"W109", "W113"}), ("ods", {"W113"})])
@pytest.mark.parametrize("case", OTHERS)
def test_finds_what_the_format_shows(case: Case, ending: str, seen: set[str]) -> None:
    found = read_old(ending)
    by_formulas = [one for one in told(found[case.name]) if one[0].startswith("W")]

    assert by_formulas == [one for one in case.told if one[0] in seen]
    assert told(found[twin_name(case.name)]) == []


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_figures_tell_of_a_total_out_of_date_where_no_formula_is_seen(ending: str) -> None:
    found = told(read_old(ending)["stale-sum"])

    assert found == [("B101", "受理情况", "D12"), ("B101", "受理情况", "F12")]
