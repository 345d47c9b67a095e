"""Gather the pages of the documentation site: docs/, the rules, the README and its like."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath

from statlint.rule.docs import FAMILIES, families, page, title
from statlint.rule.registry import load_rules
from statlint.values import Language, Text

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
ELSEWHERE = {
    "README.md": "index.md",
    "README.zh.md": "zh/index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "benchmarks/README.md": "benchmarks.md",
}
"""Pages that stand outside docs/, with what they are called on the site."""
CATALOGUE = "rules/README.md"
FOLDERS: dict[Language, str] = {"en": "rules", "zh": "zh/rules"}
LINK = re.compile(r"(!?\[[^\]]*\]\()([^)\s]+)(\))")
FENCE = re.compile(r"^( *)```(csv|text|toml|prose) (\w+)$", re.MULTILINE)
EXAMPLES: Mapping[str, Text] = {
    "fail": Text("查出问题", "Found"),
    "pass": Text("不报", "Not found"),
    "previous": Text("上年的表", "Last year's table"),
    "earlier": Text("更早的表", "An earlier table"),
    "parts": Text("下级单位的表", "A table of the parts"),
    "form": Text("所用表式", "With the form"),
}
HEADS = Text(
    "# 规则一览\n\n每条规则一页：查什么、为什么、示例、依据。",
    "# Rules\n\nOne page for each: what it checks, why, an example, its source.",
)
COLUMNS = Text("| 编号 | 名称 | 查出什么 | 程度 |", "| code | name | finds | severity |")


def write(folder: Path) -> None:
    """Write the pages of the site below a folder that is not there yet."""
    shutil.copytree(DOCS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for source in sorted(DOCS.rglob("*.md")):
        place = PurePosixPath(source.relative_to(DOCS).as_posix())
        text = relinked(source.read_text(encoding="utf-8"), PurePosixPath("docs") / place, place)
        (folder / place).write_text(text, encoding="utf-8", newline="\n")
    for name, text in generated():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def generated() -> Iterator[tuple[str, str]]:
    """Give the pages with their places on the site."""
    for source, place in ELSEWHERE.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        yield place, relinked(text, PurePosixPath(source), PurePosixPath(place))
    for language, folder in FOLDERS.items():
        yield f"{folder}/index.md", catalogue(language)
        for rule in load_rules():
            yield f"{folder}/{rule.code}.md", shown(page(rule, language), language)


def catalogue(language: Language) -> str:
    """List every rule, family by family, each with a link to its page."""
    parts = [HEADS.of(language)]
    for family, members in families(load_rules()):
        lines = "\n".join(
            f"| [{rule.code}]({rule.code}.md) | `{rule.name}` | {title(rule, language)} "
            f"| {rule.severity.words.of(language)} |"
            for rule in members
        )
        letter = next((one for one in FAMILIES if FAMILIES[one] is family), members[0].code[0])
        heads = f"{COLUMNS.of(language)}\n| --- | --- | --- | --- |"
        parts.append(f"## {letter} · {family.of(language)}\n\n{heads}\n{lines}")
    return "\n\n".join(parts) + "\n"


def shown(text: str, language: Language) -> str:
    """Say above each example what it is an example of."""

    def said(found: re.Match[str]) -> str:
        indent, kind, what = found.groups()
        words = EXAMPLES[what].of(language)
        return f"\n{indent}*{words}*\n\n{indent}```{'text' if kind == 'prose' else kind}"

    return FENCE.sub(said, text)


def relinked(text: str, source: PurePosixPath, place: PurePosixPath) -> str:
    """Let links lead where pages of the repository are on the site; others become plain words."""

    def mended(found: re.Match[str]) -> str:
        before, link, after = found.groups()
        target, sign, anchor = link.partition("#")
        if not target or "://" in target or target.startswith("mailto:"):
            return found[0]
        path = normpath((source.parent / target).as_posix())
        there = place_of(path)
        if there is None and not (ROOT / path).exists():
            return found[0]  # the building of the site tells of it
        if there is None:
            return before.lstrip("![").removesuffix("](")
        return f"{before}{relpath(there, place.parent.as_posix() or '.')}{sign}{anchor}{after}"

    return LINK.sub(mended, text)


def place_of(path: str) -> str | None:
    """Give the place of a file of the repository on the site; None where it is not on it."""
    if path in ELSEWHERE:
        return ELSEWHERE[path]
    if path == CATALOGUE:
        return "rules/index.md"
    inside = path.removeprefix("docs/")
    return inside if inside != path and (ROOT / path).is_file() else None


if __name__ == "__main__":
    write(Path(sys.argv[1]))
