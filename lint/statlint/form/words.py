"""An edit in words: printed labels in place of keys, the signs of arithmetic in place of code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from statlint.form.edits import Call, Edit, Name, Operand, Operation, Scope, Span, Tally, Test
from statlint.form.functions import RANKING
from statlint.form.labels import Labels
from statlint.form.model import Form
from statlint.form.shown import factor_last, factors_last
from statlint.form.walk import Node
from statlint.form.writing import Dialect, write
from statlint.values import Language, Period, Text

Writer: TypeAlias = Callable[[Node], str]

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
        "last": Text("{}的最后一期数", "the last of {}"),
        "decimals": Text("{}的小数位数", "the number of decimals of {}"),
        "steps": Text("{}写明的计分单位", "the step named in {}"),
        "tally": Text("{}的行数", "the number of {} lines"),
        "filled": Text("{} 已填写", "{} is filled"),
        "rises": Text("{}依次不减", "none of {} falls below the one before"),
    }
)
_OF_TWO: Mapping[str, Text] = MappingProxyType(
    {
        "place": Text("{}在{}中的名次", "the place of {} among {}"),
        "dense": Text("{}在{}中的名次（不跳号）", "the place of {} among {} (no gaps after ties)"),
        "place_low": Text("{}在{}中由低到高的名次", "the place of {} among {}, the lowest first"),
        "dense_low": Text(
            "{}在{}中由低到高的名次（不跳号）",
            "the place of {} among {}, the lowest first (no gaps after ties)",
        ),
        "remainder": Text("{}除以{}的余数", "the remainder of {} divided by {}"),
        "mentions": Text("{} 写有{}", "{} mentions {}"),
    }
)
"""Functions whose first argument stands apart from the others."""
_ALL_LINES = Text("各{}", "all {} lines")
_QUOTED = Text("“{}”", '"{}"')
_OR = Text("或", " or ")
_BESIDE_FIGURES = Text("、", ", ")
_MOST_FIGURES = 8
_LONGEST = 32
"""Columns of a line that a label takes in a sentence; a Chinese sign takes two."""
_MANY_FIGURES = Text("{}、{} … {}（共 {} 项）", "the {3} {4} {0}, {1} … {2}")
_SAME_LABEL = Text("{1} 项“{0}”", 'the {1} {2} "{0}"')
_ARE: Mapping[Scope, str] = MappingProxyType(
    {Scope.HEAD: "lines", Scope.LINE: "heads", Scope.ONCE: "figures"}
)
_COUNTED = Text("{}中成立的个数", "how many hold of {}")
_SUCH_AS = Text("（{}）等 {} 个条件", "{1} conditions such as ({0})")
_BRACKETED, _BESIDE = Text("（{}）", "({})"), Text("；", "; ")
_MOST_CONDITIONS = 2


def edit_words(
    edit: Edit,
    form: Form,
    table_key: str | None,
    language: Language,
    *,
    period: Period | None = None,
) -> str:
    """Say an edit with the labels that the form prints; `table_key` is the table it belongs to.

    `period` is what the form was filled in for, where it was.
    """
    labels = Labels(form, table_key, edit, language, period=period)
    return write(factors_last(edit.condition), _dialect(labels, edit.scope, language))


def side_words(
    side: Operand,
    edit: Edit,
    form: Form,
    table_key: str | None,
    language: Language,
    *,
    period: Period | None = None,
) -> str:
    """Say one side of an edit for a sentence: as `edit_words` does, with long labels cut."""
    labels = Labels(form, table_key, edit, language, longest=_LONGEST, period=period)
    return write(factor_last(side), _dialect(labels, edit.scope, language))


def _dialect(labels: Labels, scope: Scope, language: Language) -> Dialect:
    chinese = language == "zh"
    return Dialect(
        name=labels.name,
        words=_QUOTED.of(language),
        call=_call_in(labels, scope, language),
        tally=lambda tally, written: _tally(tally, written, language),
        signs=_SIGNS,
        both=" 且 " if chinese else " and ",
        either=" 或 " if chinese else " or ",
        negation="并非 {}" if chinese else "not {}",
        implication="若 {}，则 {}" if chinese else "if {}, then {}",
        equivalence="{} 当且仅当 {}" if chinese else "{} if and only if {}",
    )


def _tally(tally: Tally, written: Writer, language: Language) -> str:
    """Say a count of conditions; of many, which are mostly alike, only the first is said."""
    conditions = tally.conditions
    if len(conditions) > _MOST_CONDITIONS:
        listed = _SUCH_AS.of(language).format(written(conditions[0]), len(conditions))
    else:
        bracketed = [_BRACKETED.of(language).format(written(part)) for part in conditions]
        listed = _BESIDE.of(language).join(bracketed)
    return _COUNTED.of(language).format(listed)


def _call_in(
    labels: Labels, scope: Scope, language: Language
) -> Callable[[Call | Test, Writer], str]:
    def say(call: Call | Test, written: Writer) -> str:
        def part_in(node: Node) -> str:
            said = _ranged(node, labels, written) if isinstance(node, Span) else written(node)
            apart = call.function == "remainder" and isinstance(node, Operation)
            return f"({said})" if apart else said

        if call.function in _OF_TWO:
            first, *rest = call.arguments
            others = _others(call, rest, labels, part_in, language)
            return _OF_TWO[call.function].of(language).format(part_in(first), others)
        if call.function == "tally" and isinstance(call.arguments[0], Name):
            listed = labels.line(call.arguments[0])
        else:
            listed = _listed(call.arguments, part_in, _ARE[scope], language)
        return _FUNCTIONS[call.function].of(language).format(listed)

    return say


def _ranged(span: Span, labels: Labels, written: Writer) -> str:
    """Say a range; the figure of each of several forms is said as one name."""
    return written(span) if span.is_each else labels.span(span)


def _others(
    call: Call | Test, rest: Sequence[Node], labels: Labels, written: Writer, language: Language
) -> str:
    """Say all arguments but the first: texts, the other divisor, or the lines of a ranking."""
    if isinstance(call, Test):
        return _OR.of(language).join(map(written, rest))
    if call.function in RANKING and isinstance(rest[0], Name) and len(rest[0].parts) == 1:
        return _ALL_LINES.of(language).format(labels.line(rest[0]))
    return _listed(rest, written, _ARE[Scope.ONCE], language)


def _listed(arguments: Sequence[Node], written: Writer, are: str, language: Language) -> str:
    """List figures; of many only both ends are said, and how many there are."""
    if len(arguments) <= _MOST_FIGURES:
        said = list(map(written, arguments))
        if len(said) > 1 and len(set(said)) == 1:
            return _SAME_LABEL.of(language).format(said[0], len(said), are)
        return _BESIDE_FIGURES.of(language).join(said)
    ends = (written(arguments[0]), written(arguments[1]), written(arguments[-1]))
    return _MANY_FIGURES.of(language).format(*ends, len(arguments), are)
