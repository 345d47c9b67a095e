"""What went wrong, in the words of a clerk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from statlint.dataclass import dataclass
from statlint.diagnosis import Slip
from statlint.values import Text

_SHOWN = 3
_SURE = 0.995
_LONGEST_LABEL = 24
_NOTHING = Text("", "")

HOW: Mapping[Slip, Text] = MappingProxyType(
    {
        Slip.DIGIT: Text("一位数字有误", "one digit wrong"),
        Slip.TRANSPOSED: Text("两位数字颠倒", "two digits swapped"),
        Slip.DROPPED: Text("漏写一位数字", "a digit left out"),
        Slip.ADDED: Text("多写一位数字", "a digit too many"),
        Slip.DOUBLED: Text("一位数字重复", "a digit written twice"),
        Slip.SIGN: Text("正负号有误", "wrong sign"),
        Slip.FACTOR: Text("小数点或单位有误", "misplaced point or wrong unit"),
        Slip.SWAPPED: Text("互相填反", "two figures in each other's place"),
        Slip.MISPLACED: Text("填错了格", "written in the wrong cell"),
        Slip.STALE_TOTAL: Text("明细已改，合计未改", "a part was changed, the total was not"),
        Slip.OMITTED_PARTS: Text("漏加{about}", "{about} left out"),
        Slip.COUNTED_TWICE: Text("重复加了{about}", "{about} counted twice"),
        Slip.SUBTOTAL_ADDED: Text("小计{about}也加了进去", "subtotal {about} added in as well"),
        Slip.SHORT_RANGE: Text(
            "公式漏加或错加了{about}", "the formula leaves out or wrongly adds {about}"
        ),
        Slip.SHIFTED: Text("整段错位一格", "all figures one place on"),
        Slip.EXCHANGED: Text("把{about}的数字填反", "the figures of {about} exchanged"),
        Slip.OTHER_UNIT: Text("整段单位有误", "all figures in another unit"),
        Slip.SIGNS: Text("整段正负号相反", "all signs turned"),
        Slip.COPIED: Text("照抄了上期数字", "the figures of the period before"),
    }
)
"""How a figure came to be wrong; nothing is said of a blank or of any other figure."""
_TAKEN_AWAY: Mapping[Slip, Text] = MappingProxyType(
    {
        Slip.OMITTED_PARTS: Text("漏减{about}", "{about} not taken away"),
        Slip.COUNTED_TWICE: Text("重复减了{about}", "{about} taken away twice"),
    }
)
_PASTED = Text("误粘贴了{about}的数字", "the figures of {about} pasted")
"""How figures of another table than that of the period before came there."""
_TOTALS = frozenset(
    {
        Slip.STALE_TOTAL,
        Slip.OMITTED_PARTS,
        Slip.COUNTED_TWICE,
        Slip.SUBTOTAL_ADDED,
        Slip.SHORT_RANGE,
    }
)
"""What happens to a total: others are wrong with it."""

_ONE = Text("{cell} 可能应为 {proposed}（{now}）", "{cell} may have to be {proposed} ({now})")
_NOW = Text("现为 {value}", "now {value}")
_NOW_TEXT = Text("现为「{value}」", "now “{value}”")
_BLANK = Text("现为空", "now blank")
_RECOMPUTED = Text(
    "{change}，{totals}的合计已按错数重算，也应改为 {proposed}",
    "{change}, and the totals reckoned with it: {totals} should be {proposed}",
)
_ALIKE = Text(
    "{change}，{totals}也应相应改为 {proposed}",
    "{change}, and {totals} accordingly {proposed}",
)
_SOME_WRONG = Text("有误", "wrong figures")
_SOME_BLANK = Text("漏填", "left blank")
_BLOCK = Text("{cells}可能{how}：{changes}", "{cells}, perhaps {how}: {changes}")
_CHANGE = Text("{cell} 应为 {proposed}（{now}）", "{cell} should be {proposed} ({now})")
_FEW = Text("{cells} ", "{cells}")
_MANY = Text("{cells} 等 {count} 格", "{cells}, … ({count} cells)")
_CELLS = Text("{first} 等 {count} 格", "{first} and {rest} more cells")
_BOTH = Text("{first} 与 {other} ", "{first} and {other}")
_AND_SO_ON = Text("等", ", …")
_AND_MORE = Text(" 等", ", …")
"""The same behind figures."""
_COMMA = Text("，", ", ")
_LIST_COMMA = Text("、", ", ")
_SEMICOLON = Text("；", "; ")
_COLON = Text("：", ": ")
_OPENED = Text(
    "改后未能核对的 {count} 处均相符", "then {count} edits that could not be checked hold"
)
_OPENED_ONE = Text("改后未能核对的 1 处相符", "then 1 edit that could not be checked holds")
_OPENED_TOO = Text(
    "，未能核对的 {count} 处也相符", ", and {count} that could not be checked hold as well"
)
_STILL_BROKEN = Text(
    "；但另有 {count} 处仍不平，请一并核对",
    "; {count} more would not balance, look at these as well",
)
_NOT_COUNTED = Text(
    "{totals}没有计入这一格，改后须重算",
    "{totals} were reckoned without it and must be reckoned again",
)
_ALL_HOLD = Text("改后 {count} 处不平全部消除", "then {all} broken edits hold")
_HOLDS = Text("改后即平", "then it balances")
_LIKELY = Text("，可能性 {percent}", ", likelihood {percent}")
_ONE_OF = Text("可能是下列情形之一", "One of these")
_ONE_OF_ALL = Text(
    "可能是下列情形之一，改后 {count} 处不平全部消除",
    "One of these, and then {all} broken edits hold",
)
GUESSED = Text(
    "仅凭勾稽关系不能确定是哪一格有误，最可能的是",
    "The edits do not tell which cell is wrong, most likely",
)
UNDETERMINED = Text(
    "空白较多，仅凭勾稽关系推不出各应填多少，请逐格核对",
    "There are too many blanks for the edits to tell their figures: look at each",
)
ONLY_THE_LINE = Text(
    "仅凭勾稽关系不能确定是哪一格有误，请逐项核对",
    "The edits do not tell which cell is wrong: look at each",
)


@dataclass(frozen=True, slots=True)
class Change:
    """A cell, what it holds as written (nothing where blank), and what it may have to hold."""

    cell: str
    value: str
    proposed: str
    how: Text | None = None
    """Why what it holds is no figure."""
    quoted: bool = False
    """Whether what it holds is no figure, and comes in quotes."""


@dataclass(frozen=True, slots=True)
class Mended:
    """How many edits changes mend: `failed` ones, and those `opened` that could not be checked.

    `broken` are those that would fail then.
    """

    failed: int = 0
    opened: int = 0
    broken: int = 0


def event_words(
    slip: Slip, changes: Sequence[Change], about: Text, *, taken_away: bool = False
) -> Text:
    """Say one slip: which cells, what they should be, how it came about.

    `taken_away` says that what it is about is taken away from a total, not added.
    """
    how = (_TAKEN_AWAY if taken_away else HOW).get(slip, HOW.get(slip))
    if slip is Slip.COPIED and about.zh:
        how = _PASTED
    told = None if how is None else filled(how, about=about)
    if len(changes) == 1:
        return _change(_ONE, changes[0], told)
    if slip is Slip.RECOMPUTED:
        return _with_totals(_RECOMPUTED, changes, None)
    if slip in _TOTALS:
        return _with_totals(_ALIKE, changes, told)
    return filled(
        _BLOCK,
        cells=_cells(changes),
        how=told or (_SOME_BLANK if slip is Slip.BLANK else _SOME_WRONG),
        changes=changes_words(changes),
    )


def changes_words(changes: Sequence[Change]) -> Text:
    """List cells with what they should be, the first few."""
    listed = [_change(_CHANGE, one, None) for one in changes[:_SHOWN]]
    more = _AND_SO_ON if len(changes) > _SHOWN else _NOTHING
    return plus(joined(_COMMA, listed), more)


def located_words(
    events: Sequence[Text], mended: Mended, probability: float, *, plain: bool
) -> Text:
    """Say slips, what they would mend and how likely they are; `plain` is one changed cell."""
    sign = _COLON if plain else _SEMICOLON
    return plus(joined(_SEMICOLON, events), sign, _ending(mended), likely_words(probability))


def _ending(mended: Mended) -> Text:
    """Say what holds then, and what does not."""
    if not mended.failed:
        opened = _OPENED_ONE if mended.opened == 1 else _OPENED
        holds = filled(opened, count=str(mended.opened))
    else:
        holds = _HOLDS if mended.failed == 1 else _held(_ALL_HOLD, mended.failed)
        if mended.opened:
            holds = plus(holds, filled(_OPENED_TOO, count=str(mended.opened)))
    if not mended.broken:
        return holds
    return plus(holds, filled(_STILL_BROKEN, count=str(mended.broken)))


def left_out_words(event: Text, totals: Sequence[str], probability: float) -> Text:
    """Say what a text may mean that totals were reckoned without."""
    ending = filled(_NOT_COUNTED, totals=_counted(totals))
    return plus(event, _COLON, ending, likely_words(probability))


def possible_words(events: Sequence[Text], probability: float) -> Text:
    """Say the slips that are one of several possibilities, and how likely they are."""
    return plus(joined(_SEMICOLON, events), likely_words(probability))


def one_of_words(mended: Mended) -> Text:
    """Say that one of several things went wrong."""
    return _ONE_OF if mended.failed <= 1 else _held(_ONE_OF_ALL, mended.failed)


def likely_words(probability: float) -> Text:
    """Say how likely something is, behind what is likely."""
    return filled(_LIKELY, percent=_percent(probability))


def _held(template: Text, count: int) -> Text:
    every = "both" if count == len(("one", "other")) else f"all {count}"
    return filled(template, count=str(count), all=every)


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"


def labels_words(labels: Sequence[str]) -> Text:
    """List labels as printed, long ones cut."""
    short = [_cut(label) for label in labels[:_SHOWN]]
    quoted = [Text(f"「{label}」", f"“{label}”") for label in short]
    more = _AND_SO_ON if len(labels) > _SHOWN else _NOTHING
    return plus(joined(_LIST_COMMA, quoted), more)


def joined(sign: Text, words: Sequence[Text]) -> Text:
    """Join wordings in both languages."""
    return Text(sign.zh.join(one.zh for one in words), sign.en.join(one.en for one in words))


def _change(template: Text, change: Change, how: Text | None) -> Text:
    written = _NOW_TEXT if change.quoted else _NOW
    now = filled(written, value=change.value) if change.value.strip() else _BLANK
    why = change.how or how
    told = now if why is None else joined(_COMMA, [now, why])
    return filled(template, cell=change.cell, proposed=change.proposed, now=told)


def _with_totals(template: Text, changes: Sequence[Change], how: Text | None) -> Text:
    """Say what is wrong with the first cell, and what the totals that follow it should be."""
    first, *totals = changes
    return filled(
        template,
        change=_change(_ONE, first, how),
        totals=_counted([one.cell for one in totals]),
        proposed=_listed([one.proposed for one in totals]),
    )


def _listed(texts: Sequence[str]) -> Text:
    more = _AND_MORE if len(texts) > _SHOWN else _NOTHING
    return plus(joined(_LIST_COMMA, [Text(one, one) for one in texts[:_SHOWN]]), more)


def _counted(cells: Sequence[str]) -> Text:
    """List cells; of many say how many they are."""
    shown = joined(_LIST_COMMA, [Text(one, one) for one in cells[:_SHOWN]])
    template = _MANY if len(cells) > _SHOWN else _FEW
    return filled(template, cells=shown, count=str(len(cells)))


def _cells(changes: Sequence[Change]) -> Text:
    first, other = changes[0].cell, changes[1].cell
    if len(changes) == len((first, other)):
        return filled(_BOTH, first=first, other=other)
    count = len(changes)
    return filled(_CELLS, first=first, count=str(count), rest=str(count - 1))


def _percent(probability: float) -> str:
    """Round to whole percents; what is nearly sure is not said to be so."""
    return "> 99%" if probability >= _SURE else f"{probability:.0%}"


def plus(*words: Text) -> Text:
    """Put wordings behind one another, in both languages."""
    return joined(_NOTHING, words)


def filled(template: Text, **values: Text | str) -> Text:
    """Fill in a wording in both languages; a plain text is the same in both."""
    said = {key: one if isinstance(one, Text) else Text(one, one) for key, one in values.items()}
    return Text(
        template.zh.format(**{key: one.zh for key, one in said.items()}),
        template.en.format(**{key: one.en for key, one in said.items()}),
    )
