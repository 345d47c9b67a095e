"""Which row of a table is which line of the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from statlint.dataclass import dataclass
from statlint.form import Line
from statlint.table.align import align
from statlint.table.form_view import FormView
from statlint.table.known_words import NUMBERING, SURE, KnownWords
from statlint.table.likeness import EXACT, printed_keys
from statlint.table.worded import WordedLines
from statlint.values import UNITS, label_key, plain_unit

_OTHER_CELL = 0.9
_HEADING = 0.95
"""A heading gives way where it and a line would have to change places."""
_GROUP = 0.4
_UNNAMED = 0.25
_FEWEST_NUMBERED = 3


@dataclass(frozen=True, slots=True, eq=False)
class LinePlan:
    """The lines of a block ready for the search: how they and the headings above are worded."""

    lines: tuple[Line, ...]
    worded: WordedLines


@dataclass(frozen=True, slots=True)
class StubRow:
    """One row beside or below the boxhead: its label cells, and whether it holds figures."""

    row: int
    texts: tuple[str, ...]
    columns: tuple[int, ...]
    """The column of each label."""
    figures: bool

    @property
    def leaf(self) -> str:
        """The lowest label of the row."""
        return self.texts[-1] if self.texts else ""


def stub_row(view: FormView, row: int, stub: range, figure_columns: Sequence[int]) -> StubRow:
    """Read the label cells of a row: those in the stub's columns, each merged cell once."""
    positions: dict[tuple[int, int], int] = {}
    for position in stub:
        if view.text(row, position):
            positions.setdefault(view.anchor(row, position), position)
    texts = view.wordings(row, list(positions.values()))
    columns = [max(column, stub.start) for _, column in positions]
    if len(texts) > 1 and plain_unit(texts[-1]) in UNITS:
        # A column of units between captions and figures is no caption.
        texts, columns = texts[:-1], columns[:-1]
    figures = any(view.has_figure(row, position) for position in figure_columns)
    return StubRow(row, tuple(texts), tuple(columns), figures)


def is_numbering(row: StubRow, view: FormView, figure_columns: Sequence[int]) -> bool:
    """Tell whether a row only numbers the columns: 甲 | 1 | 2 | 3=1+2 under the heads."""
    return (
        len(figure_columns) >= _FEWEST_NUMBERED
        and all(label_key(text) in NUMBERING for text in row.texts)
        and view.counts(row.row, sorted(figure_columns))
    )


def match_rows(
    rows: Sequence[StubRow], plan: LinePlan, words: KnownWords
) -> tuple[dict[int, int], list[float]]:
    """Match rows to lines in order; returns the line's index by the row's, and each row's score."""
    scores = [_scores(row, plan, words) for row in rows]
    matched = _settle_unnamed(align(scores, len(plan.lines)), rows, scores, plan)
    return matched, [
        scores[index].get(matched[index], _UNNAMED) if index in matched else 0.0
        for index in range(len(rows))
    ]


def _scores(row: StubRow, plan: LinePlan, words: KnownWords) -> dict[int, float]:
    """Score a row against each line: by its lowest label, labels joined, any label, its group."""
    scores: dict[int, float] = {}
    if not row.texts:
        return _weak(plan, _UNNAMED) if row.figures else scores
    for text, weight in _candidates(row):
        for index, score in words.line_scores(text, plan.worded).items():
            heading = plan.lines[index].heading
            if heading and text != row.leaf:
                continue
            found = score * weight * (_HEADING if heading else EXACT)
            scores[index] = max(scores.get(index, 0.0), found)
    if row.figures and not _labelled(scores, plan):
        scores |= _in_group(row, plan)
    return scores


def _candidates(row: StubRow) -> list[tuple[str, float]]:
    joined = [("".join(row.texts[start:]), EXACT) for start in range(len(row.texts) - 1)]
    return [(row.leaf, EXACT), *joined, *((text, _OTHER_CELL) for text in row.texts[:-1])]


def _weak(plan: LinePlan, score: float) -> dict[int, float]:
    return {index: score for index, line in enumerate(plan.lines) if not line.heading}


def _in_group(row: StubRow, plan: LinePlan) -> dict[int, float]:
    """Score a row that shows its group alone (the line's own label is lost)."""
    groups = {key for text in row.texts[-1:] for key in printed_keys(text)}
    return {
        index: _GROUP
        for index, line in enumerate(plan.lines)
        if not line.heading and plan.worded.above[index] & groups
    }


def _settle_unnamed(
    matched: Mapping[int, int],
    rows: Sequence[StubRow],
    scores: Sequence[Mapping[int, float]],
    plan: LinePlan,
) -> dict[int, int]:
    """Keep rows without a label of their own only where their number leaves no other reading.

    Between two labelled lines there must be just as many such rows as lines; a heading's row that
    holds figures counts as the first of them when exactly one is lacking.
    """
    sure = [index for index in matched if scores[index][matched[index]] >= SURE]
    kept = {index: matched[index] for index in sure}
    bounds = [(-1, -1), *kept.items(), (len(rows), len(plan.lines))]
    for (row_before, line_before), (row_after, line_after) in pairwise(bounds):
        gap = [
            index
            for index in range(row_before + 1, row_after)
            if index not in kept and _could_be_any(rows[index], scores[index], plan)
        ]
        lines = [
            line for line in range(line_before + 1, line_after) if not plan.lines[line].heading
        ]
        heading = row_before >= 0 and plan.lines[line_before].heading and rows[row_before].figures
        if gap and heading and len(lines) == len(gap) + 1:
            gap.insert(0, row_before)
        if gap and len(gap) == len(lines):
            kept |= dict(zip(gap, lines, strict=True))
    return dict(sorted(kept.items()))


def _could_be_any(row: StubRow, scores: Mapping[int, float], plan: LinePlan) -> bool:
    """Tell whether a row holds figures and has no label but its group's, so that order must tell.

    A row with another label is no line of the form, wherever it stands.
    """
    return row.figures and bool(scores) and not _labelled(scores, plan)


def _labelled(scores: Mapping[int, float], plan: LinePlan) -> bool:
    """Tell whether a row carries the label of a line that holds figures."""
    return any(score >= SURE and not plan.lines[index].heading for index, score in scores.items())
