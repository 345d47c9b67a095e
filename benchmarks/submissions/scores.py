"""What a layout scores: changes noticed, clean tables left alone, damage named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from random import Random

from submissions.catalogue import ALL_LAYOUTS
from submissions.changes import Change
from submissions.damage import DAMAGES
from submissions.judge import Case, case, check, without
from submissions.labels import folded
from submissions.layout import Layout, laid_out
from submissions.mixed_layouts import mixed_layout
from submissions.model import ANNUAL_2019, ANNUAL_2021, STATISTICS_2014, Report
from submissions.noticing import Noticed, Slip, every_slip, judged, sampled_slips
from submissions.page import Shape, as_printed
from submissions.random_reports import SIZES, random_report
from submissions.shapes import both, plain
from submissions.writing import Writer, write_text, write_xlsx

_ANNUAL = (ANNUAL_2019, ANNUAL_2021)


@dataclass(slots=True)
class Score:
    """What was counted for one layout."""

    layout: str
    tables: int = 0
    false_errors: int = 0
    false_warnings: int = 0
    tried: Counter[Change] = field(default_factory=Counter)
    noticed: Counter[Change] = field(default_factory=Counter)
    exactly: Counter[Change] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to measure."""

    tables: int
    seed: int
    changes: int
    every_cell: bool = False

    def reports(self, forms: Iterable[str]) -> Iterator[Report]:
        """Make the reports: so many of each form and size of authority."""
        for form in forms:
            for size in SIZES:
                for at in range(self.tables):
                    yield random_report(form, size, self.seed + at)

    def slips(self, report: Report, layout: Layout) -> list[Slip]:
        """Make the changes to try on one report."""
        rng = Random(f"{self.seed} {layout.name} {report.id}")  # noqa: S311 - no secrets here
        if self.every_cell:
            return list(every_slip(report, layout, rng))
        return list(sampled_slips(report, layout, rng, islice(cycle(Change), self.changes)))


def layout_of(name: str) -> Layout:
    """Give a layout by its name; a mixed one by its number."""
    number = name.partition(":")[0]
    if number.isdigit():
        return mixed_layout(int(number))
    return next(each for each in ALL_LAYOUTS if each.name == name)


def measure(name: str, plan: Plan) -> Score:
    """Measure one layout, by its name."""
    layout = layout_of(name)
    score = Score(name)
    _count_clean(score, layout, plan)
    for report in plan.reports(_ANNUAL):
        if layout.suits(report):
            for noticed in judged(plan.slips(report, layout)):
                _count(score, noticed)
    return score


def _count(score: Score, noticed: Noticed) -> None:
    change = noticed.slip.change
    score.tried[change] += 1
    score.noticed[change] += noticed.noticed
    score.exactly[change] += noticed.exactly
    if not noticed.exactly:
        told = "; ".join(str(said) for said in noticed.said) or "nothing said"
        score.examples.append(f"{noticed.slip}: {told}")


def _count_clean(score: Score, layout: Layout, plan: Plan) -> None:
    reports = [*plan.reports(_ANNUAL), *plan.reports([STATISTICS_2014])]
    cases = [_numbered(at, each, layout) for at, each in enumerate(reports) if layout.suits(each)]
    for path, said in check(cases).items():
        for each in without(said, layout.provokes):
            score.false_errors += each.finding.severity.value == "error"
            score.false_warnings += each.finding.severity.value == "warning"
            score.examples.append(f"{layout.name}: clean {path}: {each}")
    score.tables += len(cases)


def _numbered(at: int, report: Report, layout: Layout) -> Case:
    made = case(report, layout)
    return Case(report, layout, f"{at}/{made.path}", made.submission)


@dataclass(frozen=True, slots=True)
class DamageScore:
    """What was counted for one kind of damage to the structure of table 三 in one kind of file."""

    damage: str
    file: str
    tried: int
    named: int
    only: int


def measure_damage(plan: Plan) -> Iterator[DamageScore]:
    """Measure how often each kind of damage is named by its rule, and by no other besides."""
    files: dict[str, tuple[Shape, Writer]] = {
        "official print": (as_printed, write_xlsx),
        "merges lost, csv": (plain, write_text("gbk", ",")),
        "labels folded": (folded, write_xlsx),
    }
    for damage in DAMAGES:
        for name, (shape, write) in files.items():
            cases = []
            for at, report in enumerate(plan.reports(_ANNUAL)):
                rng = Random(f"{plan.seed} {damage.name} {at}")  # noqa: S311 - no secrets here
                layout = Layout(name, laid_out(both(damage.shape(rng), shape), write=write))
                cases.append(_numbered(at, report, layout))
            codes = [{said.finding.code for said in found} for found in check(cases).values()]
            named = sum(damage.code in each for each in codes)
            only = sum({damage.code} == each for each in codes)
            yield DamageScore(damage.name, name, len(codes), named, only)
