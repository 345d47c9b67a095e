"""From the pages of rules to lines of a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style, plain_text
from statlint.reporters.look import Look
from statlint.reporters.ruler import Ruler
from statlint.reporters.text import painted
from statlint.rule import AnyRule
from statlint.rule.docs import EXAMPLES, sections, standing, title
from statlint.values import Language

_FENCE = "```"
_POINT = "- "


def write_rules_text(rules: Iterable[AnyRule], look: Look, language: Language) -> str:
    """Write the pages of rules for a terminal, in colour where `look` says so."""
    page = Page(language, look, Ruler(wide_signs=look.wide_signs))
    lines = list(_lines(rules, page))
    if look.colour:
        return "".join(painted(lines))
    return "".join(f"{plain_text(line)}\n" for line in lines)


def _lines(rules: Iterable[AnyRule], page: Page) -> Iterator[Line]:
    for number, rule in enumerate(rules):
        if number:
            yield EMPTY
            yield page.rule()
        named = f"{rule.code} {rule.name}"
        yield (Span(named, Style.STRONG, page.link(rule.code, rule.name)),)
        yield from page.wrapped(title(rule, page.language), indent="", style=Style.STRONG)
        yield from page.wrapped(standing(rule, page.language), indent="", style=Style.FAINT)
        for head, text in sections(rule, page.language):
            yield EMPTY
            yield (Span(head, Style.STRONG),)
            yield from _section(text, page)


def _section(text: str, page: Page) -> Iterator[Line]:
    """Lay out paragraphs, points and examples."""
    blocks = list(_blocks(text.splitlines()))
    for number, (kind, lines) in enumerate(blocks):
        if number and not (kind == _POINT and blocks[number - 1][0] == _POINT):
            yield EMPTY
        if kind.startswith(_FENCE):
            yield from _example(kind.removeprefix(_FENCE), lines, page)
        else:
            first = (Span(kind),) if kind else EMPTY
            yield from page.wrapped(_joined(lines), first=first)


def _blocks(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Take a text apart: paragraphs, points, and examples with what stands behind their fence."""
    kind = ""
    held: list[str] = []
    for line in lines:
        if kind.startswith(_FENCE):
            if line != _FENCE:
                held.append(line)
                continue
            yield kind, held
            kind, held = "", []
        elif line.startswith((_FENCE, _POINT)) or not line.strip():
            if held:
                yield kind, held
            kind = line if line.startswith(_FENCE) else _POINT if line.strip() else ""
            held = [line.removeprefix(_POINT)] if kind == _POINT else []
        else:
            held.append(line)
    if held:
        yield kind, held


def _example(words: str, lines: Iterable[str], page: Page) -> Iterator[Line]:
    known = EXAMPLES.get(words.rpartition(" ")[2])
    if known:
        yield (Span(INDENT), Span(page.say("example", words=page.of(known)), Style.FAINT))
    for line in lines:
        yield (Span(INDENT * 2), Span(line))


def _joined(lines: Iterable[str]) -> str:
    """Join the lines of a paragraph; between Chinese characters there is no blank."""
    text = " ".join(line.strip() for line in lines).replace("`", "")
    wide = "\u3001-\u9fff\uff00-\uffef\u201c-\u201d\u2026"
    return re.sub(rf"(?<=[{wide}]) (?=[{wide}])", "", text)
