"""Units that say whether figures are counts."""

from __future__ import annotations

import pytest

from statlint.inference.counted import is_counted
from statlint.table.layouts import layouts_of
from tables import grid_of


@pytest.mark.parametrize(
    ("heads", "counted"),
    [
        ("单位,收案（件）,结案（件）", True),
        ("Province,2003 (number of persons),2005 (number of persons)", True),
        ("单位,收案（件）,结案率（%）", True),
        ("单位,收案（件）,金额（万元）", False),
        ("Port,Calls (number),Tons (thousands)", False),
        ("Age,2003 (1000 persons),2005 (1000 persons)", False),
        ("Region,Men,Women", False),
        ("Region,Men (%),Women (%)", False),
    ],
    ids=[
        "cases",
        "persons",
        "cases and shares",
        "cases and money",
        "calls and tons",
        "thousands of persons",
        "no unit",
        "only shares",
    ],
)
def test_units_of_counts(heads: str, *, counted: bool) -> None:
    (table,) = layouts_of(grid_of(f"{heads}\nAlpha,431,522\nBeta,214,305\nTotal,645,827"))

    assert is_counted(table) is counted
