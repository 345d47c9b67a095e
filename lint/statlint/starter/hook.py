"""The hook in .pre-commit-config.yaml: what is written, and where it goes in a file that is there.

Text goes into text: a file that was read and written anew would lose its comments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from statlint.starter.supply import Supply

FILES = r"\.(?i:xlsx|xlsm|xls|xlsb|ods|csv|tsv|docx|docm|html|htm|mht|mhtml)(\.statlint\.toml)?$"
"""Of which files the hook is told: the same as in .pre-commit-hooks.yaml."""
EXCLUDE = r"(^|/)(~\$|\.~lock\.)|\.statlint\.(?!toml$)[^./]+$|_审核结果[0-9]*\.[^./]+$"
"""Of which of them it is not."""
ENTRY = "statlint check --force-exclude"
_KEY = r"repos\s*:\s*?(?P<none>\s\[\s*\])?(?P<more>\s+#.*)?"
_NEXT = r"""[\w'"]|---|\.\.\."""
"""How the line behind a list begins: with the next key, or with the end of the document."""


def hook_lines(supply: Supply) -> list[str]:
    """Write the entry of the hook in a list of repositories, without indent."""
    if supply.repository is not None:
        return [
            f"- repo: {quoted(supply.repository)}",
            f"  rev: {quoted(supply.revision or '')}",
            "  hooks:",
            "    - id: statlint",
        ]
    # What pip is told as a path means nothing where the hook runner calls pip.
    installs = supply.known and not supply.is_path
    return [
        "- repo: local",
        "  hooks:",
        "    - id: statlint",
        "      name: statlint",
        f"      entry: {ENTRY}",
        f"      language: {'python' if installs else 'system'}",
        *([f"      additional_dependencies: [{quoted(supply.requirement)}]"] if installs else []),
        f"      files: '{FILES}'",
        f"      exclude: '{EXCLUDE}'",
        "      require_serial: true",
    ]


def quoted(text: str) -> str:
    """Write a text as YAML does where it must not be taken for a number, a date or a key."""
    return "'" + text.replace("'", "''") + "'"


def new_hooks(supply: Supply) -> str:
    """Write a file of hooks that has this one only."""
    return "".join(f"{line}\n" for line in ["repos:", *(f"  {one}" for one in hook_lines(supply))])


def has_hook(hooks: str) -> bool:
    """Tell whether a file of hooks has ours."""
    return re.search(r"^[\s-]*id:\s*['\"]?statlint(-system)?\b", hooks, re.MULTILINE) is not None


def with_hook(hooks: str, supply: Supply) -> str | None:
    """Add the hook to a file of hooks, behind the others; None where it is written too oddly."""
    lines = hooks.split("\n")
    at = next((at for at, line in enumerate(lines) if re.match(r"repos\s*:", line)), None)
    found = None if at is None else re.fullmatch(_KEY, lines[at].rstrip())
    if at is None or found is None:
        return None
    last, indent = _end_of_list(lines, at)
    if found["none"]:
        lines[at] = f"repos:{found['more'] or ''}" + "\r" * lines[at].endswith("\r")
        last, indent = at, "  "
    if indent is None:
        return None
    end = "\r" if lines[at].endswith("\r") else ""
    # Where the file ended without an end of line, it does now.
    if last == len(lines) - 1:
        lines[last] += end
        lines.append("")
    lines[last + 1 : last + 1] = [f"{indent}{line}{end}" for line in hook_lines(supply)]
    return "\n".join(lines)


def _end_of_list(lines: Sequence[str], key: int) -> tuple[int, str | None]:
    """Find the last line of a list below its key, and the indent of its entries.

    The indent is None where there is no list, or what follows it is not the next key.
    """
    indent, last = None, key
    for at in range(key + 1, len(lines)):
        bare = lines[at].strip()
        if not bare or bare.startswith("#"):
            continue
        margin = lines[at][: len(lines[at]) - len(lines[at].lstrip(" "))]
        if indent is None:
            if not bare.startswith("- "):
                return last, None
            indent = margin
        elif len(margin) <= len(indent) and not bare.startswith("- "):
            return last, indent if re.match(_NEXT, lines[at]) else None
        last = at
    return last, indent
