"""Documents that a text cites."""

from __future__ import annotations

import pytest

from statlint.values.citations import Citation, citations, cited_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("国办公开办函〔2019〕60号", [("国办公开办函〔2019〕60号", "")], id="right"),
        pytest.param("皖政办〔2019〕 8 号", [("皖政办〔2019〕8号", "")], id="blanks"),
        pytest.param("按照镇办发[2016]79号", [("镇办发〔2016〕79号", "brackets")], id="brackets"),
        pytest.param("皖政办《2019》8号", [("皖政办〔2019〕8号", "brackets")], id="title marks"),
        pytest.param("皖政办〔2019〕第8号", [("皖政办〔2019〕8号", "order")], id="第"),
        pytest.param("皖政办〔2019〕08号", [("皖政办〔2019〕8号", "zero")], id="zero"),
        pytest.param("国办公开办函〔202130", [("国办公开办函〔2021〕30号", "unclosed")], id="lost"),
        pytest.param("皖政办〔2019〕8、9号", [("皖政办〔2019〕8号", "")], id="a list"),
        pytest.param("转发《2019年第3号公告》，核发(2019)5号、规（2019年3号", [], id="verbs"),
        pytest.param("分发(2019)15份，公告（2019）第5号", [], id="none"),
    ],
)
def test_numbers_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.meant, one.flaw) for one in cited_numbers(text)] == found


def test_a_title_with_its_number() -> None:
    text = "《关于印发〈要点〉的通知》（舒政办发〔2019〕12号，以下简称《要点》）、《要点》（试行）"

    assert list(citations(text)) == [
        Citation("关于印发要点的通知", "舒政办发", 2019, 12, 0, text.index("，以下"))
    ]
