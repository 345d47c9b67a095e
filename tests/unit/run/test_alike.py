"""Filled copies of clean files, beside the same files looked at one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import islice
from random import Random
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provinces.made import Unit, towns_of
from remembered import DAY, said
from statlint.config import Settings
from statlint.dataclass import replace
from statlint.run import alike, check_paths
from statlint.workbook.sheets import sheet
from statlint.workbook.sheets.known import KNOWN
from statlint.workbook.sheets.moulds import MOULDS
from submissions.layout import laid_out
from submissions.model import ANNUAL_2021, APPLICATIONS, STATISTICS_2014
from submissions.random_reports import SIZES, random_report
from submissions.writing import write_xlsx

Source: TypeAlias = tuple[str, bytes]
Change: TypeAlias = tuple[str, int, str]
ALONE = Settings(ignore=("S010",))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET, BOOK, STYLES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"
CHANGES = st.lists(
    st.one_of(
        st.tuples(
            st.just("figure"),
            st.integers(0, 200),
            st.sampled_from(
                ["0", "1", "7", "98765", "1000000000000", "-3", "2.5", "1E2", "007", "0.1"]
            ),
        ),
        st.tuples(
            st.just("word"),
            st.integers(0, 45),
            st.sampled_from(
                ["", "其他", "2023年", "XX镇2024年统计表", "12", "12件", "—", "填报单位:某局"]
            ),
        ),
        st.tuples(
            st.just("cell"),
            st.integers(0, 200),
            st.sampled_from(['t="str"', 't="b"', 's="1"', 's="2"', 't="e"', 't="n"']),
        ),
        st.tuples(
            st.just("book"),
            st.just(0),
            st.sampled_from(
                ["hidden", "name", "1904", "displayed", "percent", "hidden row", "merge"]
            ),
        ),
        st.tuples(st.just("formula"), st.integers(0, 200), st.sampled_from(["SUM(D6:I6)", "D6+1"])),
    ),
    max_size=2,
)
NAMES = st.sampled_from(
    [
        "{}.xlsx",
        "2023年/{}.xlsx",
        "{}2023年.xlsx",
        "{}.xls",
        "安平县{}政府2024年报告.xlsx",
        "{}.xlsm",
    ]
)


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    KNOWN.clear()
    MOULDS.clear()
    yield
    KNOWN.clear()
    MOULDS.clear()


@cache
def books(count: int, kind: str = "table") -> Sequence[bytes]:
    """Make the reports of towns, each with figures of its own in which all edits hold.

    They are whole reports, one table of them, or the statistics of a year with sums of money.
    """
    rng, made = Random(1), []  # noqa: S311 - figures to check, not secrets
    make, size = laid_out(write=write_xlsx), replace(SIZES[0], applications=200.0)
    form = STATISTICS_2014 if kind == "statistics" else ANNUAL_2021
    for town in islice(towns_of(Unit("安平县"), 0, 10**4), count):
        report = random_report(form, size, rng.randrange(10**9))
        figures = {
            slot: figure
            for slot, figure in report.figures.items()
            if kind != "table" or slot.table == APPLICATIONS
        }
        year = report.year if kind == "statistics" else 2024
        one = replace(report, year=year, unit_name=town.body, figures=figures, id="1")
        made.append(make(one).data)
    return made


def changed(content: bytes, changes: Sequence[Change]) -> bytes:
    """Change a workbook part by part."""
    with ZipFile(BytesIO(content)) as package:
        parts = {one: package.read(one).decode() for one in package.namelist()}
    for what, at, by in changes:
        if what == "book":
            _change_book(parts, by)
            continue
        pattern = {"figure": "(<v>)[^<]*", "word": "(<t>)[^<]*", "cell": '(<c r="[A-Z0-9]+" )t="n"'}
        found = list(re.finditer(pattern.get(what, '()(?<=t="n">)'), parts[SHEET]))
        if found:
            one = found[at % len(found)]
            written = f"<f>{by}</f>" if what == "formula" else by
            text = parts[SHEET]
            parts[SHEET] = f"{text[: one.start()]}{one[1]}{written}{text[one.end() :]}"
    return packed(parts)


def shared(content: bytes) -> bytes:
    """Have the cells of a workbook share their texts."""
    with ZipFile(BytesIO(content)) as package:
        parts = {one: package.read(one).decode() for one in package.namelist()}
    texts: list[str] = []

    def number(found: re.Match[str]) -> str:
        texts.append(found[1])
        return f't="s"><v>{len(texts) - 1}</v>'

    parts[SHEET] = re.sub('t="inlineStr"><is><t>([^<]*)</t></is>', number, parts[SHEET])
    listed = "".join(f"<si><t>{text}</t></si>" for text in texts)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{listed}</sst>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>",
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    )
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    """Pack the parts of a workbook."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


