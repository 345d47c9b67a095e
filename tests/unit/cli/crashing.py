"""A rule that crashes, for the exit status of a run with one."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.values import Text
from statlint.workbook import Opening


@rule(
    code="F099",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages={"odd": Text("{pages}", "{pages}")},
    advice=Text("", ""),
)
def crashing(opening: Opening, context: Context) -> Iterator[Finding]:
    """Divide by the length of nothing."""
    yield context.finding("odd", pages=1 // len(opening.path[:0]))
