"""A report made by hand that has what programs are told: rules that ran, regions, reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statlint.finding import (
    BaselineNote,
    FileReport,
    FileStatus,
    Finding,
    Grounds,
    Justification,
    NotChecked,
    Quote,
    Reason,
    Related,
    Report,
    Severity,
    TableNote,
)
from statlint.values import CellRange, CellRef, Language, Text
from statlint.values.place import Place
from statlint.values.region import Region
from unit.reporters import samples

_CSV = "2016年统计表.csv"
_ODD = "县 局/表#1, 100%.docx"
_RAN = {
    _CSV: ("B103", "F002", "M104"),
    "宿迁2024.csv": ("B101", "F002"),
    "加密.xlsx": ("F002",),
    "通讯录.ods": ("F002", "F010"),
    "瑶海区2019.xlsx": ("B101", "D105", "F002"),
}
_ON_TABLES = frozenset({"B101", "B103", "D105", "M104"})


@dataclass(frozen=True)
class Regions:
    """Finds the one text file of the report, whose first lines are a title of two lines."""

    def of(self, finding: Finding) -> Region | None:
        """Find the cell of a finding."""
        return self.at(finding.path, finding.cell) if finding.cell else None

    def at(self, path: str, cell: CellRef) -> Region | None:
        """Find a cell of the text file."""
        if path != _CSV:
            return None
        return Region(cell.row + 1, cell.row + 1, cell.column * 2, cell.column * 2 + 2)

    def line_of(self, path: str, cell: CellRef) -> Region | None:
        """Give the line of a cell of the text file."""
        return Region(cell.row + 1, cell.row + 1) if path == _CSV else None


def _with_rules(file: FileReport) -> FileReport:
    ran = _RAN[file.path]
    on_tables = tuple(code for code in ran if code in _ON_TABLES)
    tables = tuple(replace(table, ran=on_tables) for table in file.tables)
    return replace(file, ran=ran, tables=tables)


def accepted(language: Language) -> Finding:
    """Make a finding that somebody explained."""
    justified = Justification(
        Grounds.SIDECAR,
        Text("当年机构改革，基数减少", "The office was merged that year").of(language),
        by="王某某",
        date="2026-11-20",
        until="2027-03-31",
    )
    found = samples.text_file(language).findings[0]
    cell = CellRef.parse("C24")
    return replace(found, cell=cell, justified=justified, fingerprint="f4", frame=None)


def in_a_document(language: Language) -> Finding:
    """Make a finding of a sentence, in a file whose name has every awkward sign."""
    found = samples.leading_zero(language, "A1")
    said = Text("=第12段所说的 +3 与表不符", "=paragraph 12 says +3, the table [x](1) another")
    return replace(
        found,
        code="T001",
        name="text-differs-from-table",
        severity=Severity.WARNING,
        path=_ODD,
        sheet=None,
        cell=None,
        place=Place.of("paragraph", 12),
        table="text",
        line="-办结",
        head="@今年",
        left="-3",
        right="+1,200",
        difference="1,203",
        value="-",
        message=said.of(language),
        quote=Quote("办结 -3 件", ((3, 5),)),
        related=(
            Related(Place.of("table", 2), CellRef.parse("B3"), "1,200"),
            Related(Place.of("paragraph", 3), CellRef.parse("A1"), "9", label="受理"),
            Related(None, CellRef.parse("C21"), "17", path=_CSV),
            Related("表三", CellRef.parse("D6"), "91", path="瑶海区2019.xlsx"),
        ),
        fingerprint="f5-2",
    )


def for_programs(language: Language) -> Report:
    """Make a run with everything that a program may be told."""
    run = samples.whole_run(language)
    document = FileReport(
        _ODD,
        FileStatus.CHECKED,
        "word document",
        tables=(
            TableNote("table_1", "表一", Place.of("table", 2), CellRange.parse("A1:C9"), None),
        ),
        paragraphs=20,
        ran=("T001",),
    )
    skipped = NotChecked("加密.xlsx", None, None, "F010", Reason.REQUIRED_RULE)
    first, *others = run.findings
    return replace(
        run,
        files=(*map(_with_rules, run.files), document),
        findings=(first, accepted(language), *others, in_a_document(language)),
        not_checked=(*run.not_checked, skipped),
        regions=Regions(),
        baseline=BaselineNote("statlint-baseline.json", 3, 2, 1),
    )
