"""Long lists of many kinds, all of them clean: what is odd in them is usual in such lists."""

# ruff: noqa: PLR2004 - the figures of a made list are its point

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from random import Random

Row = list[str]


@dataclass(frozen=True, slots=True)
class Made:
    """A list: its heads, its rows, and which columns are for what."""

    heads: Row
    rows: list[Row]
    value: int
    period: int
    key: int = 0
    label: int | None = None
    unit: int | None = None
    adds: bool = False
    """Whether most figures take part in a sum."""
    whole: bool = True

    @property
    def text(self) -> str:
        """The list as CSV."""
        return "".join(f"{','.join(row)}\n" for row in (self.heads, *self.rows))


def _walk(random: Random, start: float, periods: int) -> Iterator[float]:
    """Let a figure grow or fall a little from period to period."""
    for _ in range(periods):
        yield start
        start *= random.uniform(0.93, 1.1)


def _size(random: Random, largest: float = 9e4) -> float:
    return float(random.uniform(20, largest))


def counties(random: Random, units: int = 4, years: int = 6, kinds: int = 4) -> Made:
    """Make a province, its cities and their counties by nested codes; men, women and both."""
    cities = [f"51{city:02d}" for city in range(1, units + 1)]
    leaves = [f"{city}{county:02d}" for city in cities for county in range(1, 6)]
    codes = ["510000", *(f"{city}00" for city in cities), *leaves]
    rows: list[Row] = []
    for kind, year in product(range(kinds), range(years)):
        seeded = Random(f"{kind}-{random.getstate()[1][0]}")  # noqa: S311 - no secrets
        both: dict[str, list[int]] = {code: [0, 0] for code in codes}
        for leaf in leaves:
            for sex in (0, 1):
                figure = round(list(_walk(seeded, _size(seeded), years))[year])
                for code in (leaf, f"{leaf[:4]}00", "510000"):
                    both[code][sex] += figure
        for code in codes:
            men, women = both[code]
            for name, count in (("男", men), ("女", women), ("合计", men + women)):
                keys = [code, f"第{code}区", f"指标{kind}", name]
                rows.append([*keys, str(2018 + year), str(count)])
    heads = ["区划代码", "地区", "指标", "性别", "年份", "数值"]
    return Made(heads, rows, 5, 4, label=1, adds=True)


def sdmx(random: Random) -> Made:
    """Quarters of areas, each figure rounded by itself, with units of measure and flags."""
    rows: list[Row] = []
    for item, unit in (("EMP", "THOUS"), ("UNE", "THOUS"), ("RATE", "PC"), ("WAGE", "EUR")):
        start = {area: {sex: _size(random, 900) for sex in "MF"} for area in "ABCDEGHI"}
        for quarter in range(12):
            rows += _quarter(random, start, item, unit, quarter)
    heads = "FREQ REF_AREA INDICATOR SEX UNIT_MEASURE TIME_PERIOD OBS_VALUE OBS_STATUS".split()
    return Made(heads, rows, 6, 5, key=1, unit=4, adds=True, whole=False)


def _quarter(
    random: Random, start: dict[str, dict[str, float]], item: str, unit: str, quarter: int
) -> Iterator[Row]:
    period = f"{2020 + quarter // 4}-Q{quarter % 4 + 1}"
    adds = unit == "THOUS"
    total = dict.fromkeys("MF", 0.0)
    for area, sexes in start.items():
        for sex, figure in sexes.items():
            sexes[sex] = figure * random.uniform(0.95, 1.06)
            total[sex] += sexes[sex]
        yield from _both(item, unit, period, area, sexes, adds=adds)
    if not adds:
        total = {sex: total[sex] / len(start) for sex in "MF"}
    yield from _both(item, unit, period, "_T", total, adds=adds)


def _both(
    item: str, unit: str, period: str, area: str, sexes: dict[str, float], *, adds: bool
) -> Iterator[Row]:
    both = sexes["M"] + sexes["F"]
    for sex, figure in (*sexes.items(), ("_T", both if adds else both / 2)):
        yield ["Q", area, item, sex, unit, period, f"{figure:.1f}", "p" if "2022" in period else ""]


def months(random: Random) -> Made:
    """Months as 202103; amounts that add up to the province beside rates that do not."""
    rows = []
    for item, unit in (("工业增加值", "万元"), ("固定资产投资", "万元"), ("增速", "%")):
        start = {area: _size(random) for area in ("庐阳区", "蜀山区", "包河区", "瑶海区", "肥西县")}
        for month in range(30):
            date = f"{2021 + month // 12}{month % 12 + 1:02d}"
            figures = []
            for area, size in start.items():
                start[area] = size * random.uniform(0.9, 1.12)
                figure = start[area] if unit == "万元" else random.uniform(-4, 12)
                figures.append(round(figure, 2))
                rows.append([area, item, date, f"{figures[-1]:.2f}", unit])
            total = sum(figures) if unit == "万元" else sum(figures) / len(figures)
            rows.append(["全市", item, date, f"{total:.2f}", unit])
    heads = ["地区", "指标名称", "年月", "数值", "计量单位"]
    return Made(heads, rows, 3, 2, unit=4, adds=True, whole=False)


