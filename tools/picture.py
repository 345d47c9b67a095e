"""Draw the pictures of the README: the report on a real file, as a terminal shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from statlint.config import Settings
from statlint.reporters import REPORTERS, Look
from statlint.run import check_paths
from statlint.values import Language

if TYPE_CHECKING:
    from rich.segment import Segment
    from rich.style import Style

ROOT = Path(__file__).parents[1]
SUBMISSION = "fixtures/submissions/瑶海区2019年政府信息公开年报.xlsx"
PICTURES: dict[str, Language] = {"docs/report.svg": "en", "docs/report.zh.svg": "zh"}
COLUMNS = 92
FONT, CELL, LINE, EDGE = 14, 8.4, 22, 16
PAPER, INK = "#ffffff", "#24292f"
INKS = {1: "#c62828", 2: "#2e7d32", 3: "#9a6700", 4: "#0969a3"}  # by the number of the colour
SHEET = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}">
<title>{title}</title>
<rect x="0.5" y="0.5" width="{inner_width}" height="{inner_height}" rx="8" fill="{paper}" \
stroke="#d0d7de"/>
<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', \
'WenQuanYi Zen Hei Mono', monospace" font-size="{font}" fill="{ink}">
{body}
</g>
</svg>
"""


def read_lines(painted: str) -> list[list[Segment]]:
    """Take a painted text apart: its lines, each in segments of one style."""
    from rich.console import Console
    from rich.text import Text

    console = Console(width=COLUMNS, color_system="standard", legacy_windows=False)
    text = Text.from_ansi(painted)
    return console.render_lines(text, console.options.update(no_wrap=True), pad=False)


def words(line: list[Segment], top: int) -> Iterator[str]:
    """Draw a line in pieces of one width, each at its own column: no font can move a column."""
    from rich.cells import cell_len

    column = 0
    for text, style, _ in line:
        for width, signs in groupby(text, key=lambda sign: (cell_len(sign), sign == " ")):
            piece = "".join(signs)
            left, length = EDGE + column * CELL, cell_len(piece) * CELL
            column += cell_len(piece)
            if not piece.isspace():
                size = f' font-size="{2 * CELL:g}"' if width[0] > 1 else ""
                place = f'x="{left:g}" y="{top}" textLength="{length:g}"'
                yield f"<text {place}{size}{look(style)}>{escape(piece)}</text>"


def look(style: Style | None) -> str:
    """Say a style in the words of SVG."""
    if style is None:
        return ""
    weight = ' font-weight="bold"' if style.bold else ""
    faint = ' fill-opacity="0.6"' if style.dim else ""
    ink = INKS.get(style.color.number or 0) if style.color else None
    return weight + faint + (f' fill="{ink}"' if ink else "")


def draw(painted: str, title: str) -> str:
    """Draw a painted text on a sheet of its size."""
    lines = read_lines(painted.rstrip("\n"))
    width, height = round(COLUMNS * CELL) + 2 * EDGE, len(lines) * LINE + 2 * EDGE
    body = [
        word for row, line in enumerate(lines) for word in words(line, EDGE + row * LINE + FONT)
    ]
    return SHEET.format(
        width=width,
        height=height,
        inner_width=width - 1,
        inner_height=height - 1,
        title=escape(title),
        paper=PAPER,
        ink=INK,
        font=FONT,
        body="\n".join(body),
    )


def picture(language: Language) -> str:
    """Check the submission and draw its report."""
    report = check_paths([SUBMISSION], Settings(language=language))
    painted = REPORTERS["text"](report, Look(width=COLUMNS, colour=True))
    return draw(painted, f"statlint check {SUBMISSION}")


def main() -> int:
    """Write the pictures where the README expects them."""
    for path, language in PICTURES.items():
        (ROOT / path).write_text(picture(language), encoding="utf-8")
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
