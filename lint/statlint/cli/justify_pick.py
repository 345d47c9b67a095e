"""Which findings are to be justified: by rule and by place, as the options say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from unicodedata import normalize

import click

from statlint.cli.words import fault
from statlint.dataclass import dataclass
from statlint.finding import Finding, Grounds, Severity
from statlint.finding.named import is_meant
from statlint.run.explained import Explained
from statlint.values import CellRange, Language
from statlint.values.place import Place


@dataclass(frozen=True, slots=True, eq=False)
class Picked:
    """What of one path was picked: what may be justified, what may not, what is already."""

    of: Explained
    open: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()
    explained: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Picking:
    """The words for rules and the places that were named; none stands for all."""

    codes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was named."""
        return bool(self.codes or self.places)

    def pick(self, of: Explained, language: Language) -> Picked:
        """Pick the findings of a path. What is information needs no reason unless it is named."""
        wanted = [at_place(place, language) for place in self.places]
        found = [
            one
            for one in of.findings
            if _is_open(one, named=bool(self))
            and (not self.codes or is_meant(one, self.codes))
            and (not wanted or any(is_there(one) for is_there in wanted))
        ]
        loud = [one for one in found if one.severity is not Severity.INFORMATION]
        picked = found if self.codes or (self.places and not loud) else loud
        return _sorted(of, picked, again=bool(self))


def _is_open(finding: Finding, *, named: bool) -> bool:
    """Tell whether a finding needs a reason; one that a baseline knows may get one."""
    justified = finding.justified
    return justified is None or (named and justified.grounds is Grounds.BASELINE)


def _sorted(of: Explained, found: Sequence[Finding], *, again: bool) -> Picked:
    """Tell what may be justified; what has a reason gets another one only where it is named."""
    explained = tuple(one for one in found if of.is_explained(one))
    left = [one for one in found if again or not of.is_explained(one)]
    allow = of.ground.terms.allow
    return Picked(
        of,
        tuple(one for one in left if allow(one)),
        tuple(one for one in left if not allow(one)),
        explained,
    )


def at_place(written: str, language: Language) -> Callable[[Finding], bool]:
    """Read a place: D12, D5:D12, 表一!D12, table 2!D12, paragraph 6, 第 6 段.

    Raises UsageError.
    """
    sheet, sign, cell = written.rpartition("!" if "!" in written else "！")
    try:
        # A Chinese keyboard may write letters and digits as wide as its words.
        cells = CellRange.parse(normalize("NFKC", cell).replace("$", "").strip())
    except ValueError:
        if sign or not _squeezed(written):
            raise click.UsageError(fault("no cell", language, value=written)) from None
        return lambda found: _squeezed(written) in set(_places(found))
    named = _squeezed(sheet.strip("'"))
    return lambda found: (
        found.cell is not None
        and found.cell in cells
        and (not named or named in set(_places(found)))
    )


def _places(found: Finding) -> Iterator[str]:
    """Give what a sheet, or a place in a document, may be called."""
    if found.sheet is not None:
        yield _squeezed(found.sheet)
    if isinstance(found.place, Place):
        yield from (_squeezed(found.place.words.zh), _squeezed(found.place.words.en))


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
