"""What each label of a stub shows of how deep its line stands: column, blanks before it, number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass, replace
from statlint.table.layout import Role
from statlint.table.layout_codes import codes_of, is_code
from statlint.table.layout_numbers import LabelNumber, numbers_of
from statlint.table.layout_words import roles_of
from statlint.values.ordinal import read_ordinal

_WIDTHS = {"\t": 4, "\u3000": 2, "…": 3}
_PER_INDENT = 3
_MOST = 0.8
_USUAL = 5
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_BEFORE = r"(?:_x000D_|[\s.…·])*(?:[-–—•►>◆▪○●*]+\s*(?=[^\W0-9]))?"
_TOTALS = frozenset({Role.TOTAL, Role.SUBTOTAL})


@dataclass(frozen=True, slots=True)
class StubLabel:
    """What the stub says of one line.

    `texts` are the texts of its stub columns from left to right as stored, with the blanks before
    them; a merged cell is given in every row that it spans, a cell left blank is "".
    `indents` are the indents that the file sets for these cells, as many or none. `figures` is
    False for a group line; `gap` says that an empty row stands before it.
    """

    texts: tuple[str, ...]
    indents: tuple[int, ...] = ()
    figures: bool = True
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Depth:
    """What one label shows: the rank of its column, its width of blanks, its number.

    `stretches` says which stretch of its column, and of each outer one, it is in, the outermost
    first. `heads_headings` is set for a group line with another right below it.
    """

    text: str
    column: int = 0
    stretches: tuple[int, ...] = ()
    width: int = 0
    number: LabelNumber | None = None
    roles: frozenset[Role] = frozenset()
    heading: bool = False
    heads_headings: bool = False
    gap: bool = False

    @property
    def total(self) -> bool:
        """Whether its words say that it is a total."""
        return bool(self.roles & _TOTALS)

    @property
    def among(self) -> bool:
        """Whether its words say that it is a part beside others: 其中, of which."""
        return Role.OF_WHICH in self.roles

    @property
    def heading_rank(self) -> tuple[bool, bool]:
        """The rank of a group line among others as wide: CAPITALS, and what heads others, first."""
        return (not self.text.isupper(), not self.heads_headings)


def depths_of(labels: Sequence[StubLabel]) -> list[Depth]:
    """Read what each label shows; a line without any label has an empty text."""
    names, numbers = _columns(labels)
    codes = codes_of([label.texts for label in labels])
    depths = [
        _numbered(depth, code or _number(label, numbers))
        for depth, label, code in zip(
            _placed([_among_names(label, names) for label in labels], names),
            labels,
            codes,
            strict=True,
        )
    ]
    usual = _usual_widths(depths)
    depths = [
        replace(depth, width=usual[depth.width]) if depth.width in usual else depth
        for depth in depths
    ]
    following = [*depths, Depth("")][1:]
    return [
        replace(depth, heads_headings=True)
        if depth.heading and after.heading and not after.width
        else depth
        for depth, after in zip(_level_totals(depths), following, strict=False)
    ]


def _numbered(depth: Depth, number: LabelNumber | None) -> Depth:
    return replace(depth, number=number) if number else depth


def _columns(labels: Sequence[StubLabel]) -> tuple[list[int], list[int]]:
    """Tell the columns with names from those that number the lines: 一, （一）, 1.1."""
    names, numbers = [], []
    columns = range(max((len(label.texts) for label in labels), default=0))
    for column in columns:
        texts = [label.texts[column].strip() for label in labels if label.texts[column].strip()]
        ordinals = [one for one in map(read_ordinal, texts) if one]
        codes = sum(map(is_code, texts))
        counts = bool(texts) and max(len(ordinals), codes) >= _MOST * len(texts)
        if not counts:
            names.append(column)
        elif len({(one.style, len(one.path)) for one in ordinals}) > 1:
            numbers.append(column)
    return (names, numbers) if names else (list(columns), [])


def _among_names(label: StubLabel, names: Sequence[int]) -> StubLabel:
    """Take a name that stands in the column of codes for one in its own: 合计 under 201, 205."""
    if not names or any(label.texts[column].strip() for column in names):
        return label
    astray = (
        text
        for text in label.texts[: names[0]]
        if text.strip() and not is_code(text) and read_ordinal(text.strip()) is None
    )
    name = next(astray, "")
    texts = (name if at == names[0] else text for at, text in enumerate(label.texts))
    return replace(label, texts=tuple(texts)) if name else label


def _number(label: StubLabel, columns: Sequence[int]) -> LabelNumber | None:
    """Read the number of a line from a column of numbers."""
    texts = [label.texts[column].strip() for column in columns if label.texts[column].strip()]
    found = numbers_of(f"{texts[0]}、xx") if texts else ()
    return found[0] if found else None


def _placed(labels: Sequence[StubLabel], columns: Sequence[int]) -> Iterator[Depth]:
    """Place each label in its column, with the stretches of the columns before it."""
    stretches = dict.fromkeys(columns, 0)
    shown = dict.fromkeys(columns, "")
    last: dict[str, int] = {}
    for label in labels:
        own = [column for column in columns if label.texts[column].strip()]
        begun = [column for column in own if label.texts[column].strip() != shown[column]]
        for column in begun:
            stretches[column] += 1
            shown |= {one: "" for one in columns if one > column}
            shown[column] = label.texts[column].strip()
        if not own:
            yield Depth("")
            continue
        roles = roles_of([label.texts[own[-1]]])
        at = begun[0] if begun and roles & _TOTALS else own[-1]
        if at != own[-1]:
            # 北京 | 合计 is the line of 北京 as a whole, 合计 | 合计 a total still.
            roles = roles_of([label.texts[at]])
        yield Depth(
            re.compile(_BEFORE).sub("", label.texts[at], count=1).strip(),
            columns.index(at),
            tuple(stretches[column] for column in columns if column <= at),
            _width(label, at),
            _continued(numbers_of(label.texts[at]), last),
            roles,
            heading=not label.figures,
            gap=label.gap,
        )


def _continued(numbers: Sequence[LabelNumber], last: dict[str, int]) -> LabelNumber | None:
    """Choose the reading that goes on with what was read before: I. after H. is a letter."""
    if not numbers:
        return None
    onward = (one for one in numbers if last.get(one.style) == one.path[-1] - 1)
    number = next(onward, numbers[0])
    last[number.style] = number.path[-1]
    return number


def _width(label: StubLabel, column: int) -> int:
    """Measure what stands before a label: blanks, dots, bullets and the indent of its cell."""
    indent = label.indents[column] if label.indents else 0
    before = re.compile(_BEFORE).match(label.texts[column].replace("_x000D_", ""))
    blanks = before[0] if before else ""
    return _PER_INDENT * indent + sum(_WIDTHS.get(sign, 1) for sign in blanks)


def _usual_widths(depths: Sequence[Depth]) -> dict[int, int]:
    """Find widths that are one blank off another that is usual: a slip of the space bar."""
    often = Counter(depth.width for depth in depths if depth.text)
    return {
        width: near
        for width, count in often.items()
        for near in (width - 1, width + 1)
        if often[near] >= max(_USUAL, _USUAL * count)
    }


def _level_totals(depths: Sequence[Depth]) -> Iterator[Depth]:
    """Take a total that alone is set in as one with the lines before it: it is centred."""
    lined = [depth for depth in depths if depth.text]
    before, after = [None, *lined[:-1]], [*lined[1:], None]
    between = iter(zip(before, after, strict=True))
    for depth in depths:
        if not depth.text:
            yield depth
            continue
        above, below = next(between)
        alone = above and not above.heading and (below is None or below.width < depth.width)
        if depth.total and above and alone and above.width < depth.width:
            yield replace(depth, width=above.width)
        else:
            yield depth
