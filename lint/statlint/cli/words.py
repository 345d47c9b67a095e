"""What the command line says: help, and what goes wrong in using it; one table of words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.values import Language, Text

HELP: Mapping[str, Text] = MappingProxyType(
    {
        "statlint": Text(
            "检查上报的统计表：合计、比重、缺报、表式，指出所在单元格。只读文件，从不改动数据",
            "Check submitted statistics tables: totals, shares, missing figures, forms; each"
            " finding with its cell. Files are only read, never changed.",
        ),
        "--version": Text("显示版本", "Show the version."),
        "--help": Text("显示本说明", "Show this page."),
        "--lang": Text(
            "所用语言；不写则依次取 STATLINT_LANG、设置文件、系统语言",
            "Language; otherwise that of STATLINT_LANG, the settings, the locale.",
        ),
        "check": Text(
            "检查文件和文件夹（逐层查找其中的表格文件）；- 表示标准输入",
            "Check files and folders (folders are walked); - reads standard input.",
        ),
        "--form": Text(
            "按指定表式检查：表式编号，或表式文件的路径；不写则自动识别",
            "The form to check against: its id, or the path of a form file; otherwise recognised.",
        ),
        "--period": Text(
            "统计期间，如 2024、2024-Q1、2024-M03；不写则从表中识别",
            "The period: 2024, 2024-Q1, 2024-M03; otherwise read from the table.",
        ),
        "--select": Text(
            "只运行这些规则：编号、编号开头或名称，如 B101、B、unbalanced-total；可多次使用，"
            "也可用逗号隔开",
            "Run these rules only: code, beginning of a code, or name; repeatable, or with commas.",
        ),
        "--ignore": Text(
            "不运行这些规则，写法同上", "Leave these rules out; written in the same way."
        ),
        "--fail-level": Text(
            "达到哪一级时以状态 1 退出，默认 error",
            "From which severity on the exit status is 1; error by default.",
        ),
        "--output-format": Text("报告格式，默认 text", "Format of the report; text by default."),
        "--output": Text(
            "把报告写入文件；写成 格式=文件 时，屏幕上照常显示报告，另按该格式写一份；可多次使用",
            "Write the report to a file; FORMAT=FILE writes one more report beside the one shown;"
            " repeatable.",
        ),
        "--preview": Text("试行的规则也运行", "Run rules that are not yet stable, too."),
        "--stdin-filename": Text(
            "标准输入内容的文件名，用于报告和判断格式",
            "The name of what comes from standard input.",
        ),
        "--config": Text("使用这个设置文件", "Use this settings file."),
        "--isolated": Text("不读任何设置文件", "Read no settings file."),
        "--quiet": Text(
            "只显示查出的内容，不显示概况和汇总", "Show findings only, no heads, no summary."
        ),
        "--statistics": Text("列出各规则查出的次数", "Count the findings of each rule."),
        "--exit-zero": Text(
            "查出错误时也以状态 0 退出（运行出错仍为 2）",
            "Exit with 0 even where there are findings (never instead of 2).",
        ),
        "explain": Text(
            "说明规则：查什么、为什么、示例、依据；可写编号或名称",
            "Explain rules, by code or name: what they check, why, an example, the source.",
        ),
        "--all": Text("列出全部规则", "List every rule."),
        "--check": Text(
            "核对规则一览文件是否为最新，用于 --all",
            "With --all: tell whether a catalogue file is up to date.",
        ),
        "--write": Text(
            "写出规则一览文件，用于 --all", "With --all: write the catalogue to a file."
        ),
        "form": Text("表式：查看、识别、检查", "Forms: see them, recognise them, check them."),
        "form list": Text("列出自带的表式", "List the forms that come with statlint."),
        "form show": Text(
            "显示一个表式的表格、行、列和勾稽关系",
            "Show the tables, lines, heads and edits of a form.",
        ),
        "form match": Text(
            "识别文件中的表格用的是哪个表式", "Tell which form the tables of a file follow."
        ),
        "form check": Text(
            "检查自编的表式文件，一次指出全部错误",
            "Check form files of your own; names every fault at once.",
        ),
        "form schema": Text(
            "输出表式文件的 JSON Schema，供编辑器使用",
            "Write the JSON Schema of form files, for editors.",
        ),
        "usage": Text("用法：", "Usage: "),
        "Options": Text("选项", "Options"),
        "Commands": Text("命令", "Commands"),
    }
)

FAULTS: Mapping[str, Text] = MappingProxyType(
    {
        "see help": Text("{fault}（用法见 {command} --help）", "{fault} (see {command} --help)"),
        "no such option": Text("没有选项 {name}", "there is no option {name}"),
        "no such command": Text("没有命令 {name}", "there is no command {name}"),
        "did you mean": Text("，是否应为 {near}？", "; did you mean {near}?"),
        "missing": Text("缺少 {name}", "{name} is missing"),
        "needs a value": Text("选项 {name} 后面缺少内容", "option {name} needs a value"),
        "extra": Text("多余的内容：{names}", "too many words: {names}"),
        "bad value": Text("{name}：{fault}", "{name}: {fault}"),
        "not one of": Text("应为 {known} 之一", "must be one of {known}"),
        "not a period": Text(
            "{value} 不是统计期间，应写成 2024、2024-H1、2024-Q1 或 2024-M03",
            "{value} is not a period such as 2024, 2024-H1, 2024-Q1 or 2024-M03",
        ),
        "no such path": Text("没有这个文件或文件夹", "no such file or folder"),
        "no such rule": Text("没有规则 {name}", "there is no rule {name}"),
        "no such edit": Text("没有关系 {name}", "there is no edit {name}"),
        "no write": Text("无法写入（{reason}）", "cannot be written ({reason})"),
        "no read": Text("无法读取（{reason}）", "cannot be read ({reason})"),
        "no folder": Text("所在的文件夹不存在", "its folder does not exist"),
        "is input": Text(
            "是要检查的文件，不能用来写报告", "is a file to check; no report is written over it"
        ),
        "same output": Text("两份报告写到同一个文件", "two reports go to the same file"),
        "config or isolated": Text(
            "--config 和 --isolated 不能同时使用", "--config and --isolated exclude each other"
        ),
        "code or all": Text(
            "请写规则编号，或用 --all 列出全部规则", "name a rule, or list all with --all"
        ),
        "needs all": Text("{name} 须与 --all 一起使用", "{name} goes with --all"),
        "stale": Text(
            "已过时，请运行 statlint explain --all --write {path}",
            "is out of date; run statlint explain --all --write {path}",
        ),
        "crashed": Text("规则 {code} 运行出错：{error}", "rule {code} crashed: {error}"),
        "defect": Text(
            "程序自身出错，未能完成检查：{error}",
            "a defect of statlint itself, the work is not done: {error}",
        ),
        "nothing": Text("没有可检查的文件", "there is no file to check"),
        "progress": Text("检查 {done}/{total}  {path}", "checking {done}/{total}  {path}"),
        "interrupted": Text("已中断", "interrupted"),
    }
)

SAID: Mapping[str, Text] = MappingProxyType(
    {
        "form sizes": Text("{tables} 张表，{edits} 条关系", "tables: {tables}, edits: {edits}"),
        "edits": Text("关系", "edits"),
        "edits between tables": Text("表间关系", "edits between tables"),
        "heads": Text("列：{heads}", "heads: {heads}"),
        "sign-off": Text("签署项：{fields}", "sign-off: {fields}"),
        "off": Text("默认不查", "off unless asked for"),
        "only for": Text("仅限 {kinds}", "only for {kinds}"),
        "flows only": Text("不用于时点数", "not for stocks"),
        "repeats": Text("可重复", "repeats"),
        "optional": Text("可缺", "may be absent"),
        "within": Text("每个{label}各查一次", "for each {label}"),
        "rival": Text(
            "{edits} 中取与表最相符的一条", "of {edits} the one that fits the table best"
        ),
        "proven": Text("表中多数相符时才查", "only where it fits most of the table"),
    }
)


def say(key: str, language: Language, **values: object) -> str:
    """Say something on a page about forms."""
    return SAID[key].of(language).format(**values)


def fault(key: str, language: Language, **values: object) -> str:
    """Say what is wrong with the use of a command."""
    return FAULTS[key].of(language).format(**values)
