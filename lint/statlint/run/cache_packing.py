"""What is said of files packed into bytes, and taken out of them with care.

Nothing but our own plain values is ever made of bytes, whoever wrote them: no function is called,
and no other module imported.
"""

from __future__ import annotations

import io
import pickle
import zlib
from functools import cache
from importlib import import_module
from types import BuiltinFunctionType

from statlint.choice import StrEnum
from statlint.run.plain_pickle import Kinds, dumps
from statlint.run.squeeze import squeezed

_ROOMS = ("statlint.finding.", "statlint.values.", "statlint.run.result", "statlint.run.called")
_IN_ROLLS = ("statlint.history.imprint", "statlint.history.drift", "statlint.table.model")
_ARRAYS = frozenset({"array", "_array_reconstructor"})


_OURS = "statlint."
_HOW = frozenset({"__reduce__", "__reduce_ex__", "__getnewargs__", "__getnewargs_ex__"})
"""With these a class says itself how its things are packed, and of what they are made again."""


class UnpackError(Exception):
    """Raised where bytes are not what was packed."""


def pack(thing: object) -> bytes | None:
    """Pack something; None for what could not be unpacked, such as a value of a third party."""
    kinds: Kinds = set()
    packed = squeezed(dumps(thing, kinds))
    if all(map(_comes_back, kinds)):
        return packed
    try:
        unpack(packed)
    except UnpackError:
        return None
    return packed


def unpack(packed: bytes) -> object:
    """Give back what was packed; raises UnpackError."""
    try:
        return _Unpickler(io.BytesIO(zlib.decompress(packed))).load()
    except _FAULTS as error:
        raise UnpackError from error


_FAULTS = (
    pickle.UnpicklingError,
    zlib.error,
    ImportError,
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
)
"""What bytes that mean nothing, or something of another version, lead to."""


@cache
def _comes_back(kind: type | BuiltinFunctionType) -> bool:
    """Tell whether whatever is of a kind can be unpacked; no where that depends on the thing."""
    try:
        if _class_of(kind.__module__, kind.__qualname__) is not kind:
            return False
    except _FAULTS:
        return False
    ours = (one for one in getattr(kind, "__mro__", ()) if one.__module__.startswith(_OURS))
    return not any(_HOW & {*vars(one)} for one in ours if one is not StrEnum)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str) -> object:
        """Give a class of ours; raises UnpicklingError for anything else."""
        return _class_of(module_name, global_name)


@cache
def _class_of(module_name: str, global_name: str) -> object:
    if module_name == "array" and global_name in _ARRAYS:
        return getattr(import_module("array"), global_name)
    if module_name.startswith((*_ROOMS, *_IN_ROLLS)) and "." not in global_name:
        found = getattr(import_module(module_name), global_name)
        if isinstance(found, type) and found.__module__ == module_name:
            return found
    raise pickle.UnpicklingError(module_name)
