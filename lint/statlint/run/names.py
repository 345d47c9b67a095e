"""What the files of a run are called."""

from __future__ import annotations

import os
from collections.abc import Iterable

from statlint.typed import TypeAlias

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from statlint.workbook import Packed


Source: TypeAlias = "str | Path | tuple[str, bytes] | Packed"


def name_of(source: Source) -> str:
    """Give the path of a file, or its name."""
    from statlint.workbook import Packed

    if isinstance(source, Packed):
        return source.path
    return source[0] if isinstance(source, tuple) else str(source)


def identity(source: Source) -> str:
    """Give what is the same for one file however its path is written."""
    name = name_of(source)
    from statlint.workbook import Packed

    if isinstance(source, (tuple, Packed)):
        return name
    return os.path.normpath(os.path.join(os.getcwd(), name))  # noqa: PTH109, PTH118 - of texts


def given_in(sources: Iterable[Source]) -> dict[str, bytes | Packed]:
    """Give what does not lie where its name says: files handed over as bytes, or in archives."""
    from statlint.workbook import Packed

    given: dict[str, bytes | Packed] = {}
    for source in sources:
        if isinstance(source, Packed):
            given[source.path] = source
        elif isinstance(source, tuple):
            given[source[0]] = source[1]
    return given
