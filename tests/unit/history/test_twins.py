"""Tables of two units that are the same."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from statlint.history.imprint import Imprint, imprints_of
from statlint.history.roll import Return, Roll, roll_of, roll_without_list
from statlint.history.twins import twins_of
from statlint.values.due_units import DueUnit
from tables import facts_of, filled_of, form_of, table_of

LINES = [f"{letter} {letter.upper()}" for letter in "abcdefgh"]
FORM = form_of(table_of(LINES, ["x X", "y Y"]))
REAL = (3511, 96, 1191, 328, 27, 38, 1047, 121)


def imprint(*figures: int) -> Imprint:
    rows = "\n".join(f"{line[-1]},{n},0" for line, n in zip(LINES, figures, strict=True))
    text = f"T,X,Y\n{rows}"
    (one,) = imprints_of(filled_of(FORM, text), [facts_of(FORM, text)])
    return one


def roll(**units: tuple[int, ...]) -> Roll:
    returns = [
        Return(f"{name or 2024}.csv", printed=name, imprints=(imprint(*figures),))
        for name, figures in units.items()
    ]
    return roll_without_list(returns)


def told(found: Roll) -> list[str]:
    return [
        f"{twin.of.path}: {' '.join(other.path for other in twin.others)}"
        for twin in twins_of(found)
    ]


def test_two_units_with_the_same_figures_are_twins() -> None:
    found = roll(教育局=REAL, 民政局=REAL, 司法局=(*REAL[:-1], 122))

    assert told(found) == ["教育局.csv: 民政局.csv", "民政局.csv: 教育局.csv"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("瑶海区", "瑶海区教育局", id="a district and its bureau"),
        pytest.param("瑶海区教育局", "合肥市瑶海区教育局", id="perhaps the same bureau"),
        pytest.param("", "教育局", id="nobody knows whose one is"),
    ],
)
def test_units_that_belong_together_may_have_the_same_figures(one: str, other: str) -> None:
    assert told(roll(**{one: REAL, other: REAL})) == []


def test_two_files_of_one_name_may_be_of_one_unit() -> None:
    same = (imprint(*REAL),)
    returns = [
        Return("suqian-2024.xlsx", printed="宿迁市人民政府", imprints=same),
        Return("suqian-2024-gbk.csv", imprints=same),
    ]

    assert told(roll_without_list(returns)) == []


def test_the_name_of_a_file_is_no_unit() -> None:
    same = (imprint(*REAL),)
    returns = [Return(path, imprints=same) for path in ("clean.csv", "copy.csv")]

    assert told(roll_without_list(returns)) == []


def test_two_files_of_one_unit_are_no_twins() -> None:
    twice = [
        Return(path, imprints=(imprint(*REAL),)) for path in ("教育局.csv", "教育局（二）.csv")
    ]
    listed = roll_of(twice, [DueUnit("教育局", ("教育局（二）",))])

    assert told(listed) == []


def test_the_more_units_the_more_it_takes() -> None:
    few = (0, 2, 15, 0, 7, 11, 0, 24)
    others = {f"{n}局": tuple(range(n, n + 8)) for n in range(100, 130)}

    assert told(roll(甲局=few, 乙局=few)) == ["甲局.csv: 乙局.csv", "乙局.csv: 甲局.csv"]
    assert told(roll(甲局=few, 乙局=few, **others)) == []


def test_points_that_all_were_given_make_no_twins() -> None:
    points = (100, 120, 150, 180, 110, 130, 170, 190)
    form = form_of(table_of(LINES, ["x X", "y Y"]))
    returns = []
    for number, wrong in enumerate((0, 0, 1, 2, 3, 4)):
        given = [n - wrong * (at == wrong) for at, n in enumerate(points)]
        rows = "\n".join(
            f"{line[-1]},{n},{own}" for line, n, own in zip(LINES, points, given, strict=True)
        )
        text = f"T,X,Y\n{rows}"
        taken = imprints_of(filled_of(form, text), [facts_of(form, text)])
        returns.append(Return(f"{number}.csv", printed=f"{number}局", imprints=taken))

    assert told(roll_without_list(returns)) == []


LETTERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
OWN = (121, 55, 13, 320, 27, 46, 1047, 98)


def second(*figures: int, fixed: bool) -> Imprint:
    return replace(imprint(*figures), table="second", fixed=fixed)


def returns_of(*tables: tuple[Imprint, ...]) -> Roll:
    names = ("教育局", "民政局", "司法局")
    pairs = zip(names, tables, strict=False)
    return roll_without_list([Return(f"{n}.csv", imprints=several) for n, several in pairs])


def test_what_stands_below_all_reports_makes_no_twins() -> None:
    below = second(*REAL, fixed=False)

    assert told(returns_of((imprint(*OWN), below), (imprint(*REAL), below))) == []


def test_one_table_of_a_form_makes_twins() -> None:
    copied = second(*REAL, fixed=True)

    found = returns_of((imprint(*OWN), copied), (imprint(*REAL), copied))

    assert told(found) == ["教育局.csv: 民政局.csv", "民政局.csv: 教育局.csv"]
    assert [[one.table for one in twin.imprints] for twin in twins_of(found)] == [["second"]] * 2


def test_all_tables_of_a_file_count_together() -> None:
    small = (imprint(0, 2, 9, 0, 7, 0, 0, 0), second(0, 3, 21, 0, 5, 0, 0, 0, fixed=False))
    other = (imprint(0, 2, 9, 0, 7, 0, 0, 0), second(0, 3, 21, 0, 5, 0, 0, 1, fixed=False))

    assert told(returns_of(small, small)) == ["教育局.csv: 民政局.csv", "民政局.csv: 教育局.csv"]
    assert [(twin.figures, twin.filled) for twin in twins_of(returns_of(small, small))] == [
        (32, 6),
        (32, 6),
    ]
    assert told(returns_of(small, other)) == []


def test_the_same_throughout_is_told_once() -> None:
    both = (imprint(*REAL), second(*OWN, fixed=True))

    found = returns_of(both, both, (imprint(*REAL), second(*REAL, fixed=True)))

    assert told(found) == [
        "教育局.csv: 民政局.csv",
        "民政局.csv: 教育局.csv",
        "教育局.csv: 司法局.csv",
        "民政局.csv: 司法局.csv",
        "司法局.csv: 教育局.csv 民政局.csv",
    ]


def test_chance_makes_no_twins() -> None:
    luck = random.Random(7)  # noqa: S311
    units = {f"{n}局": tuple(int(10 ** luck.uniform(0, 2)) for _ in range(8)) for n in range(300)}

    assert told(roll(**units)) == []


def of_many(*names: str) -> Roll:
    same = (imprint(*REAL),)
    returns = [Return(f"{at}.csv", printed=name, imprints=same) for at, name in enumerate(names)]
    return roll_without_list(returns)


def test_of_many_twins_the_first_stands_for_all() -> None:
    bureaus = [f"{letter}局" for letter in LETTERS]

    (found,) = twins_of(of_many("", *bureaus))

    assert (found.of.path, found.together) == ("1.csv", True)
    assert [one.name for one in found.others] == bureaus[1:]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["教育局"] * len(LETTERS), id="one unit"),
        pytest.param([""] * len(LETTERS), id="nobody's"),
        pytest.param([f"瑶海区{'中' * at}" for at in range(1, len(LETTERS))], id="each in another"),
    ],
)
def test_many_files_that_may_be_of_one_unit_are_no_twins(names: list[str]) -> None:
    assert list(twins_of(of_many(*names))) == []


def test_of_many_files_a_table_that_is_the_same_is_told_where_the_others_differ() -> None:
    first = second(*OWN, fixed=True)
    copies = [(imprint(*REAL), first)] * len(LETTERS)
    one_table = replace(imprint(*reversed(REAL)), fixed=True), first
    returns = [
        Return(f"{at:02}.csv", printed=f"{letter}局", imprints=tables)
        for at, (letter, tables) in enumerate(zip(LETTERS, copies, strict=True))
    ]
    alone = Return("alone.csv", printed="某局", imprints=one_table)

    told_of = [
        (twin.of.path, len(twin.imprints), len(twin.others), twin.together)
        for twin in twins_of(roll_without_list([*returns, alone]))
    ]

    assert told_of == [
        ("00.csv", 2, len(LETTERS) - 1, True),
        ("00.csv", 1, len(LETTERS), True),
    ]
