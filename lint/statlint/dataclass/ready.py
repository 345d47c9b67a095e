# ruff: noqa: ANN001, ANN202, PLR0917
# mypy: ignore-errors
"""The methods of most classes as they are written for places, compiled with this module.

`__init__` sets the fields of a frozen instance through what its class has for each. The names of
places, and what sets them, are exchanged for those of a class.
"""

from __future__ import annotations


def _put(thing, value):
    raise NotImplementedError


put0 = put1 = put2 = put3 = put4 = put5 = put6 = _put
put7 = put8 = put9 = put10 = put11 = put12 = _put


def _init1(self, a0):
    put0(self, a0)


def _init2(self, a0, a1):
    put0(self, a0)
    put1(self, a1)


def _init3(self, a0, a1, a2):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)


def _init4(self, a0, a1, a2, a3):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)
    put3(self, a3)


def _init5(self, a0, a1, a2, a3, a4):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)
    put3(self, a3)
    put4(self, a4)


def _init6(self, a0, a1, a2, a3, a4, a5):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)
    put3(self, a3)
    put4(self, a4)
    put5(self, a5)


def _init7(self, a0, a1, a2, a3, a4, a5, a6):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)
    put3(self, a3)
    put4(self, a4)
    put5(self, a5)
    put6(self, a6)


def _init8(self, a0, a1, a2, a3, a4, a5, a6, a7):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)
    put3(self, a3)
    put4(self, a4)
    put5(self, a5)
    put6(self, a6)
    put7(self, a7)


def _init9(self, a0, a1, a2, a3, a4, a5, a6, a7, a8):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)
    put3(self, a3)
    put4(self, a4)
    put5(self, a5)
    put6(self, a6)
    put7(self, a7)
    put8(self, a8)


def _init10(self, a0, a1, a2, a3, a4, a5, a6, a7, a8, a9):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)
    put3(self, a3)
    put4(self, a4)
    put5(self, a5)
    put6(self, a6)
    put7(self, a7)
    put8(self, a8)
    put9(self, a9)


def _init11(self, a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)
    put3(self, a3)
    put4(self, a4)
    put5(self, a5)
    put6(self, a6)
    put7(self, a7)
    put8(self, a8)
    put9(self, a9)
    put10(self, a10)


def _init12(self, a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)
    put3(self, a3)
    put4(self, a4)
    put5(self, a5)
    put6(self, a6)
    put7(self, a7)
    put8(self, a8)
    put9(self, a9)
    put10(self, a10)
    put11(self, a11)


def _init13(self, a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12):
    put0(self, a0)
    put1(self, a1)
    put2(self, a2)
    put3(self, a3)
    put4(self, a4)
    put5(self, a5)
    put6(self, a6)
    put7(self, a7)
    put8(self, a8)
    put9(self, a9)
    put10(self, a10)
    put11(self, a11)
    put12(self, a12)


def _equal1(self, other):
    if other.__class__ is self.__class__:
        return (self.a0,) == (other.a0,)
    return NotImplemented


def _hash1(self):
    return hash((self.a0,))


def _equal2(self, other):
    if other.__class__ is self.__class__:
        return (self.a0, self.a1) == (other.a0, other.a1)
    return NotImplemented


def _hash2(self):
    return hash((self.a0, self.a1))


def _equal3(self, other):
    if other.__class__ is self.__class__:
        return (self.a0, self.a1, self.a2) == (other.a0, other.a1, other.a2)
    return NotImplemented


def _hash3(self):
    return hash((self.a0, self.a1, self.a2))


_INITS = (
    _init1,
    _init2,
    _init3,
    _init4,
    _init5,
    _init6,
    _init7,
    _init8,
    _init9,
    _init10,
    _init11,
    _init12,
    _init13,
)
INITS = {place: one.__code__ for place, one in enumerate(_INITS, 1)}
"""`__init__` by the count of fields."""
COMPARING = {
    ("__eq__", 1): _equal1.__code__,
    ("__hash__", 1): _hash1.__code__,
    ("__eq__", 2): _equal2.__code__,
    ("__hash__", 2): _hash2.__code__,
    ("__eq__", 3): _equal3.__code__,
    ("__hash__", 3): _hash3.__code__,
}
