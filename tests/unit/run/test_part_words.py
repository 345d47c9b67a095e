"""What happened to whole parts, in the words of a clerk."""

from __future__ import annotations

import pytest

from statlint.diagnosis import PartEvent, Slip
from statlint.run.part_words import part_words


@pytest.mark.parametrize(
    ("event", "zh"),
    [
        pytest.param(
            PartEvent(Slip.OTHER_UNIT, ("a",), 100),
            "「甲镇」的数为应有的 100 倍，单位可能有误：与 12 处差额完全一致，可能性 96%",
            id="too large",
        ),
        pytest.param(
            PartEvent(Slip.OTHER_UNIT, ("a",), -10),
            "「甲镇」的数只有应有的 1/10，单位可能有误：与 12 处差额完全一致，可能性 96%",
            id="too small",
        ),
        pytest.param(
            PartEvent(Slip.COPIED, ("a",)),
            "「甲镇」的数与其上期完全相同，这 12 处差额可能由此而来，可能性 96%",
            id="last year's figures",
        ),
        pytest.param(
            PartEvent(Slip.MISSING_PART, ()),
            "本表有 12 处大于下级之和，可能缺一个下级的表，其各数即这些差额，可能性 96%",
            id="a part that is not there",
        ),
        pytest.param(
            PartEvent(Slip.COPIED, ()),
            "差额散见 12 处、大小不一，多半是汇总时某个下级用了另一版的表"
            "（上期的，或后来改过的），可能性 96%",
            id="another version",
        ),
    ],
)
def test_what_happened_to_parts_is_said(event: PartEvent, zh: str) -> None:
    assert part_words(event, ["甲镇"] if event.paths else [], 12, 0.966).zh == zh


def test_no_cause_is_certain() -> None:
    words = part_words(PartEvent(Slip.OMITTED_PARTS, ("a",)), ["a.csv"], 3, 0.9999)

    assert words.en == (
        "The total leaves out “a.csv”: 3 differences are exactly its figures, likelihood 99%"
    )
