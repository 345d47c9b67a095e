"""The page that shows what was found in a file without a form: tables, regions, relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint import __version__
from statlint.dataclass import replace
from statlint.inference import Understood
from statlint.inference.differences import as_difference
from statlint.reporters.infer_claims import list_claims
from statlint.reporters.infer_drawing import draw_table
from statlint.reporters.infer_marks import lettered
from statlint.reporters.infer_relations import list_relations
from statlint.reporters.infer_words import SAID
from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style, plain_text
from statlint.reporters.look import Look
from statlint.reporters.places import on_sheet, one_line, path_text
from statlint.reporters.ruler import Ruler
from statlint.reporters.text import painted
from statlint.run.claims_read import TextRead
from statlint.table import Layout
from statlint.values import CellRange, Language


def write_inferred_text(
    path: str,
    understood: Sequence[Understood],
    look: Look,
    language: Language,
    text: TextRead | None = None,
) -> str:
    """Write the page for a terminal, in colour where `look` says so.

    `text` is what the sentences of a document claim.
    """
    page = Page(language, look, Ruler(wide_signs=look.wide_signs))
    lines = list(_lines(path, understood, page))
    lines += list_claims(text, page) if text is not None else ()
    return (
        "".join(painted(lines))
        if look.colour
        else "".join(f"{plain_text(line)}\n" for line in lines)
    )


def _lines(path: str, understood: Sequence[Understood], page: Page) -> Iterator[Line]:
    yield (Span(f"statlint {__version__}", Style.STRONG),)
    yield page.rule()
    yield from page.wrapped(path_text(path), indent="", style=Style.STRONG)
    if not understood:
        yield from page.wrapped(_say("none", page))
        return
    relations = sum(len(one.relations) for one in understood)
    yield from page.wrapped(_say("found", page, tables=len(understood), relations=relations))
    told = [_told(one) for one in understood]
    for at, one in enumerate(told):
        letters = lettered(one.relations)
        yield EMPTY
        yield from _head(at, one.layout, page)
        yield EMPTY
        yield from draw_table(one, letters, page)
        yield from list_relations(at, told, letters, page)


def _told(understood: Understood) -> Understood:
    """Show sums as differences where people know them as such."""
    layout = understood.layout
    return replace(
        understood,
        relations=tuple(
            as_difference(one, one.axis.strips(layout)) for one in understood.relations
        ),
    )


def _head(at: int, layout: Layout, page: Page) -> Iterator[Line]:
    title = one_line(layout.title.text) if layout.title else ""
    number = (Span(_say("table", page, number=at + 1), Style.STRONG), Span(INDENT * bool(title)))
    yield from page.wrapped(title, indent="", first=number, style=Style.STRONG)
    labelled = [(_say(key, page), text) for key, text in _regions(layout, page)]
    room = max(page.ruler.width(label) for label, _ in labelled)
    for label, text in labelled:
        yield from page.labelled(label, text, room=room)


def _regions(layout: Layout, page: Page) -> Iterator[tuple[str, str]]:
    comma = _say("comma", page)
    yield "range", on_sheet(layout.grid.name, layout.range, page.language)
    if layout.boxhead is not None:
        yield "boxhead", _range(layout.boxhead)
    if layout.stubs:
        yield "stub", comma.join(map(_range, layout.stubs))
    yield "body", _range(layout.body)
    if layout.notes:
        yield "notes", comma.join(map(_range, layout.notes))
    if layout.unit:
        yield "unit", one_line(layout.unit)
    if layout.period is not None:
        yield "period", str(layout.period)


def _range(found: CellRange) -> str:
    return str(found.first if found.first == found.last else found)


def _say(key: str, page: Page, **values: object) -> str:
    return SAID[key].of(page.language).format(**values)
