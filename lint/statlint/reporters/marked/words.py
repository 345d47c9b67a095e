"""What marked copies say in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.finding import Nature, Severity
from statlint.values import Text

SUFFIX = "_审核结果"
"""What the name of a marked copy ends with, in either language: lists of files are made by it."""
SHEET = Text("审核结果", "Review")
LEVEL: Mapping[tuple[Nature, Severity], Text] = {
    (Nature.MANDATORY, Severity.ERROR): Text("强制性错误", "error: put right"),
    (Nature.MANDATORY, Severity.WARNING): Text("强制性警告", "warning: put right"),
    (Nature.MANDATORY, Severity.INFORMATION): Text("提示", "information"),
    (Nature.QUERY, Severity.ERROR): Text("核实性错误", "error: put right or explain"),
    (Nature.QUERY, Severity.WARNING): Text("核实性警告", "warning: put right or explain"),
    (Nature.QUERY, Severity.INFORMATION): Text("提示", "information"),
}
ACCEPTED = Text("已说明", "explained")
HEADS = tuple(
    Text(*both)
    for both in (
        ("级别", "level"),
        ("规则", "rule"),
        ("问题", "finding"),
        ("位置", "place"),
        ("左值", "left"),
        ("右值", "right"),
        ("差额", "difference"),
        ("建议", "proposal"),
        ("情况说明", "explanation"),
    )
)
SAID: Mapping[str, Text] = {
    "title": Text("审核结果：{name}", "Review of {name}"),
    "file": Text("文件", "file"),
    "form": Text("表式", "form"),
    "unit": Text("填报单位", "unit"),
    "period": Text("报告期", "period"),
    "checked": Text("审核项目", "checks"),
    "found": Text("审核结果", "result"),
    "time": Text("审核时间", "time"),
    "version": Text("审核软件", "checked by"),
    "counts": Text("检查 {checked} 项，通过 {passed} 项", "{checked} checks, {passed} passed"),
    "failed": Text("，不符 {count} 项", ", {count} failed"),
    "not-checked": Text("，未能检查 {count} 项", ", {count} could not be checked"),
    "severity": Text("{severity} {count} 处", "{severity}: {count}"),
    "accepted": Text("已说明 {count} 处", "explained: {count}"),
    "none": Text("未发现问题", "nothing found"),
    "comma": Text("，", ", "),
    "explain": Text(
        "核实性的问题，如情况属实，请在「情况说明」一栏写明原因并保存，"
        "再连同原文件一起拖到审核页面上取回（用命令的：statlint justify --from）；"
        "其余的请在原文件中改正，不要改在这一份里。",
        "Where a finding may be explained and the figure is right, write the reason into the last"
        " column, save, and drop this copy with the file on the page of statlint (or: statlint"
        " justify --from); put all others right in the file itself, not in this copy.",
    ),
    "correct": Text(
        "以下问题请在原文件中改正，不要改在这一份里。",
        "Put right what is listed here in the file itself, not in this copy.",
    ),
    "unnoted": Text(
        "单元格批注以 {most} 个为限：另有 {count} 个单元格只加底色、没有批注，问题见下表。",
        "No more than {most} cells get a note: {count} more have a tint alone, see the table.",
    ),
    "threads": Text(
        "有 {count} 个单元格原有会话批注，新版 Excel 只显示原批注，审核提示见下表。",
        "{count} cells have a thread of comments, which Excel shows instead of our note.",
    ),
    "signed": Text(
        "原文件有数字签名，加标注后的这一份签名已失效；原文件未改动。",
        "The file is signed; the signature does not hold for this copy. The file is as it was.",
    ),
    "untinted": Text(
        "原文件的单元格格式已满，无法再加底色，问题见下表。",
        "The file has no room for more formats of cells, so none has a tint.",
    ),
    "listed": Text(
        "原文件不是 .xlsx 工作簿，不能在其中加标注，这里只列出审核结果。",
        "The file is no .xlsx workbook that marks can be put into: this is the list alone.",
    ),
    "unread": Text("文件无法读取，没有审核。", "The file cannot be read and was not checked."),
    "no-table": Text("没有找到统计表。", "No statistics table was found."),
    "known": Text(
        "基线中已知的 {count} 处未列出。", "What the baseline knows is not listed: {count}."
    ),
    "not-listed": Text(
        "问题太多，另有 {count} 处未列出。", "There are too many findings: {count} are not listed."
    ),
    "beside": Text("{words}（{more}）", "{words} ({more})"),
    "gone": Text("已无此问题", "no longer found"),
    "sides": Text(
        "左值 {left}   右值 {right}   差额 {difference}",
        "left {left}   right {right}   difference {difference}",
    ),
    "sides-two": Text("左值 {left}   右值 {right}", "left {left}   right {right}"),
    "list": Text("{words}：", "{words}:"),
    "suspected": Text("[可能有误]", "[may be wrong]"),
    "proposal": Text("建议：{words}", "Proposal: {words}"),
    "explained": Text("情况说明：{words}", "Explanation: {words}"),
    "more": Text("另有 {count} 个问题，见「{sheet}」表", "{count} more, see the sheet {sheet}"),
    "footer": Text("&C第 &P 页，共 &N 页", "&Cpage &P of &N"),
}
