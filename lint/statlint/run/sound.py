"""What a rule yields, held against what a report can be made of: packs come from anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType, NoneType

from statlint.finding import Finding, Nature, Severity
from statlint.rule import AnyRule
from statlint.values import CellRef

_TYPES: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {
        "severity": (Severity,),
        "nature": (Nature,),
        "path": (str,),
        "sheet": (str, NoneType),
        "cell": (CellRef, NoneType),
        "message": (str,),
        "advice": (str,),
        "line": (str, NoneType),
        "head": (str, NoneType),
        "related": (tuple,),
    }
)


def sound(found: object, rule: AnyRule) -> Finding:
    """Give what a rule yields if it is a finding of its own; raises TypeError for all else."""
    if not isinstance(found, Finding):
        message = f"{rule.name} yields {type(found).__name__}, not findings"
        raise TypeError(message)
    if found.code != rule.code:
        message = f"{rule.name} yields a finding of {found.code}, not of {rule.code}"
        raise TypeError(message)
    for name, types in _TYPES.items():
        value = getattr(found, name)
        if not isinstance(value, types):
            message = f"{rule.name} yields a finding whose {name} is {value!r}"
            raise TypeError(message)
    return found
