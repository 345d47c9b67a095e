"""A package of an office program with one time throughout."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def repacked(data: bytes) -> bytes:
    """Give a package one time throughout, so that the same content is the same file."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-11-21T00:00:00Z", content)
            fixed = ZipInfo(member.filename, (2026, 11, 21, 0, 0, 0))
            fixed.compress_type = ZIP_DEFLATED
            new.writestr(fixed, content)
    return stream.getvalue()
