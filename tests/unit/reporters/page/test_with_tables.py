"""Pages of real tables: figures over the years, gaps, proposals, and what could not be checked."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from statlint.config import Settings
from statlint.dataclass import replace
from statlint.finding import NotChecked, Reason
from statlint.reporters import REPORTERS, Look
from statlint.reporters.page import fragment_of
from statlint.run import check_paths
from statlint.run.originals import with_originals
from statlint.values import CellRef
from unit.reporters import samples
from unit.reporters.page.reading import Parts

SUBMISSIONS = Path(__file__).parents[4] / "fixtures/submissions"
BEFORE = str(SUBMISSIONS / "suqian-2023.xlsx")
page = REPORTERS["html"]


def changed(**cells: object) -> bytes:
    """Change cells of the report for 2024."""
    book = load_workbook(SUBMISSIONS / "suqian-2024.xlsx")
    for cell, value in cells.items():
        book.active[cell].value = value
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def fragment(content: bytes, name: str = "宿迁2024.xlsx") -> Parts:
    """Check a file beside the one of the year before, in both languages."""
    source = (name, content)
    settings = Settings(language="zh", previous=(BEFORE,))
    report = with_originals(check_paths([source], settings), [source])
    other = check_paths([source], replace(settings, language="en", series=True))
    return Parts(fragment_of(report, other=other))


def test_a_figure_is_proposed_in_its_cell_and_shown_over_the_years() -> None:
    parts = fragment(changed(O26=472))
    found = {one["data-at"]: one["data-rel"] for one in parts.of("sl-finding")}
    cells = {one.get("id"): one.get("data-y") for one in parts.of("sl-hit")}

    assert found["file1-c0-O26"] == "file1-c0-I26 file1-c0-J26 "
    assert parts.words("sl-prop") == ["→ 471"]
    assert cells == {"file1-c0-O26": "328|472", "file1-c0-O46": "3486|3521"}
    assert {one.get("data-periods") for one in parts.of("sl-table")} == {"2023|2024"}
    assert {"file1-c0-I26", "file1-c0-J26"} <= set(parts.ids())


def test_a_cell_that_may_be_wrong_is_marked_where_nothing_was_found_in_it() -> None:
    parts = fragment(changed(I23=3441))

    assert parts.words("sl-suspect") == ["?3441 可能有误may be wrong→ 3440"]
    assert [one["data-at"] for one in parts.of("sl-finding")] == ["file1-c0-O23", "file1-c0-I46"]


def test_hidden_rows_are_told_and_a_hidden_sheet_is_named_so() -> None:
    book = load_workbook(BytesIO(changed(O26=472)))
    sheet = book["年报"]
    for row in (8, 9, 10):
        sheet.row_dimensions[row].hidden = True
    book.create_sheet("说明")
    sheet.sheet_state = "hidden"
    content = BytesIO()
    book.active = 1
    book.save(content)
    parts = fragment(content.getvalue())

    assert parts.words("sl-gap") == ["（隐藏 3 行）(3 hidden rows)"]
    assert "隐藏的工作表" in " ".join(parts.words("sl-sheet"))


def test_parts_of_a_large_table_are_drawn_with_gaps() -> None:
    lines = [f"第{n}村,{n},{2 * n},{3 * n + (n == 700)}" for n in range(1, 1200)]
    content = "\n".join(("村,男,女,合计", *lines)).encode()
    parts = fragment(content, "a.csv")

    assert [words[:12] for words in parts.words("sl-part")] == ["表格较大，只绘出问题附近"]
    assert [words.partition("行")[0] for words in parts.words("sl-gap")] == [
        "… 略去 694 ",
        "… 以下略去 497 ",
    ]


def test_what_could_not_be_checked_is_named_with_its_reason() -> None:
    checks = (
        NotChecked("宿迁2024.csv", None, None, "formulas", Reason.UNSEEN),
        NotChecked("宿迁2024.csv", None, None, "parts", Reason.OTHER_FORM, other="b.xlsx"),
        NotChecked("宿迁2024.csv", None, None, "previous", Reason.ABSENT_ELSEWHERE, line="其他"),
        NotChecked("宿迁2024.csv", None, None, "previous", Reason.NO_PERIOD),
        NotChecked("宿迁2024.csv", None, CellRef.parse("B4"), "D4", Reason.KIND_OF_UNIT),
        NotChecked("宿迁2024.csv", None, CellRef.parse("B4"), "D4", Reason.KIND_OF_UNIT),
        *(
            NotChecked("宿迁2024.csv", None, CellRef(number, 1), "D5", Reason.BLANK_PARTS)
            for number in range(1, 71)
        ),
    )
    report = samples.clean("zh")
    outcomes = replace(report.files[0].outcomes, not_checked=len(checks))
    files = (replace(report.files[0], outcomes=outcomes),)
    parts = Parts(page(replace(report, files=files, not_checked=checks), Look()))
    chips = parts.words("sl-chip")

    assert sorted(chips[60:]) == sorted(["公式", "所属单位 b.xlsx", "上期 其他", "上期", "D4 B4×2"])
    assert (chips[0], len(chips)) == ("D5 A1", 65)
    assert "… +10" in parts.words("sl-open")[0]
