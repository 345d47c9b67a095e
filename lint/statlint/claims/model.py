"""What the sentences of a document claim: figures with what they count, and how they relate."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.prose import Prose, Quantity, Sentence
from statlint.values import Text


class Relation(StrEnum):
    """How the figures of a claim relate."""

    PARTS = "parts"
    """The stated figure is the sum of the others."""
    AMONG = "among"
    """The others are among what the stated figure counts: together they are at most as many."""
    EACH_AMONG = "each-among"
    """Each of the others by itself is at most the stated figure: channels that overlap."""
    SHARE = "share"
    """The stated percentage is the first of the others divided by the second."""
    WHOLE_SHARES = "whole-shares"
    """The others are percentages that add up to 100; nothing is stated."""
    GROWTH = "growth"
    """The stated percentage is by how much the first of the others exceeds the second, of that."""
    CHANGE = "change"
    """The stated figure is the first of the others less the second."""
    COUNTED = "counted"
    """The stated figure is the number of things that are listed (`listed`)."""
    SAME = "same"
    """Two figures under one label, which must agree."""
    NONE = "none"
    """Said not to have happened (未发生行政复议): the stated figure is a 0 in words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a sentence, with what it counts.

    `key` tells it from all others of the document (`p12_s2_q3`); `label` is what it counts as the
    text says it (主动公开信息, 其中网站), cleaned of connecting words, for messages; `words` is all
    the text that belongs to it, from the sign before which the one before it ends: what quotes of
    tables are looked for in. A 0 in words has the words themselves for its figure.
    """

    key: str
    quantity: Quantity
    sentence: Sentence
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation that the text states: the figure that it is stated for, and the others.

    `basis` says by which words it was read so (其中, 分别为, 占). `sure` is False where the text
    leaves the relation open to another reading: it asks then, and does not accuse. `listed` are the
    things that are counted, for COUNTED. `over_sentences` is set where it reaches over a full stop.
    """

    relation: Relation
    stated: Mention | None
    others: tuple[Mention, ...]
    basis: Text
    sure: bool = True
    listed: tuple[str, ...] = ()

    @property
    def over_sentences(self) -> bool:
        """Whether its figures stand in several sentences."""
        mentions = (*self.others, *((self.stated,) if self.stated else ()))
        return len({(one.sentence.place, one.sentence.number) for one in mentions}) > 1


@dataclass(frozen=True, slots=True, eq=False)
class Claims:
    """All claims of a document, and all figures that could take part in one."""

    prose: Prose
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
