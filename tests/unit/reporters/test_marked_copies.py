"""Marked copies of the files of a report: what their sheets and notes say, how they are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from full_workbook import full_workbook
from marked import packed, parts_of
from statlint.finding import (
    FileReport,
    FileStatus,
    Finding,
    Grounds,
    Justification,
    Nature,
    Outcomes,
    Report,
    Severity,
)
from statlint.marking import ReviewRow, read_review
from statlint.reporters import FOLDER_REPORTERS, Look
from statlint.reporters.marked.names import names_in_folder
from statlint.reporters.marked.words import HEADS, LEVEL, SAID
from statlint.reporters.workbook import marked_copy
from statlint.values import CellRef, Language
from statlint.values.place import Place
from statlint.workbook import open_workbook
from unit.reporters.samples import clean, leading_zero, total_differs, unreadable, yaohai
from unit.workbook.packages import excel_parts, make_zip, sheet_part

PATH = "瑶海区2019.xlsx"
BOOK = make_zip(excel_parts(sheet_part('<row r="27"><c r="D27"><v>124</v></c></row>')))
FIRST_KEY = "statlint:level"


@dataclass(frozen=True)
class Given:
    """Gives the files of a report."""

    files: Mapping[str, bytes] = field(default_factory=dict)

    def content_of(self, path: str) -> bytes | None:
        """Give the bytes of a file."""
        return self.files.get(path)


def given(report: Report, content: bytes | None = BOOK) -> Report:
    """Give a report its file."""
    return replace(report, originals=Given({} if content is None else {PATH: content}))


def told(report: Report, path: str = PATH, earlier: tuple[ReviewRow, ...] = ()) -> list[list[str]]:
    """Give the texts of the first sheet, row by row; the time is left out."""
    made = marked_copy(report, path, earlier)
    assert made is not None
    workbook = open_workbook("a.xlsx", made[1]).workbook
    assert workbook is not None
    rows: dict[int, list[str]] = {}
    for cell in workbook.sheets[0].cells:
        text = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "now", cell.text)
        rows.setdefault(cell.ref.row, []).append(text)
    return [row for row in rows.values() if row[0] != FIRST_KEY]


def test_the_first_sheet_in_chinese() -> None:
    group = (
        "可能是下列情形之一，改后 2 处不平全部消除：\n1. D27 与 J27 可能漏加「（三）不予公开」："
        "D27 应为 127（现为 124），J27 应为 127（现为 124），可能性 86%\n"
        "2. D8 可能应为 73（现为 76，一位数字有误），合计已按错数重算，可能性 9%"
    )
    zero = "5.属于三类内部事务信息 / 科研机构\n写作「00」，按 0 读取"

    assert told(given(yaohai("zh"))) == [
        ["审核结果：瑶海区2019.xlsx", "statlint:review 1"],
        ["文件", PATH, "表式", "政府信息公开工作年度报告统计表（2019 年格式）", PATH],
        ["填报单位", "合肥市瑶海区人民政府", "报告期", "2019"],
        [
            *("审核项目", "检查 315 项，通过 310 项，不符 2 项，未能检查 3 项"),
            *("审核结果", "错误 2 处，提示 2 处"),
        ],
        ["审核时间", "now", "审核软件", "statlint 0.1.0"],
        [SAID["correct"].zh],
        [head.zh for head in HEADS],
        [
            *("强制性错误", "B101", "「（七）总计」在「自然人」列为 124，各明细合计为 127"),
            *("表三!D27", "127", "124", "3", group, "f1"),
        ],
        [
            *("强制性错误", "B101", "「（七）总计」在「总计」列为 124，各明细合计为 127"),
            *("表三!J27", "127", "124", "3", group, "f2"),
        ],
        ["提示", "D105", zero, "表三!F12", "请改写为 0", "zero-F12"],
        ["提示", "D105", zero, "表三!F16", "请改写为 0", "zero-F16"],
    ]


def test_the_first_sheet_of_a_clean_text_in_english() -> None:
    report = replace(clean("en"), originals=Given({"宿迁2024.csv": b"a,b"}))

    assert told(report, "宿迁2024.csv") == [
        ["Review of 宿迁2024.csv", "statlint:review 1"],
        ["file", "宿迁2024.csv", "form", "Annual disclosure report, 2019 form", "宿迁2024.csv"],
        ["unit", "宿迁市人民政府", "period", "2024"],
        ["checks", "456 checks, 456 passed", "result", "nothing found"],
        ["time", "now", "checked by", "statlint 0.1.0"],
        [SAID["listed"].en],
        [head.en for head in HEADS],
    ]


def test_a_file_that_cannot_be_read_is_listed_as_such() -> None:
    rows = told(given(unreadable("zh")), "加密.xlsx")

    assert rows[-3:] == [
        [SAID["correct"].zh],
        [head.zh for head in HEADS],
        ["强制性错误", "F002", "文件已加密，无法读取", "请去掉密码后重新报送"],
    ]
    assert [SAID["unread"].zh] in rows


def test_where_no_table_was_found_that_is_said() -> None:
    report = unreadable("zh")
    path = next(one.path for one in report.files if one.status is FileStatus.NO_TABLE)

    assert [SAID["no-table"].zh] in told(report, path)


def asked(language: Language, **changes: object) -> Finding:
    """Make a finding that may be explained."""
    query = {"severity": Severity.WARNING, "nature": Nature.QUERY, "diagnosis": None}
    return replace(total_differs(language), **{**query, **changes})  # type: ignore[arg-type]  # any


def test_what_was_accepted_comes_last_with_its_reason() -> None:
    stated = Justification(Grounds.SIDECAR, "机构改革", "张三", "2024-12-01")
    silenced = Justification(Grounds.WORKBOOK)
    known = Justification(Grounds.BASELINE)
    findings = (
        asked("zh", justified=stated),
        asked("zh", justified=silenced, fingerprint="f2"),
        asked("zh", justified=known, fingerprint="f3"),
        asked("zh", fingerprint="f4"),
    )

    rows = told(given(replace(yaohai("zh"), findings=findings)))

    assert [(row[0], row[-2], row[-1]) for row in rows[-3:]] == [
        ("核实性警告", "请核对总计是否漏加，或明细是否多填", "f4"),
        ("核实性警告（已说明）", "机构改革", "f1"),
        ("核实性警告（Excel 中已设为忽略）", "请核对总计是否漏加，或明细是否多填", "f2"),
    ]
    assert rows[3][-1] == "警告 1 处，已说明 2 处"
    assert rows[5:7] == [[SAID["explain"].zh], ["基线中已知的 1 处未列出。"]]


def test_what_was_explained_before_is_carried_over_or_kept_below() -> None:
    earlier = (
        ReviewRow(8, "f1", "B101", "表三!D27", "=属实", "以前的问题"),
        ReviewRow(9, "f8", "P201", "表三!D9", "政策调整", "变动较大"),
        ReviewRow(10, "f9", "P201", "表三!D10", "", "没有说明"),
    )

    rows = told(given(replace(yaohai("zh"), findings=(asked("zh"),))), earlier=earlier)

    assert [(row[0], *row[-2:]) for row in rows[-2:]] == [
        ("核实性警告", "=属实", "f1"),
        ("已无此问题", "政策调整", "f8"),
    ]
    assert rows[-1] == ["已无此问题", "P201", "变动较大", "表三!D9", "政策调整", "f8"]


def notes(content: bytes) -> dict[str, str]:
    """Give the notes of all sheets."""
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in load_workbook(BytesIO(content)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def copy_of(report: Report) -> bytes:
    """Give the marked copy."""
    made = marked_copy(report, PATH)
    assert made is not None
    return made[1]


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_a_note_says_what_is_found_both_figures_and_what_to_do() -> None:
    said = asked("zh", justified=Justification(Grounds.SIDECAR, "机构改革"))
    zero = leading_zero("zh", "D27")

    made = notes(copy_of(given(replace(yaohai("zh"), findings=(said, zero)))))

    assert made == {
        "表三!D27": (
            "[提示] D105\n写作「00」，按 0 读取\n建议：请改写为 0\n\n"
            "[核实性警告（已说明）] B101\n「（七）总计」在「自然人」列为 124，各明细合计为 127\n"
            "左值 127   右值 124   差额 3\n建议：请核对总计是否漏加，或明细是否多填\n"
            "情况说明：机构改革"
        )
    }


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_a_note_tells_five_findings_and_is_cut_where_it_is_long() -> None:
    many = [asked("en", fingerprint=f"f{at}", difference=None, left="1") for at in range(8)]
    long = [asked("en", message="x" * 2_000, cell=CellRef(1, 1))]

    made = notes(copy_of(given(replace(yaohai("en"), findings=(*many, *long)))))

    assert made["表三!D27"].count("left 1   right 124\n") == 5
    assert made["表三!D27"].endswith("\n\n3 more, see the sheet Review")
    assert len(made["表三!A1"]) == 1_501


def test_what_has_no_cell_leads_to_the_sheet_and_what_has_no_sheet_nowhere() -> None:
    findings = (asked("en", cell=None), asked("en", sheet=None, cell=None, fingerprint="f2"))

    made = copy_of(given(replace(yaohai("en"), findings=findings)))

    sheet = parts_of(made)["xl/worksheets/statlint_review.xml"].decode()
    assert re.findall('location="([^"]*)"', sheet) == ["&#x27;表三&#x27;!A1"]


def test_the_place_in_a_document_is_in_words() -> None:
    place = Place.of("table", 3)
    finding = asked("zh", sheet=place, place=place)
    report = replace(yaohai("zh"), findings=(finding,))
    file = replace(report.files[0], container="word document")

    rows = told(given(replace(report, files=(file,))))

    assert rows[-1][3] == "第 3 个表格 D27"
    assert [SAID["listed"].zh] in rows


@pytest.mark.parametrize(
    "content", [None, b"PK\3\4", packed({"a": b""})], ids=["gone", "cut", "other"]
)
def test_a_file_that_has_become_another_is_listed(content: bytes | None) -> None:
    assert [SAID["listed"].zh] in told(given(yaohai("zh"), content))


def test_without_originals_there_is_a_list() -> None:
    assert [SAID["listed"].zh] in told(yaohai("zh"))


def test_what_became_of_marks_is_said() -> None:
    content = full_workbook()
    findings = (
        *(asked("zh", sheet="年报", cell=CellRef(row, 30)) for row in range(1, 503)),
        asked("zh", sheet="年报", cell=CellRef.parse("I23"), severity=Severity.ERROR),
    )
    made = parts_of(content) | {"_xmlsignatures/sig1.xml": b"<a/>"}

    rows = told(given(replace(yaohai("zh"), findings=findings), packed(made)))

    assert rows[5:9] == [
        [SAID["explain"].zh],
        [SAID["unnoted"].zh.format(most=500, count=3)],
        [SAID["threads"].zh.format(count=1)],
        [SAID["signed"].zh],
    ]


def test_a_workbook_without_room_for_formats_says_so() -> None:
    many = '<cellXfs count="65490">' + "<xf/>" * 65_490 + "</cellXfs>"
    content = make_zip(excel_parts(sheet_part(""), styles=many))

    assert [SAID["untinted"].zh] in told(given(yaohai("zh"), content))


def a_file(path: str, container: str = "xlsx") -> FileReport:
    """Make what is said of a file."""
    return FileReport(path, FileStatus.CHECKED, container, outcomes=Outcomes())


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["a.xlsx"], ["a_审核结果.xlsx"]),
        (
            ["x/a.XLSX", "x/b.xltx", "x/c.xls"],
            ["a_审核结果.XLSX", "b_审核结果.xltx", "c_审核结果.xlsx"],
        ),
        (["x/1/a.csv", "x/2/a.csv"], ["1/a_审核结果.xlsx", "2/a_审核结果.xlsx"]),
        (["/x/a.zip/b.csv", "/x/c.csv"], ["a.zip/b_审核结果.xlsx", "c_审核结果.xlsx"]),
        (["../../a.csv", "b/a.csv"], ["a_审核结果.xlsx", "b/a_审核结果.xlsx"]),
        (
            ["a.csv", "A.txt", "a.CSV", "A.TXT"],
            [
                *("a_审核结果.xlsx", "A.txt_审核结果.xlsx"),
                *("a.CSV_审核结果.xlsx", "A.TXT_审核结果2.xlsx"),
            ],
        ),
    ],
)
def test_names_in_a_folder_are_apart_and_lead_nowhere(paths: list[str], names: list[str]) -> None:
    files = [a_file(path) for path in paths]

    assert names_in_folder(files) == dict(zip(paths, names, strict=True))


def test_a_workbook_gets_the_shorter_name() -> None:
    files = [a_file("a.docx", "word document"), a_file("a.xlsx")]

    assert names_in_folder(files) == {
        "a.docx": "a.docx_审核结果.xlsx",
        "a.xlsx": "a_审核结果.xlsx",
    }


@pytest.mark.parametrize(
    ("name", "container", "copy"),
    [
        ("a.dat", "xlsm", "a_审核结果.xlsm"),
        ("a.XLSM", "xlsm", "a_审核结果.XLSM"),
        ("a.xlsx", "xlsm", "a_审核结果.xlsm"),
        ("a.xlsm", "xlsx", "a_审核结果.xlsx"),
    ],
)
def test_a_copy_gets_the_ending_that_excel_opens_it_by(
    name: str, container: str, copy: str
) -> None:
    assert names_in_folder([a_file(name, container)]) == {name: copy}


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_a_cell_that_is_named_as_the_likely_slip_is_marked_too() -> None:
    content = make_zip(excel_parts(sheet_part('<row r="8"><c r="D8"><v>76</v></c></row>')))

    made = notes(copy_of(given(yaohai("zh"), content)))

    assert made["表三!D8"] == (
        "[可能有误]\nD8 可能应为 73（现为 76，一位数字有误），合计已按错数重算，可能性 9%"
    )


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_what_is_explained_has_no_likely_slip_any_more() -> None:
    report = yaohai("zh")
    explained = replace(
        report,
        findings=tuple(
            replace(one, justified=Justification(Grounds.SIDECAR, "属实"))
            for one in report.findings
        ),
    )

    assert "表三!D8" not in notes(copy_of(given(explained)))


def test_a_folder_gets_copies_of_files_with_findings_and_keeps_what_was_explained() -> None:
    report = given(replace(yaohai("zh"), files=(*yaohai("zh").files, *clean("zh").files)))
    report = replace(report, findings=(asked("zh", fingerprint="0" * 20),))
    earlier = ReviewRow(1, "0" * 20, "B101", "", "属实")
    made = marked_copy(report, PATH, (earlier,))
    assert made is not None
    there = {"瑶海区2019_审核结果.xlsx": made[1]}
    writer = FOLDER_REPORTERS["workbook"]

    for look, explanation in (
        (Look(), ""),
        (Look(there=there.get), "属实"),
        (Look(there=lambda _: BOOK), ""),
        (Look(there=lambda _: b""), ""),
    ):
        files = dict(writer.files(report, look))
        assert list(files) == list(there)
        workbook = open_workbook("a.xlsx", files["瑶海区2019_审核结果.xlsx"]).workbook
        review = read_review(workbook) if workbook else None
        assert review is not None
        assert [row.explanation for row in review.rows] == [explanation]


def test_of_a_file_that_is_not_in_the_report_there_is_no_copy() -> None:
    assert marked_copy(yaohai("zh"), "else.xlsx") is None


def test_all_levels_have_words() -> None:
    assert set(LEVEL) == {(nature, severity) for nature in Nature for severity in Severity}
