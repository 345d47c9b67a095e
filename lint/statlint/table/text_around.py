"""What the text of a document says of its tables: title, 统计期限, and who signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass, field
from statlint.grid import Grid, spread
from statlint.pattern import pattern_of
from statlint.table.model import Label
from statlint.typed import TYPE_CHECKING
from statlint.values import CellRef, plain
from statlint.values.place import Place
from statlint.workbook import Cell, CellKind, Document, Paragraph, ParagraphKind, Sheet

if TYPE_CHECKING:
    import re

_CORNER = CellRef(1, 1)
_LONGEST = 80
_NAME = 30
"""Signs of the name of a unit that stands over a title, on a line of its own."""
_REACH = 15
"""Paragraphs between a title and the first section: date and source, an introduction."""
_SENTENCE = pattern_of(r"[^。；;\n]+")
_FIRST_SECTION = pattern_of(r"(?:一|第一[章部篇]分?|1|I)\s*[、.．\s]\s*\S.{0,28}")
_TITLE = pattern_of(
    r"(?:报告|年报|报表|统计表|情况表|一览表|汇总表|公报|通报)"
    r"(?:全文|正文|公布|表)?(?:\([^()]{1,12}\))?(?:[-_|].{0,40})?$"
)
_YEAR = pattern_of(r"(?:19|20)\d\d")
_YEAR_INSIDE = pattern_of(r"\D(?:19|20)\d\d")
_NO_NAME = pattern_of(r"[,。:;>|/\d]")
_NOUGHTS = "〇○零Ｏ"
_NUMERALS = "〇一二三四五六七八九○零Ｏ"
_YEAR_IN_WORDS = pattern_of(rf"[一二][{_NOUGHTS}九][{_NUMERALS}]{{2}}(?=年)")
_OF_PERIOD = pattern_of(
    r"(?:统计|統計|数据|數據|报告|年报|资料)[^。；;]{0,14}(?:期限|期间|时间|时段|区间)"
    r"|报告期|统计期|所属期"
)
_SIGNED = pattern_of(
    r"(?:单位负责人|统计负责人|审核人|填报人|填表人|制表人|填报日期|填报单位|报送单位)"
)


@dataclass(frozen=True, slots=True)
class TextAround:
    """The labels that a document's text gives: of titles, of sentences on the period.

    `signed` are the paragraphs in which someone signed, each as a sheet of one cell.
    """

    titles: tuple[Label, ...] = ()
    periods: tuple[Label, ...] = ()
    signed: tuple[Grid, ...] = field(default=())

    @property
    def labels(self) -> tuple[Label, ...]:
        """All labels of what surrounds the tables."""
        signed = (Label(grid.text(1, 1), grid.name, _CORNER) for grid in self.signed)
        return (*self.titles, *self.periods, *signed)


def text_around(document: Document | None) -> TextAround:
    """Find what a document says of its tables; nothing for a workbook."""
    if document is None:
        return TextAround()
    return TextAround(
        tuple(_titles(document)),
        tuple(label for one in document.paragraphs for label in _periods(one)),
        tuple(_sheet(one) for one in document.paragraphs if _SIGNED.search(_key(one))),
    )


def captions_over(grid: Grid) -> tuple[Label, ...]:
    """Give the paragraphs over a table of a document."""
    return tuple(_label(one) for one in grid.captions)


def _label(paragraph: Paragraph, text: str | None = None) -> Label:
    shown = _arabic(paragraph.text if text is None else text)
    return Label(shown, paragraph.place, _CORNER)


def _arabic(text: str) -> str:
    """Write years in figures: 二〇一九年 as 2019年."""
    return _YEAR_IN_WORDS.sub(_in_figures, text)


def _in_figures(year: re.Match[str]) -> str:
    return "".join("0" if sign in _NOUGHTS else str(_NUMERALS.index(sign)) for sign in year[0])


def _key(paragraph: Paragraph) -> str:
    return "".join(plain(paragraph.text).split())


def _titles(document: Document) -> Iterator[Label]:
    """Give the title: the nearest line like one before the first section, set apart if any is."""
    before = _before_first_section(document)
    likely = [index for index, one in enumerate(before) if _is_title(one)]
    if not likely:
        return
    # The name of a site may be set apart as well, but names no year.
    dated = [index for index in likely if _YEAR.search(_arabic(_key(before[index])))]
    set_apart = [index for index in dated or likely if _is_set_apart(before[index])]
    index = (set_apart or dated or likely)[-1]
    title = before[index]
    name = before[index - 1] if index else None
    if name is not None and _is_name(name) and not _YEAR_INSIDE.search(_key(title)):
        # 瑶海区人民政府 on a line of its own, the rest on the next one.
        yield _label(title, f"{name.text}{title.text}")
    else:
        yield _label(title)


def _before_first_section(document: Document) -> Sequence[Paragraph]:
    """Give the last paragraphs before the first section, else before the first table."""
    before: list[Paragraph] = []
    tables: int | None = None
    for block in document.blocks:
        if isinstance(block, Place):
            tables = len(before) if tables is None else tables
        elif _FIRST_SECTION.fullmatch(_heading(block)) and "。" not in block.text:
            return before[-_REACH:]
        else:
            before.append(block)
    return before[:tables][-_REACH:]


def _heading(paragraph: Paragraph) -> str:
    return plain(f"{paragraph.numbering}{paragraph.text}").strip()


def _is_title(paragraph: Paragraph) -> bool:
    text = _key(paragraph)
    if len(text) > _LONGEST or paragraph.kind not in {ParagraphKind.BODY, ParagraphKind.HEADING}:
        return False
    return _TITLE.search(text) is not None


def _is_set_apart(paragraph: Paragraph) -> bool:
    return paragraph.kind is ParagraphKind.HEADING or paragraph.centred or paragraph.bold


def _is_name(paragraph: Paragraph) -> bool:
    text = _key(paragraph)
    return 1 < len(text) <= _NAME and _NO_NAME.search(text) is None


def _periods(paragraph: Paragraph) -> Iterator[Label]:
    if "期" not in paragraph.text and "时" not in paragraph.text:
        return
    for sentence in _SENTENCE.findall(paragraph.text):
        if _OF_PERIOD.search(plain(sentence)):
            yield _label(paragraph, sentence.strip())


def _sheet(paragraph: Paragraph) -> Grid:
    cell = Cell(_CORNER, CellKind.TEXT, paragraph.text)
    return spread(Sheet(paragraph.place, (cell,)), text_file=True)
