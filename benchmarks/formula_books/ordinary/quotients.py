"""Means, rates and indices, which are not added up."""

from __future__ import annotations

from random import Random

from formula_books.model import Book
from formula_books.ordinary.words import PLACES, UNITS, Line, column, one_page, some, sums


def shares_below(draw: Random) -> Book:
    """Repeat the table below in shares of its columns."""
    units = some(draw, UNITS, 5, 5)
    lines: list[Line] = [
        ("单位", "申请", "办结"),
        *((unit, 20 * draw.randint(1, 5), 20 * draw.randint(1, 5)) for unit in units),
        ("合计", "=SUM(B2:B6)", "=SUM(C2:C6)"),
        (),
        ("占比", "申请", "办结"),
    ]
    lines.extend(
        (
            (unit, f"=ROUND(B{row}/B$7,3)", f"=ROUND(C{row}/C$7,3)")
            for row, unit in enumerate(units, 2)
        )
    )
    return one_page(
        "占比", lines, {f"{letter}{row}": "0.0%" for letter in "BC" for row in range(10, 15)}
    )


def area_and_density(draw: Random) -> Book:
    """Keep area and population beside a density, whose total is its own quotient."""
    lines: list[Line] = [("乡镇", "面积", "人口", "密度", "排名")]
    units = some(draw, PLACES)
    last = len(units) + 1
    lines.extend(
        (
            (
                unit,
                draw.randint(10, 90),
                draw.randint(1000, 9000),
                f"=C{row}/B{row}",
                f"=RANK(D{row},D$2:D${last})",
            )
            for row, unit in enumerate(units, 2)
        )
    )
    lines.append(("全县", *sums("BC", 2, last), f"=C{last + 1}/B{last + 1}", None))
    return one_page("密度", lines, column("D", 2, last + 1, "0"))


def base_year(draw: Random) -> Book:
    """Measure all years against the first."""
    lines: list[Line] = [("年份", "产值", "以2018年为100")]
    lines.extend(
        (f"{2016 + row}年", draw.randint(100, 200), f"=ROUND(B{row}/B$2*100,1)")
        for row in range(2, 9)
    )
    return one_page("指数", lines)


def chained(draw: Random) -> Book:
    """Measure each year against the one before."""
    lines: list[Line] = [("年份", "产值", "比上年增长%"), ("2018年", 100, None)]
    lines.extend(
        (f"{2016 + row}年", draw.randint(100, 200), f"=ROUND((B{row}/B{row - 1}-1)*100,1)")
        for row in range(3, 10)
    )
    return one_page("增长", lines)


def compound(draw: Random) -> Book:
    """Let a sum grow at a rate."""
    base = draw.randint(1, 9) * 1000
    lines: list[Line] = [("利率", 0.03), ("年", "本息")]
    lines.extend((row - 2, f"=ROUND({base}*(1+$B$1)^A{row},2)") for row in range(3, 9))
    return one_page("复利", lines)


def means_shown_short(draw: Random) -> Book:
    """Show means with one decimal, which nobody adds up."""
    lines: list[Line] = [("单位", "件数", "天数", "平均用时")]
    lines.extend(
        (
            (unit, draw.randint(3, 9), draw.randint(20, 90), f"=C{row}/B{row}")
            for row, unit in enumerate(some(draw, UNITS), 2)
        )
    )
    last = len(lines)
    lines.append(("合计", *sums("BC", 2, last), f"=C{last + 1}/B{last + 1}"))
    return one_page("用时", lines, column("D", 2, last + 1, "0.0"))


def ratios_in_rows(draw: Random) -> Book:
    """Put a line of rates under two lines of counts, by quarter."""
    lines: list[Line] = [
        ("指标", "一季度", "二季度", "三季度", "四季度", "全年"),
        ("受理", *(draw.randint(50, 99) for _ in range(4)), "=SUM(B2:E2)"),
        ("办结", *(draw.randint(10, 50) for _ in range(4)), "=SUM(B3:E3)"),
        ("办结率", *(f"={letter}3/{letter}2" for letter in "BCDEF")),
    ]
    return one_page("办结率", lines, {f"{letter}4": "0.0%" for letter in "BCDEF"})


