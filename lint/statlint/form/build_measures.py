"""What a cell must hold, from the keys of a table, a head or a line."""

from __future__ import annotations

from dataclasses import replace

from statlint.form.entry import Entry
from statlint.form.model import Measure, ValueKind

MEASURE_KEYS = (
    "kind",
    "unit",
    "units",
    "required",
    "minimum",
    "maximum",
    "stock",
    "rounded",
)


def plain_measure(entry: Entry) -> Measure:
    """Read what a table's cells hold where neither line nor head says otherwise."""
    return _read(entry, Measure(ValueKind.COUNT))


def overlaid(entry: Entry, base: Measure) -> Measure | None:
    """Read what a line or a head says beyond its table; None where it says nothing."""
    if not any(key in entry for key in MEASURE_KEYS):
        return None
    return _read(entry, base)


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
