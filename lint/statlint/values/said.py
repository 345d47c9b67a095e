"""Words of a document: where they stand, and the sentence around them."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.values.place import Place


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a paragraph, from one sign to another, with the sentence that they stand in.

    All four ends count the signs of `paragraph`, the text of the whole paragraph; `first` and
    `last` are those of the sentence.
    """

    place: Place
    paragraph: str
    start: int
    end: int
    first: int
    last: int

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.paragraph[self.start : self.end]
