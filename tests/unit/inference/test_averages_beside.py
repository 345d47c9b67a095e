"""One head may add up on some lines what it averages on others."""

from __future__ import annotations

from statlint.inference import understand
from statlint.inference.model import Operator
from statlint.table.layouts import layouts_of
from tables import grid_of

WEATHER = """
指标,1月,2月,3月,4月,5月,6月,全年
平均气温（℃）,18.8,27.3,27.9,18.1,-3.4,22.8,18.6
降水量（毫米）,275.4,44.9,183.2,124.2,48.4,186.7,862.8
日照时数（小时）,216.2,239.3,112.8,163.4,143.5,192.0,1067.2
相对湿度（%）,72.3,65.5,86.1,68.4,71.9,53.0,69.5
平均风速（米/秒）,2.1,3.2,1.5,3.1,3.0,1.3,2.4
"""


def told(text: str) -> list[tuple[Operator, tuple[int, ...], tuple[int, ...]]]:
    """Tell how the last head follows, and on which lines."""
    relations = understand(layouts_of(grid_of(text)))[0].relations
    return [(one.operator, one.positions, one.missed) for one in relations if one.aggregate == 6]


def test_sums_on_some_lines_and_means_on_others() -> None:
    assert told(WEATHER) == [
        (Operator.SUM, (1, 2), ()),
        (Operator.AVERAGE, (0, 3, 4), ()),
    ]


def test_other_figures_beside_a_sum_are_no_means() -> None:
    changed = WEATHER.replace("18.6", "11.1").replace("69.5", "31.4")

    assert [one[0] for one in told(changed)] == [Operator.SUM]
