"""From the text of a formula to its tree."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.formula.grammar import Grammar
from statlint.formula.model import Formula, Reference
from statlint.formula.places import NotUnderstoodError
from statlint.formula.tokens import Kind, Token, tokenize
from statlint.values import CellRef


def parse_formula(text: str, at: CellRef) -> Formula | None:
    """Take a formula apart; `=` may stand before it. None where it is not understood."""
    try:
        tokens = tokenize(text)
        tree = Grammar(tokens).formula()
    except NotUnderstoodError:
        return None
    return Formula(
        text=text,
        at=at,
        tree=tree,
        pieces=_pieces(tokens),
        references=tuple(token.reference for token in tokens if token.reference),
        functions=frozenset(token.text for token in tokens if token.kind is Kind.FUNCTION),
        names=frozenset(token.text for token in tokens if token.kind is Kind.NAME),
    )


def _pieces(tokens: Sequence[Token]) -> tuple[str | Reference, ...]:
    """Give texts and references in order; white space is kept where it means an intersection."""
    pieces: list[str | Reference] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        written = _written(token)
        if token.spaced and before and before.ends_reference and token.begins_reference:
            written = f" {written}"
        if written and pieces and isinstance(pieces[-1], str):
            pieces[-1] += written
        elif written:
            pieces.append(written)
        if token.reference:
            pieces.append(token.reference)
    return tuple(pieces)


def _written(token: Token) -> str:
    """Write a token as it stands between references: capitals do not count but in texts."""
    if token.kind is Kind.FUNCTION:
        return f"{token.text}("
    if token.kind in {Kind.NAME, Kind.TRUTH}:
        return token.prefix + token.text.upper()
    return "" if token.kind is Kind.REFERENCE else token.text
