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
            "检查文件、文件夹和 ZIP 压缩包（逐层查找其中的表格文件）；- 表示标准输入；"
            "不写路径，则检查设置中的全部数据集",
            "Check files, folders and zip archives (walked); - reads standard input. Without paths,"
            " the data sets of the settings are checked.",
        ),
        "--form": Text(
            "按指定表式检查：表式编号，或表式文件的路径；不写则自动识别",
            "The form to check against: its id, or the path of a form file; otherwise recognised.",
        ),
        "--period": Text(
            "统计期间，如 2024、2024-Q1、2024-M03；不写则从表中识别",
            "The period: 2024, 2024-Q1, 2024-M03; otherwise read from the table.",
        ),
        "--previous": Text(
            "以前各期的表，用于核对上年结转、与上年比较：文件或文件夹；可多次使用",
            "Tables of earlier periods to hold the files against: files, folders; repeatable.",
        ),
        "--parts": Text(
            "所属各单位的表，用于核对汇总数：文件或文件夹；可多次使用",
            "Tables of the units that make up the ones checked: files, folders; repeatable.",
        ),
        "--units": Text(
            "应报单位名单：文本、CSV 或工作簿，有单位名称一栏，可有简称、别名、代码栏；"
            "缺报、重报的单位会列出来",
            "The list of units that must report: a text, CSV or workbook with a column of names,"
            " and of other names; says which units are missing.",
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
        "--no-infer": Text(
            "没有表式的表不推断其中的勾稽关系",
            "Look for no relations in tables that no form describes.",
        ),
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
        "infer": Text(
            "显示一个文件中没有表式的统计表：表的结构、各数之间的关系",
            "Show the tables of a file as they are without a form: structure and relations.",
        ),
        "--output to": Text("写入这个文件，不显示在屏幕上", "Write it to this file instead."),
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
        "form": Text(
            "表式：查看、识别、编写、检查",
            "Forms: see them, recognise them, write them, check them.",
        ),
        "form list": Text("列出自带的表式", "List the forms that come with statlint."),
        "form show": Text(
            "显示一个表式的表格、行、列和勾稽关系",
            "Show the tables, lines, heads and edits of a form.",
        ),
        "form match": Text(
            "识别文件中的表格用的是哪个表式", "Tell which form the tables of a file follow."
        ),
        "form new": Text(
            "根据文件中的统计表写出表式：行、列和由数字推得的关系，供核对、修改、保存；同一表式的"
            "多个文件一起看，把握更大",
            "Write a form of what the tables of files show: lines, heads and the relations of their"
            " figures, to be read, corrected and kept; files of one layout are seen together.",
        ),
        "--id": Text(
            "表式编号，默认取自文件名", "The id of the form; from the file's name by default."
        ),
        "--title": Text(
            "表式名称，默认为表的标题", "The title of the form; that of the table by default."
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
        "standard output": Text("标准输出", "standard output "),
        "no read": Text("无法读取（{reason}）", "cannot be read ({reason})"),
        "exists": Text(
            "已经存在，不覆盖；请另写文件名",
            "exists already and may have been corrected; name another file",
        ),
        "known form": Text(
            "表格用的是自带的表式 {form}（statlint form show {form}）",
            "has a table of the form {form} (statlint form show {form})",
        ),
        "no id": Text(
            "{name} 不能作表式编号，只能用小写字母、数字、- 和 _",
            "{name} is no id of a form: small letters, digits, - and _",
        ),
        "no table": Text(
            "没有找到统计表，写不出表式", "no statistics table found to write a form of"
        ),
        "other layout": Text(
            "{path}：表格与 {first} 的不是同一表式，请分开写",
            "{path}: its tables are laid out otherwise than those of {first}; write two forms",
        ),
        "is folder": Text(
            "是文件夹或压缩包，请写一个文件", "is a folder or an archive; name a file"
        ),
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
        "proves all": Text(
            "能查到：任何一格填错都能定位到格（共 {located} 格），任何两格填错都能发现",
            "proves: any one wrong figure is located (all {located} cells), any two are seen",
        ),
        "proves": Text("能查到：{told}", "proves: {told}"),
        "located": Text("{count} 格填错能定位到格", "a wrong figure is located in {count} cells"),
        "among": Text(
            "{count} 格填错只能定位到所在的关系", "only the edit it is in is told for {count} cells"
        ),
        "unseen": Text("{count} 格不在任何合计关系中", "{count} cells are in no sum"),
        "edits between tables": Text("表间关系", "edits between tables"),
        "quoted": Text("正文引用的数", "figures that a text quotes"),
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
        "new form": Text(
            "由 statlint {version} 写成：{source}。\n\n"
            "每条 [[table.edit]] 是数字所显示的一条关系，注释用行名、栏名写明，basis 是依据。\n"
            "请逐条核对：属实的，删去 origin 行和 nature 行（如有），不符时即为错误；\n"
            "不属实的，整条删去。\n"
            "标有“存疑”的请先看。key 可以改名，改时公式中一并改。\n\n"
            "核对表式：statlint form check {path}\n"
            "按表式检查：statlint check --form {path} FILES",
            "Written by statlint {version}. {source}.\n\n"
            "Each [[table.edit]] is a relation that the figures show. The comment says it in the\n"
            "labels of the table, basis why it is believed. Please read each one: where it is\n"
            "meant, delete the lines origin and nature (if any): a figure that breaks it is an\n"
            "error; where it is not, delete the edit. Look at those marked DOUBTFUL first. A key\n"
            "may be renamed, in the rules as well.\n\n"
            "statlint form check {path}\n"
            "statlint check --form {path} FILES",
        ),
        "doubt none": Text("存疑：本表中没有一处可以印证", "DOUBTFUL: nothing here bears it out"),
        "doubt few": Text(
            "存疑：只有 {held} 处可以印证", "DOUBTFUL: borne out at {held} places only"
        ),
        "doubt broken": Text(
            "不成立：{cells}。是数字有误，还是本无此关系？",
            "Broken at {cells}: a wrong figure, or no relation?",
        ),
        "and more": Text(" 等 {count} 处", ", {count} in all"),
        "between": Text("、", ", "),
    }
)


def say(key: str, language: Language, **values: object) -> str:
    """Say something on a page about forms."""
    return SAID[key].of(language).format(**values)


def fault(key: str, language: Language, **values: object) -> str:
    """Say what is wrong with the use of a command."""
    return FAULTS[key].of(language).format(**values)
