"""From the settings of documents to what a notice asks of a report."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.typed import Any
from statlint.values.demands import AtLeast, Demands


def read_demands(stated: Mapping[str, Any], usual: Demands) -> Demands:
    """Lay what settings ask of documents over what is asked already."""
    asked = tuple(
        AtLeast(tuple(one["words"]), one["least"], tuple(one.get("units", ())))
        for one in stated.get("at-least", ())
    )
    month, _, day = stated.get("sign-by", "").partition("-")
    return Demands(asked or usual.at_least, (int(month), int(day)) if month else usual.sign_by)
