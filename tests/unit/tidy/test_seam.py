"""A long list beside earlier ones: how they are joined, and what is odd at the seam."""

from __future__ import annotations

import pytest

from long_lists import crossed, listed, listing_of
from statlint.tidy.find import find_oddities
from statlint.tidy.joined import joined
from statlint.tidy.seam import seam_of

TOWNS = tuple(f"{number}号镇" for number in range(12))
ITEMS = ("出生", "死亡", "迁入")


def figure(town: str, item: str, year: str) -> int:
    """Give figures that move by some per cent."""
    number, place = TOWNS.index(town), ITEMS.index(item)
    return 300 * (place + 1) + 23 * number + (int(year) * 7 + number * 3 + place * 5) % 17


def years(*wanted: str, heads: str = "单位,指标,年份,数值") -> list[str]:
    """Give a list of some years."""
    return crossed(heads, (TOWNS, ITEMS, wanted), figure)


def test_lists_are_joined_by_codes_and_periods() -> None:
    own, earlier = listing_of(years("2021", "2022", "2023")), listing_of(years("2019", "2020"))

    join = joined(own, [earlier])

    assert join is not None
    assert [str(one) for one in join.listing.moments] == ["2019", "2020", "2021", "2022", "2023"]
    assert (len(own), len(join.listing), join.used) == (108, 180, (0,))
    assert (join.origin(3), join.origin(108), join.origin(179)) == ((0, 3), (1, 0), (1, 71))
    assert join.listing.name(join.listing.series[150]) == earlier.name(earlier.series[42])


@pytest.mark.parametrize(
    "other",
    [
        years("2019", "2020", heads="单位,性别,年份,数值"),
        [line.replace("号镇", "号县") for line in years("2019", "2020")],
    ],
    ids=["other columns", "other units"],
)
def test_other_lists_are_not_joined(other: list[str]) -> None:
    own = listing_of(years("2021", "2022"))

    assert joined(own, [listing_of(other)]) is None
    assert seam_of(own, [listing_of(other)]).used == ()


def test_a_clean_continuation_has_nothing_odd() -> None:
    own, earlier = listing_of(years("2022", "2023")), listing_of(years("2020", "2021", "2022"))

    seam = seam_of(own, [earlier])

    assert (seam.revised, seam.compared, seam.lost, seam.due, seam.jumps) == ((), 36, (), 36, ())


def test_a_figure_that_was_changed_is_told_with_the_one_before() -> None:
    own, earlier = years("2022", "2023"), years("2020", "2021", "2022")
    own[1] = "0号镇,出生,2022,999"

    beside = find_oddities(listed(own), [listed(earlier, "old.csv")]).table.beside

    (one,) = beside.revised
    assert (one.at.text, str(one.at.cell), one.at.path) == ("999", "D2", None)
    assert (one.then.text, str(one.then.cell), one.then.path) == ("310", "D4", "old.csv")
    assert (beside.revisions, beside.compared) == (1, 36)


def test_a_rounded_figure_is_no_other_figure() -> None:
    own = [line if at == 0 else f"{line}.4" for at, line in enumerate(years("2021", "2022"))]

    seam = seam_of(listing_of(own), [listing_of(years("2020", "2021"))])

    assert (seam.revised, seam.compared) == ((), 36)


def test_a_figure_that_jumps_over_the_seam_is_told_beside_the_earlier_ones() -> None:
    own, earlier = years("2023", "2024"), years("2019", "2020", "2021", "2022")
    own[1] = f"{own[1]}0"

    (jump,) = find_oddities(listed(own), [listed(earlier, "old.csv")]).table.jumps

    assert (str(jump.at.cell), jump.power) == ("D2", 1)
    assert [(str(one.cell), one.path) for one in jump.beside] == [("D5", "old.csv"), ("D3", None)]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("3号镇", ""), [("3号镇", 3, "", "")]),
        (("3号镇", "新镇"), [("3号镇", 3, "", "新镇")]),
        (("3号镇,死亡", ""), [("3号镇 · 死亡", 1, "", "")]),
        (("3号镇,死亡,2022", ""), [("3号镇 · 死亡", 1, "2022", "")]),
    ],
    ids=["a unit is gone", "a unit has a new name", "a series is gone", "a year of one is gone"],
)
def test_what_is_gone_is_told(
    change: tuple[str, str], told: list[tuple[str, int, str, str]]
) -> None:
    old, new = change
    every = [line.replace(old, new) if new else line for line in years("2022", "2023")]
    own = [line for line in every if new or not line.startswith(old)]

    beside = find_oddities(listed(own), [listed(years("2021", "2022"))]).table.beside

    found = [(one.name, one.count, one.period, one.new) for one in beside.gone]
    assert (found[:1], beside.lost) == (told, told[0][1])


