"""Print the boxhead: heads of one or more levels, merged, spread, repeated, joined or stacked."""

from __future__ import annotations

from collections.abc import Sequence

from inference_tables.made.looks import Look
from inference_tables.made.page import Page
from inference_tables.made.plan import Item


def boxhead_height(heads: Sequence[Item], look: Look) -> int:
    """Give how many rows the boxhead takes."""
    return max(map(len, _stacks(heads, look)))


def print_boxhead(
    page: Page, heads: Sequence[Item], look: Look, row: int, columns: Sequence[int]
) -> int:
    """Print the heads from a row on, and give how many rows they take."""
    height = boxhead_height(heads, look)
    stacks = _stacks(heads, look)
    before: list[str] = []
    for at, (stack, column) in enumerate(zip(stacks, columns, strict=True)):
        # Stacked heads stand at the foot of the boxhead, all others at its top.
        top = row + (height - len(stack) if look.boxhead == "stacked" else 0)
        for level, text in enumerate(stack):
            # A blank column would part what a spanner spans: the stub may stand in between.
            beside = at > 0 and columns[at - 1] == column - 1
            shared = level < len(stack) - 1 and before[: level + 1] == stack[: level + 1]
            if not (shared and beside and look.boxhead in {"merged", "spread", "stacked"}):
                page.put(top + level, column, text)
        if look.boxhead == "merged":
            page.merge((row + len(stack) - 1, column), (row + height - 1, column))
        before = stack
    if look.boxhead == "merged":
        _merge_spanners(page, stacks, row, columns)
    return height


def _stacks(heads: Sequence[Item], look: Look) -> list[list[str]]:
    """Give the cells of each head from top to bottom."""
    if look.boxhead == "joined":
        return [["_".join(head.path)] for head in heads]
    if look.boxhead == "stacked":
        return [[*head.path[:-1], *head.text.split(" ")] for head in heads]
    return [list(head.path) for head in heads]


def _merge_spanners(
    page: Page, stacks: Sequence[Sequence[str]], row: int, columns: Sequence[int]
) -> None:
    depth = max(map(len, stacks))
    for level in range(depth - 1):
        at = 0
        while at < len(stacks):
            last = at
            while (
                last + 1 < len(stacks)
                and columns[last + 1] == columns[last] + 1
                and len(stacks[at]) > level + 1
                and stacks[last + 1][: level + 1] == stacks[at][: level + 1]
            ):
                last += 1
            page.merge((row + level, columns[at]), (row + level, columns[last]))
            at = last + 1
