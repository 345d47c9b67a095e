"""What forms know of the texts of sheets, asked once for each text that comes again and again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass, field
from statlint.table.folds import is_folded, levels_of
from statlint.table.likeness import Lexicon, Likeness, printed_keys
from statlint.values import Figure, Flaw, Unreadable, label_key, read_figure

if TYPE_CHECKING:
    from statlint.table.boxhead import HeadPlan
    from statlint.table.plan import Print
    from statlint.table.stub import LinePlan

FIGURE = "\ue000"
"""Stands for any text that is a figure and has no letter."""
COUNT = "\ue001"
"""Stands for any text that is a figure and has letters, 12件."""
STRANGE = "\ue002"
"""Stands for any text that is no figure, and that no form knows: a title, a name."""
STAND_INS = frozenset({FIGURE, COUNT, STRANGE})
CODES = frozenset("代码 序号 行次 编号 行号 指标代码".split())
"""Heads of columns that number the lines."""
NUMBERING = frozenset("甲 乙 丙 丁 行次 栏次 序号 编号 代码".split())
"""What stands beside the numbers of columns: 甲 | 1 | 2."""
SURE = 0.7
"""How much a text must be like a head or a line to be it for sure."""
_MOST = 4096
"""Texts that are remembered: labels come again in every file, titles and names do not."""
_NOTHING: Mapping[int, float] = MappingProxyType({})
Scores = Mapping[int, float]
"""How much a text is like each head or line, by index: 1 the same, less where only like it."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What forms know of a text: what they see of it, and how much it is like heads and lines."""

    seen: str
    key: str
    """The text made comparable."""
    heads: Mapping[HeadPlan, Scores]
    lines: Mapping[LinePlan, Scores]


@dataclass(frozen=True, slots=True, eq=False)
class KnownWords:
    """The words of some forms; what was told of a text is kept.

    A text that no form knows is seen as what stands for all such: a search that sees the same of
    two sheets finds the same in both.
    """

    lexicon: Lexicon
    vocabulary: Mapping[str, Sequence[Likeness]]
    """Every wording of a line or head, made comparable, and whose it is."""
    more: frozenset[str]
    """Comparable wordings beside those: of what stands above them, of codes."""
    letterless: bool
    """Whether a wording has no letter: any figure may be a label then."""
    _heads: Mapping[Likeness, HeadPlan]
    _lines: Mapping[Likeness, LinePlan]
    _told: dict[str, Told] = field(repr=False, default_factory=dict)

    @classmethod
    def of(cls, prints: Iterable[Print]) -> KnownWords:
        """Gather the words of forms."""
        heads: dict[Likeness, HeadPlan] = {}
        lines: dict[Likeness, LinePlan] = {}
        more = set(CODES | NUMBERING)
        for one in prints:
            heads[one.heads.likeness] = one.heads
            lines[one.lines.likeness] = one.lines
            more.update(*one.heads.spanners, *one.lines.above)
        vocabulary: dict[str, list[Likeness]] = {}
        for likeness in chain(heads, lines):
            for key in likeness.keys:
                vocabulary.setdefault(key, []).append(likeness)
        letterless = not all(
            key.isalpha() or any(map(str.isalpha, key)) for key in chain(vocabulary, more)
        )
        return cls(Lexicon.of(vocabulary), vocabulary, frozenset(more), letterless, heads, lines)

    def told(self, text: str) -> Told:
        """Say what forms know of a text."""
        known = self._told.get(text)
        if known is None:
            if len(self._told) >= _MOST:
                self._told.clear()
            known = self._told[text] = self._tell(text)
        return known

    def head_scores(self, text: str, plan: HeadPlan) -> Scores:
        """Score a text as a head; spanners may be folded into it: 法人或其他组织（商业企业）."""
        return self.told(text).heads.get(plan, _NOTHING)

    def line_scores(self, text: str, plan: LinePlan) -> Scores:
        """Score a text as the label of a line."""
        return self.told(text).lines.get(plan, _NOTHING)

    def strange_together(self, texts: Sequence[str]) -> bool:
        """Tell whether no line is like texts of a row put together, all or the last of them."""
        return not any(self.told("".join(texts[start:])).lines for start in range(len(texts) - 1))

    def _tell(self, text: str) -> Told:
        scores = self._scores(text)
        heads = {self._heads[one]: its for one, its in scores.items() if one in self._heads}
        lines = {self._lines[one]: its for one, its in scores.items() if one in self._lines}
        if is_folded(text):
            last = levels_of(text)[-1]
            heads = {**(self.told(last).heads if last != text else {}), **heads}
        known = heads or lines or self._means_something(text)
        return Told(text if known else _stand_in(text), label_key(text), heads, lines)

    def _scores(self, text: str) -> dict[Likeness, Scores]:
        like = self.lexicon.like(printed_keys(text))
        concerned = dict.fromkeys(one for key in like for one in self.vocabulary[key])
        return {one: scores for one in concerned if (scores := one.scored(text, like))}

    def _means_something(self, text: str) -> bool:
        """Tell whether a text has a meaning beside that of lines and heads, or may have one."""
        keys = printed_keys(text)
        return not (keys and label_key(text) in keys and self.more.isdisjoint(keys))


def _stand_in(text: str) -> str:
    reading = read_figure(text)
    if isinstance(reading, Figure):
        return COUNT if any(map(str.isalpha, text)) else FIGURE
    if isinstance(reading, Unreadable) and reading.flaw is Flaw.TEXT:
        return STRANGE
    return text
