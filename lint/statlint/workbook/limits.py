"""What a file may cost, and how it is said that it costs more."""

from __future__ import annotations

from statlint.dataclass import fields
from statlint.values import Text
from statlint.values.limits import SIZES, USUAL, Limits
from statlint.workbook.engines.details import inside
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

__all__ = ["USUAL", "Limits", "beyond", "in_order", "overspent", "size_in_words"]

_UNITS = ((1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB"))
_WHAT = {
    "file_size": Text("文件有 {found}", "a file of {found}"),
    "parts": Text("内部有 {found} 个文件", "{found} parts inside"),
    "unpacked": Text("解压后有 {found}", "{found} unpacked"),
    "part_size": Text("解压后有 {found}", "{found} unpacked"),
    "ratio": Text("解压后是压缩大小的 {found} 倍", "{found} times its packed size"),
    "sheets": Text("有 {found} 张工作表", "{found} sheets"),
    "cells": Text("一张工作表有 {found} 个单元格", "{found} cells in one sheet"),
    "texts": Text("共享文字有 {found} 条", "{found} texts that cells share"),
    "styles": Text("单元格格式有 {found} 种", "{found} formats of cells"),
    "merges": Text("一张工作表有 {found} 处合并单元格", "{found} merged ranges in one sheet"),
    "text_length": Text("一段文字有 {found} 个字符", "a text of {found} characters"),
    "texts_length": Text("共享文字共有 {found} 个字符", "shared texts of {found} characters"),
    "depth": Text("内部结构嵌套 {found} 层", "nested {found} deep"),
    "columns": Text("有 {found} 列", "{found} columns"),
    "line_length": Text("一行有 {found} 个字符", "a line of {found} characters"),
    "list_size": Text("文件有 {found}", "a file of {found}"),
    "document_size": Text("文件有 {found}", "a file of {found}"),
    "paragraphs": Text("有 {found} 个段落", "{found} paragraphs"),
    "pages": Text("有 {found} 页", "{found} pages"),
    "archive_files": Text("压缩包内有 {found} 个文件", "{found} files inside"),
    "archive_unpacked": Text("压缩包解压后有 {found}", "{found} unpacked"),
    "seconds": Text("用去 {found} 秒处理器时间", "{found} s of processor time"),
    "memory": Text("用去 {found} 内存", "{found} of memory"),
}
_SPENT = {
    "seconds": Text(
        "读取和审核用去的处理器时间超过上限 {most} 秒",
        "it takes more than the limit of {most} s of processor time",
    ),
    "memory": Text(
        "读取所需的内存超过上限 {most}", "reading takes more than the limit of {most} of memory"
    ),
}


def beyond(limits: Limits, key: str, found: float, part: str = "") -> Refusal:
    """Refuse a file for one limit: say what was found, the limit, and the setting that has it.

    `found` is what was counted until reading stopped; `part` is the part of a package it is about.
    """
    most: float = getattr(limits, key)
    show = size_in_words if key in SIZES else _counted
    seen, allowed = show(found), show(most)
    if seen == allowed:
        # Rounded, they are the same.
        unit = " B" if key in SIZES else ""
        seen, allowed = (f"{round(one, 3):,.12g}{unit}" for one in (found, most))
    what = _WHAT[key]
    setting = f"limits.{key.replace('_', '-')}"
    zh, en = what.zh.format(found=_plain(seen)), what.en.format(found=seen)
    words = Text(
        f"{zh}，上限 {_plain(allowed)}，设置项 {setting}",
        f"{en}, limit {allowed}, setting {setting}",
    )
    return Refusal(Fault.TOO_LARGE, inside(part, words) if part else words)


def in_order(limits: Limits) -> list[float]:
    """Give the limits one after the other, for a pipe."""
    return [getattr(limits, one.name) for one in fields(limits)]


def overspent(limits: Limits, key: str) -> Text:
    """Say that a file took more time or memory than it may; how much more nobody waited for."""
    most: float = getattr(limits, key)
    words = _SPENT[key]
    shown = size_in_words(most) if key in SIZES else f"{most:g}"
    setting = f"limits.{key}"
    return Text(
        f"{words.zh.format(most=shown)}，设置项 {setting}",
        f"{words.en.format(most=shown)}, setting {setting}",
    )


def size_in_words(size: float) -> str:
    """Write a number of bytes in the largest unit that it fills: 256 MiB, 1.5 GiB."""
    for unit, name in _UNITS:
        if size >= unit:
            return f"{_short(size / unit)} {name}"
    return f"{size:.0f} B"


def _counted(figure: float) -> str:
    return f"{figure:,.0f}" if figure == int(figure) else _short(figure)


def _plain(figure: str) -> str:
    """Write a figure without the commas that Chinese does not set."""
    return figure.replace(",", "")


def _short(figure: float) -> str:
    """Write at most one decimal, cut off: a figure beyond a limit never reads as the limit."""
    return f"{int(figure * 10) / 10:g}"
