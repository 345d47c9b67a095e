"""What the attributes of an element of a web page say of the text in it."""

from __future__ import annotations

import re
from typing import TypeAlias

from statlint.dataclass import replace
from statlint.pattern import pattern_of
from statlint.workbook.engines.web_words import Look
from statlint.workbook.model import ParagraphKind

Attributes: TypeAlias = dict[str, str | None]

VOID = frozenset(
    "area base br col embed frame hr img input keygen link meta param source track wbr".split()
)
"""Elements without an end."""
SILENT = frozenset(
    "audio button canvas datalist iframe map math noframes noscript object rp rt script select"
    " style svg template textarea title video".split()
)
"""Elements whose text is not part of the page, or not shown as such."""
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu"
    " nav ol p pre section summary table ul".split()
)
"""Elements that stand on lines of their own."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}

_HIDDEN = pattern_of(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_BOLD = pattern_of(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = pattern_of(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_ALIGNED = pattern_of(r"text-align\s*:\s*-?(?:\w+-)?(\w+)", re.IGNORECASE)
_WRITTEN = pattern_of(r"white-space\s*:\s*pre\b|white-space\s*:\s*pre-(?:wrap|line)", re.IGNORECASE)
_OUTLINE = pattern_of(r"mso-outline-level\s*:\s*([1-9])", re.IGNORECASE)
_IN_BLOCK = pattern_of(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)
_FOOTNOTE = pattern_of(r"mso-element\s*:\s*(?:foot|end)note\b(?!-)", re.IGNORECASE)
_LIST_NUMBER = pattern_of(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NOTE_REFERENCE = pattern_of(r"mso-(?:foot|end)note-id", re.IGNORECASE)


def is_hidden(attributes: Attributes) -> bool:
    """Tell whether an element is not shown."""
    style = attributes.get("style")
    return "hidden" in attributes or (style is not None and _HIDDEN.search(style) is not None)


def is_block(tag: str, attributes: Attributes) -> bool:
    """Tell whether an element stands on lines of its own."""
    if tag in BLOCKS:
        return True
    style = attributes.get("style")
    return style is not None and _IN_BLOCK.search(style) is not None


def look_of(tag: str, attributes: Attributes, around: Look) -> Look:
    """Say how text in an element is set, by what is around it."""
    look = _by_tag(tag, around)
    if tag == "a":
        # Without an address it only marks a place, and its end is often left out.
        look = replace(look, linked="href" in attributes)
    if attributes:
        look = _by_attributes(tag, attributes, look)
    return look


def _by_tag(tag: str, look: Look) -> Look:
    if tag in SILENT:
        return replace(look, hidden=True)
    if tag in HEADINGS:
        return replace(look, kind=ParagraphKind.HEADING, level=HEADINGS[tag], bold=True)
    if tag in {"b", "strong", "th"}:
        return replace(look, bold=True)
    if tag == "pre":
        return replace(look, written=True)
    return replace(look, centred=True) if tag == "center" else look


def _by_attributes(tag: str, attributes: Attributes, look: Look) -> Look:
    if is_hidden(attributes):
        return replace(look, hidden=True)
    align = attributes.get("align")
    # That of a table says where it stands, not how its text is set.
    if align is not None and tag != "table":
        look = replace(look, centred=align.strip().lower() in {"center", "middle"})
    if (attributes.get("class") or "").strip() == "MsoTitle":
        look = replace(look, kind=ParagraphKind.HEADING, level=1)
    style = attributes.get("style")
    return _by_style(style, look) if style else look


def _by_style(style: str, look: Look) -> Look:
    if _NOTE_REFERENCE.search(style):
        # The sign of a note would stand as a figure behind the word that it is for.
        return replace(look, hidden=True)
    if aligned := _ALIGNED.search(style):
        look = replace(look, centred=aligned[1].lower() == "center")
    if _BOLD.search(style):
        look = replace(look, bold=True)
    elif _LIGHT.search(style):
        look = replace(look, bold=False)
    if outline := _OUTLINE.search(style):
        look = replace(look, kind=ParagraphKind.HEADING, level=int(outline[1]))
    if _FOOTNOTE.search(style):
        look = replace(look, kind=ParagraphKind.FOOTNOTE)
    if _LIST_NUMBER.search(style):
        look = replace(look, numbers=True)
    return replace(look, written=True) if _WRITTEN.search(style) else look
