"""Lines of a report as pieces of text, each with the style it is painted in."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.finding import Severity
from statlint.reporters.look import Look
from statlint.reporters.pages import page_address
from statlint.reporters.ruler import Ruler
from statlint.reporters.words import SAID
from statlint.typed import TypeAlias
from statlint.values import Language, Text

INDENT = "  "
_LEAST_ROOM = 20


class Style(StrEnum):
    """How a piece of text is painted where colour is wanted."""

    PLAIN = ""
    STRONG = "bold"
    FAINT = "dim"
    ERROR = "bold red"
    WARNING = "bold yellow"
    INFORMATION = "bold blue"
    PASSED = "bold green"


SEVERITY_STYLE = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Severity.INFORMATION: Style.INFORMATION,
}


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one style, and the address it leads to where terminals make links."""

    text: str
    style: Style = Style.PLAIN
    link: str = ""


Line: TypeAlias = tuple[Span, ...]

EMPTY: Line = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What every part of a report needs to know: language, width and the ruler."""

    language: Language
    look: Look
    ruler: Ruler

    @property
    def width(self) -> int:
        """How many columns a line may take."""
        return self.look.width

    def say(self, key: str, **values: object) -> str:
        """Say one of the reporters' own words."""
        return self.of(SAID[key]).format(**values)

    def of(self, text: Text) -> str:
        """Give a wording in the report's language."""
        return text.of(self.language)

    def link(self, code: str, name: str) -> str:
        """Give the address of the page of a rule, where the report shows links."""
        pages = self.look.pages or self.look.home_pages
        return page_address(pages, code, name, self.language) if self.look.links and pages else ""

    def rule(self, sign: str = "─") -> Line:
        """Draw a line across the page."""
        return (Span(sign * (self.width // self.ruler.width(sign)), Style.FAINT),)

    def wrapped(
        self,
        text: str,
        *,
        indent: str = INDENT,
        first: Line = EMPTY,
        hanging: str | None = None,
        style: Style = Style.PLAIN,
    ) -> Iterator[Line]:
        """Break a text into lines behind an indent.

        `first` stands before the text on the first line; the others are indented as far, or by
        `hanging` alone.
        """
        head = "".join(span.text for span in first)
        blanks = hanging if hanging is not None else " " * self.ruler.width(indent + head)
        room = max(_LEAST_ROOM, self.width - len(blanks))
        lead = max(0, self.ruler.width(indent + head) - len(blanks))
        for number, piece in enumerate(self.ruler.wrap(text, room, lead=lead)):
            before = (Span(indent), *first) if number == 0 else (Span(blanks),)
            yield (*before, Span(piece, style))

    def labelled(self, label: str, text: str, *, room: int, indent: str = INDENT) -> Iterator[Line]:
        """Break a text into lines behind a label of so many columns."""
        first = (Span(self.ruler.pad(label, room) + INDENT, Style.FAINT),)
        return self.wrapped(text, indent=indent, first=first)


def plain_text(line: Line) -> str:
    """Write a line without its styles."""
    return "".join(span.text for span in line).rstrip()
