"""One group of findings on the page: in full for errors and warnings, in a line for information."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from statlint.finding import EditNote, Finding, Origin, Related
from statlint.reporters.cause_part import cause_part
from statlint.reporters.frame import draw_frame
from statlint.reporters.groups import Group
from statlint.reporters.lines import EMPTY, INDENT, SEVERITY_STYLE, Line, Page, Span, Style
from statlint.reporters.places import label_of, on_sheet, one_line, path_text, place_of
from statlint.reporters.quote import draw_quote
from statlint.reporters.words import ADDED_UP, NATURE, origin_words
from statlint.values import Text, name_beside
from statlint.values.place import Place

_MOST_OTHERS = 8
_MOST_PLACES = 3
_MOST_CELLS = 8
_NO_FIGURE = frozenset({"", "0", "—", "-", "/"})


def full_part(group: Group, page: Page, *, framed: bool) -> Iterator[Line]:
    """Show a group in full; `framed` is false where many frames of its kind were shown before."""
    finding = group.first
    yield from _title(finding, page)
    yield from cause_part(group.cause, page)
    yield from page.wrapped(one_line(finding.message))
    if framed and finding.frame is not None and finding.frame.rows:
        yield EMPTY
        yield from draw_frame(finding.frame, page, SEVERITY_STYLE[finding.severity])
        yield EMPTY
    if finding.quote is not None:
        yield EMPTY
        yield from draw_quote(finding.quote, page, SEVERITY_STYLE[finding.severity])
        yield EMPTY
    yield from _explanation(finding, page)
    yield from _others(group, page)


def short_part(group: Group, page: Page) -> Iterator[Line]:
    """Show a group in a line or two."""
    finding = group.first
    text = one_line(finding.message)
    if group.others:
        text += _likewise(group.others, page)
    where = place_of(finding, page.language)
    style = SEVERITY_STYLE[finding.severity]
    first = (
        Span(f"{page.of(finding.severity.words)} ", style),
        Span(finding.code, style, _link(finding, page)),
        Span(f" {where}  " if where else "  "),
    )
    yield from page.wrapped(text, first=first, hanging=INDENT * 2)


def _title(finding: Finding, page: Page) -> Iterator[Line]:
    style = SEVERITY_STYLE[finding.severity]
    title = (
        Span(page.of(finding.severity.words), style),
        Span(" "),
        Span(f"{finding.code} {finding.name}", Style.STRONG, _link(finding, page)),
        Span(f" [{page.of(NATURE[finding.nature])}]"),
    )
    where = INDENT.join(
        part for part in (place_of(finding, page.language), label_of(finding)) if part
    )
    used = page.ruler.width("".join(span.text for span in title))
    if used + 2 + page.ruler.width(where) <= page.width:
        yield (*title, Span(INDENT + where))
    else:
        yield title
        yield from page.wrapped(where)


def _link(finding: Finding, page: Page) -> str:
    return page.link(finding.code, finding.name)


def _explanation(finding: Finding, page: Page) -> Iterator[Line]:
    room = max(page.ruler.width(page.say(key)) for key in ("edit", "cells", "advice"))
    if finding.left is not None and finding.right is not None:
        yield (Span(INDENT), Span(_sides(finding, page), Style.STRONG))
    if finding.edit is not None:
        text = _edit_words(finding.edit, page)
        yield from page.labelled(page.say("edit"), text, room=room)
        cells = _cells(finding, page)
        if cells:
            yield from page.labelled(page.say("cells"), cells, room=room)
    if finding.advice:
        yield from page.labelled(page.say("advice"), one_line(finding.advice), room=room)


def _sides(finding: Finding, page: Page) -> str:
    return page.say(
        "sides", left=finding.left, right=finding.right, difference=finding.difference or ""
    )


def _edit_words(edit: EditNote, page: Page) -> str:
    """Say an edit: its id and name, what must hold in words, and where it comes from.

    Nobody has called an inferred edit by its id.
    """
    origin = page.of(origin_of_edit(edit))
    words = one_line(edit.words or edit.text)
    name = edit.name if edit.origin is Origin.INFERRED else f"{edit.id} {edit.name}".strip()
    return page.say("edit-words", name=name, words=words, origin=origin)


def origin_of_edit(edit: EditNote) -> Text:
    """Say where an edit comes from; sums that only the layout of a form implies are told so."""
    adds = edit.origin is Origin.FORM and ("+" in edit.text or "sum(" in edit.text)
    return ADDED_UP if adds and not edit.across else origin_words(edit.origin, edit.across)


def _cells(finding: Finding, page: Page) -> str:
    """List the figures of the other cells of an edit; those that are 0 or blank come in a count."""
    told = [cell for cell in finding.related if cell.value.strip() not in _NO_FIGURE]
    shown = [_cell(cell, finding, page) for cell in told[:_MOST_CELLS]]
    rest = len(finding.related) > len(shown)
    return INDENT.join(
        [*shown, page.say("rest", count=len(finding.related))] if shown and rest else shown
    )


def _cell(cell: Related, finding: Finding, page: Page) -> str:
    here = finding.place or finding.sheet
    # The tables of two documents have the same names: numbers.
    in_another = bool(cell.path) and isinstance(cell.sheet, Place)
    is_told = in_another or cell.sheet != here
    at = on_sheet(cell.sheet if is_told else None, cell.cell, page.language)
    if cell.label:
        # A figure of a text is told by what it counts: it has no cell.
        elsewhere = f"{at} " if is_told else ""
        at = elsewhere + page.say("label", label=one_line(cell.label))
    if cell.path:
        between = " " if in_another else "!"
        at = f"{path_text(name_beside(cell.path, finding.path))}{between}{at}"
    return f"{at}={one_line(cell.value)}"


def _others(group: Group, page: Page) -> Iterator[Line]:
    if not group.others:
        return
    yield (Span(INDENT), Span(page.say("same-cause", count=len(group.others))))
    places = Counter(place_of(finding, page.language) for finding in (group.first, *group.others))
    for finding in group.others[:_MOST_OTHERS]:
        first = (Span(f"{place_of(finding, page.language)}  ", Style.STRONG),)
        words = _short_words(finding, page, named=places[place_of(finding, page.language)] > 1)
        yield from page.wrapped(words, indent=INDENT * 2, first=first)
    rest = {place_of(finding, page.language): finding for finding in group.others[_MOST_OTHERS:]}
    if rest:
        yield from page.wrapped(_all_places(tuple(rest.values()), page), indent=INDENT * 2)


def _short_words(finding: Finding, page: Page, *, named: bool) -> str:
    """Say a finding shortly; `named` with the name of its edit, where several fail at a place."""
    if finding.edit is None:
        # What a formula says of a total explains the edit that fails there.
        return f"{finding.code} {one_line(finding.message)}"
    inferred = finding.edit.origin is Origin.INFERRED
    if inferred or finding.left is None or finding.right is None:
        return one_line(finding.message)
    name = f"{finding.edit.id} {finding.edit.name}" if named else None
    return INDENT.join(part for part in (label_of(finding), name, _sides(finding, page)) if part)


def _likewise(findings: tuple[Finding, ...], page: Page) -> str:
    if len(findings) > _MOST_PLACES:
        return page.say("same-cause-count", count=len(findings))
    return page.say("same-cause-short", places=_all_places(findings, page))


def _all_places(findings: tuple[Finding, ...], page: Page) -> str:
    return page.say("comma").join(
        place_of(finding, page.language) or finding.code for finding in findings
    )
