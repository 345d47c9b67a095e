"""The sentences in which the faults of a schema are said."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.values import Text

MISSING = Text("缺少此项", "is missing")

TYPE_NAMES: Mapping[str, Text] = MappingProxyType(
    {
        "text": Text("文字（加引号）", "a text in quotes"),
        "flag": Text(" true 或 false", "true or false"),
        "whole": Text("整数", "a whole number"),
        "number": Text("数", "a number"),
        "table": Text("表（{ … }）", "a table ({ … })"),
        "list": Text("列表（[ … ]）", "a list ([ … ])"),
    }
)

SENTENCES: Mapping[str, Text] = MappingProxyType(
    {
        "regex": Text("「{value}」应符合 {constraint}", '"{value}" does not match {constraint}'),
        "shape": Text("「{value}」应为{constraint}", '"{value}" must be {constraint}'),
        "forbidden": Text("「{value}」是保留字", '"{value}" is a reserved word'),
        "min": Text("{value} 小于 {constraint}", "{value} is less than {constraint}"),
        "max": Text("{value} 大于 {constraint}", "{value} is more than {constraint}"),
        "minlength": Text("不能为空", "must not be empty"),
        "nullable": Text("不能为空", "must not be empty"),
        "finite": Text("应为有限的数", "must be a finite number"),
    }
)
