"""Make the files of fixtures/companions again: `python benchmarks/make_companions.py`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from companions import applications, bulletins, catalogue, scores, series, shares, weights
from companions.all_kinds import KINDS
from companions.layouts import LAYOUTS
from companions.model import Companion
from submissions.model import Figure, Slot, Submission
from submissions.repack import repacked

FIXTURES = Path(__file__).parents[1] / "fixtures" / "companions"
_PRINTED = ("3.9", "3.5", "0.03", "31.3", "1.5", "2.6", "30", "27.2")
"""The shares of a published report, digit for digit: 2574 of 71860 is 3.58 per cent."""
_BY_NAME = {layout.name: layout for layout in LAYOUTS}
_WORKBOOK = _BY_NAME["workbook with number formats and percentages"]
_GBK = _BY_NAME["csv in gbk, other words"]
_UTF8 = _BY_NAME["csv in utf-8 with bom"]


def with_errors(made: Companion, relations: Collection[str]) -> Companion:
    """Break several relations of one file at once."""
    figures: dict[Slot, Figure] = dict(made.figures)
    for kind in KINDS:
        if made.id in {each.id for each in kind.made(1)}:
            for broken in kind.broken(made):
                if broken.relation in relations:
                    _take_over(figures, made, broken.companion)
    return replace(made, figures=figures)


def _take_over(figures: dict[Slot, Figure], made: Companion, changed: Companion) -> None:
    for slot in {*made.figures, *changed.figures}:
        if made.figures.get(slot) == changed.figures.get(slot):
            continue
        if slot in changed.figures:
            figures[slot] = changed.figures[slot]
        else:
            del figures[slot]


def as_printed() -> Companion:
    """Give the breakdown of 71860 items with the shares that the report printed."""
    made = shares.seen_shares("categories")
    page = made.pages[0]
    printed: dict[Slot, Figure] = {
        page.slot(row, "share"): Decimal(share)
        for row, share in zip(page.rows[:-1], _PRINTED, strict=True)
    }
    without = {
        slot: figure for slot, figure in made.figures.items() if slot != page.slot("total", "share")
    }
    return replace(made, figures={**without, **printed})


def companions() -> dict[str, tuple[Companion, bool]]:
    """Give each file's table by its name, and whether it is a workbook."""
    sheet = scores.random_scores("100 in 6, 15 and 79", 1)
    bulletin = bulletins.random_bulletin("two blocks with scores", 1)
    monthly = series.random_series("months across", 1)
    return {
        "安平县2017年政务公开自查评分表": (sheet, True),
        "安平县2017年政务公开自查评分表（有误）": (
            with_errors(
                sheet, ("P1", "P2", "P5", "P8", "number 安政办发[2017]13号", "date outside")
            ),
            True,
        ),
        "安平县2016年第三季度政务公开通报": (bulletin, True),
        "安平县2016年第三季度政务公开通报（有误）": (
            with_errors(bulletin, ("M2 of a kind", "M7", "M8 twice", "M9")),
            False,
        ),
        "信息分类统计2017": (as_printed(), False),
        "公开事项统计2017": (catalogue.seen_catalogue(), False),
        "公开渠道统计2017": (shares.seen_shares("channels"), True),
        "申请办理结果统计2018": (shares.seen_shares("results"), False),
        "安平县2019年上半年依申请公开统计（有误）": (
            with_errors(applications.random_applications("by unit", 1), ("flow", "rate")),
            True,
        ),
        "安平县2017年政务公开分月统计（有误）": (with_errors(monthly, ("M6 q2", "M6 h2")), True),
        "安平县2018年绩效考核权重（有误）": (
            with_errors(weights.random_weights("weights", 1), ("P11", "P10 total")),
            False,
        ),
    }


def files() -> dict[str, bytes]:
    """Make all files, by name."""
    made = {}
    for at, (name, (companion, workbook)) in enumerate(companions().items()):
        layout = _WORKBOOK if workbook else (_GBK, _UTF8)[at % 2]
        submission: Submission = layout.make(replace(companion, name=name))
        data = repacked(submission.data) if workbook else submission.data
        made[submission.name] = data
    return made


def main() -> None:
    """Write all files."""
    FIXTURES.mkdir(exist_ok=True)
    for name, data in files().items():
        (FIXTURES / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes")


if __name__ == "__main__":
    main()