def _change_book(parts: dict[str, str], what: str) -> None:
    part, old, new = {
        "hidden": (BOOK, 'state="visible"', 'state="hidden"'),
        "name": (BOOK, 'name="Sheet1"', 'name="2023年"'),
        "1904": (BOOK, "<workbookPr", '<workbookPr date1904="1"'),
        "displayed": (BOOK, "<calcPr", '<calcPr fullPrecision="0"'),
        "percent": (STYLES, '<xf numFmtId="0"', '<xf numFmtId="10"'),
        "hidden row": (SHEET, '<row r="8"', '<row r="8" hidden="1"'),
        "merge": (SHEET, "<mergeCell ", '<mergeCell ref="D10:E10"/><mergeCell '),
    }[what]
    parts[part] = parts[part].replace(old, new)


def report(sources: Sequence[Source], own: Settings = ALONE) -> str:
    """Check files, after a process has read none."""
    KNOWN.clear()
    MOULDS.clear()
    return said(check_paths(sources, own, today=DAY))


def one_by_one(sources: Sequence[Source], own: Settings = ALONE) -> str:
    """Check files in one run, none by what is known of another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet, "_USUAL", -1)
        return report(sources, own)


def count_found(patch: pytest.MonkeyPatch) -> list[bool]:
    """Note of each file whether it is like one that was clean."""
    found: list[bool] = []
    find = alike.Alike.find

    def noted(*words: object) -> object:
        result = find(*words)  # type: ignore[arg-type]
        found.append(result is not None)
        return result

    patch.setattr(alike.Alike, "find", noted)
    return found


def test_copies_of_a_clean_file_are_told_by_their_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    found = count_found(monkeypatch)
    sources = [(f"{at}.xlsx", one) for at, one in enumerate(books(9))]

    assert report(sources) == one_by_one(sources)
    assert found == [False, True, True, True, True, True]


def test_copies_that_share_their_texts_have_texts_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = count_found(monkeypatch)
    sources = [(f"{at}.xlsx", shared(one)) for at, one in enumerate(books(9))]
    told = report(sources)

    assert told == one_by_one(sources)
    assert len(set(re.findall('"unit_name": "[^"]*"', told))) == 9
    assert found == [False, True, True, True, True, True]


def test_units_of_another_kind_have_other_edits(monkeypatch: pytest.MonkeyPatch) -> None:
    found = count_found(monkeypatch)
    sources = [(f"{at}.xlsx", one) for at, one in enumerate(books(9, "whole"))]

    assert report(sources, Settings()) == one_by_one(sources, Settings())
    assert found == [False, False, True, True, True, True]


def test_rules_that_look_at_figures_are_asked_of_each_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    found = count_found(monkeypatch)
    sources = [(f"{at}.xlsx", one) for at, one in enumerate(books(8, "statistics"))]

    assert report(sources, Settings()) == one_by_one(sources, Settings())
    assert found == [False] * 5


def test_rules_on_what_stands_around_the_tables_are_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = count_found(monkeypatch)
    made = books(9)
    # A folder is often called by the year of sending; the last file has another year in its name.
    names = [*(f"2025年/{at}.xlsx" for at in range(8)), "2025年/2023年8.xlsx"]
    sources = list(zip(names, made, strict=True))
    told = report(sources)

    assert told == one_by_one(sources)
    assert "2023年8.xlsx" in told.partition('"findings"')[2]
    assert found == [False, True, True, True, True, False]


def test_a_copy_that_breaks_an_edit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = count_found(monkeypatch)
    made = books(9)
    wrong = changed(made[7], [("figure", 3, "98765")])
    sources = [(f"{at}.xlsx", one) for at, one in enumerate((*made[:7], wrong, made[8]))]
    told = report(sources)

    assert told == one_by_one(sources)
    assert '"path": "7.xlsx"' in told.partition('"findings"')[2]
    assert found == [False, True, True, True, False, True]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 8), CHANGES, NAMES), min_size=1, max_size=6),
    st.sampled_from(["table", "whole", "statistics"]),
    st.booleans(),
    st.sampled_from(["", "units", "edits", "select", "percent"]),
)
def test_nothing_is_said_otherwise_of_copies(
    copies: list[tuple[int, list[Change], str]],
    kind: str,
    share: bool,  # noqa: FBT001
    other: str,
) -> None:
    made = books(9, kind)
    first = [] if other != "percent" else [("book", 0, "percent")]
    sources = [(f"first/{at}.xlsx", changed(one, first)) for at, one in enumerate(made[:5])]
    sources += [
        (f"{at}/{name.format(at)}", changed(made[number], [*first, *changes]))
        for at, (number, changes, name) in enumerate(copies)
    ]
    if share:
        sources = [(name, shared(content)) for name, content in sources]
    own = {
        "units": Settings(units=("安平县",)),
        "edits": Settings(ignore=("S010",), edits_off=("A1",)),
        "select": Settings(select=("A",)),
    }.get(other, ALONE)

    assert report(sources, own) == one_by_one(sources, own)
