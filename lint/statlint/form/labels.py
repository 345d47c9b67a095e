"""The labels of a form as they are said in a formula."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from statlint.form.edits import Edit, Name, Scope, Span
from statlint.form.lookup import own_lines, several_lines
from statlint.form.model import Arrangement, Form, Head, Line, TableForm
from statlint.form.shown import shortened
from statlint.form.walk import named
from statlint.pattern import pattern_of
from statlint.values import Language, Period, Text

_FULL = 3
_POINT = 2
_BETWEEN = "·"
_NUMBERED = pattern_of(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\.)\s*"
)
_NOTE = pattern_of(r"\s*[(（][^()（）]*[)）]$")
_RANGES: Mapping[Scope, Text] = MappingProxyType(
    {
        Scope.HEAD: Text("{} … {} 各行", "the lines {} … {}"),
        Scope.LINE: Text("{} … {} 各列", "the heads {} … {}"),
        Scope.ONCE: Text("{} … {} 各项", "the figures {} … {}"),
    }
)
_EACH = Text("各{}", "each {}")
_SOURCES: Mapping[str, Text] = MappingProxyType(
    {
        "previous": Text("上期", "of the previous period"),
        "year_before": Text("上年同期", "of the year before"),
        "parts": Text("各下级单位", "of each part"),
        "monthly": Text("各月", "of each month"),
        "quarterly": Text("各季度", "of each quarter"),
        "half_yearly": Text("各半年", "of each half-year"),
    }
)
_PREVIOUS: Mapping[str, Text] = MappingProxyType(
    {
        "": Text("上年", "of last year"),
        "H": Text("上一个半年", "of the half-year before"),
        "Q": Text("上季", "of the quarter before"),
        "M": Text("上月", "of the month before"),
    }
)
"""What the previous period is called where it is known how long periods are."""


def source_words(source: str, period: Period | None) -> Text:
    """Say whose figure it is: 上年, of last year; `period` is that of the form itself."""
    if period is None:
        return _SOURCES[source]
    if source == "previous" or (source == "year_before" and not period.kind):
        return _PREVIOUS[period.kind]
    return _SOURCES[source]


class Labels:
    """The labels of a form as they are said in a formula: short, and not to be mixed up."""

    def __init__(
        self,
        form: Form,
        table: str | None,
        edit: Edit,
        language: Language,
        *,
        longest: int | None = None,
        period: Period | None = None,
    ) -> None:
        """Take the table that the edit belongs to; None for an edit between tables.

        `longest` is how many columns of a line a label takes at most; `period` is what the form was
        filled in for.
        """
        self._period = period
        self._form = form
        self._table = form.table(table) if table else form.tables[0]
        self._edit = edit
        self._language = language
        self._longest = longest
        self._alike = _alike(self._table, edit)
        own = own_lines(self._table, edit.within) if edit.within else frozenset[str]()
        self._lines_of_many = several_lines(self._table) - own

    def name(self, name: Name) -> str:
        """Say a name; the number before a label is left out where the rest tells it alone."""
        return self._with_source(name, self._said(name, short=True))

    def line(self, name: Name) -> str:
        """Say what a repeated line stands for, whatever the edit is repeated over."""
        line = _lines(self._table)[name.parts[0]]
        return _bare(_trimmed(line.label.of(self._language)))

    def span(self, span: Span) -> str:
        """Say a range by the labels of both ends, with the numbers that show their order."""
        ends = [self._said(end, short=False) for end in (span.first, span.last)]
        scope = self._edit.scope if len(span.first.parts) == 1 else Scope.ONCE
        said = _RANGES[scope].of(self._language).format(*ends)
        return self._with_source(span.first, said, several=True)

    def _with_source(self, name: Name, label: str, *, several: bool = False) -> str:
        if not name.source:
            return label
        source = source_words(name.source, self._period).of(self._language)
        if self._language == "zh":
            return f"{source}{_BETWEEN}{label}"
        return f"{label} {source}" if several else f"{source.removeprefix('of ')}'s {label}"

    def _said(self, name: Name, *, short: bool) -> str:
        if len(name.parts) == _FULL:
            return self._in_table(self._form.table(name.parts[0]), *name.parts[1:], short=short)
        if len(name.parts) == _POINT:
            return self._point(self._table, *name.parts, short=short)
        lines, heads = _lines(self._table), _heads(self._table)
        if self._edit.scope is Scope.LINE:
            return self._label(heads[name.parts[0]], lines, short=short)
        return self._label(lines[name.parts[0]], heads, short=short)

    def _in_table(self, table: TableForm, line: str, head: str, *, short: bool) -> str:
        """Say a figure of some table; the table's title only where the line does not tell it."""
        point = self._point(table, line, head, short=short)
        label = _lines(table)[line].label
        alike = [other for other in self._form.tables if label in _printed(_lines(other))]
        if len(alike) == 1:
            return point
        title = table.title.of(self._language)
        if self._longest is not None:
            title = shortened(_trimmed(title), self._longest)
        return f"{title}{_BETWEEN}{point}"

    def _point(self, table: TableForm, line: str, head: str, *, short: bool) -> str:
        lines, heads = _lines(table), _heads(table)
        said = self._label(lines[line], heads, short=short)
        over = self._label(heads[head], lines, short=short)
        return f"{said}{_BETWEEN}{over}" if over else said

    def _label(self, one: Line | Head, others: Mapping[str, Line | Head], *, short: bool) -> str:
        """Say a label; a line keeps its number where a head is called the same (3.其他)."""
        printed = _trimmed(one.label.of(self._language))
        bare = _bare(printed)
        known = {_bare(_trimmed(other.of(self._language))) for other in _printed(others)}
        said = bare if short and bare not in known else printed
        if one.label.zh in self._alike and one.above:
            said = f"{_trimmed(one.above[-1])}{_BETWEEN}{said}"
        if self._longest is not None:
            said = shortened(said, self._longest)
        return _EACH.of(self._language).format(said) if self._is_several(one) else said

    def _is_several(self, one: Line | Head) -> bool:
        if isinstance(one, Head):
            return one.repeat and one.key != self._edit.within
        return one.key in self._lines_of_many


def _alike(table: TableForm, edit: Edit) -> frozenset[str]:
    """Give the labels that several lines (or heads) that an edit names have in a found table."""
    if table.arrangement is not Arrangement.AS_FOUND or edit.scope is Scope.ONCE:
        return frozenset()
    known = _heads(table) if edit.scope is Scope.LINE else _lines(table)
    keys = {
        name.parts[0]
        for found in named(edit.condition)
        for name in ((found.first, found.last) if isinstance(found, Span) else (found,))
    }
    times = Counter(known[key].label.zh for key in keys if key in known)
    return frozenset(label for label, count in times.items() if count > 1)


def _trimmed(label: str) -> str:
    """Drop the notes in brackets at the end of a label."""
    return _NOTE.sub("", label) or label


def _bare(label: str) -> str:
    """Drop the number before a label."""
    return _NUMBERED.sub("", label) or label


def _lines(table: TableForm) -> dict[str, Line | Head]:
    return {line.key: line for block in table.blocks for line in block.lines}


def _heads(table: TableForm) -> dict[str, Line | Head]:
    return {head.key: head for block in table.blocks for head in block.heads}


def _printed(found: Mapping[str, Line | Head]) -> Iterable[Text]:
    return (one.label for one in found.values())
