"""The claims of a document on the page of `infer`: each sentence, and how it was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from statlint.reporters.json_pieces import Json
from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style
from statlint.reporters.places import on_sheet, one_line
from statlint.reporters.quote import draw_quote
from statlint.run.claims_read import WORDS, ClaimRead, FigureRead, TextRead
from statlint.values import Text

_SAID: Mapping[str, Text] = MappingProxyType(
    {
        "found": Text(
            "正文中的数字关系 {claims} 条；另有 {left} 个数字未参与任何关系",
            "relations in the text: {claims}; figures that are part of none: {left}",
        ),
        "holds": Text("成立", "holds"),
        "fails": Text("不成立", "does not hold"),
        "open": Text("文中无从核对", "not to be told from the text"),
        "basis": Text("据“{basis}”", "by “{basis}”"),
        "unsure": Text("可能另有读法", "may be read otherwise"),
        "comma": Text("，", ", "),
        "told": Text("{claim}（{notes}）", "{claim}  ({notes})"),
    }
)
_STYLES: Mapping[str, Style] = MappingProxyType(
    {"holds": Style.PASSED, "fails": Style.ERROR, "open": Style.FAINT}
)


def list_claims(text: TextRead, page: Page) -> Iterator[Line]:
    """List the claims in the order of the text."""
    yield EMPTY
    found = _say("found", page).format(claims=len(text.claims), left=text.left)
    yield (Span(found, Style.STRONG),)
    for one in text.claims:
        yield EMPTY
        yield from _claim(one, page)


def _claim(one: ClaimRead, page: Page) -> Iterator[Line]:
    verdict = "open" if one.holds is None else "holds" if one.holds else "fails"
    first = (
        Span(f"{on_sheet(one.place, None, page.language)}  ", Style.STRONG),
        Span(f"{_say(verdict, page)}  ", _STYLES[verdict]),
    )
    notes = [_say("basis", page).format(basis=one_line(one.basis.of(page.language)))]
    if not one.sure:
        notes.append(_say("unsure", page))
    claim = f"{page.of(WORDS[one.relation])}  {one_line(one.formula)}"
    told = _say("told", page).format(claim=claim, notes=_say("comma", page).join(notes))
    yield from page.wrapped(told, first=first, hanging=INDENT * 2)
    yield from draw_quote(one.quote, page, _STYLES[verdict])


def _say(key: str, page: Page) -> str:
    return page.of(_SAID[key])


def claims_json(text: TextRead) -> list[Json]:
    """Write the claims for programs."""
    return [_json(one) for one in text.claims]


def _json(one: ClaimRead) -> dict[str, Json]:
    marks: list[Json] = [[start, end] for start, end in one.quote.marks]
    others: list[Json] = [_figure(other) for other in one.others]
    written: dict[str, Json] = {
        "place": str(one.place),
        "relation": one.relation,
        "text": one.formula,
        "stated": _figure(one.stated) if one.stated else None,
        "others": others,
        "basis": one.basis.zh,
        "sure": one.sure,
        "holds": one.holds,
        "quote": {"text": one.quote.text, "marks": marks},
    }
    return written | ({"listed": list(one.listed)} if one.listed else {})


def _figure(one: FigureRead) -> dict[str, Json]:
    return {
        "label": one.label,
        "text": one.text,
        "value": one.value,
        "unit": one.unit,
        "exact": one.is_exact,
    }
