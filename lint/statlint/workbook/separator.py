"""Which sign separates the cells of a text file."""

from __future__ import annotations

from _csv import Error as CsvError
from _csv import reader as csv_reader
from collections import Counter
from io import StringIO

from statlint.dataclass import dataclass
from statlint.pattern import IGNORECASE, pattern_of
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CANDIDATES = ("\t", ",", ";", "|", "，")
_SAMPLE_ROWS = 40
_SAMPLE_LENGTH = 64 << 10
_DECLARED = pattern_of(r"""\ufeff?"?sep=([^"\r\n])"?\r?\n?""", IGNORECASE)
_FIGURE = pattern_of(r"[-+－＋]?[0-9０-９][0-9０-９.,，．]*[%％]?")
# Prose uses this sign: it separates cells only where hardly a row speaks against it.
_PROSE = {"，": 0.5}
_LEAST = 0.5


def declared_separator(text: str) -> str | None:
    """Give the separator that a first line such as `sep=;` names."""
    end = text.find("\n")
    found = _DECLARED.fullmatch(text[: end + 1] if end >= 0 else text)
    return found[1] if found else None


def choose_separator(text: str) -> str:
    """Choose the sign that gives the most even rows; empty for a text of one column."""
    sample = text[:_SAMPLE_LENGTH]
    signs = [sign for sign in CANDIDATES if sign in sample]
    found = [(even, sign) for sign in signs if (even := _even(sample, sign)) is not None]
    if len(found) < 2:  # noqa: PLR2004 - what is in the cells matters between several
        return found[0][1] if found else ""
    # Of equals the first counts.
    return max(found, key=lambda one: one[0].score)[1]


def _even(text: str, sign: str) -> _Even | None:
    """Read the first rows under a separator; None where they are not even enough."""
    rows = [row for row in _sample(text, sign) if row]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return None
    width, even = max(widths.items(), key=lambda counted: (counted[1], counted[0]))
    share = even / len(rows)
    if share < _PROSE.get(sign, 0) or (share < _LEAST and even < 2):  # noqa: PLR2004
        return None
    return _Even(rows, width, share)


@dataclass(frozen=True, slots=True)
class _Even:
    """Rows under a separator, so many of which are as wide as most."""

    rows: Sequence[Sequence[str]]
    width: int
    share: float

    @property
    def score(self) -> tuple[float, float, int]:
        """Measure how even they are, how many cells are figures, and how wide they are."""
        cells = [cell.strip() for row in self.rows if len(row) == self.width for cell in row]
        plain = sum(not cell or _FIGURE.fullmatch(cell) is not None for cell in cells)
        return round(self.share, 1), round(plain / len(cells), 2), self.width


def _sample(text: str, sign: str) -> Iterator[list[str]]:
    """Read the first rows under a separator; what an open quote has swallowed is left out."""
    lines = StringIO(text, newline="")
    try:
        for count, row in enumerate(csv_reader(lines, delimiter=sign)):
            if count == _SAMPLE_ROWS:
                return
            yield row
    except CsvError:
        return
