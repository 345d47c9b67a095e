"""What somebody accepted, on the page: each reason with what it is given for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from statlint.finding import Finding, Grounds, Justification
from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style
from statlint.reporters.places import one_line, place_of
from statlint.reporters.words import WHY_ACCEPTED

_MOST_SHOWN = 3


def open_ones(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out the findings that somebody accepted."""
    return [one for one in findings if one.justified is None]


def is_listed(finding: Finding) -> bool:
    """Tell whether a finding is spoken of: what a baseline knows is only counted."""
    return finding.justified is None or finding.justified.grounds is not Grounds.BASELINE


def accepted_part(findings: Iterable[Finding], page: Page) -> Iterator[Line]:
    """List the findings that were accepted, those of one rule for one reason together."""
    groups: dict[tuple[str, Justification], list[Finding]] = {}
    for one in findings:
        if one.justified is not None:
            groups.setdefault((one.code, one.justified), []).append(one)
    if not groups:
        return
    yield EMPTY
    count = sum(map(len, groups.values()))
    yield (Span(INDENT), Span(page.say("accepted-part", count=count), Style.STRONG))
    for (_, justified), members in groups.items():
        yield from _group(justified, members, page)


def _group(justified: Justification, members: Sequence[Finding], page: Page) -> Iterator[Line]:
    # One more than is shown takes no more room than to say that there is one.
    most = _MOST_SHOWN if len(members) > _MOST_SHOWN + 1 else len(members)
    for one in members[:most]:
        title = Span(one.code, Style.STRONG, page.link(one.code, one.name))
        where = Span(f" {place_of(one, page.language)}".rstrip() + INDENT)
        message = one_line(one.message)
        yield from page.wrapped(
            message, indent=INDENT * 2, first=(title, where), hanging=INDENT * 3
        )
    if most < len(members):
        yield (Span(INDENT * 2), Span(page.say("and-more", count=len(members) - most)))
    yield from page.wrapped(reason_words(justified, page), indent=INDENT * 3)


def reason_words(justified: Justification, page: Page) -> str:
    """Say why a finding is accepted, by whom, since when and until when."""
    reason = one_line(justified.reason)
    if not reason:
        return page.of(WHY_ACCEPTED[justified.grounds])
    until = page.say("until", day=justified.until) if justified.until else ""
    by = filter(None, (one_line(justified.by), justified.date, until))
    aside = page.say("beside-comma").join(by)
    return page.say("reason-by" if aside else "reason-alone", reason=reason, aside=aside)
