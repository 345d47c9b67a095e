"""Print lines and heads as one block: boxhead, stub and body, from the corner on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inference_tables.made.boxhead_print import boxhead_height, print_boxhead
from inference_tables.made.figures import Spot
from inference_tables.made.looks import Look
from inference_tables.made.page import Page, Shown
from inference_tables.made.plan import Group, Plan
from inference_tables.made.stub_print import labels, printed_lines, stub_width

_EXTRA = {
    "codes": {"zh": "代码", "en": "Code"},
    "ordinals": {"zh": "序号", "en": "No."},
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a block stand: the extra one, the stubs, and each head."""

    extra: int | None
    stubs: tuple[int, ...]
    stub_width: int
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Print:
    """What is printed, how, and where its columns stand."""

    plan: Plan
    look: Look
    shown: Mapping[Spot, Shown]
    columns: Columns


def print_block(plan: Plan, look: Look, shown: Mapping[Spot, Shown]) -> Page:
    """Print a table without its title and notes."""
    page = Page()
    lines = printed_lines(plan.lines, look)
    job = Print(plan, look, shown, _columns(plan, look))
    if look.halves:
        middle = (len(lines) + 1) // 2
        _print_lines(page, job, lines[:middle])
        right = Page()
        _print_lines(right, job, lines[middle:])
        page.add(right, 0, page.width)
    else:
        _print_lines(page, job, lines)
    return page.turned() if look.turned else page


def _columns(plan: Plan, look: Look) -> Columns:
    count = len(plan.heads)
    width = stub_width(plan.lines, look)
    extra = 1 if look.extra else None
    first = 2 if look.extra else 1
    before = count // 2 if look.stub_at == "middle" else 0
    stub = first + before
    heads = [first + at + (width if at >= before else 0) for at in range(count)]
    stubs = (stub, heads[-1] + 1) if look.stub_at == "both" else (stub,)
    return Columns(extra, stubs, width, tuple(heads))


def _print_lines(page: Page, job: Print, lines: Sequence[int]) -> None:
    """Print some lines under a boxhead, which comes again on each page."""
    plan, look, columns = job.plan, job.look, job.columns
    printed = printed_lines(plan.lines, look)
    all_texts = labels([plan.lines[at] for at in printed], plan.language, look)
    own = [all_texts[printed.index(at)] for at in lines]
    row = 1
    since = 0
    tops = []
    for at, (line, texts) in enumerate(zip(lines, own, strict=True)):
        if at == 0 or (look.pages and since == look.pages):
            _print_top(page, job, row)
            row += boxhead_height(plan.heads, look) + look.unit_row + look.number_row
            since = 0
        elif look.gap and at % look.gap == 0:
            row += 1
        _print_line(page, job, row, line, texts)
        if columns.extra and not isinstance(plan.lines[line].how, Group):
            code = at + 1 if look.extra == "ordinals" else 110000 + 100 * at
            page.put(row, columns.extra, str(code))
        tops.append(row)
        row += 1
        since += 1
    if look.stub == "merged parents" and not look.gap and not look.pages:
        _merge_parents(page, job, lines, tops)


def _print_top(page: Page, job: Print, row: int) -> None:
    plan, look, columns = job.plan, job.look, job.columns
    height = print_boxhead(page, plan.heads, look, row, columns.heads)
    for stub in columns.stubs:
        page.put(row, stub, plan.stubhead)
        if look.boxhead == "merged":
            page.merge((row, stub), (row + height - 1, stub + columns.stub_width - 1))
    if columns.extra:
        page.put(row, columns.extra, _EXTRA[look.extra][plan.language])
    row += height
    if look.unit_row:
        for head, column in zip(plan.heads, columns.heads, strict=True):
            page.put(row, column, head.unit)
        row += 1
    if look.number_row:
        page.put(row, columns.stubs[0], "甲" if plan.language == "zh" else "A")
        for number, column in enumerate(columns.heads, 1):
            page.put(row, column, str(number))


def _print_line(page: Page, job: Print, row: int, line: int, texts: Sequence[str]) -> None:
    columns, shown = job.columns, job.shown
    for stub in columns.stubs:
        for at, text in enumerate(texts):
            page.put(row, stub + at, text)
    for head, column in enumerate(columns.heads):
        if (line, head) in shown:
            page.show((line, head), row, column, shown[line, head])


def _merge_parents(page: Page, job: Print, lines: Sequence[int], rows: Sequence[int]) -> None:
    """Merge each parent over the lines under it."""
    plan, columns = job.plan, job.columns
    for at, row in enumerate(rows):
        line = plan.lines[lines[at]]
        first = (row, columns.stubs[0])
        if first not in page.cells or not _has_columns(line.path, plan):
            continue
        last = at
        while last + 1 < len(rows) and plan.lines[lines[last + 1]].path[0] == line.path[0]:
            last += 1
        page.merge(first, (rows[last], columns.stubs[0]))


def _has_columns(path: tuple[str, ...], plan: Plan) -> bool:
    return any(len(line.path) > 1 and line.path[0] == path[0] for line in plan.lines)
