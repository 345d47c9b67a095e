"""What was checked in a file, as cases: one for each rule and table, whatever came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from statlint.dataclass import dataclass
from statlint.finding import Crash, FileReport, Finding, NotChecked, Reason, TableNote
from statlint.reporters.places import on_sheet, one_line
from statlint.values import Language


@dataclass(frozen=True, slots=True)
class Case:
    """A rule on one table, or on a file as a whole: what it found, or why it came to nothing."""

    name: str
    findings: tuple[Finding, ...] = ()
    crashes: tuple[Crash, ...] = ()
    left_open: tuple[NotChecked, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """All that a report says of one file; `file` is None for a file that was not checked."""

    file: FileReport | None
    findings: Sequence[Finding]
    crashes: Sequence[Crash]
    left_open: Sequence[NotChecked]


def cases_of(said: Said, names: Mapping[str, str], language: Language) -> Iterator[Case]:
    """Go through the cases of a file in the order of codes, then what could not be decided.

    `names` are those of the rules by their codes.
    """
    tables = said.file.tables if said.file else ()
    named = [(table, _name(table, language)) for table in tables]
    ran = said.file.ran if said.file else ()
    open_rules = {one.edit for one in said.left_open if one.reason is Reason.REQUIRED_RULE}
    told = {one.code for one in said.findings} | {one.code for one in said.crashes}
    for code in sorted({*ran, *told, *open_rules}):
        rule = f"{code} {names.get(code, '')}".strip()
        yield from _of_rule(code, rule, named, said)
    yield from _undecided(said.left_open, language)


def _of_rule(
    code: str, rule: str, tables: Iterable[tuple[TableNote, str]], said: Said
) -> Iterator[Case]:
    """Give a case for each table that a rule looked at, and one for what is of no table."""
    left = [one for one in said.findings if one.code == code]
    looked_at = [(table, name) for table, name in tables if code in table.ran]
    for table, name in looked_at:
        found = tuple(one for one in left if _is_of(one, table))
        left = [one for one in left if not _is_of(one, table)]
        yield Case(f"{rule} [{name}]", found)
    crashes = tuple(one for one in said.crashes if one.code == code)
    open_ones = tuple(
        one for one in said.left_open if one.reason is Reason.REQUIRED_RULE and one.edit == code
    )
    if left or crashes or open_ones or not looked_at:
        yield Case(rule, tuple(left), crashes, open_ones)


def _is_of(found: Finding, table: TableNote) -> bool:
    """Tell whether a finding is of a table: tables of one form may have one name."""
    sheet = found.place or found.sheet
    if found.table != table.id:
        return False
    return sheet is None or sheet == table.sheet


def _name(table: TableNote, language: Language) -> str:
    where = on_sheet(table.sheet, table.range, language)
    return one_line(f"{table.id} {where}")


def _undecided(left_open: Iterable[NotChecked], language: Language) -> Iterator[Case]:
    """Give a case for each edit of a sheet that could not be decided for one reason."""
    others = (one for one in left_open if one.reason is not Reason.REQUIRED_RULE)
    ordered = sorted(others, key=_subject)
    for (edit, sheet, reason), same in groupby(ordered, key=_subject):
        where = on_sheet(sheet or None, None, language)
        name = " ".join(filter(None, (one_line(edit), where and f"[{where}]", f"({reason})")))
        yield Case(name, left_open=tuple(same))


def _subject(check: NotChecked) -> tuple[str, str, str]:
    return check.edit, check.sheet or "", str(check.reason)
