"""From a marked copy that somebody filled in to the reasons for findings of a fresh check."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.finding import Finding
from statlint.marking.review import Review, ReviewRow
from statlint.run.explained import Explained
from statlint.run.stamp import stamped_as
from statlint.values import Text

_ORDINAL = re.compile(r"-([0-9]+)$")
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
"""What a cell shows in which somebody began a reason with a sign of arithmetic."""


class Untaken(StrEnum):
    """Why what was written in a row is no reason for anything."""

    GONE = "gone"
    """Nothing of that kind is found there any more."""
    NOT_LOOKED = "not-looked"
    """Its rule did not run: most need other files beside."""
    CHANGED = "changed"
    """It is still found there, with other figures."""
    MANDATORY = "mandatory"
    """It must be put right."""
    EMPTY = "empty"
    """There is no letter and no digit in it."""
    TWICE = "twice"
    """Another row says something else of the same finding."""

    @property
    def words(self) -> Text:
        """Say it."""
        return _WORDS[self]


_WORDS: Mapping[Untaken, Text] = {
    Untaken.GONE: Text("现在已查不出，不必再说明", "it is not found any more"),
    Untaken.NOT_LOOKED: Text(
        "这次没有审核这条规则；审核时用了上年表、下级表的，这次也要写上（--previous、--parts）",
        "its rule did not run this time; name the same files beside (--previous, --parts)",
    ),
    Untaken.CHANGED: Text(
        "数据已有变化，请重新审核后再说明", "its figures have changed since; annotate the file anew"
    ),
    Untaken.MANDATORY: Text(
        "须更正，不能以说明代替", "it must be put right and cannot be justified"
    ),
    Untaken.EMPTY: Text(
        "说明要写明原因，至少有一个字", "a reason has at least one letter or digit"
    ),
    Untaken.TWICE: Text(
        "同一问题另有一行说明，内容不同，以前一行为准",
        "a row above says something else of the same finding, which counts",
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """What of a filled-in sheet becomes of findings.

    `given` are findings with what was written for them, `known` is how many have the same reason
    already, `blank` how many rows say nothing, `untaken` are rows that say something in vain.
    """

    given: tuple[tuple[Finding, str], ...] = ()
    known: int = 0
    blank: int = 0
    untaken: tuple[tuple[ReviewRow, Untaken], ...] = ()


def taken_from(
    review: Review,
    of: Explained | None,
    *,
    ran: Collection[str],
    places_of: Callable[[Finding], Collection[str]],
) -> Taken:
    """Hold the rows of a marked copy against what is found in its original now.

    `of` is None where nothing is found in it; `ran` are the codes of the rules that looked at it;
    `places_of` gives what the place of a finding is called, in each language.
    """
    findings = of.findings if of else ()
    met = _met(review, findings)
    left = [one for one in findings if all(one is not found for found in met.values())]
    given: dict[str, tuple[Finding, str]] = {}
    untaken, known = [], 0
    for row in review.explained:
        found, before = met.get(row.fingerprint), given.get(row.fingerprint)
        if row.explanation in _ERRORS or not any(map(str.isalnum, row.explanation)):
            untaken.append((row, Untaken.EMPTY))
        elif found is None or of is None:
            untaken.append((row, _lost(row, left, ran, places_of)))
        elif _says(of, found, row.explanation):
            known += 1
        elif not of.ground.terms.allow(found):
            untaken.append((row, Untaken.MANDATORY))
        elif before is None:
            given[row.fingerprint] = found, row.explanation
        elif _squeezed(before[1]) != _squeezed(row.explanation):
            untaken.append((row, Untaken.TWICE))
    blank = len(review.rows) - len(review.explained)
    return Taken(tuple(given.values()), known, blank, tuple(untaken))


def _lost(
    row: ReviewRow,
    left: Sequence[Finding],
    ran: Collection[str],
    places_of: Callable[[Finding], Collection[str]],
) -> Untaken:
    """Tell what became of a finding that is not there as it was."""
    code = next(iter(row.rule.split()), "")
    place = _squeezed(row.place)
    alike = (one for one in left if one.code == code)
    if any(place in map(_squeezed, places_of(one)) for one in alike):
        return Untaken.CHANGED
    return Untaken.GONE if code in ran else Untaken.NOT_LOOKED


def _says(of: Explained, finding: Finding, text: str) -> bool:
    """Tell whether a finding is accepted for this very reason."""
    judged = of.judged_of(finding)
    is_same = judged is not None and _squeezed(judged.entry.reason) == _squeezed(text)
    return is_same and of.is_explained(finding)


def _met(review: Review, findings: Sequence[Finding]) -> Mapping[str, Finding]:
    """Give the findings of the rows, by the fingerprints that stand in these.

    Findings that say the same differ by an ordinal alone, which counts those of other files of the
    run, too: what finds none of its own gets one that is left.
    """
    known = dict(stamped_as(findings, review.original))
    stated = {row.fingerprint for row in review.rows}
    met = {mark: finding for mark, finding in known.items() if mark in stated}
    waiting: dict[str, list[Finding]] = defaultdict(list)
    for mark, finding in known.items():
        if mark not in stated:
            waiting[_digest(mark)].append(finding)
    for mark in sorted(stated.difference(met), key=_ordinal):
        alike = waiting.get(_digest(mark))
        if alike:
            met[mark] = alike.pop(0)
    return met


def _digest(fingerprint: str) -> str:
    return _ORDINAL.sub("", fingerprint)


def _ordinal(fingerprint: str) -> tuple[str, int]:
    found = _ORDINAL.search(fingerprint)
    return _digest(fingerprint), int(found[1]) if found else 1


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