def test_two_earlier_lists_count_together_the_later_one_first() -> None:
    first, second = years("2019", "2020", "2021"), years("2021", "2022")
    second[1] = "0号镇,出生,2021,888"

    found = find_oddities(
        listed(years("2022", "2023")), [listed(first, "a.csv"), listed(second, "b.csv")]
    )

    assert found.beside == ("b.csv", "a.csv")
    assert (found.table.beside.revisions, found.strange) == (0, ())


def test_a_series_that_is_lost_is_told_once() -> None:
    own, earlier = years("2022", "2023"), years("2020", "2021")
    own = [line for line in own if not line.startswith("3号镇,死亡")]

    alone = find_oddities(listed(own)).table
    table = find_oddities(listed(own), [listed(earlier, "old.csv")]).table

    assert [(one.code, one.missing) for one in alone.holes] == [("3号镇", "死亡")]
    assert (table.holes, [one.name for one in table.beside.gone]) == ((), ["3号镇 · 死亡"])


def test_keys_that_never_came_together_before_either_are_told_by_the_list_itself() -> None:
    own, earlier = years("2022", "2023"), years("2020", "2021")
    own, earlier = (
        [line for line in lines if not line.startswith("3号镇,死亡")] for lines in (own, earlier)
    )
    own = [line for line in own if not line.startswith("5号镇,出生,2023")]

    table = find_oddities(listed(own), [listed(earlier, "old.csv")]).table

    assert [(one.code, one.missing) for one in table.holes] == [("3号镇", "死亡")]
    assert table.beside.gone == ()


def test_a_figure_that_is_missing_is_told_once() -> None:
    own, earlier = years("2021", "2022", "2023"), years("2020", "2021", "2022")
    own = [line for line in own if not line.startswith("3号镇,死亡,2022")]

    table = find_oddities(listed(own), [listed(earlier, "old.csv")]).table

    assert (len(table.lapses), table.beside.gone) == (1, ())


def pairs(*wanted: str, heads: str = "单位,指标,年份,户数,人数") -> list[str]:
    """Give a list of two figures a row; the heads say in which order these stand."""
    small_first = heads.endswith("人数")

    def figures_of(town: str, item: str, year: str) -> str:
        small = figure(town, item, year)
        return f"{small},{3 * small}" if small_first else f"{3 * small},{small}"

    return crossed(heads, (TOWNS, ITEMS, wanted), figures_of)


def test_columns_of_figures_are_joined_by_their_heads() -> None:
    own, earlier = pairs("2022", "2023"), pairs("2021", "2022", heads="单位,指标,年份,人数,户数")

    seam = seam_of(listing_of(own), [listing_of(earlier)])

    assert (seam.revised, seam.compared) == ((), 72)


def test_lists_with_other_columns_of_figures_are_not_joined() -> None:
    own, earlier = pairs("2022", "2023"), pairs("2021", "2022", heads="单位,指标,年份,面积,人数")

    assert joined(listing_of(own), [listing_of(earlier)]) is None


def test_codes_keep_their_labels_and_new_ones_are_their_own() -> None:
    def coded(*wanted: str, towns: int) -> list[str]:
        lines = years(*wanted, heads="名称,指标,年份,数值")
        numbered = {town: f"{3401 + at},{town}" for at, town in enumerate(TOWNS)}
        kept = [line for line in lines[1:] if line.split(",")[0] in TOWNS[:towns]]
        return [
            f"代码,{lines[0]}",
            *(
                line.replace(town, numbered[town], 1)
                for line in kept
                for town in TOWNS
                if line.startswith(f"{town},")
            ),
        ]

    own = listing_of(coded("2022", "2023", towns=11))

    join = joined(own, [listing_of(coded("2020", "2021", towns=12))])

    assert join is not None
    names = [join.listing.name(one) for one in (join.listing.series[0], join.listing.series[-1])]
    assert names == ["0号镇 · 出生", "3412 · 迁入"]
