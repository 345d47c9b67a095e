"""The page of a rule for a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from statlint import __version__
from statlint.reporters.rule_blocks import FENCE, POINT, blocks_of, joined
from statlint.rule import AnyRule
from statlint.rule.docs import EXAMPLES, sections, standing, title
from statlint.values import Language

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="statlint {version}">
<title>{named} {title}</title>
<style>
body {{ font: 1em/1.6 sans-serif; max-width: 45em; margin: 2em auto; padding: 0 1em }}
h1 small {{ font-weight: normal }}
h2 {{ font-size: 1.2em; border-bottom: 1px solid #ccc }}
pre {{ background: #f5f5f5; padding: .7em; overflow-x: auto }}
.standing, .of {{ color: #666 }}
</style>
<h1>{code} {title} <small>{name}</small></h1>
<p class="standing">{standing}</p>
{body}
</html>
"""


def write_rule_html(rule: AnyRule, language: Language) -> str:
    """Write the page of a rule as HTML that stands alone."""
    parts = (
        f"<h2>{escape(head)}</h2>\n{_section(text, language)}"
        for head, text in sections(rule, language)
    )
    return _PAGE.format(
        language={"zh": "zh-CN"}.get(language, language),
        version=__version__,
        named=escape(f"{rule.code} {rule.name}"),
        code=escape(rule.code),
        name=escape(rule.name),
        title=escape(title(rule, language)),
        standing=escape(standing(rule, language)),
        body="\n".join(parts),
    )


def _section(text: str, language: Language) -> str:
    blocks = groupby(blocks_of(text.splitlines()), key=lambda block: block[0] == POINT)
    return "\n".join(
        f"<ul>\n{parts}\n</ul>" if are_points else parts
        for are_points, found in blocks
        for parts in ("\n".join(_block(kind, lines, language) for kind, lines in found),)
    )


def _block(kind: str, lines: list[str], language: Language) -> str:
    if kind.startswith(FENCE):
        return "\n".join(_example(kind.rpartition(" ")[2], lines, language))
    tag = "li" if kind == POINT else "p"
    typed = re.sub(r"`([^`]*)`", r"<code>\1</code>", escape(joined(lines), quote=False))
    return f"<{tag}>{typed}</{tag}>"


def _example(word: str, lines: list[str], language: Language) -> Iterator[str]:
    known = EXAMPLES.get(word)
    if known:
        yield f'<p class="of">{escape(known.of(language))}</p>'
    yield f"<pre>{escape(chr(10).join(lines), quote=False)}</pre>"
