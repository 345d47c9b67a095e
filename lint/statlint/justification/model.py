"""One justification as it is kept, and what a finding must still say to be the one accepted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date as Day  # noqa: N812 - a field is called date
from decimal import Decimal
from typing import TypeAlias

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.finding import Finding, Origin
from statlint.values.blake import blake2b
from statlint.values.personal import mask_all, masked

_AS_FOUND = frozenset({Origin.INFERRED.value, Origin.PROSE.value})
"""Edits that no form states: their names count rows and columns."""
_COUNTED = r"\b(?:row|col)_[0-9a-z]+|\d+"
_TABLE_AS_FOUND = r"table_\d+"
_LONGEST = 200
_KEPT = 150
"""Signs that are kept of a longer text of what a finding is about."""
Traits: TypeAlias = "Mapping[Trait, tuple[str, ...]]"


class Trait(StrEnum):
    """What a finding is known by; all of it stays the same while it is the one accepted."""

    RULE = "rule"
    EDITION = "edition"
    TABLE = "table"
    LINE = "line"
    HEAD = "head"
    EDIT = "edit"
    EDIT_TEXT = "edit-text"
    FIGURES = "figures"
    SENTENCE = "sentence"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding as a sidecar keeps it, and why it is accepted; what it has not is empty.

    `edition` is that of its rule, `edit_text` the edit as its form writes it, `figures` are
    those of the other cells that it names. `others` are the roles of the files that it was held
    against, where it may be for them that it was found; None stands for a file by itself. `file` is
    where in an archive its file is; `sheet`, `cell`, `place` and `message` tell a reader where it
    was and what was said. `starts` is the line of the sidecar that it begins in.
    """

    rule: str
    name: str = ""
    reason: str = ""
    by: str = ""
    date: Day | None = None
    until: Day | None = None
    edition: int = 1
    table: str = ""
    line: str = ""
    head: str = ""
    edit: str = ""
    edit_text: str = ""
    origin: str = ""
    left: str = ""
    right: str = ""
    difference: str = ""
    value: str = ""
    figures: tuple[str, ...] = ()
    others: tuple[str, ...] | None = None
    sentence: str = ""
    about: str = ""
    file: str = ""
    sheet: str = ""
    cell: str = ""
    place: str = ""
    message: str = ""
    starts: int = 0


def entry_of(finding: Finding, edition: int, *, file: str = "") -> Entry:
    """Make the entry of a finding, without a reason; `edition` is that of its rule."""
    edit = finding.edit
    return Entry(
        rule=finding.code,
        name=finding.name,
        edition=edition,
        table=finding.table or "",
        line=finding.line or "",
        head=finding.head or "",
        edit=edit.id if edit else "",
        edit_text=edit.text if edit else "",
        origin=edit.origin.value if edit else "",
        left=finding.left or "",
        right=finding.right or "",
        difference=finding.difference or "",
        value=_shown(finding),
        figures=tuple(mask_all(one.value) for one in finding.related),
        sentence=finding.quote.text if finding.quote else "",
        about=_short(finding.about),
        file=file,
        sheet="" if finding.place else finding.sheet or "",
        cell=str(finding.cell or ""),
        place=finding.place or "",
        message=finding.message,
    )


def _short(about: str) -> str:
    """Keep the beginning of what is long, and a digest of all of it."""
    if len(about) <= _LONGEST:
        return about
    digest = blake2b(_plain(about).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{about[:_KEPT].rstrip()} … {digest}"


def _shown(finding: Finding) -> str:
    """Give the text of the cell; what its quotation masks is masked here, too."""
    value = mask_all(finding.value or "")
    quoted = _plain(finding.quote.text) if finding.quote else ""
    return masked(value) if quoted and _plain(value) not in quoted else value


def traits_of(entry: Entry) -> Traits:
    """Give what an entry is known by, without what may change while nothing is changed.

    That is where it stands, how it is printed (blanks, the width of signs, zeros behind a point),
    the order of the other figures, and the rows that a relation found by statlint is named after.
    """
    as_found = entry.origin in _AS_FOUND
    known = {
        Trait.RULE: (entry.rule,),
        Trait.EDITION: (str(entry.edition),),
        Trait.TABLE: () if re.fullmatch(_TABLE_AS_FOUND, entry.table) else (entry.table,),
        Trait.LINE: (_plain(entry.line),),
        Trait.HEAD: (_plain(entry.head),),
        Trait.EDIT: (_uncounted(entry.edit) if as_found else entry.edit, entry.origin),
        Trait.EDIT_TEXT: (_uncounted(entry.edit_text) if as_found else _plain(entry.edit_text),),
        Trait.FIGURES: tuple(_figures(entry)),
        Trait.SENTENCE: (_plain(entry.sentence),),
        Trait.ABOUT: (_plain(entry.about),),
    }
    return {trait: tuple(filter(None, values)) for trait, values in known.items()}


def essence(entry: Entry) -> tuple[tuple[str, ...], ...]:
    """Give all that an entry is known by, as one value that can be looked up."""
    return tuple(traits_of(entry).values())


def _figures(entry: Entry) -> Iterator[str]:
    for key in ("left", "right", "difference", "value"):
        written = _figure(getattr(entry, key))
        if written:
            yield f"{key} {written}"
    # Blank cells count as well: three of them are not thirty.
    yield from sorted(_figure(one) or "_" for one in entry.figures)


def _figure(written: str) -> str:
    """Write a figure alike however many commas and last zeros it has; a text without blanks."""
    plain = _plain(written)
    if re.match("0[0-9]", plain):  # A code, not a number.
        return plain
    try:
        number = Decimal(plain.replace(",", "")).normalize()
    except ArithmeticError:  # No figure, or one that is too large for any.
        return plain
    return str(number) if number.is_finite() else plain


def _plain(text: str) -> str:
    """Leave out blanks, the width of signs, and what is no character."""
    sound = text.encode("utf-8", "replace").decode()
    return "".join(unicodedata.normalize("NFKC", sound).split())


def _uncounted(text: str) -> str:
    return re.sub(_COUNTED, "#", text)
