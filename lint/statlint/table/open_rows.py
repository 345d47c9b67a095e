"""What each row under the boxhead of an open table is: an item, a heading, a total, a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.form import Line
from statlint.pattern import pattern_of
from statlint.table.open_columns import Columns
from statlint.table.view import View
from statlint.values import Flaw, Unreadable, plain

_MOST_BLANK = 10
"""Blank rows in a row after which a table is over."""
_NOTE = pattern_of(r"^(?:注|备注|附注|说明|填[表报]说明|note)s?\d*[:.、]|^[*※]", re.IGNORECASE)
_SIGN_OFF = pattern_of(
    r"^(?:(?:单位|分管|主要|统计)?负责人|填[表报]人|制表人?|审核人?|复核人?|经办人|联系人|联系电话"
    r"|填[表报](?:日期|单位|时间)|报出日期|单位\(?(?:公章|盖章)\)?|\(?(?:公章|盖章)\)?|签[字章])"
    r"(?:\([^()]*\))?(?::|$)"
)
_NEXT_TABLE = pattern_of(
    r"^(?:附?表|附件)\d*[一二三四五六七八九十]*[:、.]?.*(?:表|清单|情况|统计|$)$|(?:统计|排名|评分|情况|一览|汇总|明细)表$|清单$"
)
_PAGE_MARK = pattern_of(r"^\(?续表?\)?|^第?\d+页|^-?\d+-$|^\(?(?:接上|转下)")
_RANKS = (
    pattern_of(r"^第[一二三四五六七八九十]+(?:部分|章|类|项)"),
    pattern_of(r"^[一二三四五六七八九十]{1,3}(?:[、.:]|$)"),
    pattern_of(r"^\([一二三四五六七八九十]{1,3}\)"),
    pattern_of(r"^\d{1,3}(?:[、.](?!\d)|$)"),
    pattern_of(r"^\(\d{1,3}\)|^\d{1,3}\)|^[①-⑳]"),
)
_FIRST = pattern_of(
    r"^(?:第一|一(?:[、.:]|$)|\(一\)|1(?:[、.](?!\d)|$)|\(1\)|1\)|①|\d{1,3}(?:\.\d{1,3})*\.1(?!\d))"
)
_DOTTED = pattern_of(r"^\d{1,3}((?:\.\d{1,3})+)(?!\d*%)")
_ARABIC = 3
_LEAST_HEADS = 2


class RowKind(StrEnum):
    """What a row is."""

    BLANK = "blank"
    ITEM = "item"
    """A line, or what goes on with the names of groups alone."""
    HEADING = "heading"
    """The name of a group over the rows that follow."""
    FIXED = "fixed"
    """A line of the form that does not repeat: 合计."""
    WORDS = "words"
    """Words that are no line: 共25份."""
    END = "end"


@dataclass(frozen=True, slots=True, eq=False)
class BodyRow:
    """A row under a boxhead: what it is, its label's column, and the rank of its number.

    `rank` is lower the further out (一、 before （一） before 1.); None without a number.
    """

    view: View
    columns: Columns
    row: int
    kind: RowKind
    column: int | None = None
    fixed: tuple[Line, ...] = ()
    rank: int | None = None
    figures: bool = False

    @property
    def member(self) -> bool:
        """Whether it is a line that the form names among those that repeat."""
        return bool(self.fixed) and self.fixed[0].of is not None

    @property
    def text(self) -> str:
        """The label, as printed."""
        return "" if self.column is None else self.view.text(self.row, self.column)


def is_first(text: str) -> bool:
    """Tell whether a line begins a new count: 1., （一）, 2.1."""
    return _FIRST.match(_tight(text).replace("〔", "(").replace("〕", ")")) is not None


def is_page_mark(text: str) -> bool:
    """Tell whether a text only says that a table goes on: 续表, 第2页."""
    return _PAGE_MARK.match(_tight(text)) is not None


def rank_of(text: str) -> int | None:
    """Tell how far out a number puts a line: 一、 further than （一）, that further than 1."""
    squeezed = re.sub(r"\s+", "", plain(text)).replace("〔", "(").replace("〕", ")")
    dotted = _DOTTED.match(squeezed)
    if dotted:
        return len(_RANKS) + dotted[1].count(".")
    return next((rank for rank, number in enumerate(_RANKS) if number.match(squeezed)), None)


def body_rows(view: View, columns: Columns, end: int) -> Iterator[BodyRow]:
    """Go through the rows of a table until it is over; blank rows are left out."""
    blank = 0
    after: RowKind | None = None
    for row in range(columns.boxhead.last_row + 1, end):
        found = _row(view, columns, row, None if blank else after)
        after = found.kind
        if found.kind is RowKind.END:
            return
        blank = blank + 1 if found.kind is RowKind.BLANK else 0
        if blank > _MOST_BLANK:
            return
        if not blank:
            yield found


def _row(view: View, columns: Columns, row: int, after: RowKind | None) -> BodyRow:
    shown = _shown(view, columns, row)
    figures = [column for column in columns.figures if view.has_figure(row, column)]
    signed = bool(shown) and _SIGN_OFF.match(_tight(view.text(row, shown[0])))
    if signed or (shown and not figures and _over(view, columns, row, after)):
        return BodyRow(view, columns, row, RowKind.END)
    if not shown or (not figures and _only_numbered(view, columns, row, shown)):
        return BodyRow(view, columns, row, RowKind.BLANK)
    fixed = _fixed(view, columns, row)
    if fixed is not None:
        column, lines = fixed
        rank = rank_of(view.text(row, column))
        return BodyRow(
            view, columns, row, RowKind.FIXED, column, lines, rank, figures=bool(figures)
        )
    if not figures and len({view.anchor(row, column) for column in shown}) == 1:
        return _alone(view, columns, row, shown, after)
    if not columns.chain:
        return BodyRow(view, columns, row, RowKind.WORDS)
    if _goes_on(view, columns, row, figures):
        return BodyRow(view, columns, row, RowKind.BLANK)
    return _item(view, columns, row, figures=bool(figures))


def _only_numbered(view: View, columns: Columns, row: int, shown: list[int]) -> bool:
    """Tell whether a row shows nothing new: its running number alone, or a cell from above."""
    return all(
        view.anchor(row, column)[0] < row
        or (column == columns.ordinal and view.text(row, column).isdigit())
        for column in shown
    )


def _item(view: View, columns: Columns, row: int, *, figures: bool) -> BodyRow:
    named = [level.column for level in columns.levels if view.text(row, level.column)]
    column = named[-1] if named else None
    numbers = [columns.ordinal, column]
    rank = next(
        (
            rank
            for one in numbers
            if one is not None and (rank := rank_of(view.text(row, one))) is not None
        ),
        None,
    )
    return BodyRow(view, columns, row, RowKind.ITEM, column, rank=rank, figures=figures)


def _shown(view: View, columns: Columns, row: int) -> list[int]:
    boxhead = columns.boxhead
    reach = range(boxhead.first_column, boxhead.last_column + 1)
    return [column for column in reach if view.text(row, column)]


def _over(view: View, columns: Columns, row: int, after: RowKind | None) -> bool:
    """Tell whether the table ends before a row without figures: a note, another table."""
    shown = _shown(view, columns, row)
    first = _tight(view.text(row, shown[0]))
    if _NOTE.match(first):
        return True
    alone = len({view.anchor(row, column) for column in shown}) == 1
    if alone and rank_of(first) is None and _NEXT_TABLE.search(first):
        return True
    return _is_boxhead(view, columns, row, after)


def _is_boxhead(view: View, columns: Columns, row: int, after: RowKind | None) -> bool:
    """Tell whether a row prints words where figures are due: it is the boxhead of another table.

    A single word is enough where it is the label of a head, or after a blank row.
    """
    words = [
        column
        for column in columns.figures
        if isinstance(reading := view.reading(row, column), Unreadable)
        and reading.flaw in {Flaw.TEXT, Flaw.DATE}
        and view.anchor(row, column)[1] == column
    ]
    like = columns.boxhead.plan.head_words
    if words and (after is None or any(like.same(view.text(row, column)) for column in words)):
        return True
    return len(words) >= _LEAST_HEADS and 2 * len(words) > len(columns.figures)


def _fixed(view: View, columns: Columns, row: int) -> tuple[int, tuple[Line, ...]] | None:
    """Find the cell of the stub that holds the label of a line that does not repeat."""
    plan = columns.boxhead.plan
    for column in columns.stub:
        text = view.text(row, column)
        lines = plan.line_words.same(_without_points(text)) if text else ()
        if lines and not _over_item(view, columns, row, column):
            return column, tuple(plan.block.lines[index] for index in lines)
    return None


def _over_item(view: View, columns: Columns, row: int, column: int) -> bool:
    """Tell whether a label is the name of a group that stands beside an item's."""
    names = [level.column for level in columns.levels]
    if column not in names[:-1] or not view.text(row, names[-1]):
        return False
    return view.anchor(row, column) != view.anchor(row, names[-1])


