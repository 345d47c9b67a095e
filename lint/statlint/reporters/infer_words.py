"""The words of the page that shows what was found in a file without a form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.inference import Axis, Operator
from statlint.values import Text

SAID: Mapping[str, Text] = MappingProxyType(
    {
        "none": Text(
            "没有找到统计表：没有成片的数字及其行名、栏名",
            "no statistics table found: no stretch of figures with labels",
        ),
        "found": Text(
            "{tables} 张表，{relations} 条关系", "tables: {tables}, relations: {relations}"
        ),
        "table": Text("表 {number}", "Table {number}"),
        "range": Text("位置", "range"),
        "boxhead": Text("表头", "boxhead"),
        "stub": Text("主栏", "stub"),
        "body": Text("数字", "body"),
        "notes": Text("附注", "notes"),
        "unit": Text("单位", "unit"),
        "period": Text("时期", "period"),
        "comma": Text("、", ", "),
        "semicolon": Text("；", "; "),
        "lines-left": Text("（略去 {count} 行）", "({count} lines left out)"),
        "heads-left": Text(
            "（略去 {count} 列：{columns}）", "({count} columns left out: {columns})"
        ),
        "mark =": Text("=a 由关系 a 得出", "=a follows by relation a"),
        "mark -": Text("− 减项", "− is taken away"),
        "mark along": Text(
            "÷ 与同列（行）的另一数相比", "÷ is compared along its own line or column"
        ),
        "no-relations": Text("没有找到数字之间的关系", "no relations between the figures"),
        "more": Text(
            "还有 {count} 条（见 --output-format json）", "{count} more (--output-format json)"
        ),
        "and-more": Text(
            "{first} + … + {last}（{count} 项）", "{first} + … + {last} ({count} parts)"
        ),
        "in-table": Text("表{number}·{label}", "table {number}: {label}"),
        "bare": Text("（{place}）", "({place})"),
        "place-lowest": Text("按 {score} 从低到高排的名次", "place by {score}, the lowest first"),
        "mean-moving": Text(
            "相邻 {count} 个 {first} 的平均数", "mean of {count} {first} in succession"
        ),
        "mean-trimmed": Text(
            "去掉最高和最低后 {parts} 的平均数",
            "mean of {parts} without the highest and the lowest",
        ),
        "named": Text("名称相符", "labels agree"),
        "broken": Text("不成立：{cells}", "broken at {cells}"),
        "cells-more": Text("{cells} 等 {count} 处", "{cells} and {count} in all"),
        "tables": Text("{count} 张表合看", "seen in {count} tables"),
    }
)

RELATIONS: Mapping[Axis, Text] = MappingProxyType(
    {
        Axis.LINES: Text("行与行的关系", "Relations between lines"),
        Axis.HEADS: Text("列与列的关系", "Relations between columns"),
    }
)
HOLDS: Mapping[Axis, Text] = MappingProxyType(
    {
        Axis.LINES: Text("{stated} 列全部成立", "in all {stated} columns"),
        Axis.HEADS: Text("{stated} 行全部成立", "on all {stated} lines"),
    }
)
HOLDS_ONCE: Mapping[Axis, Text] = MappingProxyType(
    {
        Axis.LINES: Text("仅 1 列，成立", "in 1 column"),
        Axis.HEADS: Text("仅 1 行，成立", "on 1 line"),
    }
)
HOLDS_MOSTLY: Mapping[Axis, Text] = MappingProxyType(
    {
        Axis.LINES: Text("{stated} 列中 {held} 列成立", "in {held} of {stated} columns"),
        Axis.HEADS: Text("{stated} 行中 {held} 行成立", "on {held} of {stated} lines"),
    }
)
BELIEF: tuple[tuple[float, Text], ...] = (
    (24.0, Text("把握很大", "very sure")),
    (12.0, Text("把握大", "sure")),
    (6.0, Text("把握一般", "fairly sure")),
    (float("-inf"), Text("存疑", "doubtful")),
)
"""How strongly a relation is believed, from so many bits on."""

SIGNS: Mapping[Operator, tuple[str, str]] = MappingProxyType(
    {
        Operator.SUM: ("+", "+"),
        Operator.AVERAGE: ("~", "~"),
        Operator.DIVISION: ("·", "÷"),
        Operator.RELATIVE_CHANGE: ("·", "÷"),
        Operator.PRODUCT: ("×", "×"),
        Operator.CUMULATIVE: ("+", "+"),
        Operator.RANK: ("·", "·"),
        Operator.EQUAL: ("·", "·"),
    }
)
"""What marks the first part in the drawing, and the others."""

MARKS: Mapping[Operator, Text] = MappingProxyType(
    {
        Operator.SUM: Text("+ 加项", "+ is added"),
        Operator.AVERAGE: Text("~ 参与平均", "~ is averaged"),
        Operator.DIVISION: Text("· 分子，÷ 分母", "· is divided by ÷"),
        Operator.RELATIVE_CHANGE: Text("· 本期，÷ 基期", "· is compared with ÷"),
        Operator.PRODUCT: Text("× 因数", "× is multiplied"),
        Operator.CUMULATIVE: Text("+ 加项", "+ is added"),
        Operator.RANK: Text("· 排名的依据", "· is what places go by"),
        Operator.EQUAL: Text("· 同一数字", "· is the same figure"),
    }
)
"""What the marks of parts mean."""

FORMULAS: Mapping[Operator, Text] = MappingProxyType(
    {
        Operator.AVERAGE: Text("{0} 的平均数", "mean of {0}"),
        Operator.DIVISION: Text("{0} ÷ {1}", "{0} ÷ {1}"),
        Operator.RELATIVE_CHANGE: Text("（{0} − {1}）÷ {1}", "({0} − {1}) ÷ {1}"),
        Operator.RANK: Text("按 {0} 排的名次", "place by {0}"),
        Operator.CUMULATIVE: Text("{0} 的累计", "{0} cumulated"),
    }
)
"""How the parts make the aggregate; of the others the parts are joined by a sign."""
