"""From the pages of rules to lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style, plain_text
from statlint.reporters.look import Look
from statlint.reporters.rule_blocks import FENCE, POINT, blocks_of, joined
from statlint.reporters.ruler import Ruler
from statlint.reporters.text import painted
from statlint.rule import AnyRule
from statlint.rule.docs import EXAMPLES, sections, standing, title
from statlint.values import Language


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
    blocks = list(blocks_of(text.splitlines()))
    for number, (kind, lines) in enumerate(blocks):
        if number and not (kind == POINT and blocks[number - 1][0] == POINT):
            yield EMPTY
        if kind.startswith(FENCE):
            yield from _example(kind.removeprefix(FENCE), lines, page)
        else:
            first = (Span(kind),) if kind else EMPTY
            yield from page.wrapped(joined(lines).replace("`", ""), first=first)


def _example(words: str, lines: Iterable[str], page: Page) -> Iterator[Line]:
    known = EXAMPLES.get(words.rpartition(" ")[2])
    if known:
        yield (Span(INDENT), Span(page.say("example", words=page.of(known)), Style.FAINT))
    for line in lines:
        yield (Span(INDENT * 2), Span(line))
