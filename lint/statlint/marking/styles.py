"""Formats of cells that a workbook gets: tints of its own formats, and those of our sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from statlint.choice import StrEnum
from statlint.dataclass import dataclass, replace
from statlint.finding import Severity
from statlint.marking.part import Part
from statlint.marking.tags import Element, attribute_text, whole_number, with_attribute

MOST_FORMATS = 65_490
"""Formats of cells that Excel opens a workbook with."""
_TINTS: Mapping[Severity, str] = {
    Severity.ERROR: "FFFFC7CE",
    Severity.WARNING: "FFFFEB9C",
    Severity.INFORMATION: "FFDDEBF7",
}
"""Fills that black and dark figures are read on, also in print without colour."""
_ORDER = (
    "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"
).split()
_DEFAULTS = {
    "numFmts": "",
    "fonts": '<font><sz val="11"/><name val="宋体"/></font>',
    "fills": '<fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>',
    "borders": "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "cellXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
}
"""What stands first in each list, where a workbook has no such list."""
_NAMES = re.compile(r"(</?)(?=[a-z])")
_NONE = (
    '<styleSheet xmlns="{space}"><fonts count="1">{fonts}</fonts><fills count="2">{fills}</fills>'
    '<borders count="1">{borders}</borders><cellStyleXfs count="1">{cellXfs}</cellStyleXfs>'
    '<cellXfs count="1">{cellXfs}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
"""The part of a workbook that has none."""
_TEXT_FORMAT = 49
_BUILT_IN = {"0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4}
"""Formats of numbers that every workbook has."""
_FIRST_OWN_NUMBER = 164
"""The least number that a workbook may give to a format of numbers of its own."""


class Look(StrEnum):
    """How a cell of our sheet looks."""

    TITLE = "title"
    LABEL = "label"
    FACT = "fact"
    REMARK = "remark"
    HEAD = "head"
    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    DONE = "done"
    TEXT = "text"
    LINK = "link"
    FIGURE = "figure"
    EXPLANATION = "explanation"
    ASKED = "asked"
    """For an explanation that somebody is asked for."""
    KEY = "key"
    """For what programs alone read."""


@dataclass(frozen=True, slots=True)
class _Format:
    """One format: which font, fill and border, how it is aligned, whether it takes texts alone."""

    font: str = "plain"
    fill: str | None = None
    border: bool = True
    across: str = "left"
    down: str = "top"
    as_text: bool = False
    number: int | None = None
    """How a figure is shown; it is shrunk into its column, where a text is broken."""


_FONTS = {
    "plain": '<sz val="10"/>',
    "unseen": '<sz val="1"/><color rgb="FFFFFFFF"/>',
    "title": '<b/><sz val="16"/>',
    "bold": '<b/><sz val="10"/>',
    "link": '<u/><sz val="10"/><color rgb="FF0563C1"/>',
    "grey": '<sz val="10"/><color rgb="FF595959"/>',
}
_LOOKS: Mapping[Look, _Format] = {
    Look.KEY: _Format("unseen", border=False),
    Look.TITLE: _Format("title", border=False, down="center"),
    Look.LABEL: _Format("bold", border=False),
    Look.FACT: _Format(border=False),
    Look.REMARK: _Format("grey", border=False),
    Look.HEAD: _Format("bold", "FFD9E1F2", across="center", down="center"),
    Look.ERROR: _Format("bold", _TINTS[Severity.ERROR], across="center"),
    Look.WARNING: _Format("bold", _TINTS[Severity.WARNING], across="center"),
    Look.INFORMATION: _Format("plain", _TINTS[Severity.INFORMATION], across="center"),
    Look.DONE: _Format("grey", "FFEDEDED", across="center"),
    Look.TEXT: _Format(),
    Look.LINK: _Format("link"),
    Look.FIGURE: _Format(across="right", as_text=True),
    Look.EXPLANATION: _Format(as_text=True),
    Look.ASKED: _Format(fill="FFFFFFE0", as_text=True),
}


class Styles:
    """The part with the formats of cells, as it grows."""

    def __init__(self, raw: bytes | None, space: str) -> None:
        """Begin with the part as it is; None where the workbook has none."""
        self._part = Part(raw or _NONE.format(space=space, **_DEFAULTS).encode())
        self._lists = {name: self._part.root.find(name) for name in _DEFAULTS}
        self._counts = {name: self._count(name) for name in _DEFAULTS}
        self._grown: dict[str, list[bytes]] = {}
        self._kept: dict[str, int] = {}
        self._xfs = list(self._listed("cellXfs", "xf"))
        self._font = self._font_name()
        self.is_full = self._counts["cellXfs"] + len(_LOOKS) > MOST_FORMATS
        """Whether there was no room for a format that was asked for."""

    def _listed(self, name: str, kind: str) -> Iterator[Element]:
        found = self._lists[name]
        return found.all(kind) if found else iter(())

    def _count(self, name: str) -> int:
        found = self._lists[name]
        if found is not None:
            return len(found.children)
        default = _DEFAULTS[name]
        return default.count("</") or int(bool(default))

    def _font_name(self) -> bytes:
        """Give the name of the workbook's own first font."""
        font = next(self._listed("fonts", "font"), None)
        name = font.find("name") if font else None
        return attribute_text((name.get("val") if name else None) or "宋体")

    def tinted(self, index: int, severity: Severity) -> int:
        """Give the number of a format that is another one with a tint."""
        key = f"{index} {severity}"
        if key not in self._kept:
            if self._counts["cellXfs"] + len(_LOOKS) >= MOST_FORMATS:
                self.is_full = True
                return index
            self._kept[key] = self._grow("cellXfs", self._with_tint(index, severity))
        return self._kept[key]

    def _with_tint(self, index: int, severity: Severity) -> bytes:
        fill = str(self._fill(_TINTS[severity]))
        if index >= len(self._xfs):
            index = 0
        if not self._xfs:
            tag = self._named(f'<xf numFmtId="0" fontId="0" fillId="{fill}" borderId="0"/>')
            return with_attribute(tag, "applyFill", "1")
        xf = self._xfs[index]
        tag = with_attribute(with_attribute(xf.tag, "applyFill", "1"), "fillId", fill)
        return tag + self._part.text_of(xf)[len(xf.tag) :]

    def look(self, look: Look) -> int:
        """Give the number of a format of our sheet."""
        if self.is_full:
            return 0
        key = f"look {look}"
        if key not in self._kept:
            self._kept[key] = self._grow("cellXfs", self._format(_LOOKS[look]))
        return self._kept[key]

    def figure(self, code: str) -> int | None:
        """Give the number of a format for figures that are shown so; None where it has no room."""
        key = f"figure {code}"
        if key not in self._kept:
            if self._counts["cellXfs"] + len(_LOOKS) >= MOST_FORMATS:
                return None
            number = _BUILT_IN.get(code) or self._number_format(code)
            look = replace(_LOOKS[Look.FIGURE], as_text=False, number=number)
            self._kept[key] = self._grow("cellXfs", self._format(look))
        return self._kept[key]

    def _number_format(self, code: str) -> int:
        found = (one.get("numFmtId") for one in self._listed("numFmts", "numFmt"))
        taken = max(map(whole_number, found), default=0)
        own = len(self._grown.get("numFmts", ()))
        number = max(taken + 1, _FIRST_OWN_NUMBER) + own
        self._grow("numFmts", self._named(f'<numFmt numFmtId="{number}" formatCode="{code}"/>'))
        return number

    def _format(self, one: _Format) -> bytes:
        fill = self._fill(one.fill) if one.fill else 0
        border = self._border() if one.border else 0
        number = one.number or (_TEXT_FORMAT if one.as_text else 0)
        fitted = "wrapText" if one.number is None else "shrinkToFit"
        indent = ' indent="1"' if one.across == "right" else ""
        return self._named(
            f'<xf numFmtId="{number}" fontId="{self._own_font(one.font)}" fillId="{fill}"'
            f' borderId="{border}" applyNumberFormat="1" applyFont="1" applyFill="1"'
            f' applyBorder="1" applyAlignment="1">'
            f'<alignment horizontal="{one.across}" vertical="{one.down}" {fitted}="1"{indent}/>'
            "</xf>"
        )

    def _own_font(self, name: str) -> int:
        # Our own sheet is to look like the workbook it is in.
        written = _FONTS[name].encode() + b'<name val="' + self._font + b'"/>'
        return self._kept_once("fonts", b"<font>" + written + b"</font>")

    def _fill(self, colour: str) -> int:
        pattern = f'<patternFill patternType="solid"><fgColor rgb="{colour}"/>'
        written = f'<fill>{pattern}<bgColor indexed="64"/></patternFill></fill>'
        return self._kept_once("fills", written.encode())

    def _border(self) -> int:
        sides = "".join(
            f'<{side} style="thin"><color rgb="FFBFBFBF"/></{side}>'
            for side in ("left", "right", "top", "bottom")
        )
        return self._kept_once("borders", f"<border>{sides}<diagonal/></border>".encode())

    def _kept_once(self, name: str, written: bytes) -> int:
        key = written.decode()
        if key not in self._kept:
            self._kept[key] = self._grow(name, self._named(key))
        return self._kept[key]

    def _named(self, written: str) -> bytes:
        """Write elements with the prefix that this part has."""
        prefix = self._part.prefix.decode()
        return _NAMES.sub(rf"\g<1>{prefix}", written).encode()

    def _grow(self, name: str, written: bytes) -> int:
        self._grown.setdefault(name, []).append(written)
        self._counts[name] += 1
        return self._counts[name] - 1

    def written(self) -> bytes:
        """Give the part with all that was added."""
        # Lists that are new are put one behind the other.
        for name in _DEFAULTS:
            if name in self._grown:
                self._put(name, self._grown.pop(name))
        return self._part.written()

    def _put(self, name: str, added: Sequence[bytes]) -> None:
        found, count = self._lists[name], str(self._counts[name])
        if found is not None:
            self._part.set(found, "count", count)
            self._part.append(found, b"".join(added))
            return
        first = self._named(f'<{name} count="{count}">{_DEFAULTS[name]}')
        whole = first + b"".join(added) + self._named(f"</{name}>")
        self._part.put_in_order(whole, _ORDER[_ORDER.index(name) + 1 :])
