"""What an inferred edit is called, and why it is believed, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.inference.model import Axis, Operator, Relation
from statlint.values import Text

IDS: Mapping[Operator, str] = MappingProxyType(
    {
        Operator.SUM: "sum",
        Operator.AVERAGE: "mean",
        Operator.DIVISION: "share",
        Operator.RELATIVE_CHANGE: "growth",
        Operator.PRODUCT: "product",
        Operator.CUMULATIVE: "running",
        Operator.RANK: "place",
        Operator.EQUAL: "same",
    }
)
"""How the ids of edits begin."""
NAMES: Mapping[Operator, Text] = MappingProxyType(
    {
        Operator.SUM: Text("分项合计", "sum of the parts"),
        Operator.AVERAGE: Text("平均数", "mean"),
        Operator.DIVISION: Text("比重（比率）", "share or ratio"),
        Operator.RELATIVE_CHANGE: Text("增减幅度", "growth"),
        Operator.PRODUCT: Text("乘积", "product"),
        Operator.CUMULATIVE: Text("累计数", "cumulative figure"),
        Operator.RANK: Text("名次", "place"),
        Operator.EQUAL: Text("两处一致", "same figure twice"),
    }
)
DIFFERENCE_ID = "difference"
DIFFERENCE = Text("加减关系", "sum and difference")
"""The id and name of a sum from which something is taken away."""

_ALL = {
    Axis.LINES: Text("表内 {} 列均成立", "it holds in all {} columns"),
    Axis.HEADS: Text("表内 {} 行均成立", "it holds on all {} lines"),
}
_ELSEWHERE = {
    Axis.LINES: Text("在其余 {} 列均成立", "it holds in the other {} columns"),
    Axis.HEADS: Text("在其余 {} 行均成立", "it holds on the other {} lines"),
}
_MOSTLY = {
    Axis.LINES: Text("{1} 列中有 {0} 列成立", "it holds in {0} of {1} columns"),
    Axis.HEADS: Text("{1} 行中有 {0} 行成立", "it holds on {0} of {1} lines"),
}
_ONE = {
    Axis.LINES: Text("在另一列成立", "it holds in the other column"),
    Axis.HEADS: Text("在另一行成立", "it holds on the other line"),
}
_OTHER_TABLES = Text(
    "在同一表式的其余 {} 张表中均成立", "it holds in the other {} tables of this layout"
)
_MOST_TABLES = Text(
    "同一表式的 {1} 张表中有 {0} 张成立", "it holds in {0} of {1} tables of this layout"
)
_TABLES = Text("同一表式的 {} 张表合并推断", "inferred from {} tables of one layout")
_NAMED = {
    Axis.LINES: Text("行名表明是合计", "its label says that it is a total"),
    Axis.HEADS: Text("栏名表明是合计", "its label says that it is a total"),
}
_MENDED = Text("只差一个数位，像是录入之误", "one keystroke in one of the figures would mend it")
_SIBLINGS = Text("同类的另外 {} 组均成立", "it holds in {} other blocks of the same lines or heads")
_CROSSED = Text("横向、纵向差额相同", "its line and its column are off by the same figure")
_BESIDE = Text("，", "; ")


def basis_of(
    relation: Relation, *, held: int, stated: int, mended: bool = False, crossed: bool = False
) -> Text:
    """Say why a relation is believed: where else it holds, what the labels say, how many tables.

    `held` counts the places of this table where it holds, `stated` those where it is stated;
    `mended` says that one stroke of a key would make it hold, `crossed` that a relation along the
    other axis fails by as much.
    """
    words = []
    if held:
        words.append(_holds(relation.axis, held, stated))
    if relation.named and relation.operator is Operator.SUM and not relation.less:
        words.append(_NAMED[relation.axis])
    if relation.siblings:
        words.append(_filled(_SIBLINGS, relation.siblings))
    if mended:
        words.append(_MENDED)
    if crossed:
        words.append(_CROSSED)
    if relation.tables > 1:
        words.append(_in_tables(relation))
    return Text(
        _BESIDE.zh.join(word.zh for word in words), _BESIDE.en.join(word.en for word in words)
    )


def _in_tables(relation: Relation) -> Text:
    """Say what the other tables of a layout show; in how many, where each has one place."""
    tables, held = relation.tables, relation.held
    if held + relation.lost != tables or not relation.lost:
        return _filled(_TABLES, tables)
    if relation.lost == 1:
        return _filled(_OTHER_TABLES, held)
    return _filled(_MOST_TABLES, held, tables)


def _holds(axis: Axis, held: int, stated: int) -> Text:
    if held == stated:
        return _filled(_ALL[axis], held)
    if held == 1:
        return _ONE[axis] if stated == held + 1 else _filled(_MOSTLY[axis], held, stated)
    if held == stated - 1:
        return _filled(_ELSEWHERE[axis], held)
    return _filled(_MOSTLY[axis], held, stated)


def _filled(words: Text, *counts: int) -> Text:
    return Text(words.zh.format(*counts), words.en.format(*counts))
