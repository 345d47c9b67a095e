"""What a table would let expect of its cells with other figures in some of them."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.dataclass import replace
from statlint.diagnosis.margins import Margins


def with_counts(margins: Margins, counts: Mapping[tuple[int, int], float]) -> Margins:
    """Put other figures at some lines and heads, and add up again what they are in.

    What the heads of all other lines hold together is left as it was: it hardly moves.
    """
    lines, heads, figures = dict(margins.lines), dict(margins.heads), dict(margins.figures)
    whole = margins.whole
    for (line, head), count in counts.items():
        step = count - figures[line].get(head, 0.0)
        lines[line] += step
        heads[head] += step
        whole += step
        figures[line] = {**figures[line], head: count}
    touched = {line for line, _ in counts}
    beside = {line: sum(heads[head] for head in figures[line]) for line in touched}
    return replace(
        margins,
        lines=lines,
        heads=heads,
        figures=figures,
        beside={**margins.beside, **beside},
        whole=whole,
    )
