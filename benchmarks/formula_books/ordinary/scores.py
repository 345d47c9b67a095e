"""Scores and rankings: weights, means, ranks, grades."""

from __future__ import annotations

from random import Random

from formula_books.model import Book
from formula_books.ordinary.words import PLACES, UNITS, Line, column, one_page, some, sums

_KINDS = ("主动公开", "依申请公开", "平台建设", "监督保障")


def weighted_scores(draw: Random) -> Book:
    """Weigh the marks of each unit with the weights above them."""
    lines: list[Line] = [("政务公开考核得分表",), ("单位", *_KINDS, "得分")]
    lines.append(("权重", 0.4, 0.2, 0.25, 0.15, "=SUM(B3:E3)"))
    for row, unit in enumerate(some(draw, UNITS), 4):
        marks = [draw.randint(60, 100) for _ in _KINDS]
        lines.append((unit, *marks, f"=SUMPRODUCT(B$3:E$3,B{row}:E{row})"))
    return one_page("考核", lines)


def weights_by_hand(draw: Random) -> Book:
    """Weigh marks by writing each product out."""
    lines: list[Line] = [("单位", "平时（40%）", "年终（60%）", "总评")]
    for row, unit in enumerate(some(draw, UNITS), 2):
        marks = [draw.randint(60, 100) for _ in range(2)]
        lines.append((unit, *marks, f"=B{row}*0.4+C{row}*0.6"))
    return one_page("总评", lines, column("D", 2, len(lines), "0.0"))


def ranks(draw: Random) -> Book:
    """Rank units by their totals."""
    units = some(draw, UNITS)
    end = len(units) + 2
    lines: list[Line] = [("信息报送排名通报",), ("单位", "采用数", "加分", "总分", "排名")]
    for row, unit in enumerate(units, 3):
        parts = draw.randint(0, 40), draw.choice((0, 2, 5))
        total = f"=B{row}*2+C{row}"
        lines.append((unit, *parts, total, f"=RANK(D{row},$D$3:$D${end})"))
    return one_page("排名", lines)


def ranks_with_total(draw: Random) -> Book:
    """Rank units, with their total below that has no rank."""
    units = some(draw, PLACES)
    end = len(units) + 1
    lines: list[Line] = [("乡镇", *(f"{kind}信息" for kind in _KINDS), "合计", "名次")]
    for row, unit in enumerate(units, 2):
        figures = [draw.randint(0, 60) for _ in _KINDS]
        rank = f"=RANK(F{row},F$2:F${end},0)"
        lines.append((unit, *figures, f"=SUM(B{row}:E{row})", rank))
    lines.append(("合计", *sums("BCDEF", 2, end)))
    return one_page("通报", lines)


def mean_of_judges(draw: Random) -> Book:
    """Leave the highest and the lowest mark out of the mean."""
    lines: list[Line] = [("参评单位", *(f"评委{at}" for at in "一二三四五六七"), "最后得分")]
    for row, unit in enumerate(some(draw, UNITS), 2):
        marks = [draw.randint(700, 990) / 10 for _ in range(7)]
        cells = f"B{row}:H{row}"
        final = f"=ROUND((SUM({cells})-MAX({cells})-MIN({cells}))/(COUNT({cells})-2),2)"
        lines.append((unit, *marks, final))
    return one_page("评分", lines)


def deductions(draw: Random) -> Book:
    """Take points off a hundred."""
    lines: list[Line] = [("扣分情况表",), ("单位", "迟报", "漏报", "错报", "扣分合计", "得分")]
    for row, unit in enumerate(some(draw, UNITS), 3):
        taken = [draw.choice((0, 0, 0.5, 1, 2)) for _ in range(3)]
        lines.append((unit, *taken, f"=SUM(B{row}:D{row})", f"=100-E{row}"))
    return one_page("扣分", lines)


def self_scoring(draw: Random) -> Book:
    """Add up points and own marks, group by group."""
    lines: list[Line] = [("自查评分表",), ("考核内容", "评分标准", "分值", "自评得分", "扣分原因")]
    ends = []
    for group in _KINDS:
        lines.append((group,))
        first = len(lines) + 1
        for at in range(draw.randint(2, 4)):
            points = draw.randint(3, 10)
            own = points - draw.choice((0, 0, 1))
            reason = None if own == points else "个别信息更新不及时"
            lines.append((f"指标{at + 1}", "每缺1项扣0.5分", points, own, reason))
        lines.append(("小计", None, *sums("CD", first, len(lines))))
        ends.append(len(lines))
    cells = ("=" + "+".join(f"{letter}{row}" for row in ends) for letter in "CD")
    lines.append(("总分", None, *cells))
    return one_page("自评", lines)


def grades(draw: Random) -> Book:
    """Name a grade for each score, and count the grades below."""
    units = some(draw, UNITS)
    end = len(units) + 1
    lines: list[Line] = [("单位", "得分", "等次")]
    for row, unit in enumerate(units, 2):
        grade = f'=IF(B{row}>=90,"优秀",IF(B{row}>=80,"良好",IF(B{row}>=60,"合格","不合格")))'
        lines.append((unit, draw.randint(55, 100), grade))
    lines.append(("平均分", f"=ROUND(AVERAGE(B2:B{end}),2)"))
    lines.append(("最高分", f"=MAX(B2:B{end})"))
    lines.append(("优秀数", f'=COUNTIF(C2:C{end},"优秀")'))
    lines.append(("优秀率", f"=B{end + 3}/COUNTA(A2:A{end})"))
    return one_page("等次", lines, {f"B{end + 4}": "0.0%"})


def points_by_price(draw: Random) -> Book:
    """Multiply counts with the points that stand in the head."""
    lines: list[Line] = [
        ("单位", "国家级", "省级", "市级", "积分"),
        ("每条分值", 10, 5, 2),
    ]
    for row, unit in enumerate(some(draw, UNITS), 3):
        counts = [draw.randint(0, 9) for _ in range(3)]
        total = "+".join(f"{letter}{row}*{letter}$2" for letter in "BCD")
        lines.append((unit, *counts, f"={total}"))
    end = len(lines)
    lines.append(("合计", *sums("BCDE", 3, end)))
    return one_page("积分", lines)


def survey(draw: Random) -> Book:
    """Divide the answers by the papers handed in."""
    lines: list[Line] = [
        ("满意度调查汇总",),
        ("发放问卷", draw.randint(500, 600), "收回问卷", "=SUM(C5:F5)"),
        (),
        ("问题", "有效数", "满意", "基本满意", "不满意", "未填", "满意率"),
    ]
    counts = [draw.randint(200, 240), draw.randint(100, 150), draw.randint(5, 30)]
    total = sum(counts) + 7
    for row, question in enumerate(("办事效率", "服务态度", "公开程度"), 5):
        blank = draw.randint(0, 7)
        answers = [counts[0] - row, counts[1] + row, counts[2], total - sum(counts)]
        answers[2] += answers[3] - blank
        rate = f"=(C{row}+D{row})/B{row}"
        lines.append((question, f"=SUM(C{row}:E{row})", *answers[:3], blank, rate))
    return one_page("满意度", lines, column("G", 5, 7, "0.00%"))


MAKERS = (
    weighted_scores,
    weights_by_hand,
    ranks,
    ranks_with_total,
    mean_of_judges,
    deductions,
    self_scoring,
    grades,
    points_by_price,
    survey,
)
