"""Reports made by hand: what each reporter is shown in its tests."""

from __future__ import annotations

from dataclasses import replace

from statlint.finding import (
    Alternative,
    Crash,
    Diagnosis,
    EditNote,
    FileReport,
    FileStatus,
    Finding,
    Frame,
    FrameRow,
    Nature,
    NotChecked,
    Origin,
    Outcomes,
    Proposal,
    Reason,
    Related,
    Report,
    Severity,
    TableNote,
)
from statlint.values import CellRange, CellRef, Language, Period, Text

_HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_COLUMNS = (4, 5, 6, 7, 8, 9, 10)
_FORM = Text("政府信息公开工作年度报告统计表（2019 年格式）", "Annual disclosure report, 2019 form")
_SUM = Text(
    "（七）总计 = （一）予以公开 + （二）部分公开 + （三）不予公开 1–8 + （四）无法提供 1–3"
    " + （五）不予处理 1–5 + （六）其他处理",
    "(七)总计 = (一)予以公开 + (二)部分公开 + (三)不予公开 1–8 + (四)无法提供 1–3"
    " + (五)不予处理 1–5 + (六)其他处理",
)
_DETAIL = Text("明细合计", "parts of the total")
PARTS = "D6=91 D7=3 D8=0 D9=0 D10=0 D11=1 D12=1 D13=1 D14=0 D15=0 D16=27 D17=0 D18=3"


def _row(number: int, label: str, person: str, business: str = "0") -> FrameRow:
    return FrameRow(number, label, (person, business, "0", "0", "0", "0", person))


_ROWS = (
    _row(25, "5.要求行政机关确认或重新出具已获取信息", "0"),
    _row(26, "（六）其他处理", "0"),
    _row(27, "（七）总计", "124"),
    _row(28, "四、结转下年度继续办理", "0"),
)


def _related(written: str) -> tuple[Related, ...]:
    pairs = (pair.split("=") for pair in written.split())
    return tuple(Related("表三", CellRef.parse(cell), value) for cell, value in pairs)


def total_differs(language: Language) -> Finding:
    """Yaohai's total of natural persons: the parts give 127, the total says 124."""
    cell = CellRef.parse("D27")
    return Finding(
        code="B101",
        name="unbalanced-total",
        severity=Severity.ERROR,
        nature=Nature.MANDATORY,
        level=1,
        path="瑶海区2019.xlsx",
        sheet="表三",
        cell=cell,
        message=Text(
            "「（七）总计」在「自然人」列为 124，各明细合计为 127",
            '"（七）总计" under "自然人" is 124, parts add to 127',
        ).of(language),
        advice=Text(
            "请核对总计是否漏加，或明细是否多填",
            "Look for a line that the total leaves out, or a part that is too high",
        ).of(language),
        table="applications",
        line="（七）总计",
        head="自然人",
        left="127",
        right="124",
        difference="3",
        edit=EditNote(
            "A2", _DETAIL.of(language), "total = sum(r1:o)", Origin.FORM, _SUM.of(language)
        ),
        related=_related(PARTS),
        diagnosis="d1",
        fingerprint="f1",
        frame=Frame(_COLUMNS, _HEADS, _ROWS, frozenset({cell})),
    )


def grand_total_differs(language: Language) -> Finding:
    """Make the same slip in the column of totals."""
    cell = CellRef.parse("J27")
    return replace(
        total_differs(language),
        cell=cell,
        head="总计",
        fingerprint="f2",
        message=Text(
            "「（七）总计」在「总计」列为 124，各明细合计为 127",
            '"（七）总计" under "总计" is 124, parts add to 127',
        ).of(language),
        frame=Frame(_COLUMNS, _HEADS, _ROWS, frozenset({cell})),
    )


def leading_zero(language: Language, cell: str) -> Finding:
    """Make a note on a figure written 00."""
    return Finding(
        code="D105",
        name="leading-zero",
        severity=Severity.INFORMATION,
        nature=Nature.QUERY,
        level=1,
        path="瑶海区2019.xlsx",
        sheet="表三",
        cell=CellRef.parse(cell),
        message=Text("写作「00」，按 0 读取", '"00" is read as 0').of(language),
        advice=Text("请改写为 0", "Write it as 0").of(language),
        table="applications",
        line="5.属于三类内部事务信息",
        head="科研机构",
        fingerprint=f"zero-{cell}",
    )


