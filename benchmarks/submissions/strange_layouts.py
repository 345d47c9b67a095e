"""Layouts that nobody listed: what a stranger's clerk might do."""

from __future__ import annotations

from dataclasses import replace

from submissions import inks, labels, shapes
from submissions.fitted import fitted_page
from submissions.formulas import write_with_formulas
from submissions.layout import Layout, laid_out
from submissions.model import (
    ANNUAL_2019,
    ANNUAL_2021,
    APPLICATIONS,
    DISCLOSURE,
    Report,
    Slot,
    Submission,
)
from submissions.official import all_slots
from submissions.page import (
    NOTES,
    Shape,
    across,
    bare_page,
    file_name,
    one_sheet,
    page,
    tables,
    title,
)
from submissions.rectangle import Rectangle, moved, relabelled, rows, stacked, unmerged
from submissions.writing import Sheet, places, write_text, write_xlsx

_PROSE = (
    "一、总体情况",
    "本年度,我单位全年通过网站公开信息1286条,其中概况类12条、动态类1190条、公告类84条,办结率100%。",
)
_END = (
    "五、存在的主要问题及改进情况",
    "一是公开的时效性有待提高;二是人员变动较大。下一步将加强培训,全年计划举办2次培训班。",
    "六、其他需要报告的事项",
    "本年度未收取信息处理费。",
)


def _with_prose(report: Report, shape: Shape) -> Rectangle:
    return page(report, shape, above=_PROSE, below=_END)


def _between(report: Report, shape: Shape) -> Rectangle:
    return page(
        report, shape, between=("说明:数据由各科室提供,经办公室汇总。", "单位:件"), below=NOTES
    )


def _other_order(report: Report, shape: Shape) -> Rectangle:
    return page(report, shape, order=lambda keys: keys[::-1])


def _title_only(report: Report, shape: Shape) -> Rectangle:
    width = 10
    head = across([title(report)], width)
    return stacked([head, bare_page(report, shape)])


def _side_by_side(report: Report, shape: Shape) -> Rectangle:
    made = tables(report, shape)
    if len(made) == 1:
        return page(report, shape)
    left = made.pop(DISCLOSURE)
    right = moved(stacked(made.values(), gap=2), right=left.width + 1)
    cells = {**left.cells, **right.cells}
    return stacked([across([title(report)], 16), Rectangle(cells, (*left.spans, *right.spans))])


def _hidden_zeros(report: Report) -> Submission:
    drawn = page(report)
    zero = {
        row
        for row in drawn.rows_of(lambda slot: slot.table == APPLICATIONS)
        if not any(
            report.figures.get(content)
            for (at, _), content in drawn.cells.items()
            if at == row and isinstance(content, Slot)
        )
    }
    sheet = Sheet("Sheet1", drawn, report.figures, hidden_rows=frozenset(zero))
    return write_xlsx(file_name(report), [sheet])


def _two_units(report: Report) -> Submission:
    form = ANNUAL_2019 if report.year in {2019, 2020} else ANNUAL_2021
    other = replace(
        report,
        form=form,
        unit_name="和平街道办事处",
        figures=dict.fromkeys(all_slots(form), 0),
        heads=(),
        labels={},
    )
    year = f"{report.year}年" if report.year else ""
    sheets = [
        *one_sheet(report, page(report), "第一单位"),
        *one_sheet(other, page(other), "第二单位"),
    ]
    found = places(sheets)
    return replace(
        write_xlsx(f"{year}政府信息公开年报汇总", sheets),
        places={slot: found[slot] for slot in report.figures},
    )


def _after_instructions(report: Report) -> Submission:
    told = rows(
        [
            ["填表说明"],
            ["1.请填写各表,没有的填0。"],
            ["2.总计等于各列之和。"],
            ["3.联系电话:0551-12345678"],
        ]
    )
    sheets = [
        Sheet("填表说明", told, {}),
        *one_sheet(report, page(report), "数据"),
        Sheet("Sheet3", rows([]), {}),
    ]
    return write_xlsx(file_name(report), sheets)


def _loose(table: str, rectangle: Rectangle) -> Rectangle:
    del table
    bare = unmerged(rectangle)
    return relabelled(bare, lambda label: f" {label} ")


STRANGE = (
    Layout("tables fitted to one width", laid_out(draw=fitted_page), sheet_2014=False),
    Layout("title over the bare tables", laid_out(draw=_title_only), sheet_2014=False),
    Layout("numbers before the lines", laid_out(shapes.every(shapes.numbered)), sheet_2014=False),
    Layout("another word for total", laid_out(shapes.worded(labels.summed)), sheet_2014=False),
    Layout("heads apart from figures", laid_out(shapes.heads_apart), sheet_2014=False),
    Layout("notes between tables", laid_out(draw=_between), sheet_2014=False),
    Layout("lines of zeros hidden", _hidden_zeros, needs=APPLICATIONS),
    Layout("two units in one workbook", _two_units, sheet_2014=False),
    Layout("zeros left blank", laid_out(ink=inks.blank_zero), hides_zeros=True),
    Layout("dashes for zeros", laid_out(ink=inks.dash_zero), hides_zeros=True),
    Layout(
        "strokes for zeros in a csv",
        laid_out(ink=inks.stroke_zero, write=write_text("gbk", ",")),
        hides_zeros=True,
    ),
    Layout("totals as formulas", laid_out(write=write_with_formulas), needs=APPLICATIONS),
    Layout(
        "grouped digits in a csv", laid_out(ink=inks.grouped, write=write_text("utf-8-sig", ","))
    ),
    Layout("needless decimals", laid_out(ink=inks.with_decimals, write=write_text("utf-8", ","))),
    Layout("white space around figures", laid_out(ink=inks.spaced)),
    Layout(
        "a column of units",
        laid_out(shapes.only(APPLICATIONS, shapes.with_unit_column)),
        needs=APPLICATIONS,
    ),
    Layout("units in the heads", laid_out(labels.with_unit), needs=APPLICATIONS),
    Layout(
        "one row of heads",
        laid_out(shapes.only(APPLICATIONS, shapes.one_row_of_heads)),
        needs=APPLICATIONS,
    ),
    Layout("prose around the tables", laid_out(draw=_with_prose), sheet_2014=False),
    Layout("tables side by side", laid_out(draw=_side_by_side), needs=DISCLOSURE, sheet_2014=False),
    Layout("tables in another order", laid_out(draw=_other_order), sheet_2014=False),
    Layout("instructions on the first sheet", _after_instructions),
    Layout(
        "blocks of table two apart",
        laid_out(shapes.only(DISCLOSURE, shapes.blocks_apart)),
        needs=DISCLOSURE,
    ),
    Layout(
        "labels indented by depth",
        laid_out(shapes.only(APPLICATIONS, shapes.deep_stub)),
        needs=APPLICATIONS,
    ),
    Layout(
        "slips of the hand in labels", laid_out(shapes.worded(labels.mistyped)), sheet_2014=False
    ),
    Layout("white space around labels", laid_out(_loose, write=write_text("gbk", "\t", "tsv"))),
)
