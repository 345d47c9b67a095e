"""The formulas of a file: when they are looked at, and what is listed as not checked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rules.confronting import TODAY, shipped_rules
from rules.sheets import opening_of
from rules.short_forms import form_of, read_rows
from statlint.config import Settings
from statlint.form import Form
from statlint.formula import LeftAlone
from statlint.run import prepare
from statlint.run.formulas import _TOLD, _WHY, formulas_of
from statlint.run.one import check_one
from statlint.run.result import FileResult
from statlint.values import Language

TOTALS = """\
单位,件数
教育局,12
民政局,23
公安局,86
合计,=SUM(B2:B3) -> 35
"""


def checked(grid: str, language: Language = "en", forms: Sequence[Form] = ()) -> FileResult:
    opening = opening_of("a.xlsx", {"Sheet1": grid}, {})
    rules = tuple(shipped_rules().values())
    work = prepare(Settings(language=language), today=TODAY, forms=forms, rules=rules)
    return check_one(opening, work)


@pytest.mark.parametrize(
    ("grid", "expected"),
    [
        pytest.param("Men,1\nWomen,2", False, id="figures and words"),
        pytest.param("Men,=B2 -> 1", True, id="a formula"),
        pytest.param("Men,#REF!", True, id="an error without a formula"),
        pytest.param("Men,2024-03-08", True, id="a date"),
    ],
)
def test_formulas_are_a_subject_where_there_is_something_to_see(grid: str, expected: bool) -> None:  # noqa: FBT001
    workbook = opening_of("a.xlsx", {"Sheet1": grid}, {}).workbook
    assert workbook is not None

    assert (formulas_of(workbook, ()) is not None) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en", "VLOOKUP×2 dates×1", id="in English"),
        pytest.param("zh", "VLOOKUP×2 日期×1", id="in Chinese"),
    ],
)
def test_what_is_left_alone_is_listed_once_a_file(language: Language, expected: str) -> None:
    result = checked(
        '''a,2024-03-08,"=VLOOKUP(1,A:B,2,0) -> 1"
b,=B1+1 -> 2024-03-09,"=VLOOKUP(2,A:B,2,0) -> 2"''',
        language,
    )

    assert [(one.edit, one.reason.value) for one in result.not_checked] == [
        (expected, "left-alone")
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en", "whether cells are counted twice×", id="in English"),
        pytest.param("zh", "是否重复相加×", id="in Chinese"),
    ],
)
def test_sums_that_would_take_too_long_are_listed(language: Language, expected: str) -> None:
    sums = (f"=SUM(A1:A{row - 1}) -> {row}" for row in range(2, 260))

    result = checked("\n".join(["1", *sums]), language)

    assert [one.edit.partition("×")[0] + "×" for one in result.not_checked] == [expected]


def test_what_is_reckoned_is_not_listed() -> None:
    result = checked("a,1\nb,2\nc,=SUM(B1:B2) -> 3")

    assert result.not_checked == ()


def test_every_reason_has_words_or_a_finding() -> None:
    assert set(LeftAlone) == {LeftAlone.FUNCTION, *_WHY, *_TOLD}


def test_what_a_formula_says_of_a_total_belongs_to_the_edit_that_fails_there() -> None:
    form = form_of({}, read_rows(TOTALS))

    found = checked(TOTALS, forms=[form]).findings

    assert [(one.code, str(one.cell), one.diagnosis) for one in found] == [
        ("B101", "B5", "0"),
        ("W115", "B5", "0"),
    ]


def test_without_a_form_a_sum_is_held_against_the_cells_beside_it() -> None:
    found = checked(TOTALS).findings

    assert [(one.code, str(one.cell), one.diagnosis) for one in found if one.cell] == [
        ("W101", "B5", None)
    ]
