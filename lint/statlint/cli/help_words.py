"""What the help pages of the commands say; one table of words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.values import Text

HELP: Mapping[str, Text] = MappingProxyType(
    {
        "statlint": Text(
            "检查上报的统计表：合计、比重、缺报、表式，指出所在单元格。只读文件，从不改动数据",
            "Check submitted statistics tables: totals, shares, missing figures, forms; each"
            " finding with its cell. Files are only read, never changed.",
        ),
        "--version": Text("显示版本", "Show the version."),
        "--show-completion": Text(
            '输出命令补全脚本：bash 中 eval "$(statlint --show-completion bash)"',
            'Write what completes commands in a shell: eval "$(statlint --show-completion bash)"',
        ),
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
        "--baseline": Text(
            "基线文件，其中的各条视为已知，不再算作不符；默认为设置文件旁的 statlint-baseline.json",
            "The list of findings that are known and do not fail; statlint-baseline.json beside the"
            " settings file by default.",
        ),
        "--no-baseline": Text("不用基线，已知的各条照常列出", "Use none: list what is known, too."),
        "--write-baseline": Text(
            "没有基线时，把查出的全部写入基线；已有的，只删去查不出的，不增加",
            "Write the baseline: all that is found where there is none yet, else only take out what"
            " is gone.",
        ),
        "--fail-level": Text(
            "达到哪一级时以状态 1 退出，默认 error",
            "From which severity on the exit status is 1; error by default.",
        ),
        "--output-format": Text(
            "报告格式，默认 text；供人阅读的另有 concise、overview、html（网页），供程序读取的有 "
            "json、json-lines、csv、sarif、code-scanning、junit、github、gitlab",
            "Format of the report; text by default. For people also concise, overview and html, for"
            " programs json, json-lines, csv, sarif, code-scanning, junit, github and gitlab.",
        ),
        "--output": Text(
            "把报告写入文件；写成 格式=文件 时，屏幕上照常显示报告，另按该格式写一份"
            "（如 html=审核.html）；workbook=文件夹 写出标注了问题的副本；可多次使用",
            "Write the report to a file; FORMAT=FILE writes one more report beside the one shown,"
            " as html=report.html; workbook=FOLDER writes marked copies. Repeatable.",
        ),
        "--preview": Text("试行的规则也运行", "Run rules that are not yet stable, too."),
        "--no-infer": Text(
            "没有表式的表不推断其中的勾稽关系",
            "Look for no relations in tables that no form describes.",
        ),
        "--exclude": Text(
            "逐层查找文件夹时跳过这些文件，写法同 .gitignore，如 旧表/、*.bak.xlsx；可多次使用",
            "Leave these files out where a folder is walked: patterns as in .gitignore, such as"
            " old/ or *.bak.xlsx; repeatable.",
        ),
        "--force-exclude": Text(
            "在命令行上写明的文件，符合 exclude 的也跳过",
            "Leave out what exclude says even where it is named on the command line.",
        ),
        "--stdin-filename": Text(
            "标准输入内容的文件名，用于报告和判断格式",
            "The name of what comes from standard input.",
        ),
        "--config": Text(
            "使用这个设置文件；也可直接写设置，如 'fail-level = \"warning\"'，可多次使用",
            "Use this settings file, or lay a setting over it: 'fail-level = \"warning\"';"
            " repeatable.",
        ),
        "--isolated": Text("不读任何设置文件", "Read no settings file."),
        "--no-cache": Text(
            "全部重新检查，不用也不保存上次的检查结果",
            "Check everything anew: take no results of earlier runs, and keep none.",
        ),
        "--show-settings": Text(
            "不检查，只显示对这些文件起作用的各项设置及其来源",
            "Check nothing; show the settings of these files, and where each comes from.",
        ),
        "--quiet": Text(
            "只显示查出的内容，不显示概况和汇总", "Show findings only, no heads, no summary."
        ),
        "--statistics": Text(
            "列出各规则查出的次数；报告格式放不下的，写到标准错误",
            "Count the findings of each rule; on standard error where the format has no place.",
        ),
        "--jobs": Text(
            "用几个进程同时检查：一个数，或 auto（能用的核心都用）；不写时，文件多才用几个进程",
            "Check in so many processes at a time, or `auto` for as many as there are cores; where"
            " it is not given, in several for many files.",
        ),
        "--executor": Text(
            "把文件分给多台机器检查：dask=tcp://主机:端口，即 Dask 集群的调度器",
            "Spread the files over several machines: dask=tcp://host:port, the scheduler of a Dask"
            " cluster.",
        ),
        "--watch": Text(
            "检查后继续监视，文件、设置、对照的表一经保存就重新检查；按 Ctrl-C 结束",
            "Go on watching: check again when a file, the settings or a table beside them is"
            " saved, until Ctrl-C.",
        ),
        "--max-findings": Text(
            "text、concise 格式最多显示多少处，重的在先；另有多少处未显示会写明",
            "Show no more findings than this in text and concise, the worst; the rest is counted.",
        ),
        "--exit-zero": Text(
            "查出错误时也以状态 0 退出（运行出错仍为 2）",
            "Exit with 0 even where there are findings (never instead of 2).",
        ),
        "infer": Text(
            "显示一个文件中没有表式的统计表：表的结构、各数之间的关系",
            "Show the tables of a file as they are without a form: structure and relations.",
        ),
        "--output to": Text("写入这个文件，不显示在屏幕上", "Write it to this file instead."),
        "annotate": Text(
            "写出标注了问题的副本：有问题的单元格加底色和批注，另加一张「审核结果」表，存为原文件旁边的"
            " 名称_审核结果.xlsx；原文件不动，副本里已填的情况说明会保留",
            "Write a marked copy beside each file: a tint and a note at each cell with a finding,"
            " and a first sheet with them all. The file stays as it is; explanations written into"
            " an older copy are carried over.",
        ),
        "--output annotate": Text(
            "副本写到这个文件或文件夹，不放在原文件旁边",
            "Write the copy to this file, or the copies to this folder.",
        ),
        "justify": Text(
            "填写说明：把问题保留不改的原因写进表格旁边的说明文件（a.xlsx.statlint.toml）；"
            "不写 --reason，则在终端上逐条询问，否则列出可以说明的问题",
            "Record why findings are accepted, in a file beside the table (a.xlsx.statlint.toml);"
            " without --reason asks one by one on a terminal, else lists what may be justified.",
        ),
        "--from": Text(
            "把审核结果（statlint annotate 写出的工作簿）中填好的「情况说明」写进说明文件；"
            "原文件不在它旁边的，写在后面；可多次使用",
            "Take the explanations that were filled in in a marked copy (statlint annotate) of a"
            " file, which lies beside it or is named; repeatable.",
        ),
        "--code": Text(
            "只说明这些规则查出的：编号、编号开头或名称；可多次使用，也可用逗号隔开",
            "Findings of these rules only: code, beginning of a code, or name; repeatable, or with"
            " commas.",
        ),
        "--cell": Text(
            "只说明这些单元格的：D12、D5:D12、表一!D12、第 6 段；可多次使用",
            "Findings at these cells only: D12, D5:D12, Sheet1!D12, paragraph 6; repeatable.",
        ),
        "--reason": Text("原因（情况说明）", "Why they are accepted."),
        "--by": Text("说明人", "Who accepts them."),
        "--until": Text(
            "有效期至：2026-12-31，或 90d（自今天起 90 天）",
            "The last day it holds: 2026-12-31, or 90d for days from today.",
        ),
        "--prune": Text(
            "删去失效的说明：已查不出的、已有变化的、已过期限的",
            "Take out reasons that accept nothing any more: not found, changed, past their day.",
        ),
        "explain": Text(
            "说明规则：查什么、为什么、示例、依据；可写编号或名称",
            "Explain rules, by code or name: what they check, why, an example, the source.",
        ),
        "--all": Text("列出全部规则", "List every rule."),
        "--check": Text(
            "核对规则一览文件或各规则说明所在的文件夹是否为最新，用于 --all",
            "With --all: tell whether a catalogue file, or a folder with pages, is up to date.",
        ),
        "--write": Text(
            "写出规则一览文件，用于 --all", "With --all: write the catalogue to a file."
        ),
        "serve": Text(
            "在本机打开网页：拖入文件即可审核，填写情况说明，下载标注了问题的副本；文件不离开本机",
            "Serve a page on this machine: drop files on it, see what is found, say why, take"
            " marked copies away. No file leaves the machine.",
        ),
        "--open": Text("随即打开浏览器", "Open the browser as well."),
        "--port": Text("使用的端口，默认任取一个空闲的", "The port; by default any that is free."),
        "init": Text(
            "为所在的仓库写出设置文件、提交钩子和 CI 任务；已有的文件不改写",
            "Write starter settings, the hook and a CI job for the repository one stands in; what"
            " is there is never written over.",
        ),
        "--ci": Text(
            "写哪一种 CI 任务，默认看仓库用的是哪一种；none 表示不写",
            "The kind of CI job; by default what the repository shows signs of; none: no job.",
        ),
        "--source": Text(
            "别人从哪里安装 statlint，供钩子和 CI 用：pip 认的写法，如 statlint==0.1.0、"
            "wheel 文件、git+地址@版本",
            "What others install, for the hook and the CI job, as pip takes it: statlint==0.1.0, a"
            " wheel, git+ADDRESS@REVISION.",
        ),
        "--no-hook": Text("不写提交钩子", "Write no hook."),
        "--dry-run": Text("只显示要写的内容，不写文件", "Show what would be written only."),
        "--write-pages": Text(
            "写出每条规则的说明，中英文各一个 Markdown 文件，用于 --all",
            "With --all: write a page for each rule into a folder, in Markdown and both languages.",
        ),
        "explain --output-format": Text(
            "说明的格式，默认 text；markdown 与 --all 一起为一览表，json 含全部内容",
            "How rules are explained; text by default. With --all, markdown is the catalogue.",
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
        "--settings": Text(
            "改为输出设置文件的 JSON Schema", "Write that of settings files instead."
        ),
        "usage": Text("用法：", "Usage: "),
        "Options": Text("选项", "Options"),
        "Commands": Text("命令", "Commands"),
    }
)
