"""X207: parts that give no figures, and what these would have to be."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Instance
from statlint.facts import Fact
from statlint.finding import Finding, Reason
from statlint.form import EditKind
from statlint.history import PassedOver
from statlint.rule import Context, Level, Occasion, Severity, plain_number, quoted, rule
from statlint.values import Number, Text, exact

_SHOWN = 5
_OPEN = frozenset({Reason.BLANK_PARTS, Reason.UNREADABLE_PARTS})

MESSAGES = {
    "open": Text(
        zh="{paths}{why}，上下级汇总未能全部核对；已收 {count} 个单位的表",
        en="{paths} {why}: the sums over the parts are open; the tables of {count} units are here",
    ),
    "rest": Text(
        zh="{paths}{why}，上下级汇总只能核对其余 {count} 个单位；如别无漏报，本表减去其余单位合计，"
        "{these}应为：{figures}",
        en="{paths} {why}: only the other {count} units could be added up; if nothing else "
        "is missing, {these} must have the rest of this table: {figures}",
    ),
    "nothing": Text(
        zh="{paths}{why}，没有计入；其余 {count} 个单位的合计已等于本表，本表可能没有汇总该单位",
        en="{paths} {why} and was not added up; the other {count} units already add up to this "
        "table, which may leave it out",
    ),
    "cells": Text(
        zh="{paths}有 {count} 处空白或不是数字，对应的汇总数未能核对；"
        "如别无漏报，本表减去其余单位合计，{these}应为：{figures}",
        en="{count} cells of {paths} are blank or no figures, and the sums with them open; this "
        "table less the other parts leaves for {these}: {figures}",
    ),
}
_WHY = {
    Reason.OTHER_FORM: Text("用的是另一表式", "follows another form"),
    Reason.NO_TABLE_ELSEWHERE: Text("中没有统计表", "has no table"),
    Reason.OTHER_PERIOD: Text("是另一期的", "is for another period"),
    Reason.LIST_ELSEWHERE: Text("是长表", "is a long list"),
    Reason.UNIT_MISSING: Text("缺报", "has handed in nothing"),
}
_MIXED = Text("读不出所需的数", "give no figures")
_THERE = Text("这些地方", "them")
_THIS, _THESE = Text("该表", "it"), Text("这些表合计", "them together")
_UNREAD = Text("无法读取", "cannot be read")


@rule(
    code="X207",
    level=Level.SAME_SOURCE,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请打开该单位的表看看是否损坏、表式是否正确，必要时请其重报，再核对汇总数",
        en="See whether the file is damaged or follows another form, ask for it anew where it is, "
        "and check the sums again",
    ),
    when=(Occasion.PARTS, Occasion.ACROSS),
)
def unread_part(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """File of a part gives no figures, so that sums over the parts stay open.

    ## What it checks
    The files that are given as parts by `--parts`, or that the settings make parts: one that cannot
    be read, that has no table, follows another form or is for another period; and the units on a
    list of those due (`--units`, `units` of the data set of the parts) of which there is no file.
    Then no total need be the sum of the other parts, but none should be smaller: that is still
    asked (X201). What this table has more than the other parts is told: so much the missing table
    would have to say.

    Among files named by `--parts` one without any table may be no part at all and is only listed
    as not checked.

    So it is with single cells of a part that are blank or hold no figure, where the total is more
    than the others come to: one finding for each part tells what would have to stand there.

    ## Why it matters
    One damaged file among twenty would leave every sum open, and it may be the one that is wrong.

    ## Example
    ```text fail
    县.xlsx with --parts 乡镇: 19 tables that can be read, and 河棚镇.xlsx that is damaged.
    ```
    ```text pass
    The same with 河棚镇.xlsx sent anew.
    ```

    ## Known problems
    In tables that no form describes nothing shows which figures add up while a part is missing.
    """
    yield from _cells_left(confrontation, context)
    others = confrontation.others
    if not others.lacking:
        return
    left = list(_left(confrontation))
    told = [_said(fact, value) for fact, value in left if value > 0]
    message = "open" if not left else "rest" if told else "nothing"
    yield context.finding(
        message,
        paths=[quoted(one.path or one.unit_name) for one in others.lacking],
        these=_THESE if len(others.lacking) > 1 else _THIS,
        why=_why(others.lacking),
        count=others.count("parts"),
        figures=_figures(told),
    )


def _cells_left(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Tell, for each set of parts, what its cells without a figure would have to hold."""
    found: dict[tuple[str, ...], list[tuple[Instance, list[Fact]]]] = {}
    for one in confrontation.instances:
        empty = [fact for fact in one.facts if fact.path and fact.figure is None]
        if empty and one.edit.kind is EditKind.BALANCE and one.reason in _OPEN and _left_in(one):
            paths = tuple(dict.fromkeys(str(fact.path) for fact in empty))
            found.setdefault(paths, []).append((one, empty))
    for paths, members in found.items():
        left = [(one.target, _left_in(one)) for one, _ in members]
        yield context.finding(
            "cells",
            at=members[0][0].target,
            related=[fact for _, empty in members for fact in empty],
            paths=[quoted(path) for path in paths],
            count=sum(len(empty) for _, empty in members),
            these=_THERE,
            figures=_figures([_said(fact, value) for fact, value in left if fact]),
        )


def _left_in(instance: Instance) -> Number:
    """Give what a total over parts has more than the figures of its parts; 0 where it is none."""
    target = instance.target
    if instance.edit.across != "parts" or target is None or target.figure is None:
        return 0
    left = target.figure.value
    for fact in instance.facts:
        if fact.path and fact.figure:
            left = exact.subtract(left, fact.figure.value)
    return left


def _why(lacking: tuple[PassedOver, ...]) -> Text:
    """Say why parts give no figures, where it is the same of all; else that they do not."""
    reasons = {one.reason for one in lacking}
    return _WHY.get(reasons.pop(), _UNREAD) if len(reasons) == 1 else _MIXED


def _left(confrontation: Confrontation) -> Iterator[tuple[Fact, Number]]:
    """Give what each total has more than the parts that are there."""
    for one in confrontation.instances:
        if one.edit.across == "parts" and one.target is not None and one.difference is not None:
            yield one.target, exact.subtract(0, one.difference)


def _said(fact: Fact, value: Number) -> str:
    return f"{fact.line_label} · {fact.head_label} {plain_number(value)}"


def _figures(told: list[str]) -> Text:
    more = len(told) - _SHOWN
    shown = told[:_SHOWN]
    return Text(
        "、".join(shown) + (f" 等 {len(told)} 个数" if more > 0 else ""),
        ", ".join(shown) + (f" and {more} more" if more > 0 else ""),
    )