def left_out(language: Language) -> Diagnosis:
    """Make the cause of both slips: the total leaves out a group; or else two other figures."""
    cells = [Proposal("表三", CellRef.parse(cell), "124", "127") for cell in ("D27", "J27")]
    group = Text(
        "D27 与 J27 可能漏加「（三）不予公开」：D27 应为 127（现为 124），J27 应为 127（现为 124）"
        "，可能性 86%",
        "D27 and J27, perhaps “（三）不予公开” left out: D27 should be 127 (now 124), "
        "J27 should be 127 (now 124), likelihood 86%",
    )
    part = Text(
        "D8 可能应为 73（现为 76，一位数字有误），合计已按错数重算，可能性 9%",
        "D8 may have to be 73 (now 76, one digit wrong), totals reckoned with it, likelihood 9%",
    )
    return Diagnosis(
        "d1",
        "瑶海区2019.xlsx",
        "表三",
        ("f1", "f2"),
        (
            Alternative(tuple(cells), "omitted-parts", 0.86, group.of(language)),
            Alternative(
                (Proposal("表三", CellRef.parse("D8"), "76", "73"),),
                "recomputed",
                0.09,
                part.of(language),
            ),
        ),
        "one-of",
        Text(
            "可能是下列情形之一，改后 2 处不平全部消除",
            "One of these, and then all 2 broken edits hold",
        ).of(language),
    )


def yaohai(language: Language) -> Report:
    """Make the report of Yaohai: one cause in two cells, two notes, three open checks."""
    findings = (
        leading_zero(language, "F12"),
        leading_zero(language, "F16"),
        total_differs(language),
        grand_total_differs(language),
    )
    return Report(
        language=language,
        files=(_yaohai_file(language),),
        findings=findings,
        diagnoses=(left_out(language),),
        not_checked=tuple(
            NotChecked("瑶海区2019.xlsx", "表二", CellRef.parse(cell), edit, reason)
            for cell, edit, reason in (
                ("B4", "D4", Reason.KIND_OF_UNIT),
                ("B5", "D4", Reason.KIND_OF_UNIT),
                ("C21", "C7", Reason.BLANK_PARTS),
            )
        ),
        rules=("B101", "B102", "D101", "D105"),
    )


def _yaohai_file(language: Language) -> FileReport:
    titles = (
        Text("主动公开政府信息情况", "Information made public"),
        Text("收到和处理政府信息公开申请情况", "Applications received and handled"),
    )
    return FileReport(
        path="瑶海区2019.xlsx",
        status=FileStatus.CHECKED,
        container="xlsx",
        period=Period(2019),
        unit_name="合肥市瑶海区人民政府",
        forms=(_FORM.of(language),),
        tables=tuple(
            TableNote(key, title.of(language), sheet, CellRange.parse(area), _ID)
            for key, title, sheet, area in (
                ("disclosure", titles[0], "表二", "A3:D20"),
                ("applications", titles[1], "表三", "A3:J28"),
            )
        ),
        outcomes=Outcomes(passed=310, failed=2, not_checked=3),
    )


_ID = "cn-disclosure-annual-2019"


def clean(language: Language) -> Report:
    """Report a text file in which everything holds."""
    file = replace(
        _yaohai_file(language),
        path="宿迁2024.csv",
        container="delimited text",
        period=Period(2024),
        unit_name="宿迁市人民政府",
        tables=(
            TableNote(
                "applications",
                Text("收到和处理政府信息公开申请情况", "Applications").of(language),
                None,
                CellRange.parse("A1:J26"),
                _ID,
            ),
        ),
        encoding="GB18030",
        separator=",",
        outcomes=Outcomes(passed=456),
    )
    return Report(language=language, files=(file,), findings=(), rules=("B101",))


def unreadable(language: Language) -> Report:
    """Report a file that cannot be opened, beside one in which no table was found."""
    finding = Finding(
        code="F002",
        name="encrypted-file",
        severity=Severity.ERROR,
        nature=Nature.MANDATORY,
        level=0,
        path="加密.xlsx",
        sheet=None,
        cell=None,
        message=Text("文件已加密，无法读取", "The file is encrypted").of(language),
        advice=Text("请去掉密码后重新报送", "Save it without a password").of(language),
    )
    layout = replace(
        finding,
        code="F010",
        name="unknown-layout",
        severity=Severity.INFORMATION,
        nature=Nature.QUERY,
        path="通讯录.ods",
        message=Text(
            "没有找到统计表；最接近的是表三，找到 2 个列标题，缺少「自然人」「总计」等 5 个",
            'No statistics table; closest is table 三 with 2 heads, without "自然人" and 4 more',
        ).of(language),
    )
    return Report(
        language=language,
        files=(
            FileReport("加密.xlsx", FileStatus.UNREADABLE, container="ole container"),
            FileReport(
                "通讯录.ods",
                FileStatus.NO_TABLE,
                container="ods",
                unseen=("formulas", "number-formats"),
            ),
        ),
        findings=(finding, layout),
        rules=("F002", "F010"),
    )


