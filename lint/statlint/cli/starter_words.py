"""What `statlint init` says of what it did and of what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.values import Language, Text

_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "tables": Text(
            "{folder}：{count} 个表格文件", "{folder}: files that may hold tables: {count}"
        ),
        "no git": Text(
            "  不是 git 仓库：不写提交钩子", "  is no git repository: no hook is written"
        ),
        "dry": Text("  以下只是显示，没有写文件", "  nothing is written; this is what would be"),
        "write": Text("新写", "write"),
        "add": Text("增补", "add"),
        "keep": Text("保留", "keep"),
        "by hand": Text("手工", "by hand"),
        "unknown source": Text(
            "statlint 是从本机文件夹安装的，别处装不到：请改 {path} 中的 STATLINT_SOURCE；"
            "提交钩子用各人电脑上已装的 statlint",
            "statlint was installed from a folder here, which others do not have: please correct"
            " STATLINT_SOURCE in {path}; the hook uses the statlint that each of you has installed",
        ),
        "no ci": Text(
            "看不出用的是 GitHub 还是 GitLab，没有写 CI 任务；用 --ci github 或 --ci gitlab 指明",
            "No sign of GitHub or GitLab, so no CI job is written; name one by --ci",
        ),
        "next": Text("接下来：", "What comes next:"),
        "to see": Text("看看现在查出什么", "see what there is to be found"),
        "to begin": Text(
            "已有的错误一时改不完，就记为已知，以后只查新出现的",
            "note what cannot be put right at once, so that only what is new counts",
        ),
        "to switch on": Text("启用提交钩子", "switch the hook on"),
        "to keep": Text("加入版本库", "have git keep the files"),
    }
)


def say(key: str, language: Language, **values: object) -> str:
    """Say something in the language of the run."""
    return _WORDS[key].of(language).format(**values)
