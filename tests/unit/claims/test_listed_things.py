"""Things counted and then listed."""

from __future__ import annotations

import pytest

from prose_texts import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "存在三个方面问题：一是认识不足；二是人员少。",
            ["counted 3 <- (2 listed)"],
            id="aspects in order",
        ),
        pytest.param(
            "存在三个方面问题：一是认识不足；二是人员少。\n三是培训少。",
            [],
            id="aspects that go on in the next passage",
        ),
        pytest.param(
            "召开了2次会议。一是传达精神；二是研究工作；三是部署任务。",
            [],
            id="what a meeting did",
        ),
        pytest.param(
            "出台3项制度：《A办法》《B办法》《C办法》。",
            ["counted 3 <- (3 listed)"],
            id="titles behind",
        ),
        pytest.param(
            "印发《甲办法》、《乙制度》3个文件。",
            ["counted 3 <- (2 listed)"],
            id="titles before",
        ),
        pytest.param(
            "制定《甲办法》、《乙制度》等5个文件。",
            [],
            id="titles with 等",
        ),
        pytest.param(
            "发放10份《条例》《办法》。",
            [],
            id="copies of titles",
        ),
        pytest.param(
            "公开信息四大类：机构职能、政策文件、规划计划。",
            ["counted 4 <- (3 listed)"],
            id="short names",
        ),
        pytest.param(
            "设置3个栏目：机构职能、政策文件和公告。",
            ["counted 3 <- (3 listed)"],
            id="a last name with 和",
        ),
        pytest.param(
            "完成3项任务：一是培训9项；二是检查6项。",
            [],
            id="figures in the items",
        ),
    ],
)
def test_things_are_read(text: str, claims: list[str]) -> None:
    found = claims_of(text)

    assert found == claims
