"""Number formats and indents of cell styles; fonts and fills are left alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from statlint.typed import TypeAlias
from statlint.workbook.engines.exact import FORMAT_LIMIT, is_date_format
from statlint.workbook.sheets.markup import named, refuse
from statlint.workbook.sheets.parts import Parts

Style: TypeAlias = tuple[str, int, bool]  # number format, indent, whether it shows dates
PLAIN: Style = ("General", 0, False)

_WORDS = named("numFmt", "cellXfs", "xf", "alignment", "dxfs")
_DEEPEST = 250
"""The deepest indent that Excel allows."""

# ECMA-376 part 1, 18.8.30: a file names these by number alone.
_BUILT_IN: Mapping[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}


class _Styles:
    """The handlers of the part with the styles, and what they have found."""

    def __init__(self) -> None:
        """Begin with none."""
        self.own: dict[int, str] = {}
        self.found: list[tuple[int, int]] = []
        self._of_cells = self._over = False

    def start(self, word: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        # Formats of conditional formatting (dxfs) reuse numbers for other codes.
        self._over = self._over or word == "dxfs"
        if self._over:
            return
        if word == "numFmt":
            self.own[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif word == "cellXfs":
            self._of_cells = True
        elif self._of_cells and word == "xf":
            self.found.append((int(attributes.get("numFmtId", "0")), 0))
        elif self._of_cells and self.found:
            self.found[-1] = (self.found[-1][0], _indent(attributes.get("indent", "")))

    def end(self, word: str) -> None:
        """End an element."""
        if word == "cellXfs":
            self._of_cells = False


def read_styles(parts: Parts, part: str | None) -> Mapping[str, Style]:
    """Read the cell styles by the numbers that cells write; empty where the file has none."""
    return {} if part is None else parts.once("styles", part, partial(_read_styles, parts, part))


def _read_styles(parts: Parts, part: str) -> dict[str, Style]:
    styles = _Styles()
    parts.scanner.scan_words(part, _WORDS, styles.start, styles.end, [])
    if len(styles.found) > parts.limits.styles:
        refuse(parts.limits, "styles", len(styles.found))
    shown = {number: _shown(number, styles.own) for number in {one for one, _ in styles.found}}
    return {
        str(index): (shown[number][0], indent, shown[number][1])
        for index, (number, indent) in enumerate(styles.found)
    }


def _indent(written: str) -> int:
    """Give how far a style sets its text in; what no program writes is none."""
    return min(int(written), _DEEPEST) if written.isdecimal() else 0


def _shown(number: int, own: Mapping[int, str]) -> tuple[str, bool]:
    """Give the format behind a number: the file's own, Excel's, or Chinese Excel's."""
    code = own.get(number) or _BUILT_IN.get(number) or _chinese(number) or PLAIN[0]
    return code[:FORMAT_LIMIT], is_date_format(code)


def _chinese(number: int) -> str | None:
    from statlint.workbook.engines.dates import CHINESE_FORMATS

    return CHINESE_FORMATS.get(number)
