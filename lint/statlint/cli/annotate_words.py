"""What `statlint annotate` says; one table of words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.values import Language, Text

SAID: Mapping[str, Text] = MappingProxyType(
    {
        "copied": Text("{path} → {copy}   {found}", "{path} → {copy}   {found}"),
        "severity": Text("{severity} {count}", "{severity}: {count}"),
        "none": Text("未发现问题", "nothing found"),
        "kept": Text("（沿用原有情况说明 {count} 处）", " (explanations carried over: {count})"),
        "space": Text("  ", "  "),
        "taken": Text(
            "{copy}：已有这个文件，不是本文件的审核结果，不覆盖",
            "{copy}: is there, is no marked copy of this file, and is not written over",
        ),
        "is copy": Text(
            "{path}：本身就是审核结果，请写原来的文件",
            "{path}: is a marked copy itself; name the file that it is of",
        ),
        "is input": Text(
            "{copy}：是要审核的文件，不能写在它上面",
            "{copy}: is a file to check; nothing is written over it",
        ),
        "other ending": Text(
            "{copy}：审核结果是 {ending} 文件，请用这个扩展名",
            "{copy}: the marked copy is a {ending} file; name it so",
        ),
    }
)


def say(key: str, language: Language, **values: object) -> str:
    """Say something in the language of the run."""
    return SAID[key].of(language).format(**values)
