"""What a marked copy says of one finding: in the row of its sheet, and in the note at its cell."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.finding import Alternative, Diagnosis, Finding, Severity
from statlint.reporters.by_path import Causes
from statlint.reporters.marked.words import ACCEPTED, LEVEL, SAID, SHEET
from statlint.reporters.places import label_of, one_line
from statlint.reporters.words import WHY_ACCEPTED
from statlint.values import Language, Text

_MOST_TOLD = 5
"""Findings of one cell that its note tells; the sheet lists them all."""
_LONGEST_NOTE = 1_500


class Teller:
    """Says things of findings in one language."""

    def __init__(self, language: Language, causes: Sequence[Diagnosis]) -> None:
        """Keep the language, and what findings may come from."""
        self.language = language
        self._causes = Causes(causes)

    def of(self, text: Text) -> str:
        """Give a wording in the language."""
        return text.of(self.language)

    def say(self, key: str, **values: object) -> str:
        """Say one of the words of marked copies."""
        return self.of(SAID[key]).format(**values)

    def level(self, finding: Finding) -> str:
        """Say how bad a finding is and what is asked, and whether it is accepted already."""
        level = self.of(LEVEL[finding.nature, finding.severity])
        if finding.justified is None:
            return level
        reasonless = not finding.justified.reason.strip()
        why = WHY_ACCEPTED[finding.justified.grounds] if reasonless else ACCEPTED
        return self.say("beside", words=level, more=self.of(why))

    def finding(self, finding: Finding) -> str:
        """Say what is found; the line and the head as printed come with it where it lacks them."""
        message, label = one_line(finding.message), label_of(finding)
        known = all(one.strip() in message for one in label.split(" / "))
        return message if not label or known else f"{label}\n{message}"

    def proposal(self, finding: Finding) -> str:
        """Say what may have been meant, else what to look at."""
        cause = self._causes.of(finding)
        if cause is None:
            return one_line(finding.advice)
        told = [one_line(one.message) for one in cause.alternatives]
        if set(told) <= {one_line(cause.message)}:
            return one_line(cause.message)
        # What it may be is read more easily below each other than in one long line.
        listed = "".join(f"\n{number}. {words}" for number, words in enumerate(told, 1))
        return self.say("list", words=one_line(cause.message)) + listed

    def explanation(self, finding: Finding) -> str:
        """Give the reason for which a finding is accepted."""
        return finding.justified.reason.strip() if finding.justified else ""

    def note(self, findings: Sequence[Finding]) -> str:
        """Say what is found in one cell, the worst first."""
        told = "\n\n".join(self._told(one) for one in findings[:_MOST_TOLD])
        if len(told) > _LONGEST_NOTE:
            told = f"{told[:_LONGEST_NOTE]}…"
        rest = len(findings) - _MOST_TOLD
        if rest <= 0:
            return told
        return f"{told}\n\n{self.say('more', count=rest, sheet=self.of(SHEET))}"

    def suspicion(self, ways: Sequence[Alternative]) -> str:
        """Say what may have been meant in a cell that nothing is found in itself."""
        told = dict.fromkeys(one_line(one.message) for one in ways[:_MOST_TOLD])
        return "\n".join((self.say("suspected"), *told))[:_LONGEST_NOTE]

    def _told(self, finding: Finding) -> str:
        proposal, explanation = self.proposal(finding), self.explanation(finding)
        lines = (
            f"[{self.level(finding)}] {finding.code}",
            one_line(finding.message),
            self._sides(finding),
            self.say("proposal", words=proposal) if proposal else "",
            self.say("explained", words=one_line(explanation)) if explanation else "",
        )
        return "\n".join(filter(None, lines))

    def _sides(self, finding: Finding) -> str:
        left, right, difference = finding.left, finding.right, finding.difference
        if left is None or right is None:
            return ""
        key = "sides" if difference else "sides-two"
        return self.say(key, left=left, right=right, difference=difference)


def by_weight(findings: Sequence[Finding]) -> list[Finding]:
    """Give errors first, then warnings, then information; what was accepted comes last."""
    return sorted(findings, key=lambda one: (one.justified is not None, one.severity.rank))


def weight(finding: Finding) -> Severity:
    """Give the severity that a cell is tinted for: what was accepted is for information alone."""
    return finding.severity if finding.justified is None else Severity.INFORMATION
