"""What a cell must hold, from the keys of a table, a head or a line."""

from __future__ import annotations

from statlint.dataclass import replace
from statlint.form.entry import Entry
from statlint.form.model import Format, Measure, ValueKind

MEASURE_KEYS = (
    "kind",
    "unit",
    "units",
    "required",
    "minimum",
    "maximum",
    "stock",
    "rounded",
    "additive",
)
_WORDS_KEYS = ("names", "format", "refers", "covers")
"""A head that has one of these holds words."""


def plain_measure(entry: Entry) -> Measure:
    """Read what a table's cells hold where neither line nor head says otherwise."""
    return _read(entry, Measure(ValueKind.COUNT))


def overlaid(entry: Entry, base: Measure) -> Measure | None:
    """Read what a line or a head says beyond its table; None where it says nothing."""
    if not any(key in entry for key in MEASURE_KEYS):
        return None
    return _read(entry, base)


def head_measure(entry: Entry, base: Measure) -> Measure | None:
    """Read what a head says beyond its table: the bounds of figures, or the look of words."""
    given = [key for key in _WORDS_KEYS if key in entry]
    if not given:
        return overlaid(entry, base)
    if "kind" in entry and entry.text("kind") != ValueKind.TEXT:
        entry.fault(
            "kind",
            f"有 {given[0]} 的列是文字，kind 应为 text，或不写",
            f'must be "text", or left out, as {given[0]} says that the head holds words',
        )
    refers = entry.text_or_none("refers")
    if "covers" in entry and refers is None:
        entry.fault("covers", "还须写 refers，指出引用哪张表", "goes with refers")
    return replace(
        _read(entry, replace(base, kind=ValueKind.TEXT)),
        kind=ValueKind.TEXT,
        format=_format(entry, refers),
        refers=refers,
        covers=entry.flag("covers"),
    )


def _format(entry: Entry, refers: str | None) -> Format | None:
    implied = Format.REFERENCE if refers else None
    if "format" not in entry:
        return implied
    found = entry.choice("format", Format, Format.REFERENCE)
    if found is Format.REFERENCE and refers is None:
        entry.fault(
            "format",
            "还须写 refers，指出引用哪张表",
            "needs refers, which names the table referred to",
        )
    if refers is not None and found is not Format.REFERENCE:
        entry.fault("format", "有 refers 时应为 reference", 'must be "reference", as refers is set')
    return found


def _read(entry: Entry, base: Measure) -> Measure:
    if "unit" in entry and "units" in entry:
        entry.fault(
            "units", "与 unit 只能写一项", "excludes unit: either it is fixed or it is open"
        )
    if "unit" in entry:
        base = replace(base, unit=entry.text("unit"), units=())
    if "units" in entry:
        base = replace(base, unit=None, units=entry.words("units"))
    measure = replace(
        base,
        kind=entry.choice("kind", ValueKind, base.kind),
        required=entry.flag("required", default=base.required),
        stock=entry.flag("stock", default=base.stock),
        rounded=entry.flag("rounded", default=base.rounded),
        additive=entry.flag("additive", default=base.additive),
        minimum=entry.number("minimum") if "minimum" in entry else base.minimum,
        maximum=entry.number("maximum") if "maximum" in entry else base.maximum,
    )
    _refuse_empty(entry, measure)
    return measure


def _refuse_empty(entry: Entry, measure: Measure) -> None:
    low, high = measure.minimum, measure.maximum
    if low is not None and high is not None and high < low:
        key = "maximum" if "maximum" in entry else "minimum"
        entry.fault(
            key, f"上限 {high} 小于下限 {low}", f"no figure is at least {low} and at most {high}"
        )
