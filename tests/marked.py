"""Marked copies as tests make and take them apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from statlint.finding import Severity
from statlint.marking import Cover, CoverRow, Mark, Target, Told, mark
from statlint.values import CellRef

HEADS = "level rule finding place left right difference proposal explanation".split()
OURS = {"xl/worksheets/statlint_review.xml"}
"""What every marked copy has more."""
GROWN = {
    *("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"),
}
"""What grows in every marked copy."""


def a_mark(
    cell: str, note: str = "wrong", sheet: str = "Sheet1", severity: Severity = Severity.ERROR
) -> Mark:
    """Make a mark."""
    return Mark(sheet, CellRef.parse(cell), severity, note)


def a_cover(marks: Sequence[Mark] = (), told: Told | None = None) -> Cover:
    """Make a first sheet with a row for each mark, which says what became of the marks."""
    return Cover(
        name="Review",
        title="Review of a.xlsx",
        facts=[("file", "a.xlsx")],
        remarks=[str(told)],
        heads=HEADS,
        rows=[a_row(one, number) for number, one in enumerate(marks)],
        original="a.xlsx",
        footer="&Cpage &P",
    )


def a_row(one: Mark, number: int = 0) -> CoverRow:
    """Make the row of a mark."""
    return CoverRow(
        severity=one.severity,
        level="error",
        rule="B101",
        finding=one.note,
        place=f"{one.sheet}!{one.cell}",
        target=Target(one.sheet, one.cell),
        left="127",
        right="124",
        difference="3",
        proposal="",
        explanation="",
        fingerprint=f"{number:020x}",
    )


def marked(content: bytes, *marks: Mark) -> bytes:
    """Give the marked copy of a workbook."""
    return mark(content, marks, lambda told: a_cover(marks, told))


def told_of(content: bytes, *marks: Mark) -> Told:
    """Give what became of marks."""
    heard = list[Told]()

    def cover(told: Told) -> Cover:
        heard.append(told)
        return a_cover()

    mark(content, marks, cover)
    return heard[0]


def parts_of(content: bytes) -> dict[str, bytes]:
    """Unpack a package."""
    with ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """Pack parts."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return written.getvalue()


def changed(before: bytes, after: bytes) -> tuple[set[str], set[str], set[str]]:
    """Give the names of the parts that were lost, that are new, and that are not as they were."""
    old, new = parts_of(before), parts_of(after)
    both = old.keys() & new.keys()
    return (
        {*old} - {*new},
        {*new} - {*old},
        {name for name in both if old[name] != new[name]},
    )
