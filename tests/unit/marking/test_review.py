"""The first sheet of a marked copy, found again in whatever became of it."""

import pytest

from statlint.marking import Review, ReviewRow, is_review, read_review
from statlint.marking.review import KEYS, NAME
from statlint.values import CellRef
from statlint.workbook import Cell, CellKind, Container, DefinedName, Sheet, Workbook

_FIRST, _SECOND = "0123456789abcdef0123", "fedcba98765432100123-2"
_ROWS = (
    ("", "", "", "", "", "", "", "", "", "statlint:review 1"),
    ("文件", "a.xlsx", "", "", "", "", "", "", "", "a.xlsx"),
    KEYS,
    ("级别", "规则", "问题", "位置", "左值", "右值", "差额", "建议", "情况说明", "指纹"),
    ("错误", "B101", "…", "表二!D27", "127", "124", "3", "", " 情况属实 ", _FIRST),
    ("警告", "P201", "…", "表二!D28", "1", "2", "", "", "", _SECOND),
    ("不是行", "", "", "", "", "", "", "", "写在表下", ""),
)


def _sheet(name: str, rows: tuple[tuple[str, ...], ...]) -> Sheet:
    cells = tuple(
        Cell(CellRef(row, column), CellKind.TEXT, text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    )
    return Sheet(name, cells)


def _book(*sheets: Sheet, names: tuple[DefinedName, ...] = ()) -> Workbook:
    return Workbook(sheets=sheets, container=Container.XLSX, names=names)


_EXPECTED = (
    ReviewRow(5, _FIRST, "B101", "表二!D27", "情况属实", "…"),
    ReviewRow(6, _SECOND, "P201", "表二!D28", "", "…"),
)


def test_rows_and_the_name_of_the_original_are_read() -> None:
    review = read_review(_book(_sheet("表一", (("1",),)), _sheet("审核结果", _ROWS)))

    assert review == Review("审核结果", "a.xlsx", _EXPECTED)
    assert review.explained == _EXPECTED[:1]


def test_columns_that_were_moved_are_found_by_their_keys() -> None:
    turned = tuple(row[::-1] for row in _ROWS)

    review = read_review(_book(_sheet("改名", turned)))

    assert review == Review("改名", "a.xlsx", _EXPECTED)


def test_without_the_sign_the_original_is_not_known() -> None:
    rows = (*(("", "", "", "", "", "", "", "", "", "x"),) * 2, *_ROWS[2:])

    review = read_review(_book(_sheet("审核结果", rows)))

    assert review is not None
    assert not review.original


def test_other_workbooks_are_no_marked_copies() -> None:
    book = _book(_sheet("表一", (("级别", "情况说明"), (KEYS[8],))))

    assert read_review(book) is None
    assert not is_review(book)


def test_keys_far_down_are_none() -> None:
    rows = (*((("x"),) for _ in range(50)), KEYS)

    assert not is_review(_book(_sheet("表一", rows)))


@pytest.mark.parametrize("name", [NAME, NAME.upper()])
def test_a_marked_copy_is_known_by_its_name_alone(name: str) -> None:
    assert is_review(_book(names=(DefinedName(name, "'审核结果'!$A$7:$J$9"),)))


def test_a_marked_copy_is_known_by_its_keys_alone() -> None:
    assert is_review(_book(_sheet("审核结果", _ROWS)))
