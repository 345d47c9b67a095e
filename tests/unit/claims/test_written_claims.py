"""Prose that is written from figures with a known truth reads back exactly."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import assume, given
from hypothesis import strategies as st

from prose_texts import claims_of

NAMES = "政策文件 工作动态 通知公告 财政信息 人事任免 规划计划 行政执法 办事指南".split()
WHOLES = "主动公开政府信息 共发布信息 全年公开各类信息 新增主动公开信息共计".split()
CUES = ["，其中：", "，其中", "。其中，", "，包括", "（其中：", "，具体为"]
LINKS = ["、", "，", "；"]
BEHIND = ["", "全年召开会议3次。", "收到依申请公开2件，均已办结。", "同比增长12%。"]

figures = st.lists(st.integers(1, 5000), min_size=2, max_size=len(NAMES))
small_words = st.sampled_from(WHOLES)


@st.composite
def breakdowns(draw: st.DrawFn) -> tuple[str, list[int]]:
    """Write a breakdown in one of the usual ways; give its parts as well."""
    parts = draw(figures)
    cue, link = draw(st.sampled_from(CUES)), draw(st.sampled_from(LINKS))
    unit = draw(st.sampled_from(["条", "件", "篇", " 条", "條"]))
    listed = link.join(f"{name}{part}{unit}" for name, part in zip(NAMES, parts, strict=False))
    closing = "）。" if cue.startswith("（") else "。"
    text = f"{draw(small_words)}{{}}{unit}{cue}{listed}{closing}{draw(st.sampled_from(BEHIND))}"
    return text, parts


def line(total: int, parts: Sequence[int]) -> str:
    """Write a claim as it is told."""
    return " ".join(["parts", str(total), "<-", *map(str, parts)])


@given(breakdowns())
def test_a_breakdown_that_holds_is_read_whole(written: tuple[str, list[int]]) -> None:
    text, parts = written

    found = claims_of(text.format(sum(parts)))

    assert found[0] == line(sum(parts), parts)


@given(breakdowns(), st.integers(1, 40))
def test_a_breakdown_that_misses_by_little_is_told(
    written: tuple[str, list[int]], missed: int
) -> None:
    text, parts = written
    total = sum(parts) + missed
    assume(missed * 10 <= total and total not in _beginnings(parts))

    found = claims_of(text.format(total))

    assert found[0] == line(total, parts)


def _beginnings(parts: Sequence[int]) -> set[int]:
    return {sum(parts[:size]) for size in range(len(parts))}


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 2))
def test_shares_are_read_with_their_wholes(one: int, other: int, decimals: int) -> None:
    total = one + other
    shares = [f"{100 * part / total:.{decimals}f}" for part in (one, other)]
    text = f"公开信息{total}条，其中文件{one}条，占{shares[0]}%；动态{other}条，占{shares[1]}%。"

    found = claims_of(text)

    said = [str(float(share)) if decimals else share for share in shares]
    shown = [claim.split()[1] for claim in found if claim.startswith("share ")]
    assert [float(share) for share in shown] == [float(share) for share in said]
    assert [claim.split()[3:] for claim in found if claim.startswith("share ")] == [
        [str(one), str(total)],
        [str(other), str(total)],
    ]


@given(st.lists(st.integers(0, 300), min_size=6, max_size=6))
def test_figures_that_nothing_relates_make_no_sum(values: list[int]) -> None:
    a, b, c, d, e, f = values
    text = (
        f"收到申请{a}件，上年结转{b}件。全年召开会议{c}次，培训{d}人次。"
        f"办理建议提案{e}项。发布解读{f}篇。"
    )

    found = claims_of(text)

    assert found == []
