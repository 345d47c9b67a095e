"""What a sentence claims stays the same however its signs are written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prose_texts import claims_of

SENTENCES = (
    "主动公开政府信息100条，其中文件60条，占60%；动态40条，占40%。",
    "办结177件（含上年结转的3件），其中，予以公开170件，部分公开7件。",
    "制发公文707件，主动公开673件，主动公开率95.19%。同比增长12%。",
    "财政直达资金11条，重大财政政策17条，共公开28条。",
    "25件案件收费2950元。其中1件，收取420元；24件，收取2530元。",
    "未收到依申请公开信息，未发生行政复议、行政诉讼。",
    "存在三个方面问题：一是认识不足；二是人员少。",
)
WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")
NARROW = str.maketrans("，：；（）", ",:;()")
TRADITIONAL = str.maketrans("条开类发个没与", "條開類發個沒與")


@pytest.mark.parametrize("table", [WIDE, NARROW, TRADITIONAL], ids=["wide", "narrow", "old signs"])
@pytest.mark.parametrize("text", SENTENCES)
def test_other_signs_say_the_same(text: str, table: dict[int, int]) -> None:
    found = claims_of(text.translate(table))

    assert found == claims_of(text)


@settings(max_examples=60)
@given(st.sampled_from(SENTENCES), st.data())
def test_white_space_says_nothing(text: str, data: st.DataObject) -> None:
    """Scatter spaces as converters and broken lines do, but not within a number."""
    places = [
        at
        for at in range(1, len(text))
        if not (text[at - 1].isascii() and text[at].isascii()) and text[at - 1] != "。"
    ]
    chosen = data.draw(st.sets(st.sampled_from(places)))
    spaced = "".join((" " if at in chosen else "") + sign for at, sign in enumerate(text))

    found = claims_of(spaced)

    assert found == claims_of(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_what_stands_before_changes_nothing(text: str) -> None:
    before = "2022年，我局认真贯彻落实《政府信息公开条例》（国令第711号），扎实推进各项工作。"

    found = claims_of(before + text)

    assert found == claims_of(text)


def test_a_table_that_lost_its_lines_is_no_sentence() -> None:
    found = claims_of("其中A1条，" * 200)

    assert found == []
