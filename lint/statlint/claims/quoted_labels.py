"""Figures of a text that are figures of a table that no form explains, by the labels there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from statlint.claims.stated_facts import SAID, Told
from statlint.facts import Fact, Facts
from statlint.finding import Nature, Origin
from statlint.form import Comparison, Edit, EditKind, Name
from statlint.prose import QuantityKind
from statlint.values import Text, label_key
from statlint.values.unit import plain_unit

_FEWEST_SIGNS = 4
"""Signs of a label that is hardly in a sentence by chance."""
_MOST_LEFT = 2
"""Signs that may stand beside a label in a sentence that quotes it."""
_NAME = Text("正文与表中同名数字", "a figure of the table, by its label")


@cache
def _beside() -> re.Pattern[str]:
    """Find words that may stand beside a label without narrowing what it counts."""
    return re.compile(
        r"(?:19|20)\d\d年度?|本年度?|今年|全年|年内|其中|全[市县区州省镇旗乡]|[我本][市县区州省镇旗乡局委办院]"
        r"|一年来|数量|总数|合计|总计|共计|总共|共有|完成|实现|达到|累计|数|共|有|为|达|是|了|的"
    )


def core_of(label: str) -> str:
    """Give a label without the words that may stand beside it (全县共…, 本年…)."""
    return _beside().sub("", label_key(label))


def quoted_by_labels(told: Iterable[Told], tables: Sequence[Facts]) -> Iterator[Edit]:
    """State which figures of a text are told by the label of a line in words of its own."""
    lines = _lines(tables)
    if not lines:
        return
    for one in told:
        mention = one.mention
        if mention.quantity.kind is QuantityKind.COUNT and mention.quantity.is_exact:
            found = _quoted(one, lines)
            if found is not None and one.scale.factor == 1:
                yield _edit(one, found)


def _lines(tables: Sequence[Facts]) -> dict[str, list[Fact]]:
    """Give the figures of the lines by their labels; of a label that stands twice, none."""
    found: dict[str, dict[str, list[Fact]]] = {}
    for facts in tables:
        for fact, _ in facts.with_figures():
            key = label_key(fact.line_label)
            if len(key) >= _FEWEST_SIGNS:
                of_line = found.setdefault(key, {})
                of_line.setdefault(f"{facts.plan.key}.{fact.line.key}", []).append(fact)
    return {key: next(iter(lines.values())) for key, lines in found.items() if len(lines) == 1}


def _quoted(told: Told, lines: dict[str, list[Fact]]) -> Fact | None:
    mention = told.mention
    words = label_key(mention.words)
    named = [key for key in lines if key in words]
    label = max(named, key=len, default=None)
    if label is None:
        return None
    heads = [one for one in lines[label] if _fits(one, told)]
    rest = words.replace(label, "", 1)
    in_words = [one for one in heads if label_key(one.head_label) in rest and one.head_label]
    if len(lines[label]) > 1:
        heads = in_words
    if len(heads) != 1:
        return None
    rest = rest.replace(label_key(heads[0].head_label), "", 1) if in_words else rest
    return heads[0] if len(_beside().sub("", rest)) <= _MOST_LEFT else None


def _fits(fact: Fact, told: Told) -> bool:
    """Tell whether a figure of a table may be counted in the unit of one in a text."""
    unit = (fact.figure.unit if fact.figure else None) or fact.measure.unit
    return not unit or not told.scale.unit or plain_unit(unit) == plain_unit(told.scale.unit)


def _edit(told: Told, fact: Fact) -> Edit:
    quoted = Name((fact.table, fact.line.key, fact.head.key))
    return Edit(
        id="text-label",
        text=str(quoted),
        condition=Comparison("=", quoted, Name((told.mention.key, SAID))),
        kind=EditKind.BALANCE,
        name=_NAME,
        nature=Nature.QUERY,
        origin=Origin.PROSE,
        rival=f"text-label-{told.mention.key}",
        under=told.mention.key,
    )
