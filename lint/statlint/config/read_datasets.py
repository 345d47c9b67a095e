"""From the data sets of a settings file to what they say, with every fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from statlint.config.datasets import Dataset
from statlint.config.patterns import PERIODS, PathPattern, PatternError, read_pattern
from statlint.config.seen_from import form_seen_from, seen_from
from statlint.schema import Fault, did_you_mean
from statlint.values import Text
from statlint.values.due_units import DueUnit


def read_datasets(
    stated: Sequence[Mapping[str, Any]], folder: Path
) -> tuple[tuple[Dataset, ...], list[Fault]]:
    """Make data sets of what a settings file states; with faults, some are left out."""
    faults: list[Fault] = []
    found = [
        one
        for at, entry in enumerate(stated)
        if (one := _dataset(entry, f"dataset[{at}]", folder, faults)) is not None
    ]
    faults += _between(stated)
    return tuple(found), faults


def _dataset(
    entry: Mapping[str, Any], at: str, folder: Path, faults: list[Fault]
) -> Dataset | None:
    try:
        pattern = read_pattern(entry["files"])
    except PatternError as fault:
        faults.append(Fault(f"{at}.files", fault.words))
        return None
    stated = entry.get("units", ())
    listed = isinstance(stated, str)
    form = entry.get("form")
    return Dataset(
        name=entry["name"],
        pattern=pattern,
        folder=str(folder),
        unit=_unit(entry, pattern, at, faults),
        form=form_seen_from(folder, form) if form else None,
        parts=tuple(entry.get("parts", ())),
        units=() if listed else tuple(map(_due_unit, stated)),
        units_file=seen_from(folder, stated) if listed else None,
    )


def _unit(
    entry: Mapping[str, Any], pattern: PathPattern, at: str, faults: list[Fault]
) -> str | None:
    """Give the named part that is the unit: the one stated, `unit`, else the last one."""
    free = [name for name in pattern.names if name not in PERIODS]
    stated = entry.get("unit")
    if stated is not None:
        if stated not in free:
            near = did_you_mean(stated, free)
            said = Text(
                f"files 中没有 {{{stated}}}{near.zh}", f"files has no {{{stated}}}{near.en}"
            )
            faults.append(Fault(f"{at}.unit", said))
        return str(stated)
    if "unit" in free:
        return "unit"
    return free[-1] if free else None


def _due_unit(stated: str | Mapping[str, Any]) -> DueUnit:
    if isinstance(stated, str):
        return DueUnit(stated)
    return DueUnit(stated["name"], tuple(stated.get("aliases", ())))


def _between(stated: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    """Find names that come twice, parts that are no data set, and parts of themselves."""
    names = [entry["name"] for entry in stated]
    parts = {entry["name"]: tuple(entry.get("parts", ())) for entry in stated}
    for at, entry in enumerate(stated):
        if entry["name"] in names[:at]:
            said = Text(f"「{entry['name']}」重名", f'"{entry["name"]}" is there twice')
            yield Fault(f"dataset[{at}].name", said)
        for number, part in enumerate(entry.get("parts", ())):
            place = f"dataset[{at}].parts[{number}]"
            if part not in parts:
                near = did_you_mean(part, names)
                said = Text(f"没有数据集「{part}」{near.zh}", f'no data set "{part}"{near.en}')
                yield Fault(place, said)
            elif entry["name"] in _below(part, parts):
                said = Text("不能由自身汇总而成", "a data set cannot be a part of itself")
                yield Fault(place, said)


def _below(name: str, parts: Mapping[str, Sequence[str]]) -> set[str]:
    """Give a data set with all that add up to it, however deep."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += parts.get(one, ())
    return found
