"""What starter files say, and what is said of them; one table of words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.values import Language, Text

_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "settings": Text(
            """\
# statlint 的设置。以 # 开头的各项未启用，删去 # 即可启用。
# 查看对某个文件实际起作用的设置：statlint check --show-settings 文件

lang = "{lang}"

# 达到哪一级时检查不通过：error（错误）、warning（警告）、information（提示）
# fail-level = "error"

# 不运行的规则：编号、编号开头或名称。全部规则：statlint explain --all
# ignore = ["U102"]

# 不检查的文件，写法同 .gitignore
# exclude = ["草稿/"]

# 填报单位的类别：ministry、province、city、county、department、street、town
# unit-kind = "county"
""",
            """\
# Settings of statlint. What begins with # is off; take the # away to switch it on.
# What holds for a file in the end: statlint check --show-settings FILE

lang = "{lang}"

# From which severity on a check fails: error, warning, information
# fail-level = "error"

# Rules that are left out: codes, beginnings of codes, names. All rules: statlint explain --all
# ignore = ["U102"]

# Files that are not checked; patterns as in .gitignore
# exclude = ["drafts/"]

# The kind of reporting unit: ministry, province, city, county, department, street, town
# unit-kind = "county"
""",
        ),
        "data sets": Text(
            """\
# 数据集由文件的路径推得，请核对。不写路径的 statlint check 检查全部数据集，并与上期、下级各表核对。
# 应报单位名单可写在 units 中：units = "units.csv"
""",
            """\
# Data sets, guessed from the paths of files: please look at them. statlint check without paths
# checks them all, each file held against the period before and the parts that add up to it.
# The units of which a file is due may be listed: units = "units.csv"
""",
        ),
        "found": Text("{count} 个文件，{units} 个单位，", "{count} files, {units} unit{s}, "),
        "periods": Text("{first} 至 {last}", "{first} to {last}"),
        "job": Text("每次推送都检查统计表", "Tables are checked at each push"),
        "which": Text(
            "检查哪些文件、文件夹，一行一个；空着就检查设置中的数据集",
            "Files and folders to check, one a line; the data sets of the settings where empty",
        ),
        "options": Text(
            "statlint check 的其他选项，如 --fail-level warning",
            "More options of statlint check, such as --fail-level warning",
        ),
        "source": Text(
            "pip 安装什么：名称和版本、仓库中的 wheel 文件，或 git+ 地址",
            "What pip installs: a name and version, a wheel of this repository, a git+ address",
        ),
        "kept": Text("已有，不改动", "is there already, left as it is"),
        "data sets found": Text("{count} 个数据集", "{count} data set{s}"),
        "hook": Text("钩子 statlint：每次提交时检查", "the hook statlint: at each commit"),
        "in ci": Text("每次推送时检查", "at each push"),
        "add hook": Text(
            "写法特殊，请把以下内容加到 repos 的末尾：",
            "is written in a way of its own; please add this at the end of repos:",
        ),
        "include": Text("已有其他任务，请加上：", "has other jobs; please add this:"),
    }
)


def say(key: str, language: Language, **values: object) -> str:
    """Say something in the language of the run."""
    return _WORDS[key].of(language).format(**values)
