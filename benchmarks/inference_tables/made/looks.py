"""How a made table is printed: everything that does not change what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random


@dataclass(frozen=True, slots=True)
class Look:
    """One way to print a table.

    `boxhead`: heads of several levels merged, spread (the first cell only), repeated in each cell,
    joined in one cell, or stacked (a word a row). `stub`: levels by indent, numbers, leading dots,
    or columns of their own (parents, merged or not), or not at all (plain). `stub_at`: left,
    middle, both (repeated at the right). `gap`: a blank row after so many lines, 0 none. `turned`:
    lines are printed as columns. `pages`: the boxhead comes again after so many lines.
    `halves`: the second half of the lines stands beside the first, with a boxhead of its own.
    """

    name: str
    file: str = "csv"
    boxhead: str = "merged"
    stub: str = "indent"
    stub_at: str = "left"
    extra: str = ""
    """A column more: codes or running numbers."""
    title: bool = True
    unit_line: bool = True
    unit_row: bool = False
    number_row: bool = False
    notes: bool = True
    sign_off: bool = False
    gap: int = 0
    pages: int = 0
    halves: bool = False
    turned: bool = False
    first: tuple[int, int] = (1, 1)
    group: str = ""
    point: str = "."
    zero: str = "0"
    negative: str = "-"
    percent: str = ""
    withheld: float = 0.0
    marked: float = 0.0
    """The share of figures with a footnote sign or a quality letter behind them."""
    padded: bool = False


PLAIN = Look("plain csv")

LOOKS = (
    PLAIN,
    Look("typed workbook, merged", "typed", group=",", stub="merged parents"),
    Look("typed workbook, percentages", "typed", percent="%", stub="numbered"),
    Look("workbook of texts", "texts", "spread", "dots", group=","),
    Look("blank-spread heads, gaps", boxhead="spread", stub="parents", gap=4),
    Look("repeated heads", boxhead="repeated", stub="numbered", unit_row=True),
    Look("joined heads, bare", boxhead="joined", stub="plain", title=False, notes=False),
    Look("stacked heads", boxhead="stacked", group=",", stub="dots", unit_line=False),
    Look("numbers under the heads", number_row=True, extra="ordinals", sign_off=True),
    Look("codes", extra="codes", stub="numbered"),
    Look("stub in the middle", stub_at="middle"),
    Look("stub at both sides", stub_at="both", group=" "),
    Look("turned", turned=True, boxhead="repeated", stub="plain"),
    Look("turned workbook", "typed", turned=True),
    Look("pages", pages=6, stub="numbered"),
    Look("halves", halves=True, stub="indent"),
    Look("decimal commas", group=".", point=",", zero="-"),
    Look("blanks between thousands", group="\u00a0", point=",", zero=""),
    Look("apostrophes", group="'", zero="–"),
    Look("withheld figures", withheld=0.06, zero="-", group=","),
    Look("marked figures", marked=0.1, group=","),
    Look("padded decimals", padded=True),
    Look("brackets for a minus", negative="()", group=",", percent="%"),
    Look("not in the corner", "typed", first=(4, 3), notes=False),
    Look("zeros blank", zero="", stub="parents"),
    Look("workbook with formulas", "formulas", group=","),
)


def _lot(rng: Random, chance: float) -> bool:
    return rng.random() < chance


def mixed_look(seed: int) -> Look:
    """Mix a look at random."""
    rng = Random(seed)  # noqa: S311 - looks, not secrets
    group, point = rng.choice(
        (("", "."), (",", "."), (",", "."), (" ", "."), (" ", ","), (".", ","))
    )
    look = Look(
        f"mixed {seed}",
        rng.choice(("csv", "typed", "texts")),
        rng.choice(("merged", "spread", "repeated", "joined", "stacked")),
        rng.choice(("indent", "numbered", "parents", "merged parents", "dots", "plain")),
        rng.choice(("left", "left", "left", "middle", "both")),
        rng.choice(("", "", "codes", "ordinals")),
    )
    return replace(
        look,
        title=_lot(rng, 0.8),
        unit_line=_lot(rng, 0.6),
        unit_row=_lot(rng, 0.2),
        number_row=_lot(rng, 0.15),
        notes=_lot(rng, 0.6),
        sign_off=_lot(rng, 0.2),
        gap=rng.choice((0, 0, 0, 3, 5)),
        pages=rng.choice((0, 0, 0, 0, 7)),
        turned=_lot(rng, 0.1),
        first=rng.choice(((1, 1), (1, 1), (2, 2))),
        group=group,
        point=point,
        zero=rng.choice(("0", "0", "-", "–", "")),
        negative=rng.choice(("-", "-", "()")),
        percent=rng.choice(("", "", "%")),
        withheld=rng.choice((0, 0, 0, 0.04)),
        marked=rng.choice((0, 0, 0, 0.05)),
    )