def year_and_month(random: Random) -> Made:
    """Year and month in two columns; products that make no sum."""
    start = {
        (area, item): _size(random) for area in "甲乙丙丁" for item in ("钢材", "水泥", "玻璃")
    }
    rows = []
    for month in range(36):
        for (area, item), size in start.items():
            figure = size * random.uniform(0.6, 1.4)
            rows.append([str(2020 + month // 12), str(month % 12 + 1), area, item, f"{figure:.0f}"])
    return Made(["年份", "月份", "地区", "产品", "产量"], rows, 4, 0, key=2)


def trade(random: Random) -> Made:
    """Make a few of all partners and products, in some years: gaps are usual; two figures a row."""
    rows = []
    for reporter, partner, item in product(range(12), range(20), range(15)):
        if random.random() < 0.15:
            for year in range(2015, 2024):
                if random.random() < 0.6:
                    weight = random.randrange(1, 10**6)
                    money = round(weight * random.uniform(0.5, 9))
                    code = f"{1 + item:02d}{10 + item % 7}"
                    pair = [f"R{reporter:02d}", f"P{partner:02d}", code, str(year)]
                    rows.append([*pair, str(money), str(weight)])
    return Made(
        ["reporter", "partner", "commodity code", "year", "trade value", "net weight"], rows, 4, 3
    )


def irregular(random: Random) -> Made:
    """Make figures of each or every fifth year; units that begin, end or change their name."""
    rows = []
    for unit in range(24):
        first, last = (2012, 2024)
        if unit % 8 == 3:
            first = random.randrange(2014, 2019)
        if unit % 8 == 5:
            last = random.randrange(2017, 2022)
        for item in range(5):
            size = _size(random)
            for year in range(first, last):
                if item == 3 and year % 5:
                    continue
                if item == 4 and (unit + year) % 3:
                    continue
                name = f"乡镇{unit}" if unit != 7 or year < 2018 else "街道7"
                figure = size * random.uniform(0.8, 1.2)
                rows.append([f"A{unit:02d}", name, f"指标{item}", str(year), f"{figure:.0f}"])
    return Made(["代码", "名称", "指标", "年度", "数据"], rows, 4, 3, label=1)


def ages(random: Random) -> Made:
    """Single years of age, by sex and in all: the age is a number that is no figure."""
    rows = []
    for year in range(2015, 2024):
        for age in range(60):
            men, women = (round(1000 * random.uniform(0.8, 1.2) - 9 * age) for _ in range(2))
            for sex, figure in (("male", men), ("female", women), ("total", men + women)):
                rows.append([str(year), sex, str(age), str(figure)])
    return Made(["year", "sex", "age", "population"], rows, 3, 0, key=1, adds=True)


def overlapping(random: Random) -> Made:
    """Classes that overlap beside a total: nothing adds up."""
    classes = ["TOTAL", "Y_LT15", "Y15-64", "Y_GE65", "Y15-24", "Y25-54", "Y_GE85"]
    rows = []
    for area, year in product([f"X{at:02d}" for at in range(15)], range(2014, 2024)):
        first = [random.randrange(1000, 90000) for _ in classes[1:]]
        figures = [sum(first[:3]), *first[:3], first[1] // 4, first[1] // 2, first[2] // 9]
        for age, figure in zip(classes, figures, strict=True):
            rows.append([area, age, str(year), str(figure)])
    return Made(["geo", "age", "TIME_PERIOD", "OBS_VALUE"], rows, 3, 2)


def blanks(random: Random) -> Made:
    """Every tenth figure is a mark or nothing."""
    made = counties(random, units=3, years=5, kinds=3)
    rows = [list(row) for row in made.rows]
    for row in rows:
        if random.random() < 0.1:
            row[5] = random.choice(["", "—", "..."])
    return Made(made.heads, rows, 5, 4, label=1)


def loose(random: Random) -> Made:
    """Figures without any relation, half of them blank codes of sources."""
    rows = [
        [
            f"指标{item}",
            f"县{unit}",
            f"{year}年",
            str(random.randrange(5000)),
            "年报" if item % 2 else "",
        ]
        for item, unit, year in product(range(8), range(12), range(2016, 2024))
    ]
    return Made(["指标", "地区", "时间", "数值", "来源"], rows, 3, 2)


def days(random: Random) -> Made:
    """Days but those of weekends, of a few stations."""
    rows = [
        [f"2023-{month:02d}-{day:02d}", station, f"{random.uniform(5, 80):.1f}"]
        for month, day in product(range(1, 7), range(1, 29))
        if (month * 2 + day) % 7 not in {0, 6}
        for station in ("东站", "西站", "南站")
    ]
    return Made(["日期", "站点", "浓度"], rows, 2, 0, key=1, whole=False)


KINDS: dict[str, Callable[[Random], Made]] = {
    made.__name__: made
    for made in (
        counties,
        sdmx,
        months,
        year_and_month,
        trade,
        irregular,
        ages,
        overlapping,
        blanks,
        loose,
        days,
    )
}
