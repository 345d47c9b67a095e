"""Details of faults that more than one engine finds, in words that a clerk understands."""

from __future__ import annotations

from statlint.values import Text
from statlint.workbook.engines import limits

_LONGEST = 200

NO_WORKSHEET = Text("没有一张由单元格组成的工作表", "the workbook names no worksheet")
TOO_DEEP = Text("内部结构嵌套过深", "nested too deeply")
ONLY_SPACE = Text("只有空白", "white space only")
DOCTYPE = Text(
    "含有 DOCTYPE 声明，办公软件不写这种声明", "it holds a DOCTYPE, as no office program writes"
)
CONTENTS_MISSING = Text("找不到文件的内容目录", "no list of contents was found")
TOO_MANY_CELLS = Text(
    f"一张工作表超过 {limits.CELLS // 10_000} 万个单元格",
    f"more than {limits.CELLS:,} cells in one sheet",
)


def outside(row: int, column: int) -> Text:
    """Say where a cell stands that no sheet has."""
    return Text(
        f"有单元格在第 {row} 行第 {column} 列，超出工作表的范围",
        f"a cell in row {row} and column {column}, where no sheet has any",
    )


def reported(words: str) -> Text:
    """Introduce what an engine itself says, as it says it: the first line of it."""
    said = (words.splitlines() or [""])[0][:_LONGEST]
    return Text(f"读取程序报告：{said}", f"the reader says: {said}")


def inside(part: str, words: Text) -> Text:
    """Say something of one part of a workbook's package."""
    return Text(f"内部文件 {part}：{words.zh}", f"part {part}: {words.en}")
