"""The overview: which unit reported, and how much was found in what it sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from statlint.finding import Report
from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style, plain_text
from statlint.reporters.look import Look
from statlint.reporters.places import one_line, path_text
from statlint.reporters.ruler import Ruler
from statlint.values import Text
from statlint.values.overview import Overview, OverviewLine, ReturnStatus

_LEAST_UNIT = 8
_MOST_UNIT = 40
_MOST_LINES = 20
_HEADS: Mapping[str, Text] = {
    "unit": Text("单位", "unit"),
    "status": Text("情况", "status"),
    "error": Text("错误", "errors"),
    "warning": Text("警告", "warnings"),
    "information": Text("提示", "information"),
    "justified": Text("已说明", "accepted"),
    "file": Text("文件", "file"),
}
STATUS_WORDS: Mapping[ReturnStatus, tuple[Text, Style]] = {
    ReturnStatus.MISSING: (Text("缺报", "missing"), Style.ERROR),
    ReturnStatus.UNREADABLE: (Text("读不出", "unreadable"), Style.ERROR),
    ReturnStatus.NO_TABLE: (Text("无表", "no table"), Style.ERROR),
    ReturnStatus.OTHER_PERIOD: (Text("非本期", "other period"), Style.WARNING),
    ReturnStatus.NOT_LISTED: (Text("名单外", "not listed"), Style.WARNING),
    ReturnStatus.WRONG: (Text("有错", "errors"), Style.ERROR),
    ReturnStatus.REPEATED: (Text("重报", "repeated"), Style.WARNING),
    ReturnStatus.HANDED_IN: (Text("已报", "handed in"), Style.PLAIN),
}
_TITLE = Text("报送情况", "Who reported")
_DUE = Text("应报 {due}", "{due} due")
_HANDED_IN = Text("已报 {handed_in}", "{handed_in} handed in")
_MISSING = Text("缺报 {missing}", "{missing} missing")
_WRONG = Text("有错 {wrong}", "{wrong} with errors")
_REST = Text(
    "另有 {count} 个已报，未发现错误和警告", "{count} more handed in, without errors and warnings"
)
_NOTHING = Text(
    "只检查了一个文件，没有报送情况可列",
    "only one file was checked, there is nothing to list",
)


def write_overview(report: Report, look: Look) -> Iterator[str]:
    """Write the overview alone, of all files whether there is a list of units or not."""
    page = Page(report.language, look, Ruler(wide_signs=look.wide_signs))
    if not report.overview:
        yield f"{page.of(_NOTHING)}\n"
    for number, one in enumerate(report.overview):
        if number:
            yield "\n"
        yield from (f"{plain_text(line)}\n" for line in overview_part(one, page))


def overview_part(overview: Overview, page: Page, *, most: int | None = None) -> Iterator[Line]:
    """List the units of one period under a line with the counts.

    Of more than `most` lines, those of which there is nothing to say are only counted.
    """
    yield tuple(_title(overview, page))
    lines = list(overview.lines)
    if most is not None and len(lines) > most:
        lines = [line for line in lines if not _is_quiet(line)]
    yield from _table(overview, lines, page)
    if len(lines) < len(overview.lines):
        rest = page.of(_REST).format(count=len(overview.lines) - len(lines))
        yield (Span(INDENT + rest, Style.PASSED),)


def _is_quiet(line: OverviewLine) -> bool:
    return line.status is ReturnStatus.HANDED_IN and not line.errors and not line.warnings


def _table(overview: Overview, lines: Sequence[OverviewLine], page: Page) -> Iterator[Line]:
    if not lines:
        return
    names = [one_line(line.unit) or "—" for line in lines]
    widest = max(map(page.ruler.width, (page.of(_HEADS["unit"]), *names)))
    unit = min(max(widest, _LEAST_UNIT), _MOST_UNIT)
    counted = _counted(overview)
    rooms = [page.ruler.width(page.of(_HEADS[key])) for key in counted]
    status = max(page.ruler.width(page.of(words)) for words, _ in STATUS_WORDS.values())
    yield _heads(unit, status, counted, page)
    for line, name in zip(lines, names, strict=True):
        words, style = STATUS_WORDS[line.status]
        yield (
            Span(INDENT + page.ruler.pad(page.ruler.cut(name, unit), unit) + INDENT),
            Span(page.ruler.pad(page.of(words), status) + INDENT, style),
            Span(_counts(line, rooms)),
            Span(_file(line, overview)),
        )


def _title(overview: Overview, page: Page) -> Iterator[Span]:
    subject = (overview.dataset, str(overview.period or ""), page.of(_TITLE))
    yield Span(" ".join(filter(None, subject)), Style.STRONG)
    counts = {
        "due": overview.due,
        "handed_in": overview.handed_in,
        "missing": overview.count(ReturnStatus.MISSING),
        "wrong": overview.count(ReturnStatus.WRONG),
    }
    known = (_DUE, _HANDED_IN, _MISSING, _WRONG)
    listed = overview.due is not None and overview.complete
    said = known if listed else (_HANDED_IN, _WRONG)
    words = page.say("comma").join(page.of(text).format(**counts) for text in said)
    yield Span(INDENT + words)


def _counted(overview: Overview) -> Sequence[str]:
    """Name the counts that are shown: what was accepted only where anything was."""
    is_accepted = any(line.justified for line in overview.lines)
    return ("error", "warning", "information", *(("justified",) if is_accepted else ()))


def _heads(unit: int, status: int, counted: Sequence[str], page: Page) -> Line:
    words = {key: page.of(text) for key, text in _HEADS.items()}
    text = INDENT.join(
        (
            page.ruler.pad(words["unit"], unit),
            page.ruler.pad(words["status"], status),
            *(words[key] for key in counted),
            words["file"],
        )
    )
    return (Span(INDENT + text, Style.FAINT),)


def _counts(line: OverviewLine, rooms: list[int]) -> str:
    counts = (line.errors, line.warnings, line.information, line.justified)[: len(rooms)]
    written = ("" if line.path is None else str(count) for count in counts)
    return "".join(f"{text:>{room}}{INDENT}" for text, room in zip(written, rooms, strict=True))


def _file(line: OverviewLine, overview: Overview) -> str:
    if line.path is None:
        return ""
    period = f" ({line.period})" if line.period and line.period != overview.period else ""
    return path_text(line.path) + period


def overviews_part(report: Report, page: Page) -> Iterator[Line]:
    """Show the overviews for which there is a list of units, where all files were looked at."""
    for one in report.overview:
        if one.due is not None and one.complete:
            yield page.rule()
            yield from overview_part(one, page, most=_MOST_LINES)
            yield EMPTY
