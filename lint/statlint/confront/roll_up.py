"""Sums over the parts of a unit, which no form needs to write: every figure that adds up."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import replace
from statlint.facts import Fact, Facts
from statlint.finding import Nature, Origin
from statlint.form import (
    Arrangement,
    Call,
    Comparison,
    Constant,
    Edit,
    EditKind,
    Name,
    Scope,
    Span,
    TableForm,
    ValueKind,
)
from statlint.history import Neighbours, Relation
from statlint.values import Text

ROLL_UP = "parts"
"""The id by which settings name all sums over parts that no form states."""
_NAME = Text("上下级汇总", "Sum of the parts")
_BASIS = Text("本表多数数字等于各下级单位之和", "most figures here are the sum of the parts")
_REPEATED = "#"
_NEVER = frozenset({ValueKind.SHARE, ValueKind.SCORE, ValueKind.TEXT})
_RECKONED = frozenset({EditKind.RATIO, EditKind.RANK, EditKind.CONDITION})
"""Kinds of equations that state no sum: a quotient, a place, a product, the greatest."""


def sums_over_parts(facts: Facts, others: Neighbours) -> Iterator[Edit]:
    """Say of each head of a table that its figures are the sums of those of the parts.

    Nothing is said of a table whose form states sums over parts itself, nor of figures that no part
    has.
    """
    plan, count = facts.plan, others.count(Relation.PARTS)
    if not count or any(Relation.PARTS in edit.across.split("+") for edit in plan.edits):
        return
    reckoned, figures = _Reckoned(plan), _Figures(plan, others)
    lines: dict[str, list[str]] = {}
    for fact in facts:
        if figures.may_add_up(fact) and fact not in reckoned and _is_there(fact, others, count):
            lines.setdefault(fact.head.key, []).append(fact.line.key)
    for head, keys in lines.items():
        edit = _sum(head, tuple(keys), plan)
        # Without some of the parts nothing shows that the figures of a found table add up.
        if not others.lacking or not edit.proven:
            yield edit


def without_some(edit: Edit, others: Neighbours) -> Edit | None:
    """Let a total have more than its parts where some of them give no figures, or are missing.

    That it has less asks for a look: what else is missing? None where the edit is none that a sum
    over some of the parts can break.
    """
    if not others.lacking or Relation.PARTS not in edit.across.split("+"):
        return edit
    condition = edit.condition
    if not isinstance(condition, Comparison) or condition.sign != "=":
        return None
    sides = (condition.left, condition.right)
    total = next((one for one in sides if isinstance(one, Name) and not one.source), None)
    added = next((one for one in sides if isinstance(one, Call) and one.function == "sum"), None)
    if total is None or added is None:
        return None
    bound = Comparison("<=", added, total)
    from statlint.form import edit_text

    return replace(
        edit,
        condition=bound,
        kind=EditKind.PART,
        text=edit_text(bound),
        nature=Nature.QUERY,
    )


class _Figures:
    """Which figures of a table may add up, by what its form says, or its words where none does."""

    def __init__(self, plan: TableForm, others: Neighbours) -> None:
        self._found = _is_found(plan)
        from statlint.confront.roll_up_words import never_added

        self._never = never_added(plan) if self._found else frozenset()
        # What a part that gives no figures would add may be below 0 there.
        self._open_below = bool(others.lacking)

    def may_add_up(self, fact: Fact) -> bool:
        """Tell whether a figure may be the sum of those of the parts."""
        measure = fact.measure
        if not measure.additive or measure.kind in _NEVER:
            return False
        if self._open_below and measure.kind.signed:
            return False
        said = fact.line.key in self._never or fact.head.key in self._never
        from statlint.confront.roll_up_words import is_quotient

        return not (said or (self._found and is_quotient(measure)))


def _is_there(fact: Fact, others: Neighbours, count: int) -> bool:
    place = (fact.table, fact.line.key, fact.head.key)
    return any(others.get(f"{Relation.PARTS}.{number}", *place) for number in range(count))


def _sum(head: str, lines: tuple[str, ...], plan: TableForm) -> Edit:
    name, each = Name((head,)), Name((head,), Relation.PARTS.value)
    condition = Comparison("=", Call("sum", (Span(each, each),)), name)
    found = _is_found(plan)
    from statlint.form import edit_text

    return Edit(
        id=ROLL_UP,
        text=edit_text(condition),
        condition=condition,
        kind=EditKind.BALANCE,
        name=_NAME,
        scope=Scope.LINE,
        lines=lines,
        nature=Nature.QUERY if found else Nature.MANDATORY,
        origin=Origin.INFERRED if found else Origin.FORM,
        basis=_BASIS if found else None,
        proven=found,
        under=head,
        across=Relation.PARTS.value,
    )


def _is_found(plan: TableForm) -> bool:
    """Tell whether the figures must show what adds up, since no form says it.

    A found table may hold ranks and rates, and lists of one form may be of many things.
    """
    return plan.arrangement is Arrangement.AS_FOUND or _is_list(plan)


def _is_list(plan: TableForm) -> bool:
    """Tell whether lines or heads of a table stand for one that repeats."""
    keys = (
        one.key
        for block in plan.blocks
        for members in (block.lines, block.heads)
        for one in members
    )
    return any(_REPEATED in key for key in keys)


class _Reckoned:
    """The figures of a table that its edits reckon as something else than a sum."""

    def __init__(self, plan: TableForm) -> None:
        self._names = [
            (edit, side.parts)
            for edit in plan.edits
            if edit.kind in _RECKONED
            and isinstance(edit.condition, Comparison)
            and edit.condition.sign == "="
            and not _limits(edit.condition)
            for side in (edit.condition.left, edit.condition.right)
            if isinstance(side, Name) and not side.source
        ]

    def __contains__(self, fact: Fact) -> bool:
        """Tell whether an edit reckons a figure."""
        return any(_names(edit, parts, fact) for edit, parts in self._names)


def _limits(condition: Comparison) -> bool:
    """Tell whether a figure is held against a number, from which nothing is reckoned."""
    return isinstance(condition.left, Constant) or isinstance(condition.right, Constant)


def _names(edit: Edit, parts: tuple[str, ...], fact: Fact) -> bool:
    line, head = fact.line.key, fact.head.key
    if len(parts) > 1:
        return parts[-2:] == (line, head)
    if edit.scope is Scope.HEAD:
        return parts == (line,) and (not edit.heads or head in edit.heads)
    return parts == (head,) and (not edit.lines or line in edit.lines)