def _without_points(text: str) -> str:
    """Leave the figure behind a label out: 总分100分."""
    return re.sub(r"[:：]?\s*[0-9０-９]+(?:\.[0-9]+)?\s*分?\s*$", "", text) or text


def _goes_on(view: View, columns: Columns, row: int, figures: list[int]) -> bool:
    """Tell whether a row only goes on with the line above: its name is merged, it has no figure."""
    if not columns.levels:
        return False
    name = columns.levels[-1].column
    merged = bool(view.text(row, name)) and view.anchor(row, name)[0] < row
    return merged and all(view.anchor(row, column)[0] < row for column in figures)


def _alone(
    view: View, columns: Columns, row: int, shown: list[int], after: RowKind | None
) -> BodyRow:
    """Tell what a row with a single text is: the heading of a group, or a line without figures."""
    column, plan = shown[0], columns.boxhead.plan
    text = view.text(row, column)
    names = [level.column for level in columns.levels]
    stated = any(pattern.search(_tight(text)) for _, pattern in plan.patterns)
    if not names or stated or is_page_mark(text):
        return BodyRow(view, columns, row, RowKind.WORDS, column)
    wide = len(shown) > 1
    rank = rank_of(text)
    as_item = column == names[-1] and not wide
    if len(columns.chain) == 1:
        return BodyRow(view, columns, row, RowKind.ITEM if as_item else RowKind.WORDS, column)
    if column in names[:-1] and not wide and rank is None:
        return BodyRow(view, columns, row, RowKind.ITEM, column)
    begins = after is None or after is RowKind.FIXED or _numbered_around(view, columns, row)
    if not as_item or begins or (rank is not None and rank < _ARABIC):
        return BodyRow(view, columns, row, RowKind.HEADING, column, rank=rank)
    return BodyRow(view, columns, row, RowKind.ITEM, column, rank=rank)


def _numbered_around(view: View, columns: Columns, row: int) -> bool:
    """Tell whether the row below has a running number, which this one lacks."""
    if columns.ordinal is None or view.text(row, columns.ordinal):
        return False
    return bool(view.text(row + 1, columns.ordinal))


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", plain(text))