def stocks_at_the_end(draw: Random) -> Book:
    """Take the last quarter's stock for the year's."""
    lines: list[Line] = [
        ("指标", "一季度末", "二季度末", "三季度末", "四季度末", "全年"),
        ("在办", *(draw.randint(5, 9) for _ in range(4)), "=E2"),
        ("受理", *(draw.randint(50, 99) for _ in range(4)), "=SUM(B3:E3)"),
        ("办结", *(draw.randint(50, 99) for _ in range(4)), "=SUM(B4:E4)"),
        ("平均用时", *(draw.randint(5, 9) for _ in range(4)), "=AVERAGE(B5:E5)"),
    ]
    return one_page("指标", lines)


def averages_not_sums(draw: Random) -> Book:
    """Give means of scores below, sums of counts beside."""
    lines: list[Line] = [("单位", "报送数", "采用数", "平均分")]
    lines.extend(
        (unit, draw.randint(1, 50), draw.randint(1, 50), draw.randint(60, 99))
        for unit in some(draw, UNITS)
    )
    last = len(lines)
    lines.append(("合计/平均", *sums("BC", 2, last), f"=AVERAGE(D2:D{last})"))
    return one_page("报送", lines, {f"D{last + 1}": "0.0"})


def percent_points(draw: Random) -> Book:
    """Compare shares of two years in points."""
    lines: list[Line] = [("类别", "2023年", "占比", "2024年", "占比", "增减百分点")]
    figures = [(draw.randint(1, 9) * 10, draw.randint(1, 9) * 10) for _ in range(5)]
    lines.extend(
        (
            (
                f"类{row}",
                before,
                f"=ROUND(B{row}/B$7*100,1)",
                now,
                f"=ROUND(D{row}/D$7*100,1)",
                f"=E{row}-C{row}",
            )
            for row, (before, now) in enumerate(figures, 2)
        )
    )
    lines.append(("合计", "=SUM(B2:B6)", 100, "=SUM(D2:D6)", 100, 0))
    return one_page("结构", lines)


def hundred_typed(draw: Random) -> Book:
    """Type 100 under shares that formulas give."""
    figures = draw.sample((10, 20, 30, 40), 4)
    lines: list[Line] = (
        [("类", "数", "占比%")]
        + [(f"类{row}", figure, f"=B{row}/B$6*100") for row, figure in enumerate(figures, 2)]
        + [("合计", "=SUM(B2:B5)", 100)]
    )
    return one_page("占比", lines)


def ratio_of_text(draw: Random) -> Book:
    """Print ratios as texts 1:3."""
    lines: list[Line] = [("单位", "男", "女", "男女比")]
    lines.extend(
        (
            (unit, draw.randint(1, 9), draw.randint(1, 9), f'=B{row}&":"&C{row}')
            for row, unit in enumerate(some(draw, UNITS), 2)
        )
    )
    last = len(lines)
    lines.append(("合计", *sums("BC", 2, last), f'=B{last + 1}&":"&C{last + 1}'))
    return one_page("比", lines)


def scale_of_points(draw: Random) -> Book:
    """Give points by steps."""
    lines: list[Line] = [("单位", "得票率", "得分")]
    lines.extend(
        (
            (
                unit,
                draw.randint(30, 100) / 100,
                f"=IF(B{row}>=0.9,10,IF(B{row}>=0.8,8,IF(B{row}>=0.6,6,0)))",
            )
            for row, unit in enumerate(some(draw, UNITS), 2)
        )
    )
    return one_page("得分", lines, column("B", 2, len(lines), "0%"))


def best_of(draw: Random) -> Book:
    """Take the best of three tries."""
    lines: list[Line] = [("选手", "第一次", "第二次", "第三次", "成绩", "名次")]
    lines.extend(
        (
            f"选手{row}",
            *(draw.randint(500, 900) / 100 for _ in range(3)),
            f"=MAX(B{row}:D{row})",
            f"=RANK(E{row},E$2:E$8)",
        )
        for row in range(2, 9)
    )
    return one_page("跳远", lines)


