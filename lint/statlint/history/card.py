"""What is known of a filled form of another file without its figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from statlint.dataclass import dataclass
from statlint.facts import Filing
from statlint.form import Form
from statlint.history.unit_names import unit_in, unit_key
from statlint.values import Period


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """A filled form by its file, form, period and unit; `filing` fetches its figures.

    `printed` is the name of the reporting unit that it prints, made comparable, `named` that of its
    file. Without a form of its own, `form` is None.
    """

    path: str
    form: Form | None
    period: Period | None
    unit_name: str
    printed: str
    named: str
    filing: Callable[[], Filing]

    @property
    def unit(self) -> str:
        """The unit that the form is of: the one it prints, else the one its file is named by."""
        return self.printed or self.named


def card_of(filing: Filing, fetch: Callable[[], Filing] | None = None) -> Card:
    """Make the card of a filled form; `fetch` gets it where it is kept elsewhere."""
    filled = filing.filled
    return Card(
        path=filing.path,
        form=filled.form if filled.form.id else None,
        period=filled.period,
        unit_name=filled.unit_name or "",
        printed=unit_key(filled.unit_name or ""),
        named=unit_key(unit_in(PurePath(filing.path).stem)),
        filing=fetch or (lambda: filing),
    )


def same_unit(one: Card, other: Card) -> bool:
    """Tell whether two forms are of one unit; one that prints no name is of that of its file."""
    return _alike(one.unit, other.unit)


def other_unit(one: Card, other: Card) -> bool:
    """Tell whether two forms print the names of different units."""
    mine, its = one.printed, other.printed
    return bool(mine) and bool(its) and not _alike(mine, its)


def _alike(one: str, other: str) -> bool:
    """Tell whether two names are the same, or one only has another place in front: 六安市舒城县."""
    return bool(one) and bool(other) and (one.endswith(other) or other.endswith(one))
