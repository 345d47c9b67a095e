"""A text in Markdown as a document: headings, paragraphs, lists and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass, field
from statlint.pattern import pattern_of
from statlint.workbook.engines.blocks import Blocks
from statlint.workbook.engines.text_lines import joined
from statlint.workbook.engines.text_tables import Rows
from statlint.workbook.engines.web_document import read_web_fragment
from statlint.workbook.limits import USUAL, Limits
from statlint.workbook.model import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statlint.workbook.engines.stored import StoredBook

_FENCE = pattern_of(r"\s{0,3}(`{3,}|~{3,})")
_HEADING = pattern_of(r"\s{0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$")
_UNDERLINE = pattern_of(r"\s{0,3}(=+|-+)\s*$")
_RULE = pattern_of(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_ITEM = pattern_of(r"\s*(?:[-*+]|(\d{1,9}[.)]))\s+(.*)$")
_QUOTED = pattern_of(r"^\s{0,3}>\s?")
_DELIMITERS = pattern_of(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BAR = pattern_of(r"(?<!\\)\|")
_TABLE = pattern_of(
    r"\s*(?:<(?:html|body|div|center|p)\b[^<>]{0,200}>\s{0,9}){0,6}<table\b", re.IGNORECASE
)
_TARGET = r"(?:\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)|\[[^\]\[]{0,99}\])"
_INLINE = (
    (pattern_of(rf"!\[[^\]\[]{{0,500}}\]{_TARGET}"), ""),
    (pattern_of(rf"\[([^\]\[]{{0,500}})\]{_TARGET}"), r"\1"),
    (pattern_of(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (pattern_of(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (pattern_of(r"</?[a-zA-Z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->"), ""),
    (pattern_of(r"(?<!\\)(\*\*|__|~~)(?=\S)([^\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (pattern_of(r"(?<![\\\da-zA-Z*])\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?![\da-zA-Z*])"), r"\1"),
    (pattern_of(r"(?<![\\\w_])_(?=\S)([^_\n]{1,2000})(?<=\S)_(?![\w_])"), r"\1"),
    (pattern_of(r"(?<!\\)`([^`\n]{1,2000})`"), r"\1"),
    (pattern_of(r"\\([\\`*_{}\[\]()#+\-.!|<>~])"), r"\1"),
)  # fmt: skip


@dataclass(slots=True)
class _Open:
    """The paragraph that is being read."""

    lines: list[str] = field(default_factory=list)
    kind: ParagraphKind = ParagraphKind.BODY
    numbering: str = ""

    def end(self, blocks: Blocks, level: int = 0) -> None:
        """Put it with the others."""
        text = _shown(joined(self.lines))
        bold = re.fullmatch(r"\s*(\*\*|__).+\1\s*", "\n".join(self.lines), re.DOTALL) is not None
        kind = ParagraphKind.HEADING if level else self.kind
        blocks.add_paragraph(text, kind, level=level, numbering=self.numbering, bold=bold)
        self.lines, self.kind, self.numbering = [], ParagraphKind.BODY, ""


def read_markdown(content: bytes, limits: Limits = USUAL) -> StoredBook:
    """Read a text in UTF-8; code that is fenced off is no part of it."""
    lines = content.decode("utf-8", "replace").splitlines()
    blocks, now = Blocks(limits), _Open()
    index = _after_matter(lines)
    while index < len(lines):
        line = _QUOTED.sub("", lines[index])
        end = _taken(lines, index, line, blocks, now)
        if end == index:
            _read_line(line, blocks, now)
            end += 1
        index = end
    now.end(blocks)
    return blocks.book()


def _taken(lines: Sequence[str], index: int, line: str, blocks: Blocks, now: _Open) -> int:
    """Read what takes several lines: code, tables; gives the line after it, or the same one."""
    if fence := _FENCE.match(line):
        now.end(blocks)
        return _after_fence(lines, index, fence[1])
    if _TABLE.match(line):
        now.end(blocks)
        return _read_web_table(lines, index, blocks)
    following = lines[index + 1] if index + 1 < len(lines) else ""
    if _BAR.search(line) and "-" in following and _DELIMITERS.match(following):
        heads = _row(line)
        if len(heads) == len(_row(following)):
            now.end(blocks)
            return _read_table(lines, index, blocks)
    return index


def _after_matter(lines: Sequence[str]) -> int:
    """Give the line after what tools state at the top, between two lines of dashes."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for index, line in enumerate(lines[1:200], 1):
        if line.rstrip() in {"---", "..."}:
            return index + 1
    return 0


def _after_fence(lines: Sequence[str], start: int, fence: str) -> int:
    for index in range(start + 1, len(lines)):
        if lines[index].strip().startswith(fence) and not lines[index].strip().strip(fence[0]):
            return index + 1
    return len(lines)


def _read_line(line: str, blocks: Blocks, now: _Open) -> None:
    if heading := _HEADING.match(line):
        now.end(blocks)
        now.lines.append(heading[2] or "")
        now.end(blocks, len(heading[1]))
    elif now.lines and now.kind is ParagraphKind.BODY and (under := _UNDERLINE.match(line)):
        now.end(blocks, 1 if under[1][0] == "=" else 2)
    elif not line.strip() or _RULE.match(line):
        now.end(blocks)
    elif item := _ITEM.match(line):
        now.end(blocks)
        now.kind, now.numbering = ParagraphKind.ITEM, item[1] or ""
        now.lines.append(item[2])
    else:
        now.lines.append(line)
        if line.endswith(("  ", "\\")):
            # A line that is broken by hand; the next is a paragraph of its own where it looks so.
            now.lines[-1] = f"{line.rstrip(' ').removesuffix(chr(92))}<br>"


def _read_table(lines: Sequence[str], start: int, blocks: Blocks) -> int:
    """Read a table with bars between its cells, to the first line without one."""
    rows = [_row(lines[start])]
    index = start + 2
    while index < len(lines) and _BAR.search(lines[index]):
        rows.append(_row(lines[index]))
        index += 1
    blocks.add_table(Rows(tuple(rows)).cells())
    return index


def _row(line: str) -> tuple[str, ...]:
    text = _QUOTED.sub("", line).strip().removeprefix("|")
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    return tuple(_shown(one) for one in _BAR.split(text))


def _read_web_table(lines: Sequence[str], start: int, blocks: Blocks) -> int:
    """Read a table that is written as on a web page, to the line that ends it."""
    depth = 0
    for index in range(start, len(lines)):
        lower = lines[index].lower()
        depth += lower.count("<table") - lower.count("</table")
        if depth <= 0:
            break
    read_web_fragment("\n".join(lines[start : index + 1]), blocks)
    return index + 1


def _shown(text: str) -> str:
    """Give a text as it is shown: words of links, no signs for bold or code."""
    for pattern, shown in _INLINE:
        text = pattern.sub(shown, text)
    return text.strip()
