"""Where a file lies, as programs want it told: below the root of its repository, or as a URI."""

from __future__ import annotations

import posixpath
from pathlib import PurePath
from urllib.parse import quote

from statlint.reporters.look import Look

_SAFE = "/!$&'()*+,;=@~"
"""What may stand in the path of a URI as it is; a colon may not: a:b begins with a scheme."""


def path_in_repository(path: str, look: Look) -> str:
    """Give a path as seen from the root of the repository; one that lies outside stays absolute."""
    here = PurePath(path).as_posix()
    if PurePath(path).is_absolute():
        root = PurePath(look.root).as_posix().rstrip("/") + "/"
        return here.removeprefix(root) if look.root else here
    return posixpath.normpath(posixpath.join(look.folder, here))


def uri_of(path: str, look: Look) -> str:
    """Give a path as a URI, relative to the root of the repository where it lies below it."""
    place = path_in_repository(path, look)
    # What the system gave as bytes that are no text goes out as those bytes.
    written = quote(place.encode("utf-8", "surrogateescape"), safe=_SAFE)
    if PurePath(place).is_absolute():
        return f"file://{written}" if written.startswith("/") else f"file:///{written}"
    return written
