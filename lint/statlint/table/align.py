"""Two ordered lists brought side by side: what is printed and what the form expects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def align(scores: Sequence[Mapping[int, float]], wanted: int) -> dict[int, int]:
    """Match printed items to wanted ones in order so that the scores add up to the most.

    `scores[i]` gives the score of printed item i for each wanted index it may be; either side may
    be left out at no cost (Needleman & Wunsch 1970). Of items that are the same the first is taken.
    Returns wanted index by printed index.
    """
    printed = len(scores)
    best = [[0.0] * (wanted + 1) for _ in range(printed + 1)]
    for row in range(printed - 1, -1, -1):
        below, here, found = best[row + 1], best[row], scores[row]
        most = 0.0
        # The innermost loop of the search: no call is made in it.
        for column in range(wanted - 1, -1, -1):
            if below[column] > most:  # noqa: PLR1730
                most = below[column]
            if column in found:
                taken = found[column] + below[column + 1]
                if taken > most:  # noqa: PLR1730
                    most = taken
            here[column] = most
    return _trace(best, scores, wanted)


def _trace(
    best: Sequence[Sequence[float]], scores: Sequence[Mapping[int, float]], wanted: int
) -> dict[int, int]:
    matched = {}
    printed = {column for found in scores for column in found}
    row = column = 0
    while row < len(scores) and column < wanted:
        score = scores[row].get(column)
        if score is not None and best[row][column] == score + best[row + 1][column + 1]:
            matched[row] = column
            row, column = row + 1, column + 1
        elif column in printed and best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return matched
