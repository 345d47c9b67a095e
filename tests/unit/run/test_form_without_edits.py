"""An open form that has nothing to check in a table leaves it to inference."""

from __future__ import annotations

from datetime import date

from statlint.config import Settings
from statlint.run import check_paths

_MONTHS_ACROSS = """
2023年分月主动公开信息数
时段,1月,2月,3月,一季度
政策文件,29,105,80,214
通知公告,85,32,19,136
财政信息,41,77,58,176
人事信息,12,9,30,{}
"""


def _found(last: int) -> list[tuple[str, str | None]]:
    text = _MONTHS_ACROSS.format(last).strip().encode()
    report = check_paths([("a.csv", text)], Settings(), today=date(2026, 11, 22))
    assert [table.form for table in report.files[0].tables] == [None]
    return [(one.code, str(one.cell)) for one in report.findings]


def test_its_sums_are_found() -> None:
    assert _found(51) == []
    assert _found(61) == [("B101", "E6")]
