"""The documentation of rules: a page for each, and the catalogue of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from inspect import cleandoc
from itertools import groupby
from types import MappingProxyType

from statlint.finding import Level
from statlint.rule.model import AnyRule
from statlint.rule.status import Status
from statlint.values import Language, Text

FAMILIES: Mapping[str, Text] = MappingProxyType(
    {
        "F": Text("文件", "File"),
        "S": Text("表式结构", "Structure"),
        "D": Text("数值", "Domain"),
        "M": Text("缺报", "Missing"),
        "B": Text("平衡关系", "Balance"),
        "R": Text("比率与比重", "Ratio"),
        "P": Text("时间", "Period"),
        "U": Text("计量单位", "Unit"),
        "X": Text("表间与汇总", "Cross-table"),
        "T": Text("文字叙述", "Text"),
        "W": Text("工作簿", "Workbook"),
        "J": Text("填写说明", "Justification"),
    }
)
"""The families of rules by their letter."""

_LEVELS: Mapping[Level, Text] = MappingProxyType(
    {
        Level.FILE: Text("文件与结构", "file and structure"),
        Level.WITHIN_DATASET: Text("本表之内", "within the dataset"),
        Level.SAME_SOURCE: Text("跨期、跨文件", "earlier periods, other files"),
    }
)
_STATUS: Mapping[Status, Text] = MappingProxyType(
    {
        Status.PREVIEW: Text("试行", "preview"),
        Status.STABLE: Text("正式", "stable"),
        Status.DEPRECATED: Text("将停用", "deprecated"),
    }
)
EXAMPLES: Mapping[str, Text] = MappingProxyType(
    {
        "fail": Text("查出问题", "Found"),
        "pass": Text("不报", "Not found"),
        "previous": Text("上年的表", "Last year's table"),
        "earlier": Text("更早的表", "An earlier table"),
        "parts": Text("下级单位的表", "A table of the parts"),
        "form": Text("所用表式", "With the form"),
    }
)
"""What an example of a page is, by the word behind its fence."""
_FACTS = Text(
    "{severity} · 级别 {number}（{level}） · {status} · 自 {since} 版起",
    "{severity} · level {number} ({level}) · {status} · since {since}",
)
_OPENING = """\
# Rules · 规则一览

Written by `statlint explain --all --write rules/README.md`; `statlint explain CODE` shows a page.
本页由程序生成；`statlint explain 编号` 显示一条规则的说明。
"""
_BOXHEAD = (
    "| code | name | finds | 查出什么 | severity | level |\n| --- | --- | --- | --- | --- | --- |"
)


def read_page(rule: AnyRule, language: Language) -> str:
    """Read the page of a rule as its module brings it: title first, then its parts.

    A rule of a third party may have no Chinese page: its English one is given.
    """
    chinese = _beside(rule) if language == "zh" else ""
    return chinese or cleandoc(rule.doc)


def _beside(rule: AnyRule) -> str:
    from importlib.resources import files

    package, _, name = rule.module.rpartition(".")
    try:
        return files(package).joinpath(f"{name}.zh.md").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):  # none there, none in a module without a package, no UTF-8
        return ""


def title(rule: AnyRule, language: Language) -> str:
    """Give the title of a rule: the first line of its page, or its name where it has none."""
    line = read_page(rule, language).partition("\n")[0].lstrip("# ").rstrip(".。 ")
    return line or rule.name.replace("-", " ")


def page(rule: AnyRule, language: Language) -> str:
    """Write the page of a rule in Markdown: code, name, title, how it stands, what it says."""
    body = read_page(rule, language).partition("\n")[2].strip()
    parts = (f"# {rule.code} {rule.name}", title(rule, language), standing(rule, language), body)
    return "\n\n".join(parts) + "\n"


def sections(rule: AnyRule, language: Language) -> Iterator[tuple[str, str]]:
    """Go through the parts of the page of a rule: head, text in Markdown."""
    for part in f"\n{read_page(rule, language)}".split("\n## ")[1:]:
        head, _, text = part.partition("\n")
        yield head.strip(), text.strip()


def standing(rule: AnyRule, language: Language) -> str:
    """Say how a rule stands: severity, level, status, since which version."""
    return _FACTS.of(language).format(
        severity=rule.severity.words.of(language),
        number=int(rule.level),
        level=_LEVELS[rule.level].of(language),
        status=_STATUS[rule.status].of(language),
        since=rule.since,
    )


def letters_of(rule: AnyRule) -> str:
    """Give the letters of a rule's code: one for a family of ours, more for most of others."""
    return rule.code.rstrip("0123456789")


def family_of(rule: AnyRule) -> Text:
    """Name the family of a rule; one of a third party is called by its letters."""
    letters = letters_of(rule)
    return FAMILIES.get(letters, Text(letters, letters))


def families(rules: Sequence[AnyRule]) -> Iterator[tuple[Text, list[AnyRule]]]:
    """Go through the families of rules as listed above, any others last, each in order."""
    known = list(FAMILIES)

    def place(rule: AnyRule) -> tuple[int, str]:
        letters = letters_of(rule)
        return (known.index(letters) if letters in FAMILIES else len(known), letters)

    ordered = sorted(rules, key=lambda rule: (*place(rule), rule.code))
    for _, members in groupby(ordered, key=letters_of):
        several = list(members)
        yield family_of(several[0]), several


def catalogue(rules: Sequence[AnyRule]) -> str:
    """Write the catalogue of rules in Markdown, in both languages, family by family."""
    parts = [_OPENING]
    for family, members in families(rules):
        letter = letters_of(members[0])
        lines = "\n".join(_entry(rule) for rule in members)
        parts.append(f"## {letter} · {family.en} · {family.zh}\n\n{_BOXHEAD}\n{lines}\n")
    return "\n".join(parts)


def _entry(rule: AnyRule) -> str:
    cells = (
        rule.code,
        f"`{rule.name}`",
        title(rule, "en"),
        title(rule, "zh"),
        rule.severity.value
        + (f", {rule.status.value}" if rule.status is not Status.STABLE else ""),
        str(int(rule.level)),
    )
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
