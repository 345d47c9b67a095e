"""Several wholes that are checked together, with all their parts in one folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.run import check_paths

FORM = """
id = "own"
title = "Own"
source = "Own"
[[table]]
key = "t"
title = "T"
head = [{ key = "x", label = "Cases" }, { key = "y", label = "Persons" }]
line = [{ key = "new", label = "New" }]
"""
TOWNS = {"城关镇": 3, "晓天镇": 4, "衡山镇": 5, "下符桥镇": 6}
COUNTIES = {"舒城县": 7, "霍山县": 11}


def told(folder: Path, counties: Mapping[str, int], *, whose: bool) -> tuple[list[str], list[str]]:
    """Check counties; their towns lie in folders of theirs, or all in one."""
    (folder / "own.toml").write_text(FORM, encoding="utf-8")
    owners = dict(zip(TOWNS, (one for one in COUNTIES for _ in range(2)), strict=True))
    for name, figure in {**counties, **TOWNS}.items():
        place = folder / "towns" / (owners[name] if whose else "") if name in TOWNS else folder
        place.mkdir(parents=True, exist_ok=True)
        text = f"Item,Cases,Persons\nNew,{figure},{figure}\n"
        (place / f"{name}.csv").write_text(text, encoding="utf-8")
    settings = Settings(
        form=str(folder / "own.toml"), parts=(str(folder / "towns"),), select=("X201",)
    )
    report = check_paths([folder / f"{name}.csv" for name in counties], settings)
    open_ones = [str(one.reason) for one in report.not_checked if one.reason == "several-wholes"]
    return [f"{Path(one.path).stem} {one.cell}" for one in report.findings], open_ones


@pytest.mark.parametrize(
    ("counties", "whose", "expected"),
    [
        pytest.param(COUNTIES, False, ([], ["several-wholes"] * 2), id="nobody knows whose"),
        pytest.param(COUNTIES, True, ([], []), id="in folders of their own"),
        pytest.param(
            {"舒城县": 8, "霍山县": 11}, True, (["舒城县 B2", "舒城县 C2"], []), id="a wrong sum"
        ),
        pytest.param({"六安市": 18}, False, ([], []), id="one whole"),
    ],
)
def test_each_whole_has_its_own_parts(
    counties: Mapping[str, int],
    expected: tuple[list[str], list[str]],
    tmp_path: Path,
    *,
    whose: bool,
) -> None:
    assert told(tmp_path, counties, whose=whose) == expected
