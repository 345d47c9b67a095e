"""S018: reporting units without a line, where each must have one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, quoted, rule
from statlint.table import FilledForm, Label, Search, Table
from statlint.values import Text
from statlint.values.unit_names import match_units, unit_key

MESSAGES = {
    "missing": Text(
        zh="应报 {due} 个单位，表中缺 {count} 个：{units}",
        en="{due} units are due, {count} have no line: {units}",
    ),
    "unlisted": Text(
        zh="「{text}」不在应报单位名单中",
        en="“{text}” is not among the units that are due",
    ),
}
_UNIT = "unit"
"""The key of lines that are units, where a table repeats lines of several kinds."""


@dataclass(frozen=True, slots=True, eq=False)
class _Listing:
    """The units that one table lists, and which of those due they are."""

    table: Table
    names: frozenset[str]
    due: tuple[str, ...]
    found: frozenset[int]
    unlisted: tuple[Label, ...]


@rule(
    code="S018",
    level=Level.FILE,
    on=Search,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请向漏报的单位催报；不须报送的，从设置 units 中删去",
        en="Ask the units that are missing; take out of the settings (units) those that need not "
        "report",
    ),
    when=(Occasion.UNITS_DUE,),
)
def missing_reporting_unit(search: Search, context: Context) -> Iterator[Finding]:
    """Line of a reporting unit is missing.

    ## What it checks
    Tables with a line for each unit, against the list `units` in the settings: each unit on the
    list must have a line; one finding for a table names those that have none. A unit that is not on
    the list is information. 城关镇人民政府 is 城关镇, and 县财政局 or 舒城县财政局 is 财政局 where
    only one unit can be meant. Tables of one form in one file that share no unit (towns in one,
    departments in the other) have the list together.

    A table is held against the list where at least half of its lines, or half of the list, are
    found. One that lists other things or other units is left alone. Where lines of several kinds
    repeat, those with the key `unit` are the units.

    ## Why it matters
    A unit that is missing from a bulletin did not report, or its line was lost: the total is too
    small, and nobody asks the unit.

    ## Example
    With `units = ["城关镇", "晓天镇", "万佛湖镇"]` in the settings:

    ```text fail
    单位,合计
    城关镇,12
    晓天镇,9
    ```
    ```text pass
    单位,合计
    城关镇,12
    晓天镇,9
    万佛湖镇,7
    ```

    ## Options
    `units` in the settings; without it nothing is checked.

    ## Known problems
    A unit under another name (县政府办 for 县政府办公室) counts as missing; write it in the list
    as the tables do.
    """
    listings = [
        (filled.form.id, listing)
        for filled in search.filled
        if filled.units_due
        for table in filled.tables
        if (listing := _listing(filled, table)) is not None
    ]
    for at, (form, listing) in enumerate(listings):
        beside = _beside(listing, [other for one, other in listings if one == form])
        earlier = [other for _, other in listings[:at]]
        # What several tables lack together is told at the first of them.
        first = not any(other in earlier for other in beside)
        yield from _told(listing, beside if first else None, context)


def _listing(filled: FilledForm, table: Table) -> _Listing | None:
    """Read the units of a table; None where its lines are something else, or most are others."""
    lines = [found for part in table.parts for found in part.lines if found.line.of is not None]
    units = [found for found in lines if found.line.of == _UNIT] or lines
    labels = tuple(found.label for found in units)
    if not labels:
        return None
    matched = match_units([label.text for label in labels], filled.units_due)
    found = frozenset(matched.values())
    if 2 * len(matched) < len(labels) and 2 * len(found) < len(filled.units_due):
        return None
    unlisted = tuple(label for at, label in enumerate(labels) if at not in matched)
    names = frozenset(unit_key(label.text) for label in labels)
    return _Listing(table, names, filled.units_due, found, unlisted)


def _beside(listing: _Listing, others: Sequence[_Listing]) -> list[_Listing]:
    """Find the tables that have the list together with one: none of its units is in them.

    Those on its own sheet go first: other sheets may be for other months.
    """
    apart = [other for other in others if listing.names.isdisjoint(other.names)]
    here = listing.table.start.sheet
    return [other for other in apart if other.table.start.sheet == here] or apart


def _told(
    listing: _Listing, beside: Sequence[_Listing] | None, context: Context
) -> Iterator[Finding]:
    """Tell what a table lacks together with those beside it, and what is not on the list."""
    if beside is not None:
        found = listing.found.union(*(other.found for other in beside))
        missing = [unit for at, unit in enumerate(listing.due) if at not in found]
        if missing:
            yield context.finding(
                "missing",
                at=listing.table.start,
                table=listing.table.plan.key,
                due=len(listing.due),
                count=len(missing),
                units=[quoted(unit) for unit in missing],
            )
    for label in listing.unlisted:
        yield context.finding(
            "unlisted",
            at=label,
            table=listing.table.plan.key,
            severity=Severity.INFORMATION,
        )
