"""Going through the tree of an edit: its parts, its names, the figures of a range."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.form.edits import (
    Call,
    Comparison,
    Condition,
    Constant,
    Equivalence,
    Implication,
    Junction,
    Name,
    Negation,
    Operand,
    Operation,
    Span,
    Tally,
    Test,
    Words,
)
from statlint.typed import TypeAlias

Node: TypeAlias = Operand | Span | Condition | Words


def parts_of(node: Node) -> tuple[Node, ...]:
    """Give the nodes directly below one; the ends of a range do not count as nodes."""
    match node:
        case Call(arguments=parts) | Test(arguments=parts):
            return parts
        case Tally(conditions=conditions) | Junction(parts=conditions):
            return conditions
        case Operation() | Comparison() | Equivalence():
            return node.left, node.right
        case Implication(condition=condition, consequence=consequence):
            return condition, consequence
        case Negation(part=part):
            return (part,)
        case Constant() | Name() | Span() | Words():
            return ()


def walk(node: Node) -> Iterator[Node]:
    """Go through a node and all below it, from left to right."""
    yield node
    for part in parts_of(node):
        yield from walk(part)


def reach_of(node: Node) -> str:
    """Say which other forms an edit reaches to: previous, parts; nothing where it is within one."""
    ends = ((found.first if isinstance(found, Span) else found) for found in named(node))
    return "+".join(dict.fromkeys(end.source for end in ends if end.source))


def named(node: Node) -> Iterator[Name | Span]:
    """Go through the names and ranges of an edit or a part of one, as written."""
    for found in walk(node):
        if isinstance(found, Name | Span):
            yield found
