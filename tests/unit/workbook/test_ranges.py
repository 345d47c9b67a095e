"""Ranges as an .xlsx file writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.workbook.engines.ranges import read_range
from statlint.workbook.engines.stored import Refusal, StoredRange
from unit.workbook.packages import make_excel
from unit.workbook.two_readers import read_excel


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("B2", (2, 2, 2, 2)),
        ("$B$2:$D$9", (2, 2, 9, 4)),
        ("b2:d9", (2, 2, 9, 4)),
        ("B:C", (1, 2, 1_048_576, 3)),
        ("2:3", (2, 1, 3, 16_384)),
        ("A1:XFD1048576", (1, 1, 1_048_576, 16_384)),
        ("", None),
        ("A0", None),
        ("A1:B0", None),
        ("D9:B2", None),
        ("XFE1", None),
        ("A1048577", None),
        ("Sheet1!A1", None),
        ("A1 B2", None),
    ],
)
def test_reads_a_range(written: str, expected: StoredRange | None) -> None:
    assert read_range(written) == expected


@given(st.text(alphabet="AXFD019:$!' 一", max_size=12))
def test_never_raises(written: str) -> None:
    found = read_range(written)

    assert found is None or (0 < found[0] <= found[2] and 0 < found[1] <= found[3])


@pytest.mark.parametrize("written", ["A1:B0", "C1:A1", "总计", ""])
def test_refuses_a_merge_of_no_range(written: str) -> None:
    content = make_excel(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        after=f'<mergeCells count="1"><mergeCell ref="{written}"/></mergeCells>',
    )

    with pytest.raises(Refusal, match="is no range to merge"):
        read_excel(content)