def crashed(language: Language) -> Report:
    """Report a rule that crashed on an otherwise clean file."""
    report = clean(language)
    file = replace(report.files[0], outcomes=Outcomes(passed=455, crashed=1))
    crash = Crash("R101", file.path, "ZeroDivisionError: division by zero", "Traceback …")
    return replace(report, files=(file,), crashes=(crash,))


def _part_frame(cell: CellRef) -> Frame:
    return Frame(
        (2, 3),
        ("单位", "统计数"),
        (
            FrameRow(19, "一、主动公开情况", ("——", "")),
            FrameRow(
                20,
                "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
                ("条", "9"),
            ),
            FrameRow(21, "其中：主动公开规范性文件数", ("条", "17")),
            FrameRow(24, "1.政府公报公开政府信息数", ("条", "0")),
        ),
        frozenset({cell}),
    )


def text_file(language: Language) -> Report:
    """Report a warning in a text file, whose cells have no sheet, and a label that is too long."""
    cell = CellRef.parse("C21")
    finding = replace(
        total_differs(language),
        code="B103",
        name="part-above-whole",
        severity=Severity.WARNING,
        nature=Nature.QUERY,
        path="2016年统计表.csv",
        sheet=None,
        cell=cell,
        message=Text(
            "「其中：主动公开规范性文件数」为 17，大于「（一）主动公开政府信息数」的 9",
            '"其中：主动公开规范性文件数" is 17, more than the 9 of "（一）主动公开政府信息数"',
        ).of(language),
        line="其中：主动公开规范性文件数",
        head="统计数",
        left="17",
        right="9",
        difference="8",
        edit=EditNote(
            "Y7",
            Text("其中项不大于总项", "part of a whole").of(language),
            "r1_1a <= r1_1",
            Origin.OFFICIAL,
        ),
        related=(Related(None, CellRef.parse("C20"), "9"),),
        diagnosis=None,
        fingerprint="f3",
        frame=_part_frame(cell),
    )
    blank = replace(
        leading_zero(language, "C30"),
        code="M104",
        name="blank-taken-as-zero",
        path="2016年统计表.csv",
        sheet=None,
        message=Text("空白按 0 计：C30、C31、C32 等 9 处", "9 blank cells are taken as 0").of(
            language
        ),
    )
    file = replace(
        clean(language).files[0],
        path="2016年统计表.csv",
        period=Period(2016),
        encoding="UTF-8",
        separator="\t",
        outcomes=Outcomes(passed=57, failed=1),
    )
    return Report(language, (file,), (finding, blank), rules=("B103", "M104"))


def whole_run(language: Language) -> Report:
    """Join all of them in one run."""
    reports = [make(language) for make in (text_file, crashed, unreadable, yaohai)]
    return Report(
        language,
        files=tuple(file for report in reports for file in report.files),
        findings=tuple(found for report in reports for found in report.findings),
        diagnoses=tuple(found for report in reports for found in report.diagnoses),
        not_checked=tuple(check for report in reports for check in report.not_checked),
        crashes=tuple(crash for report in reports for crash in report.crashes),
        rules=("B101", "B103", "D105", "F002", "F010", "M104", "R101"),
    )


def many_clean(language: Language) -> Report:
    """Report so many clean files that each gets one line, with one that is not clean."""
    report = clean(language)
    names = [f"{number:02}.csv" for number in range(1, 22)]
    files = tuple(replace(report.files[0], path=name) for name in names)
    unsettled = tuple(
        NotChecked(name, None, CellRef.parse("B4"), "D4", Reason.KIND_OF_UNIT) for name in names
    )
    spoken = text_file(language)
    return replace(
        report, files=(*files, *spoken.files), findings=spoken.findings, not_checked=unsettled
    )
