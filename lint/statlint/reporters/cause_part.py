"""What a finding may come from, on the page: the cell to suspect, or the few that it may be."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Diagnosis
from statlint.reporters.lines import INDENT, Line, Page, Span, Style
from statlint.reporters.places import one_line


def cause_part(cause: Diagnosis | None, page: Page) -> Iterator[Line]:
    """Show a cause: in a line where it is located, else with what it may be, most likely first."""
    if cause is None or not cause.message:
        return
    yield from page.wrapped(one_line(cause.message), style=Style.STRONG)
    if _lists(cause):
        for number, one in enumerate(cause.alternatives, 1):
            first = (Span(f"{number}. "),)
            yield from page.wrapped(one_line(one.message), indent=INDENT * 2, first=first)


def cause_words(cause: Diagnosis, page: Page) -> str:
    """Say a cause in a line."""
    if not _lists(cause):
        return one_line(cause.message)
    told = page.say("semicolon").join(one_line(one.message) for one in cause.alternatives)
    return page.say("cause-list", cause=one_line(cause.message), alternatives=told)


def _lists(cause: Diagnosis) -> bool:
    """Tell whether the message only opens a list; where it is located, it says all there is."""
    return any(one.message != cause.message for one in cause.alternatives)
