"""R103: shares under one head with different numbers of decimals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from statlint.facts import Fact, Facts
from statlint.finding import Finding
from statlint.form import ValueKind
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Figure, Text, Trait

_PLAIN = (0, 100)
"""Shares that are written without decimals anywhere; 1 is among fractions of 1."""

MESSAGES = {
    "mixed": Text(
        zh="{where}：小数位数不一，多为 {usual} 位，{texts} 不是",
        en="{where}: the number of decimals differs, mostly {usual}, but not in {texts}",
    ),
}
ADVICE = Text(
    zh="同一栏的占比宜保留相同的小数位数",
    en="Write all shares of a column with the same number of decimals",
)


@rule(
    code="R103",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.SHARES,),
)
def mixed_decimals(facts: Facts, context: Context) -> Iterator[Finding]:
    """Shares of one column have different numbers of decimals.

    ## What it checks
    The shares and rates under one head (or on one line, where the line is a share): all should be
    written with the same number of decimals. 0 and 100 need none. Reported once a head.

    Only decimals that a reader sees count: those of a text file, of figures stored as text, and of
    number formats that fix them. Excel stores 30.0 as 30; where nothing says how many decimals are
    shown, nothing is said.

    ## Why it matters
    Each share is checked to the decimals it is written with. 30 among 31.3 and 27.2 may be 30.0, or
    30.8 cut off.

    ## Example
    ```csv fail
    Item,Share
    By letter,30
    On the web,42.8
    In person,27.2
    ```
    ```csv pass
    Item,Share
    By letter,30.0
    On the web,42.8
    In person,27.2
    ```
    ```toml form
    kind = "share"
    ```
    """
    columns: dict[str, list[Fact]] = {}
    for fact, figure in facts.with_figures():
        if _is_share(fact) and _shows_decimals(fact, figure) and figure.value not in _PLAIN:
            columns.setdefault(_column(fact), []).append(fact)
    for where, cells in columns.items():
        odd, usual = _odd(cells)
        if odd:
            texts = [cell.text for cell in odd]
            yield context.finding(
                "mixed", at=odd[0], related=odd[1:], where=where, usual=usual, texts=texts
            )


def _odd(cells: Sequence[Fact]) -> tuple[list[Fact], int]:
    """Give the cells that differ from the usual number of decimals, and that number."""
    if all(cell.figure and cell.figure.value <= 1 for cell in cells):
        cells = [cell for cell in cells if cell.figure and cell.figure.value != 1]
    counts = Counter(_decimals(cell) for cell in cells)
    usual = max(counts, key=lambda decimals: (counts[decimals], decimals), default=0)
    return [cell for cell in cells if _decimals(cell) != usual], usual


def _is_share(fact: Fact) -> bool:
    return fact.measure.kind is ValueKind.SHARE or fact.measure.unit == "%"


def _shows_decimals(fact: Fact, figure: Figure) -> bool:
    in_text = fact.part.grid.text_file or Trait.STORED_AS_TEXT in figure.traits
    return in_text or figure.shown is not None


def _column(fact: Fact) -> str:
    """Name the head, or the line where it is the line that says that its cells are shares."""
    return fact.line_label if fact.line.measure is fact.measure else fact.head_label


def _decimals(fact: Fact) -> int:
    return fact.figure.displayed[1] if fact.figure else 0
