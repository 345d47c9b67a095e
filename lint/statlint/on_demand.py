"""Rooms whose modules are imported when a name of theirs is asked for: start-up is a feature."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def on_demand(room: str, names: Mapping[str, str]) -> Callable[[str], object]:
    """Give the `__getattr__` of a room; `names` are those it offers, by the module they are in.

    Several names of a module stand side by side, with blanks between them. No name may be that of
    a module of the room, which takes its place when it is imported.
    """
    modules = {name: module for module, several in names.items() for name in several.split()}

    def find(name: str) -> object:
        if name not in modules:
            message = f"module {room!r} has no attribute {name!r}"
            raise AttributeError(message)
        found = getattr(import_module(f"{room}.{modules[name]}"), name)
        setattr(sys.modules[room], name, found)
        return found

    return find
