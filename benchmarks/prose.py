"""How well the figures in sentences are read: which relations are seen, which wrong ones are told.

The truth is written by hand in fixtures/prose/*.toml: reports with the claims of their sentences,
written with the figures of the text ("69 = 61 + 5 + 3 + 1"). A claim that is read counts as right
where the truth has it, or where its figures bear it out (parts that add up are no invention); a
finding counts as right where a claim of the truth does not hold.
"""

from __future__ import annotations

import argparse
import re
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from random import Random

import statlint
from statlint.claims import Mention, Relation, find_claims
from statlint.prose import read_prose
from statlint.values.place import Place
from statlint.workbook import Document, Paragraph

_FIXTURES = Path(__file__).parent.parent / "fixtures" / "prose"
_FIGURE = re.compile(r"[\d.]+%?")
_SIGNS = {" = ": Relation.PARTS, " >= ": Relation.AMONG, " each >= ": Relation.EACH_AMONG}
_SCALES = (1, 10**4, 10**8)
_SUMS = frozenset({Relation.PARTS, Relation.AMONG, Relation.EACH_AMONG})


@dataclass(frozen=True, slots=True)
class Truth:
    """One claim of a text: what it relates, and its figures as they are written."""

    relation: Relation
    stated: str
    others: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether its figures bear it out; a share may be cut off, or one off in its last digit."""
        stated, others = Decimal(self.stated.rstrip("%")), list(map(Decimal, self.others))
        if self.relation is Relation.SHARE:
            unit = Decimal(1).scaleb(min(0, int(stated.as_tuple().exponent)))
            return abs(others[0] / others[1] * 100 - stated) <= unit * 3 / 2
        if self.relation is Relation.PARTS:
            return stated == sum(others)
        total = max(others) if self.relation is Relation.EACH_AMONG else sum(others)
        return stated >= total

    @property
    def figures(self) -> tuple[Decimal, ...]:
        """All its figures in a fixed order, the stated one first."""
        return Decimal(self.stated.rstrip("%")), *sorted(map(Decimal, self.others))


@dataclass(frozen=True, slots=True)
class Report:
    """One text with the claims that it makes."""

    id: str
    text: str
    claims: tuple[Truth, ...]
    held_out: bool


@dataclass(slots=True)
class Tally:
    """What came out over all reports."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def share(self, part: str, *whole: str) -> str:
        """Write a count as a share of others, and both counts."""
        total = sum(self.counts[one] for one in whole)
        return f"{self.counts[part] / total:.3f} ({self.counts[part]}/{total})" if total else "–"


def main() -> None:
    """Read all reports of a part, and print what was read and told of them."""
    options = _options()
    for part, wanted in (("seen", False), ("held out", True)):
        reports = [one for one in _reports(options.fixtures) if one.held_out is wanted]
        if options.part not in {"all", part} or not reports:
            continue
        if options.slips:
            _print_slips(part, reports, options)
        else:
            _print(part, reports, show=options.show)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fixtures", type=Path, nargs="*", default=sorted(_FIXTURES.glob("*.toml")))
    parser.add_argument("--part", choices=["seen", "held out", "all"], default="all")
    parser.add_argument("--show", action="store_true", help="print what was missed or read wrongly")
    parser.add_argument(
        "--slips", type=int, default=0, metavar="N", help="N slips a report instead"
    )
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _reports(paths: list[Path]) -> Iterator[Report]:
    for path in paths:
        for entry in tomllib.loads(path.read_text("utf-8"))["report"]:
            claims = tuple(map(_truth, entry["claims"]))
            yield Report(entry["id"], entry["text"].strip(), claims, entry.get("held_out", False))


def _truth(written: str) -> Truth:
    stated, *others = _FIGURE.findall(written)
    if "/" in written:
        return Truth(Relation.SHARE, stated, tuple(others))
    relation = next(kind for sign, kind in reversed(_SIGNS.items()) if sign in written)
    return Truth(relation, stated, tuple(others))


def _print(part: str, reports: list[Report], *, show: bool) -> None:
    tally = Tally()
    for report in reports:
        begun = time.process_time()
        read = list(_read(report))
        tally.seconds += time.process_time() - begun
        _count_read(report, read, tally, show=show)
        _count_told(report, tally, show=show)
    counts = tally.counts
    print(f"{part}: {len(reports)} reports, {counts['true']} claims, {counts['wrong']} wrong ones")
    print(f"  relations read: recall {tally.share('seen', 'true')}, ", end="")
    print(f"precision {tally.share('right', 'right', 'invented')}")
    print(f"  wrong claims told: {tally.share('told', 'wrong')}, ", end="")
    print(f"precision {tally.share('told', 'told', 'false')}; {counts['false']} false findings")
    print(f"  {tally.seconds / len(reports) * 1000:.2f} ms a report to read")


