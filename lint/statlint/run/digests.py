"""Digests of values: equal ones have the same in every run."""

from __future__ import annotations

from statlint.dataclass import fields, is_dataclass
from statlint.values.blake import blake2b

_SIZE = 16


def digest(*parts: object) -> bytes:
    """Digest texts, bytes, numbers, and lists of them."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


def told(value: object) -> object:
    """Give a value of the settings so that equal ones read alike in every run."""
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(told(getattr(value, one.name)) for one in fields(value))]
    if isinstance(value, (tuple, list)):
        return [told(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(repr(told(one)) for one in value)
    if isinstance(value, dict):
        return sorted((repr(told(key)), told(one)) for key, one in value.items())
    return value
