"""What the command line says, and what goes wrong in using it; one table of words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.values import Language, Text

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
        "not a count": Text(
            "{value} 不是不小于 0 的整数", "{value} is not a whole number from 0 on"
        ),
        "not a port": Text(
            "{value} 不是端口号，应为 0 到 65535 的整数",
            "{value} is no port: a whole number from 0 to 65535",
        ),
        "not jobs": Text(
            "{value} 应为 auto，或不小于 1 的整数",
            "{value} is neither auto nor a whole number from 1 on",
        ),
        "not an executor": Text(
            "--executor：{value} 应写成 dask=tcp://主机:端口",
            "--executor: {value} is not like dask=tcp://host:port",
        ),
        "not a period": Text(
            "{value} 不是统计期间，应写成 2024、2024-H1、2024-Q1 或 2024-M03",
            "{value} is not a period such as 2024, 2024-H1, 2024-Q1 or 2024-M03",
        ),
        "no web": Text(
            "打开网页需要另装组件：pip install 'statlint[web]'",
            "the page needs an extra: pip install 'statlint[web]'",
        ),
        "no such path": Text("没有这个文件或文件夹", "no such file or folder"),
        "no such rule": Text("没有规则 {name}", "there is no rule {name}"),
        "no such edit": Text("没有关系 {name}", "there is no edit {name}"),
        "no cell": Text(
            "{value} 不是单元格，应写成 D12、D5:D12 或 表一!D12",
            "{value} is no cell such as D12, D5:D12 or Sheet1!D12",
        ),
        "no day": Text(
            "{value} 不是日期，应写成 2026-12-31 或 90d（90 天）",
            "{value} is no day such as 2026-12-31, nor a number of days such as 90d",
        ),
        "past day": Text("{value} 已经过去", "{value} is past already"),
        "needs author": Text(
            "按设置，须写明说明人（--by）", "the settings ask by whom it is justified (--by)"
        ),
        "none such": Text(
            "没有这样的问题（--code、--cell）", "nothing of that kind is found (--code, --cell)"
        ),
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
        "no revision": Text(
            "--source：{source} 没有写版本，应写成 git+地址@版本",
            "--source: {source} names no revision; write git+ADDRESS@REVISION",
        ),
        "baseline or none": Text(
            "--no-baseline 不能与 --baseline、--write-baseline 同时使用",
            "--no-baseline goes neither with --baseline nor with --write-baseline",
        ),
        "baseline of files": Text(
            "--write-baseline 只用于检查文件和文件夹，不能用于标准输入",
            "--write-baseline is for files and folders, not for standard input",
        ),
        "baseline begun": Text(
            "基线 {path} 已写好：{files} 个文件，{count} 条",
            "the baseline {path} is written; files: {files}, findings: {count}",
        ),
        "baseline barred": Text(
            "{count} 条按设置不得放过，没有写入",
            "{count} are not in it: the settings let nobody accept them",
        ),
        "baseline kept": Text(
            "基线 {path}：删去 {gone} 条，还有 {count} 条",
            "the baseline {path}: {gone} taken out, {count} left",
        ),
        "baseline new": Text(
            "另有 {count} 条不在基线中，没有写入；基线只减不增，确要重写请先删去该文件",
            "{count} are new and were not put in: a baseline only shrinks; to begin anew, delete"
            " it first",
        ),
        "config or isolated": Text(
            "--config 和 --isolated 不能同时使用", "--config and --isolated exclude each other"
        ),
        "one config": Text(
            "--config 只能写一个设置文件（{files}）；其余的请写在它的 extend 中",
            "--config takes one settings file ({files}); it may extend others",
        ),
        "code or all": Text(
            "请写规则编号，或用 --all 列出全部规则", "name a rule, or list all with --all"
        ),
        "needs all": Text("{name} 须与 --all 一起使用", "{name} goes with --all"),
        "stale": Text(
            "已过时，请运行 statlint explain --all {option} {path}",
            "is out of date; run statlint explain --all {option} {path}",
        ),
        "crashed": Text("规则 {code} 运行出错：{error}", "rule {code} crashed: {error}"),
        "defect": Text(
            "程序自身出错，未能完成检查：{error}",
            "a defect of statlint itself, the work is not done: {error}",
        ),
        "left out": Text(
            "按 .gitignore 或 exclude 未检查：文件 {files} 个，文件夹 {folders} 个",
            "left out by .gitignore or exclude: files {files}, folders {folders}",
        ),
        "lonely": Text(
            "旁边没有表的说明文件 {count} 个，其中的说明不起作用：{paths}"
            "（表改了名的，请一并改名）",
            "files of justifications without the table that they are about, to no effect: {count}:"
            " {paths} (where the table has a new name, give it to them, too)",
        ),
        "nothing": Text("没有可检查的文件", "there is no file to check"),
        "progress": Text("检查 {done}/{total}  {path}", "checking {done}/{total}  {path}"),
        "progress for": Text(
            "检查 {done}/{total}（已 {seconds} 秒）  {path}",
            "checking {done}/{total} ({seconds} s)  {path}",
        ),
        "interrupted": Text("已中断", "interrupted"),
        "watching": Text(
            "正在监视 {count} 个文件，保存后自动重新检查；按 Ctrl-C 结束",
            "watching, files: {count}; checks again when one is saved, Ctrl-C ends it",
        ),
        "changed": Text(
            "{time} 有改动，重新检查：{names}", "{time} changed, checked again: {names}"
        ),
        "between": Text("、", ", "),
        "more": Text(" 等 {count} 个文件", " and others, {count} in all"),
        "watch and write": Text(
            "--watch 和 --write-baseline 不能同时使用",
            "--watch and --write-baseline exclude each other",
        ),
        "reads input": Text(
            "正在读取标准输入；输完按 Ctrl-D（Windows 为 Ctrl-Z 加回车），放弃按 Ctrl-C",
            "reading standard input; Ctrl-D ends it (Ctrl-Z and Enter on Windows), Ctrl-C gives up",
        ),
        "no watch": Text("标准输入不能监视", "standard input cannot be watched"),
        "needs dash": Text(
            "--stdin-filename 须与 - 一起使用", "--stdin-filename goes with - for standard input"
        ),
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
        "settings of": Text("# {name}：{layers}", "# {name}: {layers}"),
        "no settings file": Text("没有设置文件", "no settings file"),
        "this run": Text("本次运行", "this run"),
        "built in": Text("默认", "built in"),
        "not set": Text("# {name}：未设置", "# {name}: not set"),
    }
)


def say(key: str, language: Language, **values: object) -> str:
    """Say something on a page about forms."""
    return SAID[key].of(language).format(**values)


def fault(key: str, language: Language, **values: object) -> str:
    """Say what is wrong with the use of a command."""
    return FAULTS[key].of(language).format(**values)