def sum_of_best_two(draw: Random) -> Book:
    """Leave the worst of three tries out."""
    lines: list[Line] = [("选手", "一", "二", "三", "两轮和")]
    lines.extend(
        (
            f"选手{row}",
            *(draw.randint(50, 90) for _ in range(3)),
            f"=SUM(B{row}:D{row})-MIN(B{row}:D{row})",
        )
        for row in range(2, 9)
    )
    return one_page("两轮", lines)


def tallest_of_all(draw: Random) -> Book:
    """Name the three highest figures."""
    units = some(draw, UNITS, 8, 10)
    last = len(units) + 1
    lines: list[Line] = [
        ("单位", "件数"),
        *list(zip(units, draw.sample(range(10, 99), len(units)), strict=True)),
    ]
    lines += [
        (),
        ("第一", f"=LARGE(B2:B{last},1)"),
        ("第二", f"=LARGE(B2:B{last},2)"),
        ("第三", f"=LARGE(B2:B{last},3)"),
    ]
    return one_page("前三", lines)


def absent(draw: Random) -> Book:
    """Write 缺考 for those who were absent, and leave their mean empty."""
    lines: list[Line] = [("姓名", "笔试", "面试", "总分")]
    for row in range(2, 9):
        written, spoken = (
            draw.randint(60, 99),
            draw.choice((draw.randint(60, 99), draw.randint(60, 99), "缺考")),
        )
        lines.append(
            (f"考生{row}", written, spoken, f'=IF(C{row}="缺考","—",B{row}*0.6+C{row}*0.4)')
        )
    lines.append(("平均", "=ROUND(AVERAGE(B2:B8),1)", "=ROUND(AVERAGE(C2:C8),1)"))
    return one_page("成绩", lines)


def grades_beside(draw: Random) -> Book:
    """Keep a grade number beside marks that are added up."""
    lines: list[Line] = [("年级", "语文", "数学", "英语", "总分", "平均")]
    lines.extend(
        (
            row - 1,
            *(draw.randint(60, 99) for _ in range(3)),
            f"=SUM(B{row}:D{row})",
            f"=ROUND(E{row}/3,1)",
        )
        for row in range(2, 9)
    )
    lines.append(("平均", *(f"=ROUND(AVERAGE({letter}2:{letter}8),1)" for letter in "BCDEF")))
    return one_page("成绩", lines)


def people_before_amounts(draw: Random) -> Book:
    """Keep heads counted beside sums of money."""
    lines: list[Line] = [("单位", "人数", "工资", "津贴", "奖金", "应发合计", "人均")]
    lines.extend(
        (
            (
                unit,
                draw.randint(5, 20),
                *(draw.randint(100, 900) * 10 for _ in range(3)),
                f"=SUM(C{row}:E{row})",
                f"=ROUND(F{row}/B{row},2)",
            )
            for row, unit in enumerate(some(draw, UNITS), 2)
        )
    )
    last = len(lines)
    lines.append(("合计", *sums("BCDEF", 2, last), f"=ROUND(F{last + 1}/B{last + 1},2)"))
    return one_page("工资", lines)


def payroll(draw: Random) -> Book:
    """Pay what is due less what is kept."""
    lines: list[Line] = [
        ("姓名", "基本工资", "绩效", "应发", "养老", "医疗", "公积金", "扣款合计", "实发")
    ]
    lines.extend(
        (
            f"员工{row}",
            draw.randint(30, 60) * 100,
            draw.randint(10, 30) * 100,
            f"=B{row}+C{row}",
            f"=ROUND(B{row}*0.08,2)",
            f"=ROUND(B{row}*0.02,2)",
            f"=ROUND(B{row}*0.12,0)",
            f"=SUM(E{row}:G{row})",
            f"=D{row}-H{row}",
        )
        for row in range(2, 10)
    )
    lines.append(("合计", *sums("BCDEFGHI", 2, 9)))
    return one_page("工资表", lines)


MAKERS = (
    shares_below,
    area_and_density,
    base_year,
    chained,
    compound,
    means_shown_short,
    ratios_in_rows,
    stocks_at_the_end,
    averages_not_sums,
    percent_points,
    hundred_typed,
    ratio_of_text,
    scale_of_points,
    best_of,
    sum_of_best_two,
    tallest_of_all,
    absent,
    grades_beside,
    people_before_amounts,
    payroll,
)
