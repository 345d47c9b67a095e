"""What forms know of the texts of sheets, asked once for each text that comes again and again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from statlint.dataclass import dataclass, field
from statlint.table.folds import is_folded, levels_of
from statlint.table.likeness import Lexicon, printed_keys
from statlint.table.worded import Worded, WordedHeads, WordedLines, near_of
from statlint.values import Figure, Flaw, Unreadable, label_key, read_figure

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
    heads: Mapping[WordedHeads, Scores]
    lines: Mapping[WordedLines, Scores]


@dataclass(frozen=True, slots=True, eq=False)
class KnownWords:
    """The words of some forms; what was told of a text is kept.

    A text that no form knows is seen as what stands for all such: a search that sees the same of
    two sheets finds the same in both.
    """

    lexicon: Lexicon
    vocabulary: Mapping[str, Sequence[WordedHeads | WordedLines]]
    """Every wording of a line or head, made comparable, and whose it is."""
    more: frozenset[str]
    """Comparable wordings beside those: of what stands above them, of codes."""
    letterless: bool
    """Whether a wording has no letter: any figure may be a label then."""
    _told: dict[str, Told] = field(repr=False, default_factory=dict)

    @classmethod
    def of(cls, forms: Sequence[Worded]) -> KnownWords:
        """Gather the words of forms."""
        heads = dict.fromkeys(one for form in forms for one in form.heads)
        lines = dict.fromkeys(one for form in forms for one in form.lines)
        more = CODES.union(NUMBERING)
        more = more.union(*[keys for one in heads for keys in one.spanners])
        more = more.union(*[keys for one in lines for keys in one.above])
        vocabulary: dict[str, list[WordedHeads | WordedLines]] = {}
        every: list[WordedHeads | WordedLines] = [*heads, *lines]
        for one in every:
            for key in one.likeness.keys:
                vocabulary.setdefault(key, []).append(one)
        letterless = not all(
            key.isalpha() or any(map(str.isalpha, key)) for key in chain(vocabulary, more)
        )
        return cls(Lexicon(vocabulary, near_of(forms)), vocabulary, more, letterless)

    def told(self, text: str) -> Told:
        """Say what forms know of a text."""
        known = self._told.get(text)
        if known is None:
            if len(self._told) >= _MOST:
                self._told.clear()
            known = self._told[text] = self._tell(text)
        return known

    def head_scores(self, text: str, worded: WordedHeads) -> Scores:
        """Score a text as a head; spanners may be folded into it: 法人或其他组织（商业企业）."""
        return self.told(text).heads.get(worded, _NOTHING)

    def line_scores(self, text: str, worded: WordedLines) -> Scores:
        """Score a text as the label of a line."""
        return self.told(text).lines.get(worded, _NOTHING)

    def strange_together(self, texts: Sequence[str]) -> bool:
        """Tell whether no line is like texts of a row put together, all or the last of them."""
        return not any(self.told("".join(texts[start:])).lines for start in range(len(texts) - 1))

    def _tell(self, text: str) -> Told:
        heads, lines = self._scores(text)
        if is_folded(text):
            last = levels_of(text)[-1]
            heads = {**(self.told(last).heads if last != text else {}), **heads}
        known = heads or lines or self._means_something(text)
        return Told(text if known else _stand_in(text), label_key(text), heads, lines)

    def _scores(self, text: str) -> tuple[dict[WordedHeads, Scores], dict[WordedLines, Scores]]:
        heads: dict[WordedHeads, Scores] = {}
        lines: dict[WordedLines, Scores] = {}
        if text not in self.vocabulary and not any(map(str.isalpha, text)):
            # Without a letter it is like no label, but may be one: 2024.
            return heads, lines
        like = self.lexicon.like(printed_keys(text))
        for one in dict.fromkeys(one for key in like for one in self.vocabulary.get(key, ())):
            scores = one.likeness.scored(text, like)
            if scores:
                if isinstance(one, WordedHeads):
                    heads[one] = scores
                else:
                    lines[one] = scores
        return heads, lines

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
