"""The words by which the text of a report quotes figures of a form's tables."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.finding import Nature
from statlint.form.edits import Comparison, Operand
from statlint.form.expression import parse_edit
from statlint.values import Text


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that say that a figure of a text is one of the form's tables.

    `readings` are the figures that may be meant, in the language of edits: it is right if it agrees
    with one of them. They are read when a text is there to be compared: most files are workbooks.
    Of `all` each must occur in the words before the figure, of `near` in the sentence before it, of
    `after` behind it, and none of `none` before it; what stands between | are choices. `units` are
    what it may be counted in. `absent` is for what is said not to have happened at all; a `direct`
    quotation names the line itself. `reason` says why the text may rightly differ.
    """

    id: str
    name: Text
    readings: tuple[str, ...]
    all: tuple[str, ...]
    near: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    nature: Nature = Nature.QUERY
    absent: bool = False
    direct: bool = False
    reason: Text | None = None

    def figures(self) -> tuple[Operand, ...]:
        """Parse the readings; raises EditSyntaxError."""
        return tuple(map(parse_figure, self.readings))


def parse_figure(text: str) -> Operand:
    """Parse a figure, or a sum of figures, of an edit; raises EditSyntaxError."""
    condition = parse_edit(f"({text}) = 0")
    if not isinstance(condition, Comparison):
        message = f"{text!r} is more than a figure"
        raise TypeError(message)
    return condition.left
