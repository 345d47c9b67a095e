"""Classes that are declared by their fields, as the standard library has them, made at little cost.

Whoever checks types sees the standard library's; the program uses its own, whose methods are made
when they are first called. What the program itself does not ask for there is not: keyword-only
fields, fields for `__init__` alone, hashes of what changes.
"""

from __future__ import annotations

__all__ = ["dataclass", "field", "fields", "is_dataclass", "replace"]
TYPE_CHECKING = False

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, is_dataclass, replace
else:
    from statlint.dataclass.making import dataclass
    from statlint.dataclass.plan import field
    from statlint.dataclass.told import fields, is_dataclass, replace
