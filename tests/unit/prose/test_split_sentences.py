"""Where the sentences of a paragraph end."""

from __future__ import annotations

import pytest

from prose_texts import prose_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("公开3条。收到5件！", ["公开3条。", "收到5件！"], id="full stops"),
        pytest.param("公开3条；收到5件。", ["公开3条；收到5件。"], id="a semicolon ends none"),
        pytest.param(
            "公开3条（见附件。）共5件。", ["公开3条（见附件。）共5件。"], id="in brackets"
        ),
        pytest.param(
            "要求“公开。”收到5件。", ["要求“公开。”", "收到5件。"], id="a quoted sentence"
        ),
        pytest.param("占3.5%。 收到", ["占3.5%。", "收到"], id="a decimal point"),
        pytest.param(
            "It had 3.5 p.m. 9 came. Two left.",
            ["It had 3.5 p.m. 9 came.", "Two left."],
            id="English",
        ),
        pytest.param("See No. A1. It is", ["See No. A1.", "It is"], id="an abbreviation"),
        pytest.param("（未闭合。下一句。", ["（未闭合。", "下一句。"], id="a bracket never closed"),
        pytest.param("  \u3000公开。", ["公开。"], id="an indent"),
    ],
)
def test_sentences_are_split(text: str, sentences: list[str]) -> None:
    found = [one.text for one in prose_of(text).sentences]

    assert found == sentences


def test_numbers_count_their_signs_from_the_beginning_of_the_paragraph() -> None:
    second = list(prose_of("公开3条。收到 15 件。").sentences)[1]

    assert [second.between(one.start, one.end) for one in second.quantities] == ["15 件"]
    assert second.before(second.quantities[0].start) == "收到 "
