"""What the reporters say in Chinese and English; the rules and forms bring their own words."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.finding import FileStatus, Grounds, Nature, Origin, Reason
from statlint.values import Text

NATURE: Mapping[Nature, Text] = {
    Nature.MANDATORY: Text("强制性", "must be put right"),
    Nature.QUERY: Text("核实性", "put right or explain"),
}

ORIGIN: Mapping[Origin, Text] = {
    Origin.OFFICIAL: Text("表内印明的勾稽关系", "printed in the form"),
    Origin.FORM: Text("按表内关系推得", "implied by the form"),
    Origin.INFERRED: Text("由数据推得", "found in the figures"),
    Origin.PROSE: Text("来自正文", "said in the text"),
    Origin.SETTINGS: Text("来自本单位设置", "from the settings"),
}
ADDED_UP = Text("按表内加总推得", "implied by adding up the table")
_ADDED_UP_PARTS = Text("按下级单位汇总推得", "implied by adding up the parts")
_BETWEEN_PERIODS = Text("按各期报表的衔接关系推得", "implied by the tables of other periods")


def origin_words(origin: Origin, across: str) -> Text:
    """Say where an edit comes from; `across` is what other forms it reaches to."""
    if origin is not Origin.FORM or not across:
        return ORIGIN[origin]
    return _ADDED_UP_PARTS if "parts" in across.split("+") else _BETWEEN_PERIODS


STATUS: Mapping[FileStatus, Text] = {
    FileStatus.CHECKED: Text("已检查", "checked"),
    FileStatus.UNREADABLE: Text("无法读取", "cannot be read"),
    FileStatus.NO_TABLE: Text("没有找到统计表", "no statistics table found"),
}

REASON: Mapping[Reason, Text] = {
    Reason.BLANK_PARTS: Text("相关单元格空白", "cells it needs are blank"),
    Reason.UNREADABLE_PARTS: Text("相关单元格不是数字", "cells it needs do not hold a figure"),
    Reason.MISSING_LINE: Text("表中缺相关的行或列", "a line or head it needs is missing"),
    Reason.KIND_OF_UNIT: Text(
        "不知道本单位的类别（可在设置中写明 unit-kind）",
        "the kind of reporting unit is not known (settings: unit-kind)",
    ),
    Reason.NO_PERIOD: Text(
        "不知道统计年度（可用 --period 写明）", "the period is not known (--period)"
    ),
    Reason.UNPROVEN: Text(
        "此关系在本表中多不成立，可能不适用", "it seldom holds in this table and may not apply"
    ),
    Reason.DIVISION_BY_ZERO: Text("除数为 0", "it would divide by 0"),
    Reason.UNSEEN: Text("这种文件格式读不出所需内容", "the file format hides what it needs"),
    Reason.REQUIRED_RULE: Text("前置规则未通过", "a rule that must pass first did not"),
    Reason.NO_COUNTERPART: Text(
        "本次检查的文件中没有所引用的表", "the table referred to is not among the files"
    ),
    Reason.SEVERAL_COUNTERPARTS: Text(
        "所引用的表可能是几张中的一张，无法确定", "several tables may be the one referred to"
    ),
    Reason.ABSENT_ELSEWHERE: Text(
        "所对照的表中没有这一数字", "the table it is held against has no such figure"
    ),
    Reason.NOT_READ_ELSEWHERE: Text(
        "所对照的文件无法读取", "the file it was to be held against cannot be read"
    ),
    Reason.NO_TABLE_ELSEWHERE: Text(
        "所对照的文件中没有统计表", "the file it was to be held against has no table"
    ),
    Reason.OWN_OUTPUT: Text(
        "所写的文件是 statlint 的审核结果，不是报表",
        "the file to be held against is one that statlint wrote, no table",
    ),
    Reason.LIST_ELSEWHERE: Text(
        "所对照的文件是长表（一行一个数），本表不是，无法对照",
        "the file it was to be held against is a long list, and this table is not",
    ),
    Reason.OTHER_LIST: Text(
        "所对照的文件不是同一长表：栏目不同，或单位、指标大多不同",
        "the file to be held against is not the same long list: it has other columns or keys",
    ),
    Reason.TOO_MANY: Text(
        "长表过长，只核对了前一部分", "the long list is too long, only its beginning was looked at"
    ),
    Reason.MANY_LINES: Text(
        "表的行数太多，行与行之间的关系（分组小计、名次、与其他文件对照等）未核对",
        "the table has too many lines to hold them against one another, or against other files",
    ),
    Reason.LIST_OF_PARTS: Text(
        "长表不与下级单位的文件合计对照",
        "long lists are not held against the sums of the files of their parts",
    ),
    Reason.OTHER_FORM: Text(
        "所对照的文件用的是另一表式", "the file it was to be held against follows another form"
    ),
    Reason.OTHER_UNIT: Text(
        "所对照的文件不属于本单位", "the file it was to be held against is of another unit"
    ),
    Reason.SEVERAL_WHOLES: Text(
        "同时检查几个上级单位，看不出这些下级的表各属哪个，未作上下级汇总核对",
        "the parts of several units lie together and do not say whose they are",
    ),
    Reason.UNIT_MISSING: Text("应报的下级单位缺报", "a unit that is due has handed in no table"),
    Reason.OTHER_PERIOD: Text(
        "所对照的文件不是所需的期间", "the file it was to be held against is for another period"
    ),
    Reason.SEVERAL_ALIKE: Text(
        "几个文件都可能是所对照的，无法确定", "several files may be the one to hold it against"
    ),
    Reason.ITSELF: Text("所对照的就是本表自身", "the file to hold it against is this table itself"),
    Reason.TWICE: Text(
        "同一单位的表给了不止一份，数字相同，只计一次",
        "the table of one unit is given more than once with the same figures, and counted once",
    ),
    Reason.NO_NUMBERS: Text(
        "所引用的表没有编号", "the lines of the table referred to have no numbers"
    ),
    Reason.LEFT_ALONE: Text(
        "公式超出可验算的范围，未核对其结果", "formulas beyond what is reckoned again here"
    ),
}

UNSEEN: Mapping[str, Text] = {
    "error-values": Text("错误值", "error values"),
    "number-formats": Text("数字格式", "number formats"),
    "formulas": Text("公式", "formulas"),
    "hidden-parts": Text("隐藏的行、列和工作表", "hidden rows, columns and sheets"),
    "merges": Text("合并单元格", "merged cells"),
    "embedded-tables": Text("嵌入文档的电子表格", "spreadsheets set into the document"),
    "pictures": Text("图片（表格可能是图片）", "pictures, which may be its tables"),
}

ROLE: Mapping[str, Text] = {
    "previous": Text("上期", "previous"),
    "year_before": Text("上年同期", "a year before"),
    "earlier": Text("更早各期", "earlier"),
    "parts": Text("所属单位", "parts"),
    "monthly": Text("各月", "months"),
    "quarterly": Text("各季", "quarters"),
    "half_yearly": Text("各半年", "half-years"),
    "part_of": Text("汇总到", "part of"),
}
"""What another file is to the one that is checked."""

SEPARATOR: Mapping[str, Text] = {
    ",": Text("逗号", "comma"),
    "\t": Text("制表符", "tab"),
    ";": Text("分号", "semicolon"),
    "，": Text("全角逗号", "full-width comma"),
    "|": Text("竖线", "bar"),
}

WHY_ACCEPTED: Mapping[Grounds, Text] = {
    Grounds.SIDECAR: Text("未写明原因", "no reason given"),
    Grounds.BASELINE: Text("基线中已有", "known from the baseline"),
    Grounds.WORKBOOK: Text("Excel 中已设为忽略", "Excel was told to ignore it"),
}
"""Why findings are accepted for which nobody states a reason."""

SAID: Mapping[str, Text] = {
    "rules": Text("运行规则 {count} 条", "{count} rules run"),
    "form": Text("表式", "form"),
    "period": Text("期间", "period"),
    "unit": Text("单位", "unit"),
    "tables": Text("表格", "tables"),
    "text": Text("正文", "text"),
    "paragraphs": Text(
        "{paragraphs} 段，{tables} 个表格", "paragraphs: {paragraphs}, tables: {tables}"
    ),
    "paragraphs-alone": Text("{paragraphs} 段，没有表格", "paragraphs: {paragraphs}, no table"),
    "read": Text("读取", "read as"),
    "converted": Text("由 {program} 转换为 .docx 后读取", "a .docx made by {program}"),
    "encoding_alone": Text("编码 {encoding}", "{encoding}"),
    "encoding": Text("编码 {encoding}，分隔符 {separator}", "{encoding}, separated by {separator}"),
    "unseen": Text("读不出", "not seen"),
    "beside": Text("对照", "against"),
    "beside-role": Text("{role}：{paths}", "{role}: {paths}"),
    "beside-more": Text(" 等 {count} 个", ", … ({count} files)"),
    "beside-disk": Text(
        "（以上按磁盘上现有的文件读取）",
        "(read as they are on disk)",
    ),
    "checked": Text("检查", "checks"),
    "inferred": Text("推断", "inferred"),
    "counts": Text(
        "{checked} 项，通过 {passed} 项，不符 {failed} 项，未能检查 {not_checked} 项",
        "{checked}: {passed} passed, {failed} failed, {not_checked} could not be checked",
    ),
    "counts-passed": Text("{checked} 项，全部通过", "{checked}: all passed"),
    "passed": Text("通过 {count} 项", "{count} passed"),
    "result": Text("结果", "result"),
    "clean": Text("未发现错误和警告", "no errors, no warnings"),
    "clean-files": Text(
        "另有 {count} 个文件未发现错误和警告：",
        "{count} more files, without errors and warnings:",
    ),
    "sides": Text(
        "左值 {left}   右值 {right}   差额 {difference}",
        "left {left}   right {right}   difference {difference}",
    ),
    "edit": Text("关系", "edit"),
    "edit-words": Text("{name}：{words}（{origin}）", "{name}: {words} ({origin})"),
    "cells": Text("数据", "figures"),
    "advice": Text("建议", "advice"),
    "rest": Text("等 {count} 格", "{count} cells in all"),
    "cause-list": Text("{cause}：{alternatives}", "{cause}: {alternatives}"),
    "same-cause": Text("同一原因，另有 {count} 处：", "the same cause, {count} more:"),
    "same-cause-short": Text("（{places} 同）", " (likewise {places})"),
    "same-cause-count": Text("（另有 {count} 处同）", " (and {count} more)"),
    "not-checked": Text("未能检查 {count} 项", "{count} could not be checked"),
    "reason": Text("{reason}，{count} 项：{edits}", "{reason}, {count}: {edits}"),
    "crashed": Text("规则 {code} 运行出错", "rule {code} crashed"),
    "crash-advice": Text(
        "这是规则自身的错误，不是表格的错误；该规则在此文件上没有结论",
        "the fault is the rule's, not the table's; it came to no verdict on this file",
    ),
    "files": Text("共 {count} 个文件", "{count} files"),
    "states": Text("（{states}）", " ({states})"),
    "comma": Text("、", ", "),
    "label": Text("「{label}」", "“{label}”"),
    "semicolon": Text("；", "; "),
    "one-file": Text("共 1 个文件", "1 file"),
    "no-files": Text("没有可检查的文件", "no file to check"),
    "example": Text("{words}：", "{words}:"),
    "baseline": Text(
        "已知的见基线 {path}，未列出", "what is known is in the baseline {path}, not listed"
    ),
    "accepted": Text("已说明 {count}", "accepted {count}"),
    "known": Text("已知 {count}", "known {count}"),
    "accepted-part": Text("已说明 {count} 处", "accepted: {count}"),
    "and-more": Text("另有 {count} 处，说明相同", "{count} more, for the same reason"),
    "until": Text("至 {day}", "until {day}"),
    "reason-alone": Text("说明：{reason}", "reason: {reason}"),
    "reason-by": Text("说明：{reason}（{aside}）", "reason: {reason} ({aside})"),
    "beside-comma": Text("，", ", "),
    "hidden": Text("另有 {count} 处未显示（{counts}）", "findings not shown: {count} ({counts})"),
    "hidden-here": Text("另有 {count} 处未显示", "not shown: {count} more"),
    "hidden-files": Text(
        "；其中 {count} 个文件全部未显示", "; files of which none is shown: {count}"
    ),
    "statistics": Text("各规则次数", "findings by rule"),
}

JUNIT: Mapping[str, Text] = {
    "failed": Text("{message}（另有 {more} 处）", "{message} (and {more} more)"),
    "open": Text("{reason}，{count} 项", "{reason}, {count}"),
    "more": Text("另有 {count} 处", "and {count} more"),
}
"""What the results of tests say of a case."""

GITHUB: Mapping[str, Text] = {
    "more": Text(
        "另有 {count} 处未在此列出（{counts}），见本步骤的摘要",
        "{count} more are not annotated ({counts}); the summary of this step lists them",
    ),
    "open-heads": Text("程度 规则 文件 位置 内容", "severity rule file place finding"),
    "accepted-heads": Text(
        "程度 规则 文件 位置 内容 说明 说明人 有效期至",
        "severity rule file place finding reason by until",
    ),
    "accepted-title": Text("已说明 {count} 处", "{count} accepted"),
    "not-shown": Text("另有 {count} 处，篇幅所限未列出", "{count} more, for lack of room"),
}
"""What the annotations and the summary of a step say."""