def _print_slips(part: str, reports: list[Report], options: argparse.Namespace) -> None:
    """Write one figure of a claim that holds otherwise than it is, and see whether that is told."""
    luck = Random(options.seed)  # noqa: S311 - figures to check
    tally = Tally()
    for report in (one for one in reports for _ in range(options.slips)):
        slipped = _slipped(report, luck)
        if slipped is not None:
            tally.counts["slips"] += sum(not claim.holds for claim in slipped.claims)
            _count_told(slipped, tally, show=options.show)
    print(f"{part}: {tally.counts['slips']} figures written wrongly, one at a time")
    print(f"  told: {tally.share('told', 'slips')}; {tally.counts['false']} findings of others")


def _slipped(report: Report, luck: Random) -> Report | None:
    """Change one figure that stands once in a text, and keep only the claims that it breaks."""
    exact = [one for one in report.claims if one.holds and one.relation is not Relation.AMONG]
    luck.shuffle(exact)
    for claim in exact:
        figures = [claim.stated, *claim.others]
        luck.shuffle(figures)
        for figure in figures:
            places = list(re.finditer(rf"(?<![\d.]){re.escape(figure)}(?![\d.%])", report.text))
            wrong = _slip(figure, luck)
            changed = [_with(one, figure, wrong) for one in exact if figure in _all(one)]
            if len(places) == 1 and not any(one.holds for one in changed):
                text = f"{report.text[: places[0].start()]}{wrong}{report.text[places[0].end() :]}"
                wrong_before = [one for one in report.claims if not one.holds]
                return replace(report, text=text, claims=(*changed, *wrong_before))
    return None


def _all(claim: Truth) -> tuple[str, ...]:
    return claim.stated, *claim.others


def _with(claim: Truth, figure: str, wrong: str) -> Truth:
    stated, *others = (wrong if one == figure else one for one in _all(claim))
    return replace(claim, stated=stated, others=tuple(others))


def _slip(figure: str, luck: Random) -> str:
    """Exchange two digits, else change the last one by a few."""
    places = [at for at in range(1, len(figure) - 1) if figure[at] != figure[at + 1]]
    if places and "%" not in figure and "." not in figure:
        at = luck.choice(places)
        return figure[:at] + figure[at + 1] + figure[at] + figure[at + 2 :]
    number, sign = figure.rstrip("%"), "%" if "%" in figure else ""
    unit = Decimal(1).scaleb(int(Decimal(number).as_tuple().exponent))
    return f"{Decimal(number) + luck.choice((3, 4, 7)) * unit}{sign}"


def _document(report: Report) -> Document:
    return Document(
        tuple(
            Paragraph(Place.of("paragraph", number), line)
            for number, line in enumerate(report.text.splitlines(), 1)
        )
    )


def _read(report: Report) -> Iterator[Truth]:
    """Read the claims of a text that compare figures with each other."""
    for claim in find_claims(read_prose(_document(report))).claims:
        if claim.relation in _SUMS | {Relation.SHARE} and claim.stated and claim.others:
            sign = "%" if claim.relation is Relation.SHARE else ""
            others = tuple(map(_figure, claim.others))
            yield Truth(claim.relation, _figure(claim.stated) + sign, others)


def _figure(mention: Mention) -> str:
    return str(mention.quantity.figure.value)


def _count_read(report: Report, read: list[Truth], tally: Tally, *, show: bool) -> None:
    """Count the true claims that were read, and those read that nobody made."""
    counts, figures = tally.counts, Counter(one.figures for one in read)
    for claim in report.claims:
        counts["true"] += 1
        counts["wrong"] += not claim.holds
        seen = figures[claim.figures] > 0
        counts["seen"] += seen
        if show and not seen:
            print(f"missed   {report.id}: {claim}")
    known = {claim.figures for claim in report.claims}
    for one in read:
        right = one.figures in known or one.holds
        counts["right" if right else "invented"] += 1
        if show and not right:
            print(f"invented {report.id}: {one}")


def _count_told(report: Report, tally: Tally, *, show: bool) -> None:
    """Count the wrong claims that a check tells of, and what it tells beside them."""
    text = "\n\n".join(report.text.splitlines())
    found = statlint.lint([(f"{report.id}.md", text.encode())], select=["T1"]).findings
    wrong = [claim for claim in report.claims if not claim.holds]
    told = [one for one in found if one.severity != "information"]
    for claim in wrong:
        named = [one for one in told if _is_of(one, claim)]
        tally.counts["told"] += bool(named)
        told = [one for one in told if one not in named]
        if show and not named:
            print(f"not told {report.id}: {claim}")
    tally.counts["false"] += len(told)
    for one in told if show else ():
        print(f"false    {report.id}: {one.code} {one.message}")


def _is_of(found: statlint.Finding, claim: Truth) -> bool:
    """Tell whether a finding is of a claim: it names the figure that the claim states."""
    written = {found.left, found.right, found.value, *(one.value for one in found.related)}
    figures = {_FIGURE.match(one or "") for one in written}
    wanted = Decimal(claim.stated.rstrip("%"))
    told = {Decimal(one[0].rstrip("%")) for one in figures if one}
    # A finding gives figures as they are written: 52.8 of 52.8万.
    return any(wanted in {one * scale for one in told} for scale in _SCALES)


if __name__ == "__main__":
    main()
