"""Figures written as a table writes them."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from inference_tables.made.looks import Look
from inference_tables.made.page import Shown

_MARKS = {"zh": ("①", "*"), "en": ("r", "E", "¹", "*")}
_WITHHELD = {"zh": ("…", "x"), "en": ("(D)", "x", "..", "F")}


def shown(value: Decimal, look: Look, *, percent: bool) -> Shown:
    """Write one figure; a share has its sign where the look says so."""
    if value == 0 and look.zero != "0":
        return Shown(look.zero)
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    sign = look.percent if percent else ""
    written = f"{abs(value):{',' if look.group else ''}.{4 if look.padded else decimals}f}"
    written = written.replace(",", "\0").replace(".", look.point).replace("\0", look.group)
    if value < 0:
        written = f"({written})" if look.negative == "()" else f"-{written}"
    shape = f"{'#,##' if look.group else ''}0{'.' + '0' * decimals if decimals else ''}"
    stored = value / 100 if sign else value
    return Shown(f"{written}{sign}", stored, f"{shape}{sign}")


def marked(figure: Shown, language: str, rng: Random) -> Shown:
    """Put a footnote sign or a quality letter behind a figure: it becomes a text."""
    return Shown(figure.text + rng.choice(_MARKS[language]), figure.value)


def withheld(language: str, rng: Random) -> Shown:
    """Write a mark in place of a figure."""
    return Shown(rng.choice(_WITHHELD[language]))
