"""How a file is named beside another: by its name, and its folder where that is the same."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import PurePath


def name_beside(path: str, own: str) -> str:
    """Give the end of a path that tells it from another: 2023.xlsx, 2023/a.xlsx."""
    parts, others = PurePath(path).parts, PurePath(own).parts
    pairs = zip_longest(reversed(parts), reversed(others))
    alike = next((count for count, (one, other) in enumerate(pairs) if one != other), 0)
    return "/".join(parts[-alike - 1 :])
