"""The text of a document: sections, passages, sentences, and the figures that they hold."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.values import Figure
from statlint.values.place import Place
from statlint.workbook import Document, Paragraph


class QuantityKind(StrEnum):
    """What a number in a text is; only the first four can be part of a claim."""

    COUNT = "count"
    """So many of something: 1636条, 七类, 3,512 件, 1.4万余场次."""
    SHARE = "share"
    """A percentage, of whatever: 98.7%, 百分之三十."""
    POINTS = "points"
    """A difference of percentages: 3.2个百分点."""
    AMOUNT = "amount"
    """Money: 2950元, 4.043万元."""
    ORDINAL = "ordinal"
    """第七, 一是, （三）, 第3季度."""
    YEAR = "year"
    DATE = "date"
    """A day, a month, or from when to when: 5月15日, 2019年1月1日至12月31日."""
    DURATION = "duration"
    """20个工作日, 352天."""
    DOCUMENT = "document"
    """The number of a document: 国办公开办函〔2019〕60号, 国务院令第711号."""
    CLAUSE = "clause"
    """第二十条第（一）项."""
    PHONE = "phone"
    CODE = "code"
    """A postcode, a number of a house, an account, a version."""
    NAME = "name"
    """A number within a name: 三公, 12345热线, 五公开, “放管服”, 一网通办."""
    UNKNOWN = "unknown"


class Exactness(StrEnum):
    """How exact a figure is said to be."""

    EXACT = "exact"
    ABOUT = "about"
    """约, 近, 左右, 近百."""
    OVER = "over"
    """余, 多, 以上, 超过."""
    UNDER = "under"
    """不足, 以下, 不到."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence: from which sign to which of the paragraph, and what it says.

    `figure` holds the exact value (1.4万 is 14000, 98.7% is 98.7 with unit %), the text as written
    without its unit, and the decimals shown, of 万 and 亿 as they are written. `unit` is what it is
    counted in (条, 万元, %), as written; empty where none follows.
    """

    kind: QuantityKind
    start: int
    end: int
    figure: Figure
    unit: str = ""
    exactness: Exactness = Exactness.EXACT

    @property
    def is_exact(self) -> bool:
        """Whether it may be held to its last digit."""
        return self.exactness is Exactness.EXACT


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph: its text, where it begins there, and its numbers in order.

    Numbers count their signs from the beginning of the paragraph, not of the sentence.
    """

    place: Place
    number: int
    """Its number within the paragraph, from 1."""
    start: int
    text: str
    quantities: tuple[Quantity, ...] = ()

    @property
    def end(self) -> int:
        """The sign after its last one, counted from the beginning of the paragraph."""
        return self.start + len(self.text)

    def before(self, at: int) -> str:
        """Give its text before a sign of the paragraph."""
        return self.text[: at - self.start]

    def between(self, start: int, end: int) -> str:
        """Give its text between two signs of the paragraph."""
        return self.text[start - self.start : end - self.start]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with its sentences."""

    paragraph: Paragraph
    sentences: tuple[Sentence, ...]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.paragraph.place


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what stands under it, and the sections below it.

    `number` is its number as a plain figure (三、 and （三） are 3; None: it has none), `style` how
    it is written (一、, （一）, 1., 第一章), by which sections of one level are told from others.
    `blocks` are the passages and tables under it before its first section below.
    """

    title: str
    heading: Passage | None
    level: int
    number: int | None
    style: str
    blocks: tuple[Passage | Place, ...]
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Go through it and all sections below it, in the order of reading."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """A document that was read: its passages in order, and its sections.

    `root` has no heading: what stands before the first heading is in its blocks.
    """

    document: Document
    passages: tuple[Passage, ...]
    root: Section

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Go through all sentences."""
        for passage in self.passages:
            yield from passage.sentences

    def passage(self, place: str) -> Passage | None:
        """Give the passage at a place; None where there is none."""
        return next((one for one in self.passages if one.place == place), None)
