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

from statlint.run.plain_pickle import dumps

_FAST = 1
_ROOMS = ("statlint.finding.", "statlint.values.", "statlint.run.result", "statlint.run.called")
_IN_ROLLS = ("statlint.history.imprint", "statlint.history.drift", "statlint.table.model")
_ARRAYS = frozenset({"array", "_array_reconstructor"})


class UnpackError(Exception):
    """Raised where bytes are not what was packed."""


def pack(thing: object) -> bytes | None:
    """Pack something; None for what could not be unpacked, such as a value of a third party."""
    packed = zlib.compress(dumps(thing), _FAST)
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
