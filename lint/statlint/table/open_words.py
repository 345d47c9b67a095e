"""Which label of a form a printed head is: the same, or the same but for one slip in typing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from statlint.dataclass import dataclass, field
from statlint.pattern import escape, pattern_of
from statlint.table.likeness import printed_keys
from statlint.values import UNITS

EXACT, _TYPING = 1.0, 0.75
_SHORTEST_TYPING = 4
LONGEST = 40
"""Signs of the longest text that is looked up as a label; what is longer is a sentence."""
_WORDS = pattern_of(r"[^\W\d_]")
_TELLING = frozenset(
    "一二三四五六七八九十百0123456789本上下前后去今年月季日周期率数额量总收办结转未已应实新旧"
    "男女内外主依加减扣增降大小多少正副首末单双左右次名"
)
"""Signs that make another label of one: 本月累计, 上月累计; 一级指标, 二级指标."""
_UNIT_BEHIND = pattern_of(rf"(?<=.)[/每]?(?:{'|'.join(map(escape, UNITS))})$")


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """The labels of some lines or heads, by index; what a printed text is like is kept."""

    exact: dict[str, tuple[int, ...]] = field(repr=False)
    _by_end: dict[str, set[str]] = field(repr=False)
    """The wordings by their first and by their last two signs: a slip leaves one end whole."""
    _known: dict[str, tuple[tuple[int, ...], float]] = field(repr=False, default_factory=dict)

    @classmethod
    def of(cls, labels: Iterable[Sequence[str]]) -> Wordings:
        """Prepare the wordings of each line or head."""
        exact: dict[str, tuple[int, ...]] = {}
        for index, texts in enumerate(labels):
            for key in dict.fromkeys(key for text in texts for key in printed_keys(text)):
                exact[key] = (*exact.get(key, ()), index)
        by_end: dict[str, set[str]] = {}
        for key in exact:
            for end in _ends(key) if len(key) >= _SHORTEST_TYPING else ():
                by_end.setdefault(end, set()).add(key)
        return cls(exact, by_end)

    def same(self, text: str) -> tuple[int, ...]:
        """Give what a printed text is the label of, word for word."""
        if len(text) > LONGEST:
            return ()
        return next((self.exact[key] for key in keys_of(text) if key in self.exact), ())

    def like(self, text: str) -> tuple[tuple[int, ...], float]:
        """Give what a printed text is the label of, a slip in typing allowed, and how surely."""
        if text not in self._known:
            self._known[text] = self._like(text)
        return self._known[text]

    def _like(self, text: str) -> tuple[tuple[int, ...], float]:
        if _WORDS.search(text) is None:
            return (), 0.0
        same = self.same(text)
        if same or len(text) > LONGEST:
            return same, EXACT if same else 0.0
        slips = {
            self.exact[key]
            for printed in printed_keys(text)
            for end in _ends(printed)
            for key in self._by_end.get(end, ())
            if slipped(printed, key)
        }
        # A text that is one slip away from two labels is neither.
        return (slips.pop(), _TYPING) if len(slips) == 1 else ((), 0.0)


def _ends(key: str) -> tuple[str, str]:
    return f"{key[:2]}-", f"-{key[-2:]}"


def keys_of(text: str) -> Iterable[str]:
    """Give the comparable forms of a label, that without a unit behind it (数量/条) last."""
    keys = printed_keys(text)
    yield from keys
    for key in keys:
        bare = _UNIT_BEHIND.sub("", key)
        if bare != key:
            yield bare


def slipped(printed: str, wanted: str) -> bool:
    """Tell whether one sign was mistyped, dropped, added or swapped with the next.

    A sign that tells two labels apart (本月累计, 上月累计) is no slip.
    """
    if min(len(printed), len(wanted)) < _SHORTEST_TYPING - 1 or len(wanted) < _SHORTEST_TYPING:
        return False
    if abs(len(printed) - len(wanted)) > 1 or printed == wanted:
        return False
    start = next(
        (at for at, pair in enumerate(zip(printed, wanted, strict=False)) if pair[0] != pair[1]),
        min(len(printed), len(wanted)),
    )
    one, other = printed[start:], wanted[start:]
    if len(one) == len(other):
        swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
        return swapped or (one[1:] == other[1:] and not _TELLING & {one[0], other[0]})
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return longer[1:] == shorter and longer[0] not in _TELLING


def labels_on(texts: Collection[str]) -> frozenset[str]:
    """Make the texts of a sheet comparable; figures and sentences are none of its labels."""
    return frozenset(
        key
        for text in texts
        if not text.isdigit() and len(text) <= LONGEST
        for key in keys_of(text)
    )
