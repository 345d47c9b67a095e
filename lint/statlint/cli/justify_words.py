"""What `statlint justify` says and asks; one table of words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.values import Language, Text

SAID: Mapping[str, Text] = MappingProxyType(
    {
        "open": Text(
            "可以填写说明的 {count} 处：",
            "{count} that may be justified:",
        ),
        "refused": Text(
            "不能以说明代替、须更正的 {count} 处：",
            "{count} that must be put right and cannot be justified:",
        ),
        "explained": Text("已有说明的 {count} 处", "{count} justified already"),
        "none": Text("没有需要说明的问题", "there is nothing to justify"),
        "how": Text(
            '填写说明：statlint justify {path} --code 编号 --cell 单元格 --reason "原因"',
            'To justify: statlint justify {path} --code CODE --cell CELL --reason "…"',
        ),
        "wrote": Text("{path}：写入说明 {count} 条", "{path}: {count} written"),
        "replaced": Text("，替换 {count} 条", ", {count} replaced"),
        "pruned": Text("{path}：删去失效的说明 {count} 条", "{path}: {count} stale taken out"),
        "removed": Text(
            "{path}：不再有说明，文件已删除", "{path}: nothing is left in it, the file is gone"
        ),
        "why": Text("（{why}）", " ({why})"),
        "unused": Text("已查不出", "not found any more"),
        "changed": Text("已有变化：{changes}", "changed: {changes}"),
        "expired": Text("{end} 到期", "held until {end}"),
        "comma": Text("，", ", "),
        "reason": Text("原因：{reason}", "reason: {reason}"),
        "earlier": Text("上次说明{why}：{reason}", "justified before{why}: {reason}"),
        "ask": Text(
            "情况说明（回车跳过，q 结束）：",
            "Reason (Enter: skip, q: end): ",
        ),
        "ask again": Text(
            "情况说明（回车跳过，= 沿用上次，q 结束）：",
            "Reason (Enter: skip, =: as before, q: end): ",
        ),
        "ask by": Text("说明人（回车不填）：", "By whom (Enter: not said): "),
        "ask by name": Text("说明人：", "By whom: "),
        "copy named": Text(
            "{path} 是 statlint 写出的审核结果；其中填好的情况说明用 statlint justify --from 写入",
            "{path} is a file that statlint wrote; statlint justify --from takes what was filled in"
            " in a marked copy",
        ),
        "not with from": Text(
            "--from 不能与 {name} 同时使用", "--from and {name} exclude each other"
        ),
        "one original": Text(
            "用 --from 时，只能写一个原文件或一个文件夹", "with --from name one file, or one folder"
        ),
        "colon": Text("：", ": "),
        "known rows": Text("{count} 条说明原来就有", "{count} explained alike before"),
        "blank rows": Text("{count} 条没有填写情况说明", "{count} without an explanation"),
        "nothing filled in": Text("没有填写情况说明", "nothing is filled in under explanation"),
        "untaken": Text(
            "{path}：没有采用的情况说明 {count} 条：",
            "{path}: {count} of the explanations not taken:",
        ),
        "untaken row": Text(
            "第 {row} 行  {what}：{why}（{reason}）", "row {row}  {what}: {why} ({reason})"
        ),
        "empty reason": Text(
            "说明要写明原因，至少有一个字", "a reason has at least one letter or digit"
        ),
    }
)


def say(key: str, language: Language, **values: object) -> str:
    """Say one of them with its values filled in."""
    return SAID[key].of(language).format(**values)
