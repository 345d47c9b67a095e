"""Lists of evidence: documents with their numbers and dates, and the items they are for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page
from companions.words import DOCUMENTS
from submissions.model import Figure, Slot

EVIDENCE = "evidence"
_ENTRY = ("item", "document", "document_number", "date")
COLUMNS = (
    Column("number", ("序号", "编号"), words=True),
    Column("item", ("对应考核项目", "对应指标", "指标编号"), words=True),
    Column("document", ("材料名称", "文件名称", "佐证材料名称"), words=True),
    Column("document_number", ("文号", "发文字号"), words=True),
    Column("date", ("印发日期", "发布日期", "发文日期"), words=True),
    Column("page", ("页码", "网址/页码"), words=True, spare=True),
    Column("remark", ("备注",), words=True, spare=True),
)


def evidence_page(size: int) -> Page:
    """Plan the page of a list of so many documents."""
    return Page(
        EVIDENCE,
        "2017年度政务公开工作佐证材料清单",
        COLUMNS,
        (*(f"document{at + 1}" for at in range(size)), "count"),
        wide=frozenset({"count"}),
    )


def evidence_figures(rng: Random, size: int) -> dict[Slot, Figure]:
    """Fill a list in: one document for each item of the score sheet."""
    cells: dict[Slot, Figure] = {Slot(EVIDENCE, "count", "number"): f"共{size}份"}
    for at in range(size):
        row = f"document{at + 1}"
        month, day = rng.randint(1, 12), rng.randint(1, 28)
        held: dict[str, Figure] = {
            "number": at + 1,
            "item": str(at + 1),
            "document": _title(at),
            "document_number": f"安政办发〔2017〕{at + 11}号",
            "date": f"2017-{month:02d}-{day:02d}",
            "page": str(3 * at + 1),
        }
        cells.update({Slot(EVIDENCE, row, column): figure for column, figure in held.items()})
    return cells


def _title(at: int) -> str:
    again = at // len(DOCUMENTS)
    title = DOCUMENTS[at % len(DOCUMENTS)]
    return f"{title}（第{again + 1}批）" if again else title


def broken_evidence(made: Companion) -> Iterator[Broken]:
    """Break each relation of a list of evidence once."""
    size = len(made.page(EVIDENCE).rows) - 1

    def at(row: int, column: str) -> Slot:
        return Slot(EVIDENCE, f"document{row}", column)

    def changed(relation: str, code: str, slot: Slot, figure: Figure) -> Broken:
        return Broken(relation, made.with_figures({slot: figure}), (Expected(code, slot),))

    yield _gap(made, size)
    for brackets in ("安政办发[2017]13号", "安政办发【2017】13号", "安政办发(2017)13号"):
        yield changed(f"number {brackets}", "D110", at(3, "document_number"), brackets)
    yield changed("date outside", "D111", at(2, "date"), "2016-03-05")
    yield changed("impossible date", "D112", at(2, "date"), "2017-02-30")
    yield changed("unknown item", "X101", at(4, "item"), "88")
    twice = {at(5, column): made.figures[at(4, column)] for column in _ENTRY}
    yield Broken(
        "document twice for one item",
        made.with_figures(twice),
        (Expected("S017", at(5, "document")),),
    )
    count = Slot(EVIDENCE, "count", "number")
    yield Broken(
        "number of documents",
        made.with_figures({count: f"共{size + 2}份"}),
        (Expected("B101", count, "P9"),),
    )
    yield _unused(made, size)


def _gap(made: Companion, size: int) -> Broken:
    """Leave a number out of the list; the score sheet points at the number that is printed."""
    number, proof = (
        Slot(EVIDENCE, f"document{size}", "number"),
        Slot("scores", f"item{size}", "proof"),
    )
    changed = made.with_figures({number: size + 1, proof: str(size + 1)})
    return Broken("gap in numbers", changed, (Expected("S016", number),))


def _unused(made: Companion, size: int) -> Broken:
    """List one document more, which no item of the score sheet points at."""
    page = made.page(EVIDENCE)
    row = f"document{size + 1}"
    held: dict[str, Figure] = {
        "number": size + 1,
        "item": "1",
        "document": "其他证明材料",
        "document_number": "安政办函〔2017〕99号",
        "date": "2017-10-09",
    }
    cells: dict[Slot, Figure] = {Slot(EVIDENCE, row, column): held[column] for column in held}
    cells[Slot(EVIDENCE, "count", "number")] = f"共{size + 1}份"
    longer = replace(page, rows=(*page.rows[:-1], row, "count"))
    return Broken(
        "unused entry",
        made.with_page(longer).with_figures(cells),
        (Expected("X102", Slot(EVIDENCE, row, "number")),),
    )
