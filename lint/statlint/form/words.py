"""An edit in words: printed labels in place of keys, the signs of arithmetic in place of code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from statlint.form.edits import Call, Edit, Name, Scope, Span
from statlint.form.model import Form, Head, Line, TableForm
from statlint.form.walk import Node
from statlint.form.writing import Dialect, write
from statlint.values import Language, Text

_FULL = 3
_POINT = 2
_BETWEEN = "·"
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\.)\s*"
)
_NOTE = re.compile(r"\s*[(（][^()（）]*[)）]$")
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"<=": "≤", ">=": "≥", "!=": "≠", "*": "×", "/": "÷", "-": "−"}
)

_FUNCTIONS: Mapping[str, Text] = MappingProxyType(
    {
        "sum": Text("{}之和", "the sum of {}"),
        "mean": Text("{}的平均数", "the mean of {}"),
        "min": Text("{}中最小者", "the least of {}"),
        "max": Text("{}中最大者", "the greatest of {}"),
        "abs": Text("|{}|", "|{}|"),
        "decimals": Text("{}的小数位数", "the number of decimals of {}"),
    }
)
_RANGES: Mapping[Scope, Text] = MappingProxyType(
    {
        Scope.HEAD: Text("{} … {} 各行", "the lines {} … {}"),
        Scope.LINE: Text("{} … {} 各列", "the heads {} … {}"),
        Scope.ONCE: Text("{} … {} 各项", "the figures {} … {}"),
    }
)
_COUNTED = Text("{}中成立的个数", "how many hold of {}")
_SUCH_AS = Text("（{}）等 {} 个条件", "{1} conditions such as ({0})")
_BRACKETED, _BESIDE = Text("（{}）", "({})"), Text("；", "; ")
_MOST_CONDITIONS = 2


def edit_words(edit: Edit, form: Form, table_key: str | None, language: Language) -> str:
    """Say an edit with the labels that the form prints; `table_key` is the table it belongs to."""
    labels = _Labels(form, table_key, edit.scope, language)
    return write(edit.condition, _dialect(labels, language))


def _dialect(labels: _Labels, language: Language) -> Dialect:
    chinese = language == "zh"
    return Dialect(
        name=labels.name,
        call=_call_in(labels, language),
        tally=lambda parts: _tally(parts, language),
        signs=_SIGNS,
        both=" 且 " if chinese else " and ",
        either=" 或 " if chinese else " or ",
        negation="并非 {}" if chinese else "not {}",
        implication="若 {}，则 {}" if chinese else "if {}, then {}",
        equivalence="{} 当且仅当 {}" if chinese else "{} if and only if {}",
    )


def _tally(conditions: tuple[str, ...], language: Language) -> str:
    """Say a count of conditions; of many, which are mostly alike, only the first is said."""
    if len(conditions) > _MOST_CONDITIONS:
        listed = _SUCH_AS.of(language).format(conditions[0], len(conditions))
    else:
        listed = _BESIDE.of(language).join(map(_BRACKETED.of(language).format, conditions))
    return _COUNTED.of(language).format(listed)


def _call_in(labels: _Labels, language: Language) -> Callable[[Call, Callable[[Node], str]], str]:
    def say(call: Call, written: Callable[[Node], str]) -> str:
        arguments = [
            labels.span(part) if isinstance(part, Span) else written(part)
            for part in call.arguments
        ]
        joined = ("、" if language == "zh" else ", ").join(arguments)
        return _FUNCTIONS[call.function].of(language).format(joined)

    return say


class _Labels:
    """The labels of a form as they are said in a formula: short, and not to be mixed up."""

    def __init__(self, form: Form, table: str | None, scope: Scope, language: Language) -> None:
        self._form = form
        self._table = form.table(table) if table else form.tables[0]
        self._scope = scope
        self._language = language

    def name(self, name: Name) -> str:
        """Say a name; the number before a label is left out where the rest tells it alone."""
        return self._said(name, short=True)

    def span(self, span: Span) -> str:
        """Say a range by the labels of both ends, with the numbers that show their order."""
        ends = [self._said(end, short=False) for end in (span.first, span.last)]
        return _RANGES[self._scope].of(self._language).format(*ends)

    def _said(self, name: Name, *, short: bool) -> str:
        if len(name.parts) == _FULL:
            return self._in_table(self._form.table(name.parts[0]), *name.parts[1:], short=short)
        if len(name.parts) == _POINT:
            return self._point(self._table, *name.parts, short=short)
        lines, heads = _lines(self._table), _heads(self._table)
        found, others = (heads, lines) if self._scope is Scope.LINE else (lines, heads)
        return self._label(found[name.parts[0]], others, short=short)

    def _in_table(self, table: TableForm, line: str, head: str, *, short: bool) -> str:
        """Say a figure of some table; the table's title only where the line does not tell it."""
        point = self._point(table, line, head, short=short)
        label = _lines(table)[line]
        if sum(label in _lines(other).values() for other in self._form.tables) == 1:
            return point
        return f"{table.title.of(self._language)}{_BETWEEN}{point}"

    def _point(self, table: TableForm, line: str, head: str, *, short: bool) -> str:
        said = self._label(_lines(table)[line], _heads(table), short=short)
        return f"{said}{_BETWEEN}{self._label(_heads(table)[head], _lines(table), short=short)}"

    def _label(self, label: Text, others: Mapping[str, Text], *, short: bool) -> str:
        """Say a label; a line keeps its number where a head is called the same (3.其他)."""
        printed = _trimmed(label.of(self._language))
        bare = _bare(printed)
        known = {_bare(_trimmed(other.of(self._language))) for other in others.values()}
        return bare if short and bare not in known else printed


def _trimmed(label: str) -> str:
    """Drop the notes in brackets at the end of a label."""
    return _NOTE.sub("", label) or label


def _bare(label: str) -> str:
    """Drop the number before a label."""
    return _NUMBERED.sub("", label) or label


def _lines(table: TableForm) -> dict[str, Text]:
    return _labels(line for block in table.blocks for line in block.lines)


def _heads(table: TableForm) -> dict[str, Text]:
    return _labels(head for block in table.blocks for head in block.heads)


def _labels(found: Iterable[Line | Head]) -> dict[str, Text]:
    return {one.key: one.label for one in found}
