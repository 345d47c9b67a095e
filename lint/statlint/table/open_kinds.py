"""What is counted under heads that repeat, and which total each is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from statlint.dataclass import dataclass, replace
from statlint.form import Head, Measure, PrintedHead, ValueKind
from statlint.pattern import pattern_of
from statlint.table.leaves import Leaf
from statlint.table.open_boxhead import OpenBoxhead
from statlint.table.open_columns import Columns, is_total, measure_under
from statlint.table.open_plan import OpenPlan
from statlint.table.view import View
from statlint.values import Figure, Text, plain, stated_unit

_SHARE = pattern_of(r"[%％‰]|占比|比重|比例|率(?:\([^()]*\))?$|百分比")
_CHANGE = pattern_of(r"增长|增幅|增减|降幅|涨幅|变化|同比|环比|较上")
_SCORE = pattern_of(r"得分|评分|扣分|加分|分数|总分|均分|分值|\(分\)$")
_AMOUNT = pattern_of(r"金额|费用|[元]")
_AMONG = pattern_of(r"^其中")
_SUBTOTAL = pattern_of(r"^(?:小计|subtotal)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlacedHead:
    """A head that is printed and the column it stands over; None for one that is only stated."""

    printed: PrintedHead
    column: int | None
    text: str


def placed_heads(view: View, columns: Columns, rows: range) -> tuple[PlacedHead, ...]:
    """Give every head that is printed, those that repeat with a key of their own each."""
    texts = {leaf.column: leaf.text for leaf in columns.boxhead.leaves}
    placed: dict[int, PlacedHead] = {}
    for column, head in columns.heads.items():
        placed[column] = PlacedHead(PrintedHead(head.key, head), column, texts[column])
    for leaf, own in _kinds(view, columns, rows):
        placed[leaf.column] = PlacedHead(PrintedHead(own.of or "", own), leaf.column, leaf.text)
    return tuple(_with_totals(dict(sorted(placed.items())), columns))


def _kinds(view: View, columns: Columns, rows: range) -> Iterator[tuple[Leaf, Head]]:
    """Go through the heads that repeat, numbered; a sub-total is none of them."""
    plan, head = columns.boxhead.plan, columns.boxhead.plan.kind
    kinds = [leaf for leaf in columns.more if not is_total(leaf.text)]
    for number, leaf in enumerate(kinds if head else (), 1):
        if head is not None:
            yield (
                leaf,
                replace(
                    _numbered(head, leaf.text, number),
                    measure=_measure(view, leaf, rows, plan, head),
                    above=tuple(sorted(columns.boxhead.above[leaf.column])),
                ),
            )


def _numbered(head: Head, text: str, number: int) -> Head:
    printed = spoken(text)
    label = Text(printed, printed) if printed else head.label
    return replace(head, key=f"{head.key}#{number}", label=label, of=head.key)


def spoken(text: str) -> str:
    """Write a label in one line; Chinese words are not parted by white space."""
    return re.sub(
        r"(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])",
        "",
        " ".join(text.split()),
    )


def _measure(view: View, leaf: Leaf, rows: range, plan: OpenPlan, head: Head) -> Measure:
    """Tell what a column counts by its head, and by the figures where that is silent.

    Where the form gives the repeated head a kind other than the table's, that is it.
    """
    given = measure_under(plan, head)
    if given.kind is not plan.table.measure.kind:
        return given
    kind, unit = _kind(view, leaf, rows), stated_unit(leaf.text) or given.unit
    if kind is ValueKind.SHARE or (kind is ValueKind.SCORE and _SHARE.search(plain(leaf.text))):
        unit = "%"
    elif kind is ValueKind.SCORE:
        unit = None
    # A bound of the form is for figures of its own kind.
    bounded = replace(given, kind=kind, unit=unit)
    return bounded if kind is given.kind else replace(bounded, minimum=None, maximum=None)


def _kind(view: View, leaf: Leaf, rows: range) -> ValueKind:
    text = plain(re.sub(r"\s+", "", leaf.text))
    readings = [view.reading(row, leaf.column) for row in rows if view.text(row, leaf.column)]
    figures = [reading for reading in readings if isinstance(reading, Figure)]
    share = _SHARE.search(text) or (figures and all(one.unit == "%" for one in figures))
    if _CHANGE.search(text):
        # A rate of growth may be negative, as a score may; a share may not.
        return (
            ValueKind.SCORE if share or any(one.decimals for one in figures) else ValueKind.CHANGE
        )
    if share:
        return ValueKind.SHARE
    if _SCORE.search(text):
        return ValueKind.SCORE
    if _AMOUNT.search(text) or any(one.decimals for one in figures):
        return ValueKind.AMOUNT
    return ValueKind.COUNT


def _with_totals(placed: Mapping[int, PlacedHead], columns: Columns) -> Iterator[PlacedHead]:
    """Say of each part of a total which it is a part of; a 合计 takes its parts before a score."""
    plan = columns.boxhead.plan
    totals = [column for column, one in placed.items() if one.printed.of in plan.totals]
    totals.sort(key=lambda column: not is_total(placed[column].text))
    owner: dict[int, str] = {}
    for total in totals:
        likely = [column for column, one in placed.items() if _may_be_part(one)]
        head = placed[total].printed.head
        parts = _parts(total, _of_its_kind(likely, placed, head, plan), placed, columns.boxhead)
        # A total of sub-totals has parts that are in these already.
        if not owner.keys() & set(parts):
            owner |= dict.fromkeys(parts, head.key)
    for column, one in placed.items():
        yield replace(one, printed=replace(one.printed, total=owner.get(column)))


def _may_be_part(one: PlacedHead) -> bool:
    """Tell whether a head may be one of those that a total adds up; 其中 names but some of them."""
    head = one.printed.head
    return bool(head.of) and not any(map(_AMONG.match, (spoken(one.text), *head.above)))


def _of_its_kind(
    likely: Sequence[int], placed: Mapping[int, PlacedHead], total: Head, plan: OpenPlan
) -> list[int]:
    """Keep what can be added up: shares to shares, scores to scores, else numbers to a number.

    Scores without a decimal or the word are told from numbers only by what they add up to.
    """
    by_class: dict[ValueKind, list[int]] = {}
    for column in likely:
        by_class.setdefault(_class(plan, placed[column].printed.head), []).append(column)
    own = _class(plan, total)
    if own is ValueKind.SCORE:
        return by_class.get(own) or by_class.get(ValueKind.COUNT, [])
    return by_class.get(own, [])


def _class(plan: OpenPlan, head: Head) -> ValueKind:
    kind = measure_under(plan, head).kind
    return kind if kind in {ValueKind.SHARE, ValueKind.SCORE} else ValueKind.COUNT


def _parts(
    total: int, parts: Sequence[int], placed: Mapping[int, PlacedHead], boxhead: OpenBoxhead
) -> list[int]:
    """Give the parts of a total: under its spanner, else next to it on the left, else right."""
    own = boxhead.above[total]
    under = [column for column in parts if own & boxhead.above[column]]
    if under:
        return under
    last = boxhead.last_column
    for columns in (range(total - 1, 0, -1), range(total + 1, last + 1)):
        near = list(takewhile(lambda one: not _blocks(one, placed, boxhead), columns))
        found = [column for column in near if column in parts]
        if found:
            named = (spoken(placed[column].text) for column in near if column in placed)
            edge = next((one for one in columns if _blocks(one, placed, boxhead)), None)
            # Where 其中 is no spanner nobody knows which columns it is for, and a 合计 beside a
            # 小计 adds up more than what stands between them.
            among = any(map(_AMONG.match, named))
            return [] if among or (edge is not None and _is_within(edge, total, placed)) else found
    return []


def _is_within(column: int, total: int, placed: Mapping[int, PlacedHead]) -> bool:
    """Tell whether a head is a 小计 that another total is likely to count."""
    return bool(_SUBTOTAL.match(spoken(placed[column].text))) and (
        placed[column].printed.of != placed[total].printed.of
    )


def _blocks(column: int, placed: Mapping[int, PlacedHead], boxhead: OpenBoxhead) -> bool:
    """Tell whether the parts of a total end at a column; the total under a spanner is in them."""
    one = placed.get(column)
    if one is None or one.printed.head.of:
        return False
    return one.printed.of not in boxhead.plan.totals or not boxhead.above[column]
