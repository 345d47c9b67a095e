"""The official print of the annual report's tables, cell by cell."""

from __future__ import annotations

from collections.abc import Callable

from submissions.model import (
    ANNUAL_2019,
    APPLICATIONS,
    DISCLOSURE,
    MIXED,
    REVIEWS,
    Report,
    Slot,
)
from submissions.rectangle import Content, Rectangle, Span, rows, stacked, without_rows

HEADINGS = {
    DISCLOSURE: "二、主动公开政府信息情况",
    APPLICATIONS: "三、收到和处理政府信息公开申请情况",
    REVIEWS: "四、政府信息公开行政复议、行政诉讼情况",
}

APPLICANTS = (
    ("nat", "自然人"),
    ("biz", "商业企业"),
    ("sci", "科研机构"),
    ("soc", "社会公益组织"),
    ("law", "法律服务机构"),
    ("oth", "其他"),
    ("tot", "总计"),
)
LEGAL_PERSONS = ("biz", "sci", "soc", "law", "oth")
RESULTS = (
    ("up", "结果维持"),
    ("fix", "结果纠正"),
    ("oth", "其他结果"),
    ("pend", "尚未审结"),
    ("tot", "总计"),
)
CASES = (("rec", "行政复议"), ("dir", "未经复议直接起诉"), ("aft", "复议后起诉"))

