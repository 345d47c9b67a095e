"""A submission: which tables of its files refer to the lines of which others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass, replace
from statlint.facts.model import Fact, Facts
from statlint.finding import Reason
from statlint.form import Format, Head, TableForm
from statlint.table import FilledForm
from statlint.typed import TYPE_CHECKING
from statlint.values import label_key

if TYPE_CHECKING:
    from statlint.facts.register import Register
    from statlint.values.reference import Reference

# What reads numbers and references is imported where a form has heads for them.


@dataclass(frozen=True, slots=True, eq=False)
class Filing:
    """One form that was filled in, with its facts and the path of its file."""

    path: str
    filled: FilledForm
    facts: tuple[Facts, ...]
    text: Facts | None = None
    """The figures of the sentences around its tables, where it is a document."""

    def tables(self, key: str) -> list[Facts]:
        """Give the tables of one key."""
        return [facts for facts in self.facts if facts.plan.key == key]

    def fits(self, other: Filing) -> bool:
        """Tell whether neither unit nor period keep two filings apart."""
        units = {self._unit, other._unit} - {""}
        periods = {self.filled.period, other.filled.period} - {None}
        return len(units) <= 1 and len(periods) <= 1

    def same_unit(self, other: Filing) -> bool:
        """Tell whether both name the same reporting unit."""
        return bool(self._unit) and self._unit == other._unit

    @property
    def _unit(self) -> str:
        return label_key(self.filled.unit_name or "").removesuffix("人民政府")


@dataclass(frozen=True, slots=True, eq=False)
class Referral:
    """A head whose cells refer to the lines of another table, and that table with its path.

    Where no such table can be told, `target` is None and `reason` says why.
    """

    path: str
    facts: Facts
    head: Head
    target: Facts | None = None
    target_path: str = ""
    reason: Reason | None = None

    @property
    def register(self) -> Register:
        """The numbered lines that are referred to."""
        from statlint.facts.register import Register, read_register

        return read_register(self.target, _refers(self.head)[1]) if self.target else Register()

    @property
    def first(self) -> Fact | None:
        """The first cell that refers to a number."""
        return next((fact for fact, found in self.citations if found), None)

    @property
    def citations(self) -> tuple[tuple[Fact, tuple[Reference, ...]], ...]:
        """The filled cells under the head, with the numbers that each refers to."""
        from statlint.facts.register import citations

        return tuple(citations(self.facts, self.head))


@dataclass(frozen=True, slots=True, eq=False)
class Submission:
    """What the tables of one file refer to, and what in this run refers to them."""

    path: str
    referrals: tuple[Referral, ...] = ()
    uses: tuple[Referral, ...] = ()


def refers(tables: Sequence[TableForm]) -> bool:
    """Tell whether a form has a head that refers to another table."""
    return any(
        head.measure is not None and head.measure.format is Format.REFERENCE
        for table in tables
        for block in table.blocks
        for head in block.heads
    )


def find_referrals(filings: Sequence[Filing]) -> tuple[Referral, ...]:
    """Find out which tables refer to which, among the forms of one file or of several."""
    return tuple(one for filing in filings for one in _referrals(filing, filings))


def submission_of(path: str, referrals: Sequence[Referral]) -> Submission:
    """Pick the referrals from the tables of one file, and to them."""
    return Submission(
        path=path,
        referrals=tuple(one for one in referrals if one.path == path),
        uses=tuple(one for one in referrals if one.target is not None and one.target_path == path),
    )


def _refers(head: Head) -> tuple[str, str | None]:
    """Give the table, and the line if any, that a head refers to."""
    measure = head.measure
    table, _, line = (measure.refers or "").partition(".") if measure else ("", "", "")
    return table, line or None


def _referrals(filing: Filing, known: Sequence[Filing]) -> Iterator[Referral]:
    from statlint.facts.register import referring_heads

    for facts in filing.facts:
        for head in referring_heads(facts):
            referral = Referral(filing.path, facts, head)
            # A head under which nothing refers needs no other table.
            if referral.first is not None:
                yield _aimed(referral, filing, known)


def _aimed(referral: Referral, filing: Filing, known: Sequence[Filing]) -> Referral:
    """Find the table that a head refers to: on its sheet, in its file, else in another file."""
    alike = [one for one in known if one.filled.form.id == filing.filled.form.id]
    here = [one for one in alike if one.path == filing.path]
    targets = list(_tables(here, _refers(referral.head)[0]))
    sources = list(_tables(here, referral.facts.plan.key))
    if not targets:
        return _in_other_file(referral, filing, alike)
    sheet = referral.facts.table.start.sheet
    beside = [one for one in targets if one[1].table.start.sheet == sheet]
    alone = sum(facts.table.start.sheet == sheet for _, facts in sources) == 1
    if len(beside) == 1 and alone:
        return _found(referral, beside[0])
    if len(targets) == len(sources) == 1:
        return _found(referral, targets[0])
    return replace(referral, reason=Reason.SEVERAL_COUNTERPARTS)


def _in_other_file(referral: Referral, filing: Filing, known: Sequence[Filing]) -> Referral:
    """Find the table in another file: by the unit's name, or because there is no other."""
    key, own = _refers(referral.head)[0], referral.facts.plan.key
    with_target = {one.path for one in known if one.tables(key)}
    with_source = {one.path for one in known if one.tables(own)}
    # A file that has both tables has its own business with the one that is looked for.
    fitting = [one for one in known if one.fits(filing) and one.path not in with_source]
    targets = list(_tables(fitting, key))
    same_unit = [one for one in targets if one[0].same_unit(filing)]
    if len(same_unit) == 1:
        return _found(referral, same_unit[0])
    rivals = [
        one
        for one in known
        if one is not filing and one.tables(own) and one.path not in with_target
    ]
    if len(targets) == 1 and not any(one.fits(targets[0][0]) for one in rivals):
        return _found(referral, targets[0])
    reason = Reason.SEVERAL_COUNTERPARTS if targets else Reason.NO_COUNTERPART
    return replace(referral, reason=reason)


def _tables(filings: Sequence[Filing], key: str) -> Iterator[tuple[Filing, Facts]]:
    for filing in filings:
        for facts in filing.tables(key):
            yield filing, facts


def _found(referral: Referral, target: tuple[Filing, Facts]) -> Referral:
    filing, facts = target
    found = replace(referral, target=facts, target_path=filing.path)
    return found if found.register.entries else replace(referral, reason=Reason.NO_NUMBERS)
