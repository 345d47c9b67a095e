"""One file on the page: its head, its findings, and what could not be checked in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from statlint.finding import (
    Diagnosis,
    FileReport,
    FileStatus,
    Finding,
    Grounds,
    NotChecked,
    Outcomes,
    Severity,
    TableNote,
)
from statlint.reporters.lines import EMPTY, INDENT, SEVERITY_STYLE, Line, Page, Span, Style
from statlint.reporters.places import on_sheet, one_line, path_text
from statlint.reporters.words import REASON, ROLE, SEPARATOR, STATUS, UNSEEN

_MOST_PATHS = 3
_LABELS = tuple("form period unit text tables read unseen beside checked result".split())


def file_part(
    file: FileReport,
    findings: Sequence[Finding],
    open_checks: Sequence[NotChecked],
    causes: Mapping[str, Diagnosis],
    page: Page,
    *,
    shown: Sequence[Finding],
    hidden: int = 0,
    known: int = 0,
) -> Iterator[Line]:
    """Show one file; `open_checks` could not be decided, `causes` are diagnoses by their ids.

    Of its findings only some may be `shown`; how many are `hidden` is said, and how many more a
    baseline knows.
    """
    yield from _head(file, findings, page, known=known)
    yield from _findings(shown, causes, page, hidden=hidden)
    if open_checks and not page.look.quiet:
        yield EMPTY
        yield from open_checks_part(open_checks, page)


def elsewhere_part(
    path: str,
    findings: Sequence[Finding],
    causes: Mapping[str, Diagnosis],
    page: Page,
    *,
    hidden: int = 0,
) -> Iterator[Line]:
    """Show what is said of no file that was checked: of a list of units."""
    yield page.rule()
    yield from page.wrapped(path_text(path), indent="", style=Style.STRONG)
    yield from _findings(findings, causes, page, hidden=hidden)


def _findings(
    findings: Sequence[Finding], causes: Mapping[str, Diagnosis], page: Page, *, hidden: int
) -> Iterator[Line]:
    if not (findings or hidden):
        return iter(())
    # Most files are clean; what shows findings need not be imported for them.
    from statlint.reporters.findings_part import findings_part

    return findings_part(findings, causes, page, hidden=hidden)


def _head(
    file: FileReport, findings: Sequence[Finding], page: Page, *, known: int
) -> Iterator[Line]:
    yield page.rule()
    yield from page.wrapped(path_text(file.path), indent="", style=Style.STRONG)
    if page.look.quiet:
        return
    if file.status is not FileStatus.CHECKED:
        yield from page.wrapped(page.of(STATUS[file.status]))
    room = max(page.ruler.width(page.say(label)) for label in _LABELS)
    for label, text in facts_of(file, page):
        yield from page.labelled(page.say(label) if label else "", text, room=room)
    if file.status is FileStatus.CHECKED:
        yield from page.labelled(page.say("checked"), counts(file.outcomes, page), room=room)
        yield _result(findings, page, room, known=known)


def _result(findings: Sequence[Finding], page: Page, room: int, *, known: int) -> Line:
    """Say how many findings there are, or that there is no error and no warning."""
    label = Span(page.ruler.pad(page.say("result"), room) + INDENT, Style.FAINT)
    if is_clean(findings):
        clean = Span(page.say("clean") + INDENT, Style.PASSED)
        return (Span(INDENT), label, clean, *_accepted_count(findings, page, known=known))
    return (Span(INDENT), label, *severity_counts(findings, page, known=known))


def is_clean(findings: Iterable[Finding]) -> bool:
    """Tell whether there is neither an error nor a warning that nobody accepted."""
    return all(one.severity is Severity.INFORMATION for one in findings if one.justified is None)


def severity_counts(findings: Sequence[Finding], page: Page, *, known: int = 0) -> Iterator[Span]:
    """Count findings by severity, those that occur in their colour; those accepted apart.

    So many more are `known`.
    """
    count = Counter(one.severity for one in findings if one.justified is None)
    for severity in Severity:
        style = SEVERITY_STYLE[severity] if count[severity] else Style.PLAIN
        yield Span(f"{page.of(severity.words)} {count[severity]}{INDENT}", style)
    yield from _accepted_count(findings, page, known=known)


def _accepted_count(findings: Iterable[Finding], page: Page, *, known: int) -> Iterator[Span]:
    """Count what was accepted for a reason, and what a baseline knows."""
    grounds = Counter(one.justified.grounds for one in findings if one.justified)
    known += grounds.pop(Grounds.BASELINE, 0)
    for key, count in (("accepted", grounds.total()), ("known", known)):
        if count:
            yield Span(page.say(key, count=count) + INDENT, Style.FAINT)


def _read_words(encoding: str, separator: str | None, page: Page) -> str:
    """Say how a text was read; one of a single column, or of sentences, has no separator."""
    if not separator:
        return page.say("encoding_alone", encoding=encoding)
    known = SEPARATOR.get(separator)
    shown = page.of(known) if known else separator
    return page.say("encoding", encoding=encoding, separator=shown)


def facts_of(file: FileReport, page: Page) -> Iterator[tuple[str, str]]:
    """Give what a file was read as: a word for it, empty where it goes on, and the text."""
    comma = page.say("comma")
    if file.forms:
        yield "form", comma.join(file.forms)
    if file.period is not None:
        yield "period", str(file.period)
    if file.unit_name:
        yield "unit", one_line(file.unit_name)
    if file.paragraphs is not None:
        yield "text", _text_words(file, file.paragraphs, page)
    for number, table in enumerate(file.tables):
        yield ("tables" if number == 0 else ""), _table_words(table, page)
    if file.encoding is not None:
        yield "read", _read_words(file.encoding, file.separator, page)
    if file.converted_by is not None:
        yield "read", page.say("converted", program=file.converted_by)
    if file.unseen:
        unseen = (page.of(UNSEEN[name]) if name in UNSEEN else name for name in file.unseen)
        yield "unseen", comma.join(unseen)
    yield from _beside(file, page)


def _beside(file: FileReport, page: Page) -> Iterator[tuple[str, str]]:
    """Name the other files that were read for this one, by what they are to it."""
    roles: dict[str, list[str]] = {}
    for one in file.neighbours:
        roles.setdefault(one.role, []).append(path_text(one.path))
    was_read = any(role != "part_of" for role in roles)
    for number, (role, paths) in enumerate(roles.items()):
        shown = page.say("comma").join(paths[:_MOST_PATHS])
        if len(paths) > _MOST_PATHS:
            shown += page.say("beside-more", count=len(paths))
        words = page.say("beside-role", role=page.of(ROLE[role]), paths=shown)
        yield ("" if number else "beside"), words
    if was_read:
        yield "", page.say("beside-disk")


def _text_words(file: FileReport, paragraphs: int, page: Page) -> str:
    """Say how much of a document there is; one without a table is checked by its sentences."""
    key = "paragraphs" if file.printed_tables else "paragraphs-alone"
    return page.say(key, paragraphs=paragraphs, tables=file.printed_tables)


def _table_words(table: TableNote, page: Page) -> str:
    words = f"{one_line(table.title)}  {on_sheet(table.sheet, table.range, page.language)}"
    return f"{words}  {page.say('inferred')}" if table.inferred else words


def counts(outcomes: Outcomes, page: Page) -> str:
    """Say how many checks passed, failed and could not be decided."""
    if outcomes.checked and not (outcomes.failed or outcomes.not_checked):
        return page.say("counts-passed", checked=outcomes.checked)
    return page.say(
        "counts",
        checked=outcomes.checked + outcomes.not_checked,
        passed=outcomes.passed,
        failed=outcomes.failed,
        not_checked=outcomes.not_checked,
    )


def open_checks_part(open_checks: Sequence[NotChecked], page: Page) -> Iterator[Line]:
    """List the checks that could not be decided, by reason, each edit with its count."""
    yield (Span(INDENT), Span(page.say("not-checked", count=len(open_checks)), Style.STRONG))
    reasons = Counter(check.reason for check in open_checks)
    for reason, count in reasons.most_common():
        edits = Counter(_name(check, page) for check in open_checks if check.reason is reason)
        names = (name if times == 1 else f"{name}×{times}" for name, times in edits.items())
        text = page.say(
            "reason", reason=page.of(REASON[reason]), count=count, edits=" ".join(names)
        )
        yield from page.wrapped(text, indent=INDENT * 2)


def _name(check: NotChecked, page: Page) -> str:
    """Name what was not checked: an edit or a rule, or what the format hides."""
    # What is not checked for the lack of a file has no cell; an edit may be called `parts` as well.
    if check.edit in ROLE and check.cell is None:
        named = check.line or (path_text(check.other) if check.other else "")
        role = page.of(ROLE[check.edit])
        return page.say("beside-role", role=role, paths=one_line(named)) if named else role
    return page.of(UNSEEN[check.edit]) if check.edit in UNSEEN else check.edit
