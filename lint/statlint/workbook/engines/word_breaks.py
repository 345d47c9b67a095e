"""Paragraphs that were pasted as one, with a break of the line where each of them ends."""

from __future__ import annotations

_ENDS = ("。", "！", "？", "；", "：", "!", "?", ";")
_CLOSING = "”』」）)"
_NUMERALS = "一二三四五六七八九十百零〇0123456789０１２３４５６７８９"
_LONGEST_HEADING = 45
_LONGEST_NUMBER = 5


def parted(text: str) -> list[str]:
    """Part a text at those breaks where a sentence ends, or a numbered heading begins or ends.

    A page of the web that is pasted into a document comes so. A title that was broken to look
    well, and a line of an address, stay together.
    """
    parts: list[str] = []
    for line in text.split("\n"):
        if parts and not _is_apart(parts[-1], line):
            parts[-1] += f"\n{line}"
        else:
            parts.append(line)
    return parts


def _is_apart(before: str, line: str) -> bool:
    """Tell whether a line is a paragraph of its own, behind what stands before it."""
    last = before.rstrip()
    heading = len(last) <= _LONGEST_HEADING and _is_numbered(last)
    ended = last.rstrip(_CLOSING).endswith(_ENDS)
    return not last or ended or heading or _is_numbered(line)


def _is_numbered(line: str) -> bool:
    """Tell whether a line begins with the number of a heading: 一、 （二） 3. 第四章."""
    text = line.strip()
    bare = text.lstrip("（(第")
    rest = bare.lstrip(_NUMERALS)
    if rest == bare or len(text) - len(rest) > _LONGEST_NUMBER:
        return False
    if text[0] in "（(":
        return rest.startswith(("）", ")"))
    if text[0] == "第":
        return rest.startswith(("章", "节", "部分"))
    # 2.5 is a figure.
    return rest.startswith(("、", "．", ".")) and not rest[1:2].isdigit()
