"""What becomes of labels: how clerks break, cut, mistype and shorten them."""

from __future__ import annotations

from submissions.model import APPLICATIONS, DISCLOSURE
from submissions.rectangle import Content, Rectangle, with_cells, with_columns, with_rows

_SHORTEST = 2
_ONE_LINE = 12
_FULL_WIDTH = str.maketrans("():,", "（）：，")
_CUT = {
    "本年新制作数量": "本年新",
    "本年新公开数量": "本年新",
    "对外公开总数量": "对外公开总",
    "本年增/减": "本年增/",
    "采购项目数量": "采购项目",
    "现行有效件数": "现行有效件",
    "本年制发件数": "本年制发",
    "本年处理决定数量": "本年处理决定",
}
_MISTYPED = {
    "2.其他法律行政法规禁止公开": "2.其他法律、行政法规禁止公开的",
    "4.保护第三方合法权益": "4.保护第三方合法权力",
    "7.属于行政执法案卷": "7.属于行政执法卷案",
    "1.本机关不掌握相关政府信息": "1.本机关不掌握相关信息",
    "3.补正后申请内容仍不明确": "3.补证后申请内容仍不明确",
    "1.信访举报投诉类申请": "1.信访、举报、投诉类申请",
    "4.无正当理由大量反复申请": "4.无正当理由大量反覆申请",
    "政府集中采购": "政府集中采够",
    "行政事业性收费": "行政事业收费",
    "其他对外管理服务事项": "其它对外管理服务事项",
    "社会公益组织": "社会公益组织 ",
    "未经复议直接起诉": "未经复议直接诉讼",
}
_SHORT = {
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "逾期不缴费",
    "3.其他": "其他",
}


def untidy(label: str) -> str:
    """Write a label with full-width brackets, other quotes, a space or a line break inside."""
    written = label.translate(_FULL_WIDTH).replace("“", '"').replace("”", '"')
    if len(written) == _SHORTEST:
        return f"{written[0]}  {written[1]}"
    middle = len(written) // 2
    if len(written) > _ONE_LINE:
        return f"{written[:middle]}\n{written[middle:]}"
    return f"{written[:middle]} {written[middle:]}" if len(written) > _SHORTEST + 1 else written


def vertical(label: str) -> str:
    """Write a label one sign under another, as in a narrow column."""
    return "\n".join(label)


def other_signs(label: str) -> str:
    """Write the numbers of a label with other signs, and its quotes as corner brackets."""
    written = label.replace("“", "「").replace("”", "」")
    if written[:1].isdigit() and written[1:2] == ".":
        return f"{written[0]}、{written[2:]}"
    if written[:1] == "(":
        return written.replace("(", "（", 1).replace(")", "）", 1)
    return written


def cut(label: str) -> str:
    """Cut a head as a narrow column does."""
    return _CUT.get(label, label)


def mistyped(label: str) -> str:
    """Write a label with a slip of the hand."""
    return _MISTYPED.get(label, label)


def short(label: str) -> str:
    """Write the long lines of (六) shortly."""
    return _SHORT.get(label, label)


def summed(label: str) -> str:
    """Say 合计 for 总计."""
    return label.replace("总计", "合计")


def with_unit(table: str, rectangle: Rectangle) -> Rectangle:
    """Name the unit in every head of tables 三 and 四."""
    if table == DISCLOSURE:
        return rectangle
    top = rectangle.first_slot_row()
    over = _lowest_heads(rectangle, top)
    cells = {
        position: f"{content}(件)" if position in over else content
        for position, content in rectangle.cells.items()
    }
    return Rectangle(cells, rectangle.spans)


def _lowest_heads(rectangle: Rectangle, top: int) -> set[tuple[int, int]]:
    found = set()
    for column in range(rectangle.first_slot_column(), rectangle.width):
        above = [row for row in range(top) if isinstance(rectangle.cells.get((row, column)), str)]
        if above:
            found.add((max(above), column))
    return found


def stub_texts(rectangle: Rectangle) -> dict[int, list[str]]:
    """Give the stub's texts of every line as one reads them, with the groups that it stands in."""
    stub = rectangle.first_slot_column()
    spread = {
        position: content
        for position, content in rectangle.cells.items()
        if isinstance(content, str) and position[1] < stub
    }
    for span in rectangle.spans:
        text = spread.get((span.top, span.left))
        if text is not None:
            spread |= {(row, span.left): text for row in range(span.top, span.bottom + 1)}
    lines = rectangle.rows_of(lambda _: True)
    return {row: [spread[row, at] for at in range(stub) if (row, at) in spread] for row in lines}


def with_stub(rectangle: Rectangle, stub: dict[int, str], stubhead: str = "") -> Rectangle:
    """Replace a stub of several columns by one column of texts."""
    width = rectangle.first_slot_column()
    cells: dict[tuple[int, int], Content] = {
        position: content for position, content in rectangle.cells.items() if position[1] >= width
    }
    spans = tuple(span for span in rectangle.spans if span.left >= width)
    cells |= {(row, width - 1): text for row, text in stub.items()}
    if stubhead:
        cells[0, width - 1] = stubhead
    bare = Rectangle(cells, spans)
    return with_columns(bare, list(range(width - 1, rectangle.width)))


def folded(table: str, rectangle: Rectangle) -> Rectangle:
    """Fold the stub columns of table 三 into one: 三、本年度办理结果(三)不予公开1.属于国家秘密."""
    if table != APPLICATIONS:
        return rectangle
    stub = {row: "".join(texts) for row, texts in stub_texts(rectangle).items()}
    return with_stub(rectangle, stub, str(rectangle.cells.get((0, 0), "")))


def groups_lost(table: str, rectangle: Rectangle) -> Rectangle:
    """Keep only the last label of each line of table 三."""
    if table != APPLICATIONS:
        return rectangle
    stub = {row: texts[-1] for row, texts in stub_texts(rectangle).items()}
    return with_stub(rectangle, stub, "项目")


def group_rows(table: str, rectangle: Rectangle) -> Rectangle:
    """Give each group of table 三 a row of its own over its lines, with one stub column."""
    if table != APPLICATIONS:
        return rectangle
    texts = stub_texts(rectangle)
    one = with_stub(rectangle, {row: each[-1] for row, each in texts.items()}, "项目")
    order: list[int | None] = [*range(one.first_slot_row())]
    captions: dict[tuple[int, int], str] = {}
    said: list[str] = []
    for row in sorted(texts):
        for depth, group in enumerate(texts[row][:-1]):
            if said[depth : depth + 1] != [group]:
                captions[len(order), 0] = group
                order.append(None)
        said = texts[row]
        order.append(row)
    return with_cells(with_rows(one, order), captions)