_GROUPS = (
    (
        "(三)不予公开",
        (
            ("d1", "1.属于国家秘密"),
            ("d2", "2.其他法律行政法规禁止公开"),
            ("d3", "3.危及“三安全一稳定”"),
            ("d4", "4.保护第三方合法权益"),
            ("d5", "5.属于三类内部事务信息"),
            ("d6", "6.属于四类过程性信息"),
            ("d7", "7.属于行政执法案卷"),
            ("d8", "8.属于行政查询事项"),
        ),
    ),
    (
        "(四)无法提供",
        (
            ("u1", "1.本机关不掌握相关政府信息"),
            ("u2", "2.没有现成信息需要另行制作"),
            ("u3", "3.补正后申请内容仍不明确"),
        ),
    ),
    (
        "(五)不予处理",
        (
            ("n1", "1.信访举报投诉类申请"),
            ("n2", "2.重复申请"),
            ("n3", "3.要求提供公开出版物"),
            ("n4", "4.无正当理由大量反复申请"),
            ("n5", "5.要求行政机关确认或重新出具已获取信息"),
        ),
    ),
)
_OTHER_2021 = (
    "(六)其他处理",
    (
        ("o1", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("o2", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        ("o3", "3.其他"),
    ),
)
_RELATION = "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)"
_STUB = 3
_LAST = _STUB + len(APPLICANTS) - 1


def applications(form: str) -> Rectangle:
    """Print table 三: three stub columns and seven heads."""
    lines: list[list[Content]] = _applicant_heads()
    spans = [
        Span(0, 0, 2, 2),
        Span(0, 3, 0, _LAST),
        Span(1, 3, 2, 3),
        Span(1, 4, 1, _LAST - 1),
        Span(1, _LAST, 2, _LAST),
    ]

    def line(key: str, *labels: str) -> None:
        stub = [*labels, *[""] * (_STUB - len(labels))]
        if stub[-1] == "":
            spans.append(Span(len(lines), len(labels) - 1, len(lines), _STUB - 1))
        slots = [Slot(APPLICATIONS, key, head) for head, _ in APPLICANTS]
        lines.append([*stub, *slots])

    line("new", "一、本年新收政府信息公开申请数量")
    line("carry", "二、上年结转政府信息公开申请数量")
    first = len(lines)
    line("r1", "三、本年度办理结果", "(一)予以公开")
    line("r2", "", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)")
    for label, members in (*_GROUPS, *(() if form == ANNUAL_2019 else (_OTHER_2021,))):
        spans.append(Span(len(lines), 1, len(lines) + len(members) - 1, 1))
        for at, (key, caption) in enumerate(members):
            line(key, "", label if at == 0 else "", caption)
    if form == ANNUAL_2019:
        line("o", "", "(六)其他处理")
    line("total", "", "(七)总计")
    spans.append(Span(first, 0, len(lines) - 1, 0))
    line("next", "四、结转下年度继续办理")
    return rows(lines, spans)


def _applicant_heads() -> list[list[Content]]:
    labels = dict(APPLICANTS)
    return [
        [_RELATION, "", "", "申请人情况"],
        ["", "", "", labels["nat"], "法人或其他组织", "", "", "", "", labels["tot"]],
        ["", "", "", "", *[label for key, label in APPLICANTS if key not in {"nat", "tot"}]],
    ]


def reviews(form: str) -> Rectangle:
    """Print table 四: three kinds of case side by side over one row of figures."""
    del form  # The table is the same in both years' forms.
    size = len(RESULTS)
    captions = [label for _, label in RESULTS]
    spans = [Span(0, 0, 0, size - 1), Span(0, size, 0, 3 * size - 1)]
    spans += [Span(1, column, 2, column) for column in range(size)]
    spans += [Span(1, size, 1, 2 * size - 1), Span(1, 2 * size, 1, 3 * size - 1)]
    slots: list[Content] = [Slot(REVIEWS, case, key) for case, _ in CASES for key, _ in RESULTS]
    return rows(
        [
            ["行政复议", *[""] * (size - 1), "行政诉讼"],
            [*captions, CASES[1][1], *[""] * (size - 1), CASES[2][1]],
            [*[""] * size, *captions, *captions],
            slots,
        ],
        spans,
    )


def _block(
    caption: str, heads: tuple[tuple[str, str], ...], lines: tuple[tuple[str, str], ...]
) -> Rectangle:
    width = 4
    spans = [Span(0, 0, 0, width - 1)]
    if len(heads) < width - 1:
        spans += [Span(row, len(heads), row, width - 1) for row in range(1, len(lines) + 2)]
    printed: list[list[Content]] = [[caption], ["信息内容", *[label for _, label in heads]]]
    for key, label in lines:
        printed.append([label, *[Slot(DISCLOSURE, key, head) for head, _ in heads]])
    return rows(printed, spans)


_MADE_2019 = (
    ("made", "本年新制作数量"),
    ("published", "本年新公开数量"),
    ("public", "对外公开总数量"),
)
_MADE_2021 = (("made", "本年制发件数"), ("repealed", "本年废止件数"), ("inforce", "现行有效件数"))
_ITEMS = (("items", "上一年项目数量"), ("change", "本年增/减"), ("decided", "处理决定数量"))
_DECIDED = (("decided", "本年处理决定数量"),)
_PUNISHMENTS = (("punish", "行政处罚"), ("force", "行政强制"))
_FEE = (("fee", "行政事业性收费"),)
_ARTICLE = "第二十条第({})项"


def _blocks_2019() -> tuple[Rectangle, ...]:
    return (
        _block(_ARTICLE.format("一"), _MADE_2019, (("rules", "规章"), ("norms", "规范性文件"))),
        _block(
            _ARTICLE.format("五"),
            _ITEMS,
            (("permit", "行政许可"), ("other", "其他对外管理服务事项")),
        ),
        _block(_ARTICLE.format("六"), _ITEMS, _PUNISHMENTS),
        _block(_ARTICLE.format("八"), _ITEMS[:2], _FEE),
        _block(
            _ARTICLE.format("九"),
            (("count", "采购项目数量"), ("amount", "采购总金额")),
            (("procure", "政府集中采购"),),
        ),
    )


def _blocks_2021() -> tuple[Rectangle, ...]:
    return (
        _block(_ARTICLE.format("一"), _MADE_2021, (("rules", "规章"), ("norms", "行政规范性文件"))),
        _block(_ARTICLE.format("五"), _DECIDED, (("permit", "行政许可"),)),
        _block(_ARTICLE.format("六"), _DECIDED, _PUNISHMENTS),
        _block(_ARTICLE.format("八"), (("amount", "本年收费金额(单位:万元)"),), _FEE),
    )


def disclosure_blocks(form: str) -> tuple[Rectangle, ...]:
    """Print the blocks of table 二, each with its caption and heads."""
    if form == ANNUAL_2019:
        return _blocks_2019()
    if form == MIXED:
        return (_blocks_2019()[0], *_blocks_2021()[1:])
    return _blocks_2021()


def disclosure(form: str) -> Rectangle:
    """Print table 二: all its blocks one under another."""
    return stacked(disclosure_blocks(form))


def _as_reported(rectangle: Rectangle, report: Report) -> Rectangle:
    """Leave out the lines of which nothing is known."""
    known = {(slot.table, slot.line) for slot in report.figures}
    lost = set(rectangle.rows_of(lambda slot: (slot.table, slot.line) not in known))
    return without_rows(rectangle, lost - set(rectangle.rows_of(report.figures.__contains__)))


def _renamed(rectangle: Rectangle, labels: dict[str, str]) -> Rectangle:
    cells = {
        position: labels.get(content, content) if isinstance(content, str) else content
        for position, content in rectangle.cells.items()
    }
    return Rectangle(cells, rectangle.spans)


def _printed_disclosure(report: Report) -> Rectangle:
    kept = []
    for at, block in enumerate(disclosure_blocks(report.form)):
        cut = _as_reported(block, report)
        if at == 0 and report.heads:
            heads = {(1, column + 1): head for column, head in enumerate(report.heads)}
            cut = Rectangle({**cut.cells, **heads}, cut.spans)
        if cut.rows_of(lambda _: True):
            kept.append(cut)
    return _renamed(stacked(kept), dict(report.labels))


_PRINTED: dict[str, Callable[[str], Rectangle]] = {APPLICATIONS: applications, REVIEWS: reviews}


def printed(report: Report, table: str) -> Rectangle:
    """Print one table of a report officially, with the lines that are known of it."""
    if table == DISCLOSURE:
        return _printed_disclosure(report)
    return _renamed(_as_reported(_PRINTED[table](report.form), report), dict(report.labels))


def all_slots(form: str) -> tuple[Slot, ...]:
    """Give every slot of a form's three tables, in the order of the form."""
    made = (disclosure(form), applications(form), reviews(form))
    return tuple(
        content
        for rectangle in made
        for _, content in sorted(rectangle.cells.items())
        if isinstance(content, Slot)
    )
