"""Figures of a text that are figures of its own tables, by the words that the form gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from statlint.claims.stated_facts import Told
from statlint.dataclass import dataclass
from statlint.finding import Origin
from statlint.form import Comparison, Condition, Constant, Edit, EditKind, Operand, Operation
from statlint.form.quoted import Quoted
from statlint.prose import Exactness, QuantityKind
from statlint.table import FilledForm
from statlint.values import Text, label_key

_DIRECT = Text("正文用的就是表中的名称，应当一致", "the words are those of the table")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@cache
def _part_of_scope() -> re.Pattern[str]:
    """Find words that say that a figure is for a part of the unit, or of the year, or no level."""
    return re.compile(
        r"[上下]半年|季度|月份?|截至|截止|累计|以来|近[两三四五六七八九十几\d]+年|历年"
        r"|[较比与同](?:上年|去年|往年)|上年|去年|往年|同期|同比|环比|增长|增加|减少|下降|增幅"
        r"|本级|[市县区省州旗]直|直属|下属|垂直|平均|日均|人均|占比"
        r"|(?<![我本全该])[局镇乡厅]|(?<![各级我本全该])(?:部门|单位|街道|办事处|委员会)"
        r"|(?:其中|例如|比如)[^,，、]{0,6}(?:局|委|办|镇|乡|街道|院)"
    )


@cache
def _part_of_sentence() -> re.Pattern[str]:
    """Find words that put all that follows in a sentence within a part of the unit or the year."""
    return re.compile(r"[上下]半年|季度|本级|[市县区省州旗]直|直属|截至\d+月|备案")


@cache
def _years() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around a figure, made comparable: before it, in its sentence before it, behind."""

    words: str
    near: str
    after: str


def quotations(told: Iterable[Told], denied: frozenset[str], filled: FilledForm) -> Iterator[Edit]:
    """State which figures of a text are which figures of the tables of a form.

    `denied` are the keys of what is said not to have happened.
    """
    for one in told:
        is_denied = one.mention.key in denied
        if one.mention.quantity.kind is not QuantityKind.COUNT and not is_denied:
            continue
        for entry in _quoting(one, filled, denied=is_denied):
            yield from _edits(entry, one)


def readings_of(told: Told, filled: FilledForm) -> Iterator[tuple[Quoted, Operand]]:
    """Go through the figures of tables that a figure of a text may be."""
    for entry in _quoting(told, filled, denied=False):
        for figure in entry.figures():
            yield entry, figure


def _quoting(told: Told, filled: FilledForm, *, denied: bool) -> Iterator[Quoted]:
    around = _around(told)
    for entry in filled.form.quoted:
        if entry.absent is denied and _matches(entry, told, around, filled):
            yield entry


def _around(told: Told) -> _Around:
    mention = told.mention
    sentence, quantity = mention.sentence, mention.quantity
    own = quantity.figure.text if quantity.figure.value == 0 else ""
    following = (one.start for one in sentence.quantities if one.start >= quantity.end)
    end = min(following, default=sentence.end)
    behind = sentence.between(quantity.end, end)
    words = mention.words if mention.words.endswith(own) else mention.words + own
    return _Around(
        label_key(words),
        label_key(sentence.before(quantity.start) + words),
        label_key(behind),
    )


def _matches(entry: Quoted, told: Told, around: _Around, filled: FilledForm) -> bool:
    if entry.units and not entry.absent and told.scale.unit not in entry.units:
        return False
    rest = around.words
    for choices in entry.all:
        found = _first(choices, around.words)
        if found is None:
            return False
        rest = rest.replace(found, "")
    if any(_first(choices, around.near) is None for choices in entry.near):
        return False
    if any(_first(choices, around.after) is None for choices in entry.after):
        return False
    if any(_first(choices, around.words) is not None for choices in entry.none):
        return False
    return _is_whole(entry, rest, around, filled)


@cache
def _split(choices: str) -> tuple[str, ...]:
    """Give the choices of an entry as they are looked for; a form has some dozens."""
    return tuple(map(label_key, choices.split("|")))


def _first(choices: str, text: str) -> str | None:
    """Give the longest of several choices that occurs in a text."""
    return max((one for one in _split(choices) if one in text), key=len, default=None)


def _is_whole(entry: Quoted, rest: str, around: _Around, filled: FilledForm) -> bool:
    """Tell whether a figure is for the whole unit and the whole period, as those of tables are."""
    unit = label_key(filled.unit_name or "")
    rest = rest.replace(unit, "") if unit else rest
    if _part_of_scope().search(rest) or _part_of_sentence().search(around.near):
        return False
    if filled.period is None:
        return True
    year = filled.period.year
    earlier = any("上年" in choices or "去年" in choices for choices in entry.all)
    known = {str(year), *([str(year - 1)] if earlier else [])}
    return set(_years().findall(around.words)) <= known


def _edits(entry: Quoted, told: Told) -> Iterator[Edit]:
    """State that a figure is one of several; it is enough that one agrees."""
    figures = entry.figures()
    for letter, figure in zip(_LETTERS, figures, strict=False):
        stated = _condition(figure, told)
        if stated is not None:
            condition, kind = stated
            yield Edit(
                id=f"{entry.id}{letter}" if len(figures) > 1 else entry.id,
                text=entry.readings[_LETTERS.index(letter)],
                condition=condition,
                kind=kind,
                name=entry.name,
                nature=entry.nature,
                origin=Origin.PROSE,
                rival=f"{entry.id}-{told.mention.key}",
                under=told.mention.key,
                basis=entry.reason or (_DIRECT if entry.direct else None),
            )


def _condition(figure: Operand, told: Told) -> tuple[Condition, EditKind] | None:
    """State that a figure of a text is one of a table, as far as it is exact."""
    name: Operand = told.name
    if told.scale.factor > 1:
        name = Operation("*", Constant(told.scale.factor), told.name)
    match told.mention.quantity.exactness:
        case Exactness.EXACT:
            # With several figures on both sides neither counts as the total of the other.
            kind = EditKind.BALANCE if name is told.name else EditKind.FLOW
            return Comparison("=", figure, name), kind
        case Exactness.OVER:
            return Comparison(">=", figure, name), EditKind.PART
        case Exactness.UNDER:
            return Comparison("<=", figure, name), EditKind.PART
        case _:
            return None
