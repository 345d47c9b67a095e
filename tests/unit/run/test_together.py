"""Files of one layout without a form are looked at together."""

from __future__ import annotations

from datetime import date
from random import Random

from statlint.config import Settings
from statlint.finding import Report
from statlint.run import check_paths, prepare
from statlint.run.one import Begun, begin
from statlint.run.read import read
from statlint.run.together import finished
from statlint.run.waiting import Waiting
from statlint.workbook import Container, Opening, Workbook
from tables import sheet_of


def _table(figures: list[int]) -> bytes:
    letters, visits = figures[:3], figures[3:]
    lines = [
        ("一、来信小计", sum(letters)),
        *zip(("建议", "投诉", "咨询"), letters, strict=True),
        ("二、来访小计", sum(visits)),
        *zip(("建议", "投诉", "咨询"), visits, strict=True),
        ("总计", sum(figures)),
    ]
    written = "\n".join(f"{label},{figure}" for label, figure in lines)
    return f"2024年来信来访登记\n项目,件数\n{written}\n".encode()


def _files(number: int, *, wrong: int) -> list[tuple[str, bytes]]:
    chance = Random(11)  # noqa: S311
    files = []
    for at in range(number):
        table = _table([chance.randint(100, 400) for _ in range(6)])
        if at == wrong:
            lines = table.decode().splitlines()
            lines[4] = f"投诉,{int(lines[4].partition(',')[2]) + 90}"
            table = "\n".join(lines).encode()
        files.append((f"{at:02}.csv", table))
    return files


def _found(report: Report) -> list[tuple[str, str, str]]:
    return [(one.path, str(one.cell), one.code) for one in report.findings]


def test_what_all_files_show_tells_the_one_that_breaks_it() -> None:
    report = check_paths(_files(20, wrong=7), Settings(), today=date(2026, 11, 22))

    assert _found(report) == [("07.csv", "B3", "B101")]


def test_files_that_other_files_of_their_layout_agree_with_are_clean() -> None:
    report = check_paths(_files(20, wrong=-1), Settings(), today=date(2026, 11, 22))

    assert _found(report) == []


def test_files_wait_no_longer_where_they_are_too_many() -> None:
    work = prepare(Settings(), today=date(2026, 11, 22))
    sheet = sheet_of("Item,2021\nMen,120\nWomen,130\nAll,250")
    book = Workbook((sheet,), Container.XLSX)
    begun = [
        begin(read(Opening(path, "xlsx", Container.XLSX, book), work), work)
        for path in ("a.xlsx", "b.xlsx")
    ]
    full = Waiting[Begun](cells=1_000_000)

    done = [[one.path for group in full.add(file) for one in group.files] for file in begun]
    last = [[result.file.path for result in finished(group)] for group in full.finish()]

    assert done == [["a.xlsx"], []]
    assert last == [["b.xlsx"]]


def test_files_that_others_wait_beside_wait_less_long() -> None:
    work = prepare(Settings(), today=date(2026, 11, 22))
    sheet = sheet_of("Item,2021\nMen,120\nWomen,130\nAll,250")
    book = Workbook((sheet,), Container.XLSX)
    begun = begin(read(Opening("a.xlsx", "xlsx", Container.XLSX, book), work), work)

    groups = [list(Waiting[Begun](most=30).add(begun, beside=more)) for more in (0, 2, 4)]

    assert list(map(len, groups)) == [0, 0, 1]
