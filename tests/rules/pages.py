"""The pages of rules: their headings and examples, in both languages.

Examples are blocks marked `csv fail` and `csv pass`; what cannot be shown as a grid is told in
words, in blocks marked `text`, and the text of a report in blocks marked `prose`. Blocks marked
`csv previous`, `csv parts` and so on are the files beside both. Their form is a block marked
`toml form`, else the form of the rule's cases where it says all its labels and they are printed
here, else what the passing grid suggests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.cases import case_file, forms_of
from rules.short_forms import form_of, read_rows, read_toml
from statlint.form import Form
from statlint.rule import AnyRule
from statlint.rule.docs import read_page
from statlint.tidy import TidyTable
from statlint.values import Language

HEADINGS: dict[Language, tuple[str, ...]] = {
    "en": ("What it checks", "Why it matters", "Example", "Options", "Source", "Known problems"),
    "zh": ("检查什么", "为什么要紧", "示例", "选项", "依据", "已知局限"),
}
_LABELS = {"lines", "heads"}
_BLOCK = re.compile(r"^```(\w+) (\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a rule in one language."""

    rule: AnyRule
    language: Language

    def __str__(self) -> str:
        """Name the page in a test."""
        return f"{self.rule.name} in {self.language}"

    @property
    def text(self) -> str:
        """The page as written."""
        return read_page(self.rule, self.language)

    @property
    def headings(self) -> list[str]:
        """The headings in their order."""
        return _HEADING.findall(self.text)

    def blocks(self, verdict: str) -> list[tuple[str, str]]:
        """Give the blocks of one verdict (fail, pass, form): their kind and text."""
        return [(kind, text) for kind, word, text in _BLOCK.findall(self.text) if word == verdict]

    def forms(self) -> tuple[Form, ...]:
        """Find the forms of the examples: the page's own, the cases' if they fit, or the grid's."""
        stated = [read_toml(text) for _, text in self.blocks("form")]
        told = self.blocks("pass")[0][0] == "prose"
        if self.rule.on is TidyTable or (told and not stated):
            return ()  # a long list follows no form, nor does a text
        rows = [] if told else read_rows(self.blocks("pass")[0][1])
        if stated:
            return (form_of(stated[0], rows),)
        of_cases = case_file(self.rule.name).get("form", {})
        if not isinstance(of_cases, dict) or "table" in of_cases or of_cases.keys() >= _LABELS:
            forms = forms_of(of_cases, rows)
            if any(_fits(form, rows[0]) for form in forms):
                return forms
        return (form_of({}, rows),)


def _fits(form: Form, printed: list[str]) -> bool:
    """Tell whether a head of the form is printed in the first row of an example."""
    labels = {
        label
        for table in form.tables
        for block in table.blocks
        for head in block.heads
        for label in (head.label.zh, head.label.en, *head.aliases)
    }
    return not labels.isdisjoint(printed)
