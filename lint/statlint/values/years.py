"""Years in labels, so that the table of another year has the same labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Compiled at its first use: most files need none, and all pay for the start.
_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"


def relative_years(texts: Sequence[str]) -> list[str]:
    """Write each year in some texts as its distance from the latest one in any of them."""
    pattern = re.compile(_YEAR)
    latest = max((int(year) for text in texts for year in pattern.findall(text)), default=0)

    def distance(found: re.Match[str]) -> str:
        return f"<{latest - int(found[0])}>"

    return [pattern.sub(distance, text) for text in texts]
