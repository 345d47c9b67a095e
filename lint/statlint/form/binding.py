"""What the names of an edit stand for among the lines and heads that a table prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from types import MappingProxyType
from typing import TypeAlias

from statlint.dataclass import dataclass, field, replace
from statlint.errors import StatlintError
from statlint.form.edits import Comparison, Name, Scope, Span
from statlint.form.lookup import axes_of, own_lines, several_heads, several_lines, spanned
from statlint.form.model import TableForm
from statlint.form.printed import Printed
from statlint.form.uses import Role, uses_in
from statlint.form.walk import Node

Key: TypeAlias = tuple[str, str]
"""The axis and the key of a line or a head in the form."""


class NotPrintedError(StatlintError):
    """Raised when a table does not print a line or head that an edit needs."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The printed line (or head) that a copy of an edit stays within."""

    axis: str
    key: str
    """Its key in the form."""
    printed: str


@dataclass(frozen=True, slots=True)
class View:
    """Which line or head each repeated one is at the moment.

    `totals` are the heads that a sum is compared with: it takes only the heads that they add up.
    """

    bound: Mapping[Key, str] = field(default_factory=lambda: MappingProxyType({}))
    totals: frozenset[str] = frozenset()


class Binding:
    """Finds what names stand for, in a whole table or within one line or head of it."""

    def __init__(
        self, table: TableForm, scope: Scope, printed: Printed, anchor: Anchor | None
    ) -> None:
        """Take the table's form, what is printed of it, and where to stay."""
        self._table = table
        self._scope = scope
        self._printed = printed
        self._anchor = anchor
        self._below = anchor.printed if anchor and anchor.axis == "line" else None
        own = own_lines(table, anchor.key) if anchor and self._below else frozenset[str]()
        self._own = {("line", key) for key in own}
        several = {("line", key) for key in several_lines(table)} - self._own
        several |= {("head", key) for key in several_heads(table)}
        self._several = several - ({(anchor.axis, anchor.key)} if anchor else set())

    def name(self, name: Name, view: View) -> Name:
        """Give the printed name that a name stands for; raises NotPrintedError."""
        axes = axes_of(self._scope, name)
        return Name(tuple(self._key(axis, key, view) for axis, key in axes), name.source)

    def prints(self, name: Name, view: View) -> bool:
        """Tell whether what a name stands for is printed."""
        try:
            self.name(name, view)
        except NotPrintedError:
            return False
        return True

    def members(self, key: str) -> list[str]:
        """Give the printed lines of a repeated one."""
        return self._printed.members(key, self._below)

    def counted(self, key: str) -> list[str]:
        """Give the printed lines of a repeated one, headings as well."""
        return self._printed.counted(key, self._below)

    def names_in(self, span: Span, view: View) -> Iterator[tuple[Name, View]]:
        """Go through what a range holds in the form's order, each as a name in a view."""
        for name in spanned(span, self._table, self._scope):
            for each in self.views(name, view):
                yield name, each

    def views(self, node: Node, view: View) -> Iterator[View]:
        """Go through the views under which a part of an edit is written out, one for each line."""
        found = [
            (axis, key)
            for use in uses_in(node)
            if not use.listed and use.role is not Role.LINES
            for end in use.ends
            for axis, key in axes_of(self._scope, end)
        ]
        repeated = [key for key in dict.fromkeys(found) if key in self._several]
        for chosen in product(*(self._choices(axis, key, view) for axis, key in repeated)):
            yield replace(view, bound=dict(zip(repeated, chosen, strict=True)))

    def compared(self, node: Comparison, view: View) -> View:
        """Give the view within a comparison: with the heads named in it, outside of functions."""
        heads = [
            self._key(axis, key, view)
            for use in uses_in(node)
            if not use.listed and use.role is Role.FIGURE
            for end in use.ends
            for axis, key in axes_of(self._scope, end)
            if axis == "head"
        ]
        return replace(view, totals=frozenset(heads))

    def _choices(self, axis: str, key: str, view: View) -> list[str]:
        if axis == "line":
            return self.members(key)
        heads = self._printed.anchors("head", key)
        if not view.totals:
            return heads
        return [head for head in heads if self._printed.total_of(head) in view.totals]

    def _key(self, axis: str, key: str, view: View) -> str:
        if (axis, key) in view.bound:
            return view.bound[axis, key]
        found = self._found(axis, key)
        if len(found) != 1:
            message = f"{axis} {key} is printed {len(found)} times"
            raise NotPrintedError(message)
        return found[0]

    def _found(self, axis: str, key: str) -> list[str]:
        anchor = self._anchor
        if anchor is None or (axis, key) not in self._own | {(anchor.axis, anchor.key)}:
            return self._printed.named(axis, key)
        if key != anchor.key:
            return self._printed.own(key, anchor.printed)
        heading = axis == "line" and self._printed.is_heading(anchor.printed)
        return [] if heading else [anchor.printed]
