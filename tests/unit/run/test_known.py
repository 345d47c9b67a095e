"""A baseline in a run: which rules looked where, and who is told of what is gone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from statlint.config import Settings
from statlint.finding import BaselineNote, Crash, FileReport, FileStatus, Finding, NeighbourNote
from statlint.justification.baseline import Baseline, Known, KnownFile
from statlint.justification.baseline_run import BaselineRun, SettledBaseline
from statlint.run import prepare
from statlint.run.called import Called
from statlint.run.engine import FileRun
from statlint.run.known import KnownHere

TODAY = date(2026, 11, 22)
WORK = prepare(Settings(), today=TODAY)


def held(*known: Known) -> Baseline:
    return Baseline(Path("known.json"), {"a.csv": KnownFile(known)})


def looked(*codes: str, roles: tuple[str, ...] = ()) -> FileReport:
    beside = tuple(NeighbourNote("other.csv", role) for role in roles)
    return FileReport("a.csv", FileStatus.CHECKED, ran=codes, neighbours=beside)


def told(
    baseline: Baseline,
    file: FileReport,
    *,
    crashes: tuple[Crash, ...] = (),
    called: Called | None = None,
    writes: bool = False,
) -> tuple[int, list[str]]:
    """Check a file in which nothing is found, and tell how much is gone and who said so."""
    run = BaselineRun(baseline, ["."], writes=writes)
    here = KnownHere(run, called or Called((), {}))
    assert tuple(here.accept("a.csv", (), (file,), crashes, WORK)) == ()
    note, findings, crashed = here.end(WORK)
    assert (note.path, tuple(crashed)) == ("known.json", ())
    return note.gone, [found.code for found in findings]


def test_what_a_rule_that_ran_does_not_find_is_gone() -> None:
    assert told(held(Known("x", "B101")), looked("B101")) == (1, ["J007"])


def test_a_rule_that_crashed_tells_nothing() -> None:
    crash = Crash("B101", "a.csv", "ValueError()", "")

    assert told(held(Known("x", "B101")), looked("B101"), crashes=(crash,)) == (0, [])


def test_the_rules_on_rolls_looked_at_every_file() -> None:
    called = Called((), {}, ran={".": frozenset({"X206"})})

    assert told(held(Known("x", "X206", "", ())), looked("B101"), called=called) == (1, ["J007"])


def test_a_roll_of_which_nothing_is_said_was_called() -> None:
    baseline = Baseline(Path("known.json"), {".": KnownFile((Known("x", "X202", "", ()),))})
    called = Called((), {}, ran={".": frozenset({"X202"})})

    assert told(baseline, looked("B101"), called=called) == (1, ["J007"])


def test_to_be_a_part_of_another_is_to_be_held_against_nothing() -> None:
    known = held(Known("x", "P201", "", ("previous",)))

    assert told(known, looked("P201", roles=("part_of",))) == (0, [])
    assert told(known, looked("P201", roles=("part_of", "previous"))) == (1, ["J007"])


def test_nobody_is_told_of_what_is_taken_out_now() -> None:
    assert told(held(Known("x", "B101")), looked("B101"), writes=True) == (1, [])


def test_a_rule_that_is_not_run_says_nothing() -> None:
    run = BaselineRun(held(Known("x", "B101")), ["."])
    here = KnownHere(run, Called((), {}))
    work = prepare(Settings(ignore=("J",)), today=TODAY)
    here.accept("a.csv", (), (looked("B101"),), (), work)

    note, findings, _ = here.end(work)

    assert (note, list(findings)) == (BaselineNote("known.json", 0, 0, 1), [])


def test_nothing_is_said_of_a_baseline_that_holds_what_is_there() -> None:
    run = FileRun("known.json", WORK.roster, WORK.settings, TODAY)

    run.apply(SettledBaseline({}, (), 0, 0))

    none: list[Finding] = []
    assert run.findings == none
    assert run.ran.codes == ("J007",)
